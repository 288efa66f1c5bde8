import { lookOf } from './cell-look';
import type { Dialect } from './dialect';
import { type CsvRecord, CsvRecords } from './records';

export interface Sniffed {
  readonly dialect: Dialect;
  /** How far the delimiter is ahead of the runner-up, 0 to 1; 0 where nothing speaks for any. */
  readonly margin: number;
  readonly runnerUp: string | null;
  /** The number of cells that most records have under this dialect; 1 where no delimiter was found. */
  readonly width: number;
}

/** In order of custom: on a tie the earlier wins. Words and times are full of the last two, so they must do better. */
const delimiters: readonly (readonly [string, number])[] = [
  [',', 1],
  [';', 1],
  ['\t', 1],
  ['|', 1],
  ['\\t', 0.9],
  ['^', 0.8],
  ['~', 0.8],
  [':', 0.4],
  [' ', 0.6],
];
const quotes = ['"', "'", '“”', '«»', '`'];
/** Enough to tell; a register's head of this many records is some 100 kB. */
const sampledRecords = 400;
const pieceLength = 1 << 14;
/** What one column of whole cells scores: a delimiter that does no better makes no table. */
const oneColumn = 0.2;

/**
 * The dialect that reads the head of a file best: nearly all records of one width, the wider the better, and cells that are
 * whole (a number, a date, a word) rather than halves of something. `headIsWhole`: it is the whole file, so its last line counts.
 */
