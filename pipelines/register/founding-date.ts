import type { Cell } from '../../schemas/cell';
import { readDate } from '../normalise/period';
import type { Said } from './doubts';
import type { RowReading } from './row-reading';

/** A founding date as exact as it was written: a day, a month or a year. ISO, shortened (`2021-05-31`, `2021-05`, `2021`). */
export type FoundingDate = string;

/** No cooperative of the list is older than the state; so two digits of a year are of the century that fits. */
const firstYear = '1945';

/** The founding date of a row; null where none can be read, or where nothing can have been founded then. */
export function foundedOnIn(reading: RowReading): FoundingDate | null {
  const cell = reading.cell('founded_on');
  const read = cell === null ? 'none' : readFoundingCell(cell, reading.setting.words.dateOf);
  if (cell === null || read === 'none') return null;
  if (read === 'invalid') return reading.again('founded_on', cell) ?? reading.refuse('founded_on', cell, noDate);
  const { last } = reading.setting.days;
  if (read > last && read > last.slice(0, read.length)) return reading.refuse('founded_on', cell, tooLate(last));
  return read < firstYear ? reading.refuse('founded_on', cell, tooEarly) : read;
}

const noDate: Said = {
  rule: 'date.unreadable',
  nature: 'held',
  said: 'each',
  says: (it) =>
    `Ngày thành lập ${it} không phải là ngày có thật; hãy ghi như 31/5/2021, 05/2021 hoặc 2021. Ô này chưa được nạp.`,
};

const impossible = (why: string): Said => ({
  rule: 'date.impossible',
  nature: 'held',
  said: 'each',
  says: (it) => `Ngày thành lập ${it} ${why}; hãy kiểm tra lại. Dòng vẫn được tính, ô này chưa được nạp.`,
});
const tooEarly = impossible(`là trước năm ${firstYear}`);
const tooLate = (last: string) => impossible(`là sau ngày cuối kỳ báo cáo (${last.split('-').reverse().join('/')})`);

/** The founding date in a cell; a workbook's is its serial number, for `5/6/2021` may be shown month first. */
export function readFoundingCell({ text, stored }: Cell, dateOf = readFoundingDate): FoundingDate | 'none' | 'invalid' {
  const shown = dateOf(text);
  return stored === undefined || /^\d{4}(-\d\d)?$/.test(shown) ? shown : dateOf(stored);
}

/**
 * Reads `31/5/2021`, `5/6/22` (day first), `2021-05-31`, `2021/05/31`, `20210531`, `05/2021`, `T5/2021`, `2021`, the same in
 * words, or an Excel serial number (days since 30 December 1899, of the years 1954 to 2078). `none`: nothing is written;
 * `invalid`: no date that exists.
 */
export function readFoundingDate(written: string): FoundingDate | 'none' | 'invalid' {
  if (written.length > longest) return 'invalid';
  const text = inDigits(written.trim().replace(timeOfDay, ''));
  if (/^[-–—.]*$/.test(text)) return 'none';
  if (/^[12]\d{3}$/.test(text)) return text;
  const month = /^(0?[1-9]|1[0-2])[/.-]([12]\d{3})$/.exec(text);
  if (month) return `${month[2]}-${month[1]?.padStart(2, '0')}`;
  if (/^\d{5}([.,]\d+)?$/.test(text)) return serialDay(Number.parseInt(text, 10));
  const basic = /^([12]\d{3})(\d\d)(\d\d)$/.exec(text);
  if (basic) return readDate(basic.slice(1).join('-')) ?? 'invalid';
  return /^[\d/.\s:-]+$/.test(text) ? (readDate(dayFirst(text)) ?? 'invalid') : 'invalid';
}

const longest = 60;
/** As Excel shows it in Vietnamese; before `AM` the month would be the first. */
const timeOfDay = /\s+\d{1,2}:\d\d(:\d\d)?\s*(SA|CH)$/i;

/** `ngày 12 tháng 5 năm 2022`, `T5/2022`, `năm 2015`, `'12/5/2022`: with slashes instead of words. */
function inDigits(text: string): string {
  if (/^\d/.test(text) && !/[a-zA-Z]/.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/^'/, '')
    .replace(/^ngày\s*(?=\d)/iu, '')
    .replace(/(^|[\s\d,])\s*(?:tháng|th\.?|t\.?)\s*(?=\d)/iu, (_, before: string) =>
      /\d/.test(before) ? `${before}/` : before.trim() && '/',
    )
    .replace(/(\d)?[\s,]*\bnăm\s*(?=\d{4}$)/iu, (_, before?: string) => (before === undefined ? '' : `${before}/`))
    .replace(/\s+\//g, '/')
    .trim();
}

/** With a year of four digits, which come last; what begins with them (`2021/05/31`) has the day last. */
function dayFirst(text: string): string {
  return text
    .replace(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/, '$3/$2/$1')
    .replace(
      /^(\d{1,2}[/.-]\d{1,2}[/.-])(\d\d)$/,
      (_, day: string, year: string) => `${day}${year < firstYear.slice(2) ? '20' : '19'}${year}`,
    );
}

function serialDay(serial: number): FoundingDate | 'invalid' {
  if (serial < 20_000 || serial > 65_000) return 'invalid';
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}
