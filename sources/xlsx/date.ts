import type { DateParts } from './number-format';

const msPerDay = 86_400_000;
/** 1904-01-01 in days of the 1900 system. */
const daysTo1904 = 1462;
/** 9999-12-31, Excel's last day. */
const lastDay = 2_958_465;

/**
 * A serial number as ISO text: `2021-05-31`, `2021-05-31T13:45:00`, `13:45:00`; null where it stands for no date. A month
 * or a year that was typed as such (`05/2021` is kept as its first day) stays one: `2021-05`, `2021`.
 */
export function dateText(serial: string, shown: DateParts, date1904: boolean): string | null {
  const value = Number(serial);
  if (value < 0 || value > lastDay + 1) return null;
  if (shown.elapsed) return lengthOfTime(value);
  let day = Math.floor(value) + (date1904 ? daysTo1904 : 0);
  let ms = Math.round((value % 1) * msPerDay);
  if (ms === msPerDay && shown.time) {
    day += 1;
    ms = 0;
  }
  if (day > lastDay) return null;
  const calendar = shown.year || shown.month || shown.day;
  if (!calendar && value < 1) return timeOfDay(ms);
  const date = isoDate(day);
  if (shown.time) return ms === 0 ? date : `${date}T${timeOfDay(ms)}`;
  if (!shown.day && shown.year && date.endsWith('-01')) {
    if (shown.month) return date.slice(0, -3);
    if (date.endsWith('-01-01')) return date.slice(0, 4);
  }
  return date;
}

/** Excel counts a 29 February 1900 that never was, as day 60, and shows day 0 as one before the first of January. */
function isoDate(day: number): string {
  if (day === 60) return '1900-02-29';
  if (day === 0) return '1900-01-00';
  const date = new Date(Date.UTC(1899, 11, day > 60 ? 30 : 31) + day * msPerDay);
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

function timeOfDay(ms: number): string {
  const text = new Date(ms).toISOString().slice(11, 23);
  return text.endsWith('.000') ? text.slice(0, -4) : text;
}

/** `36:00:00`: hours go on beyond 24. */
function lengthOfTime(days: number): string {
  const seconds = Math.round(days * 86_400);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const two = (part: number) => String(part).padStart(2, '0');
