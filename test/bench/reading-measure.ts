/** One measurement in a process of its own, so that its memory is its own: `node reading-measure.js WHAT FILE`. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse';
import { loadCatalogue } from '../../config/catalogue';
import { isRegisterHeader, readHeader } from '../../pipelines/register/header';
import { RegisterReader } from '../../pipelines/register/reader';
import type { Cell } from '../../schemas/cell';
import { Period } from '../../schemas/period';
import { CsvTables } from '../../sources/csv/index';
import { startDecoder } from '../../sources/encoding/stream';
import { openWorkbook } from '../../sources/xlsx';
import { preamble } from './register-file';

export interface Measured {
  readonly rows: number;
  readonly ms: number;
  /** At its highest, in MB. */
  readonly memory: number;
}

const ways: Readonly<Record<string, (file: string) => Promise<number>>> = {
  // Without the preamble: of each record of another length than the first it would make an error, relaxed or not.
  'csv-parse': async (file) => {
    let rows = 0;
    const records = createReadStream(file).pipe(parse({ delimiter: ';', from_line: preamble.length + 1 }));
    for await (const _ of records) rows += 1;
    return rows;
  },
  'csv read': async (file) => csvRows(file, () => {}),
  'csv understood': async (file) => understood((take) => csvRows(file, (cells, row) => take(asCells(cells, row)))),
  'xlsx read': async (file) => xlsxRows(file, () => {}),
  'xlsx understood': async (file) => understood((take) => xlsxRows(file, take)),
};

async function csvRows(file: string, take: (cells: readonly string[], row: number) => void): Promise<number> {
  const decoder = startDecoder('utf-8', null);
  const tables = new CsvTables();
  let rows = 0;
  let begun = false;
  const hand = (records: ReturnType<CsvTables['push']>) => {
    const header = tables.tables[0]?.header[0];
    if (!begun && header !== undefined) {
      take(header.cells, header.record);
      begun = true;
    }
    for (const { cells, record } of records) take(cells, record);
    rows += records.length;
  };
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) hand(tables.push(decoder.write(chunk)));
  hand(tables.push(decoder.end()));
  hand(tables.end());
  return rows;
}

const asCells = (cells: readonly string[], row: number): Cell[] =>
  cells.map((text, index) => ({ text, literal: false, at: { row, column: index + 1 } }));

async function xlsxRows(file: string, take: (cells: readonly Cell[]) => void): Promise<number> {
  const workbook = await openWorkbook(await readFile(file));
  if (workbook.kind === 'refusal') throw new Error(workbook.sentence);
  let rows = 0;
  for await (const row of workbook.rows(workbook.sheets[0]?.name ?? '')) {
    if (row.kind === 'refusal') throw new Error(row.sentence);
    take(row.cells);
    rows += 1;
  }
  return rows;
}

/** Down to cooperatives, and the indicators that they make. */
async function understood(rowsOf: (take: (cells: readonly Cell[]) => void) => Promise<number>): Promise<number> {
  const catalogue = loadCatalogue();
  const period = Period.parse('2020-Q4');
  let reader: RegisterReader | null = null;
  let cooperatives = 0;
  await rowsOf((cells) => {
    if (reader !== null) reader.push(cells);
    else if (isRegisterHeader(cells, catalogue))
      reader = new RegisterReader(readHeader(cells, null, period, catalogue), period, catalogue, () => {
        cooperatives += 1;
      });
  });
  (reader as RegisterReader | null)?.end();
  return cooperatives;
}

async function main() {
  const [, , what = '', file = ''] = process.argv;
  const start = performance.now();
  const rows = (await ways[what]?.(file)) ?? 0;
  const measured: Measured = { rows, ms: performance.now() - start, memory: process.resourceUsage().maxRSS / 1024 };
  process.stdout.write(JSON.stringify(measured));
}

void main();
