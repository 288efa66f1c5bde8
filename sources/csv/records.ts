import { type Dialect, quotesOf } from './dialect';
import { bestReading, type Fault, lenientCells, mostCells, nextQuote, pastSpaces, unquoted, widthPrice } from './mend';

/** One record as written, quotes undone. */
export interface CsvRecord {
  readonly cells: string[];
  /** Counted from 1, empty lines included: the row that Excel shows. */
  readonly record: number;
  /** The line of the file that it starts on, from 1: more than `record` after quoted line breaks. */
  readonly line: number;
  readonly fault: Fault | null;
}

/** A quote that is not closed within so much text is a stray one; Excel's cells hold 32 767 characters. */
const longestCell = 1 << 20;
/** A longer line is none of a table; undoing the quotes of one of 20 MB took 790 MB. */
const longestLine = 1 << 20;
/** How far past a doubtful quote the reading that fits best is looked for. */
const farthestLine = 20;
const farthest = 1 << 16;
/** Work starts when so much text has come, or as much as is held: a record of many chunks is not read anew with each. */
const worthwhile = 1 << 16;

const nowhere = Number.POSITIVE_INFINITY;

/** A record as it was found in the text: `stop` is where its line end stands, or the end of the text. */
interface Found {
  readonly cells: string[];
  readonly stop: number;
  readonly lines: number;
  readonly fault: Fault | null;
}

/**
 * The records of a CSV text that comes in chunks, cut anywhere. Never throws; memory holds one record and a chunk.
 * A line end is LF, CR LF or CR, mixed at will. Lines without a quote, and records whose quotes are as they should be, take
 * the short way; for the rest `mend.ts` weighs how they can be read.
 */
export class CsvRecords {
  readonly #dialect: Dialect;
  readonly #open: string | null;
  readonly #close: string;
  readonly #width: number;
  readonly #paddable: boolean;
  #waiting: string[] = [];
  #waitingLength = 0;
  #text = '';
  /** The next of each in the text at or after the place being read; looked for again only once passed. */
  #lf = -1;
  #cr = -1;
  #quote = -1;
  #record = 0;
  #line = 1;
  #lastRecord: number | null = null;
  /** What comes belongs to a line that was too long, up to its end. */
  #dropping = false;

  /** `width`: how many cells the table's records have, 0 where not known; it decides between readings of stray quotes. */
  constructor(dialect: Dialect, width = 0) {
    this.#dialect = dialect;
    const { open, close } = quotesOf(dialect);
    this.#open = open;
    this.#close = close ?? '';
    this.#width = width;
    this.#paddable = !/^[ \t]/.test(dialect.delimiter);
  }

  push(chunk: string): CsvRecord[] {
    this.#waiting.push(chunk);
    this.#waitingLength += chunk.length;
    return this.#waitingLength < Math.max(worthwhile, this.#text.length) ? [] : this.#read(false);
  }

  end(): CsvRecord[] {
    return this.#read(true);
  }

