import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ProvinceId, SubmissionId } from '../../schemas/codes';
import type { Quantity } from '../../schemas/quantity';
import type { RegisterRow } from '../../schemas/register';

const columns =
  'province, submission, number, locator, name, tax_code, type, sector, district, commune, founded_on, status, members, labour, charter_capital_dong, revenue_dong, profit_dong, labour_income_dong_per_year, hitech, value_chain, alliance_member, rating, unreadable';

/** So many characters go to the server at once. */
const batch = 1 << 16;

/** Brings the rows of a register into the warehouse by COPY, in the order in which they come. */
export async function copyRegister(
  client: PoolClient,
  submission: SubmissionId,
  province: ProvinceId,
  rows: Iterable<RegisterRow> | AsyncIterable<RegisterRow>,
): Promise<void> {
  await pipeline(
    Readable.from(inBatches(submission, province, rows)),
    client.query(copyFrom(`copy register_row (${columns}) from stdin`)),
  );
}

async function* inBatches(
  submission: SubmissionId,
  province: ProvinceId,
  rows: Iterable<RegisterRow> | AsyncIterable<RegisterRow>,
): AsyncGenerator<string> {
  let text = '';
  let number = 0;
  for await (const row of rows) {
    number += 1;
    text += `${province}\t${submission}\t${number}\t${written(row)}\n`;
    if (text.length < batch) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

function written(row: RegisterRow): string {
  return [
    escaped(JSON.stringify(row.at)),
    escaped(row.name),
    optional(row.tax_code),
    row.type ?? '\\N',
    row.sector ?? '\\N',
    optional(row.district),
    optional(row.commune),
    row.founded_on ?? '\\N',
    row.status ?? '\\N',
    amount(row.members),
    amount(row.labour),
    amount(row.charter_capital),
    amount(row.revenue),
    amount(row.profit),
    amount(row.labour_income),
    mark(row.hitech),
    mark(row.value_chain),
    mark(row.alliance_member),
    row.rating ?? '\\N',
    `{${row.unreadable.join(',')}}`,
  ].join('\t');
}

/** What a user typed is nothing but text to COPY (PostgreSQL, COPY, Text Format). */
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string) =>
  /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (each) => escapes[each] ?? each) : text;
const optional = (text: string | null) => (text === null ? '\\N' : escaped(text));
const amount = (quantity: Quantity | null) => quantity?.inBase() ?? '\\N';
const mark = (value: boolean | null) => (value === null ? '\\N' : value ? 't' : 'f');
