import { type Grid, type Mended, type Refusal, refusal } from '../../schemas/cell';
import { cellsIn } from '../../schemas/rows';
import { lookOf } from './cell-look';
import { CutOff } from './cut-off';
import type { Dialect } from './dialect';
import { reportDialect } from './known-headers';
import { otherwiseSplit } from './other-delimiter';
import { type CsvRecord, CsvRecords } from './records';
import { widestUsual } from './sniff';

/** So much of a file is looked at to find its dialect. */
export const headLength = 1 << 17;

/** So many cells and rows take 200 MB; a report has some thousands, and a large register is read row by row. */
const most = 1_000_000;
/** Read so many characters at a time, so that what has too many cells is noticed in time. */
const pieceLength = 1 << 16;

/** CSV text as a grid of all its cells as written; rows count from 1, empty lines included, as Excel shows them. */
export function readGrid(text: string): Grid | Refusal {
  const read = recordsOf(text);
  if ('kind' in read) return read;
  const { dialect, width, records } = read;
  const end = new CutOff();
  for (const record of records) end.add(record);
  const refused = end.refusal(/[\r\n]$/.test(text), dialect);
  if (refused !== null) return refused;
  const mended: Mended[] = [];
  const rows = records.map((record) => {
    const { texts, how } = textsOf(record, width);
    if (how !== null && how !== 'cut off' && how !== 'too long') mended.push({ row: record.record, how });
    return cellsIn({ row: record.record, texts });
  });
  return { kind: 'grid', rows, mended };
}

/** A record's cells, and what it was read past; `width`: how many cells the records usually have. */
export function textsOf({ cells, fault }: CsvRecord, width: number) {
  const split = otherDelimiter(cells, width);
  return split === null ? { texts: cells, how: fault } : { texts: split, how: 'other delimiter' as const };
}

/** The records of a CSV text as they are written, and in what dialect; a text of more than a million cells and rows is refused. */
export function recordsOf(text: string): { dialect: Dialect; width: number; records: CsvRecord[] } | Refusal {
  const head = text.slice(0, headLength);
  const { dialect, width, runnerUp } = reportDialect(head, head.length === text.length);
  const read = (dialect: Dialect, width: number) => {
    const records = limited(text, new CsvRecords(dialect, width));
    return records === null ? tooMany : { dialect, width, records };
  };
  if (width > 1 || runnerUp === null) return read(dialect, width);
  // A preamble as long as the table looks like no table at all: any delimiter is better than none.
  const first = read({ ...dialect, delimiter: runnerUp }, 0);
  if ('kind' in first) return first;
  return read(first.dialect, widestUsual(first.records.map(({ cells }) => cells)));
}

const tooMany = refusal(
  'bảng có quá nhiều dòng và ô (hơn một triệu) so với một báo cáo; hãy xóa các dòng và cột thừa rồi gửi lại, mỗi tỉnh, mỗi kỳ một tệp',
);

/** All records of the text, or null where there are too many. */
function limited(text: string, reader: CsvRecords): CsvRecord[] | null {
  const records: CsvRecord[] = [];
  let count = 0;
  for (let at = 0; at <= text.length; at += pieceLength) {
    const last = at + pieceLength > text.length;
    const pushed = reader.push(text.slice(at, at + pieceLength));
    for (const record of last ? [...pushed, ...reader.end()] : pushed) {
      count += 1 + record.cells.length;
      records.push(record);
    }
    if (count > most) return null;
  }
  return records;
}

/** A line that was pasted in from a file with another delimiter; a sentence with commas holds no figure of its own. */
function otherDelimiter(cells: readonly string[], width: number): string[] | null {
  const split = cells.length === 1 && width > 2 ? otherwiseSplit(cells[0] as string, width) : null;
  return split?.slice(1).some((cell) => lookOf(cell) === 'number') ? split : null;
}
