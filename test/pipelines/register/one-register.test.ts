import { stringify } from 'csv-stringify/sync';
import type { CellValue } from 'exceljs';
import { understood as takeIn } from '../../../pipelines/ingest';
import { Quantity } from '../../../schemas/quantity';
import type { PreparedSubmission } from '../../../schemas/submission';
import { vietnameseNumber } from '../../../schemas/vietnamese';
import { readFile } from '../../../sources/read';
import { encode, forms } from '../../sources/encoding/encode';
import { catalogue } from '../take-in';
import { workbook } from '../workbook';
import { columns, preamble, rows, understood } from './one-register';

/** The one register in a file: what its rows say, and its indicators. */
async function said(file: string | Buffer) {
  const [only, ...others] = takeIn(await readFile(Buffer.from(file as string)), {}, catalogue);
  if (only?.kind !== 'prepared' || others.length > 0) throw new Error(JSON.stringify(only));
  const doubts = only.findings.filter(({ nature }) => nature === 'held').map(({ message }) => message);
  return { province: only.province, period: only.period, rows: rowsOf(only), amounts: amountsOf(only), doubts };
}

const rowsOf = ({ register = [] }: PreparedSubmission) =>
  register.map(({ at, unreadable, ...row }) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, value instanceof Quantity ? value.inBase() : value]),
    ),
  );
const amountsOf = ({ observations }: PreparedSubmission) =>
  observations.map(({ code, sector, amount }) => `${code} ${sector} ${amount.inBase()}`).sort();

const header = columns.map(([name]) => name);
/** The rows' cells, each written by what stands in its column; an empty one is null. */
const cells = <Value extends CellValue>(write: Record<'number' | 'text' | 'day', (plain: string) => Value>) =>
  rows.map((row) => row.map((cell, at) => (cell === '' ? null : write[columns[at]?.[1] ?? 'text'](cell))));
const asText = (plain: string) => plain;
const day = (iso: string) => iso.split('-').reverse().map(Number).join('/');
const texts = cells({ number: vietnameseNumber, text: asText, day });
const csv = (delimiter: string) => stringify([...preamble, header, ...texts], { delimiter });
const json = (records: readonly (readonly CellValue[])[]) =>
  JSON.stringify({
    form: 'B02',
    province: 'Thừa Thiên Huế',
    period: '2021-H1',
    rows: records.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]]))),
  });
const numbersAndDays = { number: Number, text: asText, day: (iso: string) => new Date(iso) };

const numberWorkbook = () =>
  workbook({ DS: [...preamble, header, ...cells<CellValue>(numbersAndDays)] }, (sheet) => {
    for (let row = 4; row < 4 + rows.length; row += 1) {
      sheet.getCell(row, 8).numFmt = 'dd/mm/yyyy';
      for (const column of [10, 11, 12, 13, 14, 15]) sheet.getCell(row, column).numFmt = '#,##0.###';
    }
  });

test.each<[string, () => string | Promise<Buffer>]>([
  ['CSV with ;', () => csv(';')],
  ['CSV with ,', () => csv(',')],
  ['CSV with tabs', () => csv('\t')],
  ['JSON of texts', () => json(texts)],
  ['JSON of numbers', () => json(cells<CellValue>({ number: Number, text: asText, day: asText }))],
  ['a workbook of texts', () => workbook({ DS: [...preamble, header, ...texts] })],
  ['a workbook of numbers and days with their formats', numberWorkbook],
])('a register as %s', async (_, write) => {
  const plain = await said(csv(';'));
  expect(plain.amounts).toContain('htx.charter_capital all 16534857000');
  expect(await said(await write())).toEqual({
    ...plain,
    province: '63/46',
    period: '2021-Q2',
    rows: understood,
    doubts: [],
  });
});

test('a register in every encoding', async () => {
  const plain = await said(csv(';'));
  for (const form of forms) expect([form, await said(encode(csv(';'), form))]).toEqual([form, plain]);
});
