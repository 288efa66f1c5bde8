import { isYear, type Look, lookOf } from './cell-look';
import { type Columns, columnsOf, extent, filled, isHeader, keyOf, mayName, namesFor, namesOfAnother } from './header';
import { otherwiseSplit } from './other-delimiter';
import type { CsvRecord } from './records';
import { widestUsual } from './sniff';

/** Where a table begins among the first records of a file, and what it looks like. */
export interface Beginning {
  readonly start: number;
  /** The header rows, none to three, that stand at `start`. */
  readonly header: readonly CsvRecord[];
  readonly width: number;
  readonly columns: Columns;
  /** Nearly all records have as many cells as is usual, so that one with fewer lost some. */
  readonly regular: boolean;
  /** For each column how long its cells get. */
  readonly longest: readonly number[];
}

/** The first records, and of each what is asked again and again. */
interface Sample {
  readonly records: readonly CsvRecord[];
  readonly rows: readonly (readonly string[])[];
  /** Filled cells. */
  readonly counts: readonly number[];
  readonly looks: readonly (readonly Look[])[];
  readonly keys: readonly string[];
}

/** A longer preamble than this is not looked through. */
const longestPreamble = 60;
/** So many records of the body tell its looks. */
const sampled = 60;
const mostHeaders = 3;
const regularShare = 0.9;
/** Two rows are as full as one another from here on. */
const asFull = 0.75;

/**
 * A table begins at its header: text over columns of numbers, dates or codes, with the rows directly below. Where no row
 * is a header, it begins at the first record that is as full as the others usually are.
 */
export function findBeginning(all: readonly CsvRecord[]): Beginning {
  const records = all.slice(0, otherTable(all));
  const rows = records.map(({ cells }) => cells);
  const counts = rows.map(filled);
  const sample = { records, rows, counts, looks: rows.map((cells) => cells.map(lookOf)), keys: rows.map(keyOf) };
  const usual = widestUsual(rows.filter((_, row) => (counts[row] as number) > 0));
  for (let row = 0; row < Math.min(rows.length - 1, longestPreamble); row += 1) {
    const below = rowsUnderHeader(sample, row, usual);
    if (below === 0) continue;
    // One row alone tells too little of its columns to call the rows above it headers.
    const start = below === 1 ? sameAbove(sample, row) : firstHeader(sample, row);
    // With rows as full as this above it, it is no beginning but a line of text in the middle of a table.
    const above = rows.slice(counts.lastIndexOf(0, Math.max(0, start - 1)) + 1, start);
    if (above.some((cells) => !isComment(cells) && filled(cells) > asFull * (counts[row] as number))) continue;
    return shaped(sample, start, records.slice(start, row + 1));
  }
  const full = median(counts.filter((count, row) => count > 0 && rows[row]?.length === usual));
  const start = pastKeys(
    sample,
    counts.findIndex((count, row) => count > 0 && 2 * count >= full && mayBegin(rows[row] as string[], usual)),
    usual,
  );
  if (start < 0) return { start: 0, header: [], width: usual, columns: [], regular: false, longest: [] };
  const beginning = shaped(sample, start, []);
  return foreignHeader(sample, beginning) ?? textHeader(sample, beginning);
}

const mayBegin = (cells: readonly string[], usual: number) =>
  2 * cells.length > usual && !(isComment(cells) && cells.length !== usual);

const isComment = (cells: readonly string[]) => /^\s*#/.test(cells[0] ?? '');

/** Past rows that are all narrower than usual and end at an empty line: keys and values over a table that is wide from there on. */
function pastKeys({ rows, counts }: Sample, start: number, usual: number): number {
  const blank = counts.indexOf(0, Math.max(0, start));
  const next = counts.findIndex((count, row) => row > blank && count > 0);
  if (start < 0 || blank < 0 || rows[next]?.length !== usual) return start;
  return rows.slice(start, blank).every(({ length }) => length < usual) ? next : start;
}

/** Where the names of one row come again with some more or fewer: there another table begins, which tells nothing of the first. */
function otherTable(records: readonly CsvRecord[]): number {
  const names = records
    .slice(0, longestPreamble)
    .flatMap(({ cells }, row) => (mayName(cells, []) ? [{ cells, row }] : []));
  const at = records.findIndex(({ cells }, row) =>
    names.some((above) => above.row + 1 < row && namesOfAnother(cells, above.cells)),
  );
  return at < 0 ? records.length : at;
}

/** How many rows stand right below the row, where it is a header of theirs and the first of them is none; else 0. */
function rowsUnderHeader(sample: Sample, row: number, usual: number): number {
  const { rows, counts, keys } = sample;
  if ((counts[row] as number) < 2) return 0;
  // The header comes again at each printed page; counted as values its names would spoil the columns' looks.
  const below = withoutNotes(
    sample,
    block(sample, row + 1).filter((each) => keys[each] !== keys[row]),
  );
  const width = widestUsual(below.map((each) => rows[each] as string[]));
  if (below.length === 0 || width < Math.min(3, usual)) return 0;
  if (2 * (counts[row] as number) < median(below.map((each) => counts[each] as number))) return 0;
  const columns = columnsAt(sample, below, width);
  if (!isHeader(namesFor(rows[row] as string[], width), columns)) return 0;
  if (keys[row + 1] === keys[row]) return 0;
  return below.length > 1 && isHeader(rows[row + 1] as string[], columns) ? 0 : below.length;
}

