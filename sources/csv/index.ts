import { type CsvRecord, CsvRecords } from './records';
import type { TableShape } from './shape';
import { type Sniffed, sniffDialect } from './sniff';
import { TableFinder } from './table';

export type { Dialect } from './dialect';
export type { Fault } from './mend';
export { type CsvRecord, CsvRecords } from './records';
export type { Quarantined, TableShape } from './shape';
export { type Sniffed, sniffDialect } from './sniff';
export { TableFinder } from './table';

/** So much of a file is looked at to find its dialect. */
const headLength = 1 << 17;
/** More tables than this in one file are not looked for: each costs a look at what follows. */
const mostTables = 100;

/**
 * The tables of a CSV file, out of its text in chunks. `push` and `end` give the records of the first table's body as they
 * become certain, at the table's width; what else there is stands in `tables`, the first one first, whole after `end`.
 */
export class CsvTables {
  /** Null until enough has come to tell. */
  sniffed: Sniffed | null = null;
  readonly #found = new TablesOfRecords();
  readonly tables: TableShape[] = this.#found.tables;
  #head: string[] = [];
  #headLength = 0;
  #records: CsvRecords | null = null;

  push(chunk: string): CsvRecord[] {
    if (this.#records !== null) return this.#found.push(this.#records.push(chunk));
    this.#head.push(chunk);
    this.#headLength += chunk.length;
    if (this.#headLength < headLength) return [];
    return this.#found.push(this.#sniff(false).push(this.#head.join('')));
  }

  end(): CsvRecord[] {
    const records = this.#records ?? this.#sniff(true);
    const rest = this.#headLength < headLength ? records.push(this.#head.join('')) : [];
    return this.#found.end([...rest, ...records.end()]);
  }

  #sniff(whole: boolean): CsvRecords {
    this.sniffed = sniffDialect(this.#head.join(''), whole);
    this.#records = new CsvRecords(this.sniffed.dialect, this.sniffed.width);
    return this.#records;
  }
}

/** The tables that stand one below the other in records, a sheet's rows as well: like `CsvTables`, once there are records. */
export class TablesOfRecords {
  readonly tables: TableShape[] = [];
  #finder = new TableFinder();
  #isFirst = true;

  constructor() {
    this.tables.push(this.#finder.shape);
  }

  push(records: readonly CsvRecord[]): CsvRecord[] {
    const body: CsvRecord[] = [];
    for (const record of records) this.#give(record, body);
    return body;
  }

  /** With the last records. */
  end(records: readonly CsvRecord[]): CsvRecord[] {
    const body = this.push(records);
    do this.#finder.end(this.#isFirst ? body : []);
    while (this.#goOn(body));
    return body;
  }

  #give(record: CsvRecord, body: CsvRecord[]) {
    if (this.#finder.over) return;
    this.#finder.push(record, this.#isFirst ? body : []);
    this.#goOn(body);
  }

  /** With the next table, where one has begun. */
  #goOn(body: CsvRecord[]): boolean {
    const { over, left } = this.#finder;
    if (!over || this.tables.length === mostTables) return false;
    this.#isFirst = false;
    this.#finder = new TableFinder();
    this.tables.push(this.#finder.shape);
    for (const record of left) this.#give(record, body);
    return true;
  }
}

/**
 * What `tonghop read FILE --format csv` prints: the header and the records of the file's first table as CSV with commas, RFC
 * 4180 quotes and LF line ends, in pieces. No header where the table has none; nothing where the file is empty.
 */
export function* readTable(chunks: Iterable<string>): Generator<string, CsvTables> {
  const reader = new CsvTables();
  let begun = false;
  const print = (records: readonly CsvRecord[]) => {
    const names = reader.tables[0]?.names ?? null;
    const header = begun || names === null ? '' : csvLine(names);
    begun ||= names !== null || records.length > 0;
    return header + records.map(({ cells }) => csvLine(cells)).join('');
  };
  for (const chunk of chunks) {
    const records = reader.push(chunk);
    if (records.length > 0) yield print(records);
  }
  const last = print(reader.end());
  if (last !== '') yield last;
  return reader;
}

/** One record as a line of plain CSV; a single empty cell is quoted, or the line would be a blank one. */
export function csvLine(cells: readonly string[]): string {
  if (cells.length === 1 && cells[0] === '') return '""\n';
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
