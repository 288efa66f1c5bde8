import { reviewColumns, withoutReview } from '../../../schemas/review';
import { besideRows, headerOf, isExceeded } from './beside';
import type { Doubtful } from './wording';

/** A CSV file as it was read. */
export interface CsvFile {
  readonly text: string;
  /** All records, the empty ones too. */
  readonly records: readonly CsvRow[];
  readonly dialect: CsvDialect;
  /** The rows that name the columns of a table, counted from 1. */
  readonly headers: readonly number[];
}

export interface CsvRow {
  readonly cells: readonly string[];
  /** The line that it begins on, counted from 1. */
  readonly line: number;
  /** Its quotes or delimiters were not as they should be: what is put after it would not be read as cells of its own. */
  readonly faulty: boolean;
}

interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string | null;
  readonly escape: string | null;
}

/**
 * The file with two more columns that say beside each row what is wrong in it and what would mend it. Every sound
 * record keeps its text, and its line end; UTF-8 with a byte-order mark, which Excel needs. A copy of a copy has the columns once.
 */
export function annotatedCsv(file: CsvFile, findings: readonly Doubtful[]): Buffer {
  const { records, dialect } = file;
  const headers = file.headers.length > 0 ? file.headers : [1];
  const written = records.map(({ cells }) => cells);
  const unmarked = withoutReview(written, (cell) => cell);
  const rows = withBlanksNamed(unmarked, findings, headers);
  const texts = recordTexts(file);
  const beside = besideRows(findings, rows, headers);
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const lines = rows.map((cells, index) => {
    const row = index + 1;
    const [text = '', end = ''] = texts[index] ?? [];
    const own =
      cells === written[index] && !records[index]?.faulty
        ? text
        : cells.map((cell) => plain(cell, dialect)).join(dialect.delimiter);
    const gap = Array<string>(width - cells.length).fill('');
    if (headers.includes(row)) {
      if (gap.length > 0 && isExceeded(row, rows)) gap[0] = reviewColumns.surplus;
      return [own, ...gap, reviewColumns.wrong, reviewColumns.mend].join(dialect.delimiter) + end;
    }
    const said = beside.get(row);
    // A title or an empty line is left alone; the table's rows stay as wide as their header.
    if (said === undefined && (cells.length < 2 || row < (headers[0] ?? 1))) return own + end;
    const added = [said?.wrong ?? '', said?.mend ?? ''].map((cell) => (cell === '' ? '' : quoted(cell, dialect)));
    return [own, ...gap, ...added].join(dialect.delimiter) + end;
  });
  return Buffer.from(`\ufeff${lines.join('')}`);
}

/** A row that is too long may be so by empty cells only: a word in the doubtful one keeps it so in the copy. */
function withBlanksNamed(
  rows: readonly (readonly string[])[],
  findings: readonly Doubtful[],
  headers: readonly number[],
): readonly (readonly string[])[] {
  const named = [...rows];
  for (const { at } of findings) {
    if (at === null || 'pointer' in at) continue;
    const cells = named[at.row - 1];
    const isBeyond = at.column > (rows[headerOf(at.row, headers) - 1]?.length ?? 0);
    if (isBeyond && cells?.[at.column - 1]?.trim() === '')
      named[at.row - 1] = cells.with(at.column - 1, reviewColumns.blank);
  }
  return named;
}

/** Of each record its text and the line end after it. A quoted line break ends no record. */
function recordTexts({ text, records }: CsvFile): [text: string, end: string][] {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return records.map(({ line }, index) => {
    const whole = lines.slice(line - 1, (records[index + 1]?.line ?? lines.length + 1) - 1).join('');
    const end = /(?:\r\n|\r|\n)?$/.exec(whole)?.[0] ?? '';
    return [whole.slice(0, whole.length - end.length), end];
  });
}

function plain(cell: string, dialect: CsvDialect): string {
  const special = [dialect.delimiter, dialect.quote?.[0] ?? '"', dialect.quote?.at(-1) ?? '"', '\r', '\n'];
  return special.some((mark) => cell.includes(mark)) ? quoted(cell, dialect) : cell;
}

function quoted(cell: string, dialect: CsvDialect): string {
  const [open, close] = [dialect.quote?.[0] ?? '"', dialect.quote?.at(-1) ?? '"'];
  if (dialect.escape === '\\') return open + cell.replaceAll('\\', '\\\\').replaceAll(close, `\\${close}`) + close;
  // Where the dialect has no way to write its quote within quotes, the text does without.
  return open + cell.replaceAll(close, dialect.escape === null ? '' : close + close) + close;
}
