import type { Hash } from 'node:crypto';
import type { Quantity } from '../../schemas/quantity';
import type { RegisterRow } from '../../schemas/register';

/** So many characters go to the server at once. */
const batch = 1 << 16;

/** The rows as text for COPY, in pieces; `whose`: its first columns; `hash` is given what the rows say, apart from where they stand. */
export async function* registerLines(
  whose: string,
  batches: AsyncIterable<readonly RegisterRow[]>,
  hash: Hash,
): AsyncGenerator<string> {
  let number = 0;
  let text = '';
  let said = '';
  for await (const rows of batches) {
    for (const row of rows) {
      number += 1;
      const fields = written(row);
      said += fields;
      text += `${whose}\t${number}\t${place(row)}\t${fields}`;
      if (text.length < batch) continue;
      hash.update(said);
      yield text;
      text = '';
      said = '';
    }
  }
  hash.update(said);
  if (text !== '') yield text;
}

/** As JSON; a row of a CSV file, as all large registers are, without asking for it. */
const place = ({ at }: RegisterRow) =>
  'row' in at && at.sheet === undefined ? `{"row":${at.row},"column":${at.column}}` : escaped(JSON.stringify(at));

/** A row from its name on, as a line of COPY. */
function written(row: RegisterRow): string {
  return [
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
    `{${row.unreadable.join(',')}}\n`,
  ].join('\t');
}

/** What a user typed is nothing but text to COPY (PostgreSQL, COPY, Text Format). */
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string) =>
  /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (each) => escapes[each] ?? each) : text;
const optional = (text: string | null) => (text === null ? '\\N' : escaped(text));
const amount = (quantity: Quantity | null) => quantity?.inBase() ?? '\\N';
const mark = (value: boolean | null) => (value === null ? '\\N' : value ? 't' : 'f');