/** The rows directly above a header row that belong to it: as full as it, or filling its gaps, or titles over spans of it. */
function firstHeader({ rows, counts }: Sample, last: number): number {
  let first = last;
  const named = new Set(filledColumns(rows[last] as string[]));
  let fullest = counts[last] as number;
  while (first > 0 && last - first + 1 < mostHeaders) {
    const above = rows[first - 1] as string[];
    const columns = filledColumns(above);
    if (columns.some((column) => isFigure(above[column] as string))) break;
    if (isComment(above) && !isComment(rows[last] as string[])) break;
    const fills = columns.some((column) => !named.has(column));
    const spans = columns.at(-1) !== columns.length - 1;
    const severalTitles = columns.length >= 2 && (fills || spans);
    const oneTitle = columns.length === 1 && spans && namesTwice(rows[first] as string[]);
    if (columns.length < asFull * fullest && !severalTitles && !oneTitle) break;
    for (const column of columns) named.add(column);
    fullest = Math.max(fullest, columns.length);
    first -= 1;
  }
  return first;
}

/** The first of the rows above a header row that say the same as it. */
function sameAbove({ keys }: Sample, last: number): number {
  let first = last;
  while (last - first + 1 < mostHeaders && keys[first - 1] === keys[last]) first -= 1;
  return first;
}

const isFigure = (cell: string) => ['number', 'date'].includes(lookOf(cell)) && !isYear(cell);

const namesTwice = (cells: readonly string[]) => {
  const names = cells.filter((cell) => cell.trim() !== '');
  return new Set(names).size < names.length;
};

/** The names over columns of text, which no look can tell from values; perhaps written twice or thrice. */
function textHeader(sample: Sample, beginning: Beginning): Beginning {
  const { start, columns } = beginning;
  const last = sample.keys.findIndex((key, row) => row >= start && key !== sample.keys[row + 1]);
  const header = sample.records.slice(start, last + 1);
  const below = sample.rows.slice(last + 1, last + 1 + sampled);
  if (columns.some((look) => look !== null) || below.length === 0 || header.length > mostHeaders) return beginning;
  if (!mayName(sample.rows[last] as string[], below)) return beginning;
  // Its empty columns at the end stay: if the guess is wrong, a later record may fill them.
  return { ...beginning, header };
}

/** A header line with another delimiter than the rest of the file, right above it. */
function foreignHeader({ records }: Sample, beginning: Beginning): Beginning | null {
  const above = records[beginning.start - 1];
  // A title of two words is no header of two columns.
  if (above?.cells.length !== 1 || beginning.width < 3) return null;
  const cells = otherwiseSplit(above.cells[0] as string, beginning.width);
  if (cells === null || !isHeader(cells, beginning.columns)) return null;
  return { ...beginning, start: beginning.start - 1, header: [{ ...above, cells }] };
}

function shaped(sample: Sample, start: number, header: readonly CsvRecord[]): Beginning {
  const from = start + header.length;
  const again = sample.keys.slice(start, from);
  const together = block(sample, from);
  const below = withoutNotes(
    sample,
    (together.length >= 3 ? together : filledFrom(sample, from)).filter(
      (row) => !again.includes(sample.keys[row] as string),
    ),
  );
  const rows = below.map((row) => sample.rows[row] as string[]);
  const names = header.map(({ cells }) => cells);
  // The header has its say too: of three rows that one delimiter too many stands in, it tells which width is the table's.
  const usual = widestUsual(header.length === 1 ? [...names, ...rows] : rows);
  const width = names.length === 0 ? usual : widthUnder(names, rows, usual);
  const regular = rows.length > 2 && rows.filter(({ length }) => length === usual).length >= regularShare * rows.length;
  const longest = Array.from({ length: width }, (_, column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return { start, header, width, columns: columnsAt(sample, below, width), regular, longest };
}

/** As wide as the rows usually are or the names reach; without the columns at the end that are empty in both. */
function widthUnder(
  header: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
  usual: number,
): number {
  const named = Math.max(...header.map(extent));
  if (named > usual) {
    const [only] = header;
    const surplus = header.length === 1 && only !== undefined && filled(only) === usual && rows.length > 0;
    return surplus ? usual : named;
  }
  if (header.some(({ length }) => length < usual)) return usual;
  return Math.max(named, ...rows.filter(({ length }) => length <= usual).map(extent));
}

/** The rows that have more than one filled cell, where some have: footnotes under a short table would spoil its columns' looks. */
function withoutNotes({ counts }: Sample, rows: readonly number[]): readonly number[] {
  const full = rows.filter((row) => (counts[row] as number) > 1);
  return full.length > 0 ? full : rows;
}

/** The rows from `from` up to the next blank one. */
function block({ counts }: Sample, from: number): number[] {
  const rows: number[] = [];
  for (let row = from; row < counts.length && counts[row] !== 0 && rows.length < sampled; row += 1) rows.push(row);
  return rows;
}

const filledFrom = ({ counts }: Sample, from: number) =>
  counts.flatMap((count, row) => (row >= from && count > 0 ? [row] : [])).slice(0, sampled);

const columnsAt = ({ looks }: Sample, rows: readonly number[], width: number) =>
  columnsOf(
    rows.map((row) => looks[row] as Look[]),
    width,
  );

const filledColumns = (cells: readonly string[]) =>
  cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]));

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
