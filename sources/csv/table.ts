import { findBeginning } from './begin';
import { lookOf } from './cell-look';
import {
  type Columns,
  extent,
  filled,
  isHeader,
  joinHeader,
  keyOf,
  namesFor,
  namesOfAnother,
  numbersColumns,
} from './header';
import { otherwiseSplit } from './other-delimiter';
import type { CsvRecord } from './records';
import { newShape, type Quarantined, type TableShape } from './shape';

/** So many records are looked at before the table's shape is settled, and so many sparse ones are held back at its end. */
const lookAhead = 200;
/** Of very wide records fewer are enough. */
const cellsAhead = 100_000;
const kept = 1000;

/**
 * Finds one table in a stream of records: hands on the records of its body, cut or filled up to its width, and keeps what
 * was left out in `shape`. Where a further table begins it stops (`over`), with that table's first records in `left`.
 */
export class TableFinder {
  readonly shape: TableShape = newShape();
  over = false;
  left: CsvRecord[] = [];

  #ahead: CsvRecord[] | null = [];
  #cells = 0;
  #columns: Columns = [];
  /** The columns with a look of their own. */
  #typed: number[] = [];
  #headerKeys: string[] = [];
  #headerStarts: string[] = [];
  #regular = false;
  #longest: readonly number[] = [];
  /** Blank and sparse records and repeated headers, until the next record tells whether the table goes on. */
  #pending: CsvRecord[] = [];
  #first: CsvRecord | null = null;
  #lastOne: CsvRecord | null = null;