  #read(last: boolean): CsvRecord[] {
    const text = this.#text + this.#waiting.join('');
    this.#text = text;
    this.#waiting = [];
    this.#waitingLength = 0;
    this.#lf = this.#cr = this.#quote = -1;
    const { delimiter } = this.#dialect;
    const records: CsvRecord[] = [];
    let at = this.#record === 0 && text.startsWith('\ufeff') ? 1 : 0;
    while (at < text.length) {
      const end = this.#lineEnd(at);
      const stop = Math.min(end, text.length);
      if (this.#dropping || stop - at > longestLine) {
        if (!this.#dropping) records.push(this.#tooLong(at));
        const next = this.#pastLineEnd(stop, last);
        this.#dropping = end === nowhere || next < 0;
        at = next < 0 ? stop : next;
        if (next < 0) break;
        continue;
      }
      if (end === nowhere && !last) break;
      const found =
        this.#nextQuote(at) >= stop
          ? { cells: text.slice(at, stop).split(delimiter, mostCells), stop, lines: 1, fault: null }
          : this.#quoted(at, last);
      const next = found === null ? -1 : this.#pastLineEnd(found.stop, last);
      if (found === null || next < 0) break;
      this.#record += 1;
      records.push({ cells: found.cells, record: this.#record, line: this.#line, fault: found.fault });
      this.#line += found.lines;
      at = next;
    }
    this.#text = text.slice(at);
    return records;
  }

  /** The beginning of a line that is too long. */
  #tooLong(at: number): CsvRecord {
    this.#record += 1;
    const cells = this.#text.slice(at, at + longestLine).split(this.#dialect.delimiter, mostCells);
    const record: CsvRecord = { cells, record: this.#record, line: this.#line, fault: 'too long' };
    this.#line += 1;
    return record;
  }

  /** -1 where the other half of a CR LF may still come. */
  #pastLineEnd(stop: number, last: boolean): number {
    if (stop >= this.#text.length) return stop;
    if (this.#text.charCodeAt(stop) !== 13) return stop + 1;
    if (stop + 1 === this.#text.length && !last) return -1;
    return this.#text.charCodeAt(stop + 1) === 10 ? stop + 2 : stop + 1;
  }

  #lineEnd(at: number): number {
    if (this.#lf < at) this.#lf = orNowhere(this.#text.indexOf('\n', at));
    if (this.#cr < at) this.#cr = orNowhere(this.#text.indexOf('\r', at));
    return Math.min(this.#lf, this.#cr);
  }

  #nextQuote(at: number): number {
    if (this.#open === null) return nowhere;
    if (this.#quote < at) this.#quote = orNowhere(this.#text.indexOf(this.#open, at));
    return this.#quote;
  }

  /** The record at `at`, in which quotes stand; null where more text is needed. */
  #quoted(at: number, last: boolean): Found | null {
    const firstEnd = this.#lineEnd(at);
    const [lf, cr] = [this.#lf, this.#cr];
    const strict = this.#strict(at, last);
    // The lines that a stray quote would have swallowed are read again.
    [this.#lf, this.#cr] = [lf, cr];
    if (strict === 'more') return null;
    if (strict === 'broken') return this.#mended(at, null, last);
    const swallowed = strict.stop > firstEnd;
    const fits = this.#width === 0 || strict.cells.length === this.#width;
    if (fits || !(swallowed || strict.strayed)) {
      return { ...strict, lines: swallowed ? linesIn(this.#text.slice(at, strict.stop)) : 1, fault: null };
    }
    return this.#mended(at, swallowed ? strict : null, last);
  }

  /** As RFC 4180 has it; `broken` where something else than a delimiter follows a closing quote, or none closes. */
  #strict(at: number, last: boolean): { cells: string[]; stop: number; strayed: boolean } | 'more' | 'broken' {
    const text = this.#text;
    const { delimiter } = this.#dialect;
    const open = this.#open as string;
    const cells: string[] = [];
    let strayed = false;
    for (let from = at; ; ) {
      const start = this.#paddable ? pastSpaces(text, from) : from;
      let stop: number;
      if (text.startsWith(open, start)) {
        const quote = this.#closing(start + open.length, last);
        if (quote === 'more') return text.length - at > longestCell ? 'broken' : 'more';
        if (quote === 'none') return 'broken';
        const after = quote + this.#close.length;
        stop = this.#paddable ? pastSpaces(text, after) : after;
        if (stop + delimiter.length > text.length && !last) return 'more';
        cells.push(unquoted(text.slice(start + open.length, quote), this.#dialect));
      } else {
        const lineEnd = this.#lineEnd(from);
        if (lineEnd === nowhere && !last) return 'more';
        const next = text.indexOf(delimiter, from);
        stop = next < 0 || next > lineEnd ? Math.min(lineEnd, text.length) : next;
        const cell = text.slice(from, stop);
        strayed ||= cell.includes(open);
        cells.push(cell);
      }
      // A list that was pushed to keeps room for 16 more, 300 bytes a record.
      if (stop >= text.length || isLineEnd(text.charCodeAt(stop))) return { cells: cells.slice(), stop, strayed };
      if (!text.startsWith(delimiter, stop) || cells.length === mostCells) return 'broken';
      from = stop + delimiter.length;
    }
  }

  /** The quote that closes a cell; `more` where it may still come, `none` where it is too far off or the text is over. */
  #closing(from: number, last: boolean): number | 'more' | 'none' {
    const doubled = this.#dialect.escape === this.#close;
    let quote = nextQuote(this.#text, from, this.#close, this.#dialect.escape);
    while (doubled && quote >= 0 && this.#text.startsWith(this.#close, quote + this.#close.length)) {
      quote = this.#text.indexOf(this.#close, quote + 2 * this.#close.length);
    }
    if (quote < 0) return last ? 'none' : 'more';
    if (quote - from > longestCell) return 'none';
    return quote + this.#close.length >= this.#text.length && !last ? 'more' : quote;
  }

  /**
   * The reading that fits best: of the first line alone, or of it and some of the lines after it. `strict`: what the quotes,
   * taken at their word, made of it, at a width that is not the table's.
   */
  #mended(at: number, strict: { cells: string[]; stop: number } | null, last: boolean): Found | null {
    const text = this.#text;
    if (!last && text.length - at <= farthest) return null;
    let best: Found | null = null;
    let cost = nowhere;
    if (strict !== null) {
      best = { ...strict, lines: linesIn(text.slice(at, strict.stop)), fault: null };
      cost = widthPrice(strict.cells.length, this.#width, true);
    }
    const alone = this.#oneStray(at);
    if (alone !== null && !(last && alone.stop >= text.length)) return alone;
    let stop = at - 1;
    for (let lines = 1; lines <= farthestLine && cost > 4 && stop < text.length; lines += 1) {
      stop = endOfLine(text, lines === 1 ? at : stop + (text.startsWith('\r\n', stop) ? 2 : 1));
      if (stop - at > farthest) break;
      const reading = bestReading(text.slice(at, stop), this.#dialect, this.#width);
      if (reading === null || reading.cost >= cost) continue;
      best = { cells: reading.cells, stop, lines, fault: reading.fault };
      cost = reading.cost;
      if (cost <= 6 && reading.cells.length === this.#width) break;
    }
    return (last ? this.#cutOff(at, best) : null) ?? best ?? this.#lenient(at);
  }

  /** The first line, where its one quote is all that is wrong with it: the usual fault, told without weighing. */
  #oneStray(at: number): Found | null {
    const stop = endOfLine(this.#text, at);
    const line = this.#text.slice(at, stop);
    if (line.indexOf(this.#open as string) !== line.lastIndexOf(this.#close)) return null;
    const cells = line.split(this.#dialect.delimiter, mostCells);
    return cells.length === this.#width ? { cells, stop, lines: 1, fault: 'stray quote' } : null;
  }

  /**
   * The rest of the file as one record whose last cell was never closed; null where it isn't that, or where the first line
   * or one after it make a record of the table: then a stray quote must not swallow them.
   */
  #cutOff(at: number, first: Found | null): Found | null {
    const text = this.#text;
    if (text.length - at > farthest) return null;
    const end = endOfLine(text, at);
    if (end < text.length && this.#width > 1 && first?.cells.length === this.#width) return null;
    if (this.#recordsFollow(this.#pastLineEnd(end, true), text.slice(at, end))) return null;
    const rest = text.slice(at);
    const reading = bestReading(rest, this.#dialect, this.#width, true);
    if (reading?.fault !== 'cut off') return null;
    return { cells: reading.cells, stop: text.length, lines: linesIn(rest), fault: 'cut off' };
  }

  /** Whether lines from here on make records of the table; where its width is not known, four of one width, or all of the first's. */
  #recordsFollow(from: number, first: string): boolean {
    if (this.#width > 1) return this.#lastOfWidth() >= from;
    const own = first.split(this.#dialect.delimiter, mostCells).length;
    let others = 0;
    let lines = 0;
    const counts = new Map<number, number>();
    for (const { width } of this.#lines(from)) {
      const count = (counts.get(width) ?? 0) + 1;
      if (count > 3) return true;
      counts.set(width, count);
      lines += 1;
      if (width !== own) others += 1;
    }
    return own > 1 && lines > 0 && others === 0;
  }

  /** Where the last line of the table's width begins, -1 where none is near the end: looked for once, not at each doubt. */
  #lastOfWidth(): number {
    if (this.#lastRecord === null) {
      this.#lastRecord = -1;
      for (const { start, width } of this.#lines(Math.max(0, this.#text.length - farthest)))
        if (width === this.#width) this.#lastRecord = start;
    }
    return this.#lastRecord;
  }

  /** The lines of the text from here on, with how many cells they have. */
  *#lines(from: number): Generator<{ start: number; width: number }> {
    for (let start = from; start < this.#text.length; ) {
      const stop = endOfLine(this.#text, start);
      yield { start, width: this.#text.slice(start, stop).split(this.#dialect.delimiter, mostCells).length };
      start = this.#pastLineEnd(stop, true);
    }
  }

  #lenient(at: number): Found {
    const stop = endOfLine(this.#text, at);
    return { cells: lenientCells(this.#text.slice(at, stop), this.#dialect), stop, lines: 1, fault: 'stray quote' };
  }
}

const orNowhere = (at: number) => (at < 0 ? nowhere : at);

const isLineEnd = (code: number) => code === 10 || code === 13;

const linesIn = (text: string) => text.split(/\r\n?|\n/).length;

/** Not by `indexOf`: that would look for a CR through all of a text that has none, once for each record. */
function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at += 1;
  return at;
}
