import { limits } from './limits';
import { broken } from './refusals';

/** Row and column of `BC12`, counted from 1. Throws `Unreadable` on what is no place in a sheet. */
export function placeOf(reference: string): { row: number; column: number } {
  // Character by character, for it is done for each cell: patterns take three times as long.
  let column = 0;
  let row = 0;
  let at = 0;
  for (; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  for (; at < reference.length && at < 11; at += 1) {
    const digit = reference.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) break;
    row = row * 10 + digit;
  }
  if (at < reference.length || column < 1 || column > limits.columns || row < 1 || row > limits.rows)
    throw broken(`địa chỉ ô "${reference.slice(0, 20)}"`);
  return { row, column };
}

/** The number of a row, which may leave it out to follow the one before. Throws `Unreadable` where there is no such row. */
export function rowNumber(written: string | undefined, before: number): number {
  const row = written === undefined ? before + 1 : /^\d{1,7}$/.test(written) ? Number(written) : 0;
  if (row < 1 || row > limits.rows) throw broken(`số dòng "${written?.slice(0, 20) ?? row}"`);
  return row;
}

/** `BC12` again. */
export function referenceOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters + row;
}

/** XML's `true`: attributes of both spellings are met. */
export function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}
