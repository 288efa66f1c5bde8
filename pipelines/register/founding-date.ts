import type { Cell } from '../../schemas/cell';
import { readDate } from '../normalise/period';
import type { Said } from './doubts';
import type { RowReading } from './row-reading';

/** A founding date as exact as it was written: a day, a month or a year. ISO, shortened (`2021-05-31`, `2021-05`, `2021`). */
export type FoundingDate = string;

/** The founding date of a row. */
export function foundedOnIn(reading: RowReading): FoundingDate | null {
  const cell = reading.cell('founded_on');
  const read = cell === null ? 'none' : readFoundingCell(cell, reading.setting.words.dateOf);
  if (cell === null || read === 'none') return null;
  return read === 'invalid' ? reading.refuse('founded_on', cell, noDate) : read;
}

const noDate: Said = {
  rule: 'date.unreadable',
  severity: 'error',
  said: 'each',
  says: (it) =>
    `Ngày thành lập ${it} không phải là ngày có thật; hãy ghi như 31/5/2021, 05/2021 hoặc 2021. Ô này chưa được nạp.`,
};

/** The founding date in a cell; a workbook's is its serial number, for `5/6/2021` may be shown month first. */
export function readFoundingCell({ text, stored }: Cell, dateOf = readFoundingDate): FoundingDate | 'none' | 'invalid' {
  const shown = dateOf(text);
  return stored === undefined || /^\d{4}(-\d\d)?$/.test(shown) ? shown : dateOf(stored);
}

/**
 * Reads `31/5/2021`, `2021-05-31`, `05/2021`, `2021` or an Excel serial number (days since 30 December 1899, of the years
 * 1954 to 2078). `none`: nothing is written; `invalid`: no date that exists.
 */
export function readFoundingDate(written: string): FoundingDate | 'none' | 'invalid' {
  const text = written.trim();
  if (/^[-–—.]*$/.test(text)) return 'none';
  if (/^(19|20)\d\d$/.test(text)) return text;
  const month = /^(0?[1-9]|1[0-2])[/.-]((?:19|20)\d\d)$/.exec(text);
  if (month) return `${month[2]}-${month[1]?.padStart(2, '0')}`;
  if (/^\d{5}(\.\d+)?$/.test(text)) return serialDay(Number.parseInt(text, 10));
  return /^[\d/.\s:-]+$/.test(text) ? (readDate(text) ?? 'invalid') : 'invalid';
}

function serialDay(serial: number): FoundingDate | 'invalid' {
  if (serial < 20_000 || serial > 65_000) return 'invalid';
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}