export function sniffDialect(head: string, headIsWhole: boolean): Sniffed {
  const sample = headIsWhole
    ? head
    : head.slice(0, Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1) || head;
  const lineEnd = usualLineEnd(sample);
  const quote = usualQuote(sample);
  const told = /^\ufeff?sep=(.)\s*[\r\n]/i.exec(sample)?.[1];
  const scored = delimiters
    .filter(([delimiter]) => sample.includes(delimiter))
    .map(([delimiter, weight]) => {
      const dialect: Dialect = { delimiter, quote, escape: usualEscape(sample, quote, delimiter), lineEnd };
      const judged = judge(sample, dialect);
      return { ...judged, dialect, score: delimiter === told ? 1 : judged.score * weight };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || best.score < oneColumn * wholeLines(sample, quote) ** 2) {
    // A delimiter that does not occur leaves the one column whole.
    const unused = delimiters.find(([delimiter]) => !sample.includes(delimiter))?.[0] ?? ',';
    const dialect: Dialect = { delimiter: unused, quote, escape: usualEscape(sample, quote, unused), lineEnd };
    return { dialect, margin: 0, runnerUp: best?.dialect.delimiter ?? null, width: 1 };
  }
  return {
    ...longerDelimiter(sample, best.dialect, best),
    margin: Math.min(1, best.score - (second?.score ?? 0)),
    runnerUp: second?.dialect.delimiter ?? null,
  };
}

interface Judged {
  readonly score: number;
  readonly width: number;
  /** How many records have that width. */
  readonly usual: number;
}

/** Share of records of one width (or of two tables'), squared; times how wide they are; times the share of cells that are whole. */
function judge(sample: string, dialect: Dialect): Judged {
  const records = firstRecords(sample, dialect)
    .map(({ cells }) => cells)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const width = widestUsual(records);
  if (width < 2) return { score: 0, width: 1, usual: 0 };
  const usual = records.filter(({ length }) => length === width);
  const cells = usual.flat().filter((cell) => cell !== '');
  const whole = dialect.delimiter === ' ' ? betweenSpaces(usual) : share(cells, (cell) => isWhole(cell, dialect));
  const alike = Math.max(usual.length, inTwoTables(records)) / records.length;
  return { score: alike * alike * (1 - 1 / width) * whole, width, usual: usual.length };
}

function firstRecords(sample: string, dialect: Dialect): CsvRecord[] {
  const reader = new CsvRecords(dialect);
  const records: CsvRecord[] = [];
  for (let at = 0; at < sample.length && records.length < sampledRecords; at += pieceLength)
    records.push(...reader.push(sample.slice(at, at + pieceLength)));
  if (records.length < sampledRecords) records.push(...reader.end());
  return records.slice(0, sampledRecords);
}

/** How many records stand in the two longest runs of one width: a file of two tables is half the one, half the other. */
function inTwoTables(records: readonly string[][]): number {
  const runs: number[] = [];
  records.forEach(({ length }, index) => {
    if (length === records[index - 1]?.length) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(1);
  });
  let first = 0;
  const tables = runs.filter((run) => {
    const width = records[first]?.length ?? 0;
    first += run;
    return run > 1 && width > 1;
  });
  return tables
    .sort((a, b) => b - a)
    .slice(0, 2)
    .reduce((sum, run) => sum + run, 0);
}

/** Words stand between spaces in any text, and so do the groups of a figure: only figures, dates, codes, and cells with spaces
 * in them, which were quoted, speak for spaces. */
function betweenSpaces(records: readonly string[][]): number {
  if (share(records, (cells) => /^[-+]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(cells.join(' '))) > 0.5) return 0;
  return share(records.flat(), (cell) => cell.includes(' ') || ['number', 'date', 'code'].includes(lookOf(cell)));
}

function wholeLines(sample: string, quote: string): number {
  const lines = sample.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const dialect: Dialect = { delimiter: '', quote, escape: null, lineEnd: '\n' };
  return share(lines, (line) => isWhole(line, dialect) && !commasPart(line));
}

/** A comma without a space after it, other than a decimal one, which no sentence has. */
const commasPart = (line: string) =>
  lookOf(line) !== 'number' && (/\s/.test(line.trim()) ? /[^\s\d],\S|\S,[^\s\d]/ : /,/).test(line);

const share = <T>(list: readonly T[], test: (item: T) => boolean) =>
  list.filter(test).length / Math.max(1, list.length);

/** The width that most cells lie in: many lines of a preamble do not outweigh a short but wide table. */
export function widestUsual(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  return usualWidth([...counts]);
}

/** The same of widths and how many records have each. */
export function usualWidth(counts: readonly (readonly [width: number, count: number])[]): number {
  const weight = ([width, count]: readonly [number, number]) => count * Math.max(0.5, width - 1);
  return [...counts].sort((a, b) => weight(b) - weight(a) || b[0] - a[0])[0]?.[0] ?? 0;
}

/** A number, a date; or a code or text without another delimiter or a quote in it. */
function isWhole(cell: string, { delimiter, quote }: Dialect): boolean {
  const text = cell.trim();
  const look = lookOf(text);
  if (look === 'number' || look === 'date' || look === 'empty') return true;
  const others = delimiter === ' ' || delimiter === ':' ? ',;\t|' : ';\t|^';
  if ([...others].some((other) => other !== delimiter && text.includes(other))) return false;
  return quote === null || !text.includes(quote[0] as string);
}

/** `, ` or ` | ` or `||`, where it makes the same records as its one character does. */
function longerDelimiter(sample: string, dialect: Dialect, short: Judged): { dialect: Dialect; width: number } {
  const { delimiter } = dialect;
  if (delimiter.length === 1 && delimiter !== ' ') {
    for (const long of [` ${delimiter} `, `${delimiter} `, delimiter + delimiter]) {
      if (!sample.includes(long)) continue;
      // Empty columns look like doubled delimiters: nobody doubles the usual two.
      if (long === delimiter + delimiter && (short.width < 3 || delimiter === ',' || delimiter === ';')) continue;
      const judged = judge(sample, { ...dialect, delimiter: long });
      const width = long === delimiter + delimiter ? 2 * judged.width - 1 : judged.width;
      if (width === short.width && judged.usual === short.usual) {
        return { dialect: { ...dialect, delimiter: long }, width: judged.width };
      }
    }
  }
  return { dialect, width: short.width };
}

function usualLineEnd(sample: string): Dialect['lineEnd'] {
  const count = { '\r\n': 0, '\n': 0, '\r': 0 };
  for (const [end] of sample.matchAll(/\r\n|\n|\r/g)) count[end as Dialect['lineEnd']] += 1;
  if (count['\r\n'] >= count['\n'] && count['\r\n'] >= count['\r']) return count['\r\n'] > 0 ? '\r\n' : '\n';
  return count['\n'] >= count['\r'] ? '\n' : '\r';
}

/** The quote that encloses most cells: it opens after a delimiter and closes before one. The double quote where none does. */
function usualQuote(sample: string): string {
  const enclosed = quotes.map((quote) => {
    const [open, close] = [quote[0], quote.at(-1)].map((mark) => `\\u{${mark?.codePointAt(0)?.toString(16)}}`);
    // An apostrophe stands next to spaces and colons in any text.
    const beside = quote === '"' ? '[,;\\t|^~: ]' : '[,;\\t|^~]';
    const cell = new RegExp(
      `(?:^|[\\r\\n]|${beside}) ?${open}[^${open}${close}]*${close}(?= ?(?:${beside}|[\\r\\n]|$))`,
      'gu',
    );
    return { quote, count: [...sample.matchAll(cell)].length };
  });
  const best = enclosed.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 0 ? best.quote : '"';
}

/** A backslash where it stands before most quotes within cells: more often than a second quote, or nothing. */
function usualEscape(sample: string, quote: string | null, delimiter: string): string | null {
  if (quote === null) return null;
  const close = quote.at(-1) as string;
  let slashed = 0;
  let otherwise = 0;
  for (let at = sample.indexOf(close); at >= 0; at = sample.indexOf(close, at + 1)) {
    const after = sample.slice(at + 1, at + 1 + delimiter.length);
    const ends = after === '' || after === delimiter || /^[\r\n]/.test(after);
    if (sample[at - 1] === '\\') slashed += ends ? 0 : 1;
    else if (!ends && !opensCell(sample, at, delimiter)) {
      otherwise += 1;
      if (after.startsWith(close)) at += 1;
    }
  }
  if (slashed > otherwise) return '\\';
  return quote.length === 1 ? quote : null;
}

const opensCell = (text: string, at: number, delimiter: string) =>
  at === 0 || /[\r\n]/.test(text[at - 1] as string) || text.startsWith(delimiter, at - delimiter.length);
