import { type Cell, type Grid, type Mended, type Refusal, refusal } from '../../schemas/cell';
import { oneLine } from '../../schemas/text';
import { lookOf } from './cell-look';
import type { Dialect } from './dialect';
import { reportDialect } from './known-headers';
import { otherwiseSplit } from './other-delimiter';
import { type CsvRecord, CsvRecords } from './records';
import { widestUsual } from './sniff';

/** So much of a file is looked at to find its dialect. */
const headLength = 1 << 17;

/** CSV text as a grid of all its cells as written; rows count from 1, empty lines included, as Excel shows them. */
export function readGrid(text: string): Grid | Refusal {
  const { dialect, width, records } = recordsOf(text);
  const last = records.at(-1);
  if (last?.fault === 'cut off')
    return refusal('tệp bị cắt giữa chừng (một ô mở dấu ngoặc kép mà không đóng); hãy xuất lại tệp đầy đủ và gửi lại');
  if (last !== undefined && !/[\r\n]$/.test(text) && isCutOff(records, last)) {
    const rest = oneLine(last.cells.join(dialect.delimiter)).slice(0, 60);
    return refusal(`tệp bị cắt giữa chừng ở dòng ${last.record} ("${rest}"); hãy xuất lại tệp đầy đủ và gửi lại`);
  }
  const mended: Mended[] = [];
  const rows = records.map(({ record: row, cells, fault }) => {
    const split = otherDelimiter(cells, width);
    const how = split === null ? fault : 'other delimiter';
    if (how !== null && how !== 'cut off') mended.push({ row, how });
    return (split ?? cells).map(
      (cell, index): Cell => ({ text: cell, literal: false, at: { row, column: index + 1 } }),
    );
  });
  return { kind: 'grid', rows, mended };
}

/** The records of a CSV text as they are written, and in what dialect. */
export function recordsOf(text: string): { dialect: Dialect; width: number; records: CsvRecord[] } {
  const head = text.slice(0, headLength);
  const { dialect, width, runnerUp } = reportDialect(head, head.length === text.length);
  const read = (dialect: Dialect, width: number) => {
    const reader = new CsvRecords(dialect, width);
    return { dialect, width, records: [...reader.push(text), ...reader.end()] };
  };
  if (width > 1 || runnerUp === null) return read(dialect, width);
  // A preamble as long as the table looks like no table at all: any delimiter is better than none.
  const first = read({ ...dialect, delimiter: runnerUp }, 0);
  return read(first.dialect, widestUsual(first.records.map(({ cells }) => cells)));
}

/** It is the only record of the table that is too short. */
function isCutOff(records: readonly CsvRecord[], last: CsvRecord): boolean {
  const width = widestUsual(records.map(({ cells }) => cells));
  const table = records.slice(
    records.findIndex(({ cells }) => cells.length === width),
    -1,
  );
  return last.cells.length < width && table.length > 1 && table.every(({ cells }) => cells.length === width);
}

/** A line that was pasted in from a file with another delimiter; a sentence with commas holds no figure of its own. */
function otherDelimiter(cells: readonly string[], width: number): string[] | null {
  const split = cells.length === 1 ? otherwiseSplit(cells[0] as string, width) : null;
  return split?.slice(1).some((cell) => lookOf(cell) === 'number') ? split : null;
}