  /** `body`: where the records go that have become certain. */
  push(record: CsvRecord, body: CsvRecord[]) {
    if (this.#ahead === null) return this.#take(record, body);
    this.#ahead.push(record);
    this.#cells += record.cells.length;
    if (this.#ahead.length >= lookAhead || this.#cells >= cellsAhead) this.#settle(this.#ahead, body);
  }

  end(body: CsvRecord[]) {
    if (this.#ahead !== null) this.#settle(this.#ahead, body);
    if (!this.over) {
      // A body of nothing but sparse records is a body all the same.
      if (this.#first === null && this.shape.header.length === 0) this.#flush(body);
      else this.#leaveOut(this.#pending);
    }
    if (this.#lastOne !== null && this.#sumsUp(this.#lastOne)) this.shape.total = this.#lastOne;
  }

  #settle(records: readonly CsvRecord[], body: CsvRecord[]) {
    this.#ahead = null;
    const { shape } = this;
    const { start, header, width, columns, regular, longest } = findBeginning(records);
    shape.preamble = records.slice(0, start).filter(({ cells }) => filled(cells) > 0);
    shape.header = [...header];
    shape.width = width;
    this.#columns = columns;
    this.#regular = regular;
    this.#longest = longest;
    this.#headerKeys = header.map(({ cells }) => keyOf(cells));
    if (header.length > 0)
      shape.names = joinHeader(
        header.map((record) => this.#headerCells(record)),
        width,
      );
    this.#typed = columns.flatMap((look, column) => (look === null ? [] : [column]));
    this.#headerStarts = header.map(({ cells }) => cells[0] ?? '');
    for (const record of records.slice(start + header.length)) {
      if (this.over) this.left.push(record);
      else this.#take(record, body);
    }
  }

  #headerCells(record: CsvRecord): readonly string[] {
    const cells = record.cells.slice(0, Math.max(this.shape.width, extent(record.cells)));
    const tooMany = cells.length - this.shape.width;
    if (tooMany <= 0) {
      if (record.fault !== null) this.#quarantine(record, record.fault);
      else if (this.#regular && record.cells.length < this.shape.width && this.shape.header.length === 1)
        this.#quarantine(record, 'too few cells');
      return cells;
    }
    this.#quarantine(record, 'too many cells');
    return namesFor(cells, this.shape.width);
  }

  #take(record: CsvRecord, body: CsvRecord[]) {
    if (this.#isOrdinary(record)) {
      this.shape.records += 1;
      this.#lastOne = record;
      body.push(record);
      return;
    }
    const { cells } = record;
    // A run of empty lines is held back as one: a file may have millions.
    if (isEmptyLine(record) && isEmptyLine(this.#pending.at(-1))) return;
    const count = filled(cells);
    const headerAgain = this.#isHeaderAgain(cells);
    if (!headerAgain && this.#startsAnother(record, count)) {
      return this.#stop(
        record,
        this.#pending.findIndex(({ cells }) => filled(cells) === 0),
      );
    }
    if (this.shape.records === 0 && this.shape.header.length > 0 && numbersColumns(cells)) {
      this.shape.repeatedHeaders += 1;
      return;
    }
    const mended = this.#otherDelimiter(record);
    if (headerAgain || count === 0 || (mended === null && this.#isSparse(record, count))) {
      this.#pending.push(record);
      if (this.#pending.length > lookAhead) this.#flush(body);
      return;
    }
    const again = this.#pending.findIndex(({ cells }) => this.#isHeaderAgain(cells));
    if (again >= 0 && this.#startsOver(record)) return this.#stop(record, again);
    this.#flush(body);
    body.push(this.#accept(mended ?? record));
  }

  /**
   * What nearly every record is, told without looking closely: the table's width, and digits where the columns have them.
   * Measured: it makes the difference between 120 000 and 310 000 records a second.
   */
  #isOrdinary({ cells, fault }: CsvRecord): boolean {
    if (cells.length !== this.shape.width || fault !== null || this.#first === null || this.#pending.length > 0)
      return false;
    let digits = 0;
    for (const column of this.#typed) {
      const code = (cells[column] as string).charCodeAt(0);
      if (code >= 48 && code <= 57) digits += 1;
    }
    return digits >= 2 && 2 * digits > this.#typed.length && !this.#headerStarts.includes(cells[0] as string);
  }

  #isHeaderAgain(cells: readonly string[]): boolean {
    return this.#headerKeys.length > 0 && this.#headerKeys.includes(keyOf(cells));
  }

  /** The table ends before the pending record at `from` (or before `record`, where that is -1). */
  #stop(record: CsvRecord, from: number) {
    const cut = from < 0 ? this.#pending.length : from;
    this.left = [...this.#pending.slice(cut), record];
    this.#leaveOut(this.#pending.slice(0, cut));
    this.#pending = [];
    this.over = true;
  }

  /** Names stand where this table has values, after an empty line, or half of them are this table's own. */
  #startsAnother(record: CsvRecord, count: number): boolean {
    const { cells } = record;
    if (this.#first !== null && this.shape.header.some((header) => namesOfAnother(cells, header.cells))) return true;
    if (this.#first === null || count < 2 || count < extent(cells) || !isHeader(cells, this.#columns)) return false;
    if (cells.some((cell) => ['number', 'date'].includes(lookOf(cell)))) return false;
    if (new Set(cells.map((cell) => cell.trim())).size < count) return false;
    const own = new Set(this.shape.header.flatMap(({ cells }) => cells.map((cell) => cell.trim())));
    const shared = cells.filter((cell) => cell.trim() !== '' && own.has(cell.trim())).length;
    return 2 * shared >= count || (count >= 3 && this.#pending.some(({ cells }) => filled(cells) === 0));
  }

  /** After a repeated header: the same first record again, or the numbering starts over. So it is another table, not a page. */
  #startsOver({ cells }: CsvRecord): boolean {
    const first = this.#first?.cells ?? [];
    if (keyOf(first) === keyOf(cells)) return true;
    const number = (first[0] ?? '').trim();
    return /^[01]$/.test(number) && (cells[0] ?? '').trim() === number && this.shape.records > 1;
  }

  /** A title, a note, a section: one filled cell that is unlike the column's others, or few cells after an empty line. */
  #isSparse({ cells }: CsvRecord, count: number): boolean {
    const { width } = this.shape;
    if (cells.length === 1) return width > 1 && !this.#isKey(cells[0] as string);
    if (cells.some((cell, column) => this.#columns[column] != null && lookOf(cell) === this.#columns[column]))
      return false;
    if (width < 3) return count === 1 && this.#columns[0] != null && /\S\s+\S/.test(cells[0] as string);
    const column = extent(cells) - 1;
    const unlike =
      (this.#columns[column] ?? null) !== null || (cells[column] as string).length > (this.#longest[column] ?? 0);
    const afterBlank = this.#pending.some(({ cells }) => filled(cells) === 0);
    return (count === 1 && unlike) || (afterBlank && 2 * count <= width);
  }

  /** A number or date like those that the records begin with: the record lost the rest. */
  #isKey(cell: string): boolean {
    const [look] = this.#columns;
    return (look === 'number' || look === 'date') && lookOf(cell) === look;
  }

  /** What was held back belongs to the body after all; empty lines and repeated headers don't. */
  #flush(body: CsvRecord[]) {
    if (this.#pending.length === 0) return;
    const preamble = new Set(this.shape.preamble.map(({ cells }) => keyOf(cells)));
    const pending = this.#pending;
    this.#pending = [];
    for (const record of pending) {
      if (filled(record.cells) === 0) continue;
      if (this.#isHeaderAgain(record.cells)) this.shape.repeatedHeaders += 1;
      // A running title is printed on each page as the header is.
      else if (!preamble.has(keyOf(record.cells))) body.push(this.#accept(record));
    }
  }

  #leaveOut(records: readonly CsvRecord[]) {
    for (const record of records) {
      if (this.#isHeaderAgain(record.cells)) this.shape.repeatedHeaders += 1;
      else if (filled(record.cells) > 0) this.shape.footer.push(record);
    }
  }

  /** The record at the table's width: what is too much is cut and told, what is missing is empty. */
  #accept(record: CsvRecord): CsvRecord {
    const { width } = this.shape;
    const { cells } = record;
    this.shape.records += 1;
    this.#first ??= record;
    this.#lastOne = record;
    if (record.fault !== null) this.#quarantine(record, record.fault);
    if (cells.length === width) return record;
    if (cells.length < width) {
      if (this.#regular && record.fault === null) this.#quarantine(record, 'too few cells');
      return { ...record, cells: [...cells, ...Array<string>(width - cells.length).fill('')] };
    }
    if (extent(cells) > width && record.fault === null) this.#quarantine(record, 'too many cells');
    return { ...record, cells: cells.slice(0, width) };
  }

  #quarantine(record: CsvRecord, why: Quarantined['why']) {
    this.shape.misfits += 1;
    if (this.shape.quarantined.length >= kept) return;
    this.shape.quarantined.push({ record: record.record, line: record.line, why, cells: record.cells });
  }

  /** A line that was pasted in from a file with another delimiter: one cell here, the table's width and its looks there. */
  #otherDelimiter(record: CsvRecord): CsvRecord | null {
    if (record.cells.length !== 1) return null;
    const cells = otherwiseSplit(record.cells[0] as string, this.shape.width);
    if (cells === null) return null;
    const looks = this.#columns.map((look, column) => ({ look, own: lookOf(cells[column] as string) }));
    const typed = looks.filter(({ look, own }) => look !== null && own !== 'empty');
    if (typed.length < (this.shape.width < 3 ? 2 : 1) || typed.some(({ look, own }) => look !== own)) return null;
    this.#quarantine(record, 'other delimiter');
    return { ...record, cells };
  }

  #sumsUp({ cells }: CsvRecord): boolean {
    const key = this.#columns.findIndex((look) => look !== null);
    if (key < 0 || this.shape.records < 3) return false;
    const own = lookOf(cells[key] ?? '');
    if (own === 'empty' && (cells[key] ?? '').trim() !== '') return false;
    const figures = this.#columns.some(
      (look, column) => column > key && look === 'number' && lookOf(cells[column] ?? '') === 'number',
    );
    return (own === 'empty' || (own === 'text' && this.#columns[key] !== 'code')) && figures;
  }
}

const isEmptyLine = (record: CsvRecord | undefined) => record?.cells.length === 1 && record.cells[0] === '';
