import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Contact } from '../schemas/mail';
import { excerpt, oneLine } from '../schemas/text';

/** The contacts of a home, and a Vietnamese sentence for each row that had to be left out. */
export interface Contacts {
  readonly contacts: readonly Contact[];
  readonly faults: readonly string[];
}

export const contactsFile = 'contacts.csv';

/**
 * Who gets a province's mail: `contacts.csv` in the home, `gso_code,name,email`, several rows a province. Read anew each time,
 * so that a change counts at once. One wrong row costs the others nothing.
 */
export function readContacts(home: string): Contacts {
  const text = textOf(path.join(home, contactsFile));
  if (text === null) return { contacts: [], faults: [] };
  let rows: Row[];
  try {
    rows = parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      info: true,
    }) as unknown as Row[];
  } catch (error) {
    return { contacts: [], faults: [`${contactsFile}: không đọc được (${oneLine((error as Error).message)})`] };
  }
  const [header, ...records] = rows.filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  const names = header?.record.map((cell) => cell.trim().toLowerCase()) ?? [];
  const [code, name, email] = ['gso_code', 'name', 'email'].map((column) => names.indexOf(column));
  if (code === undefined || code < 0 || email === undefined || email < 0)
    return { contacts: [], faults: [`${contactsFile}: dòng đầu phải có các cột gso_code,name,email`] };
  const contacts: Contact[] = [];
  const faults: string[] = [];
  for (const { record, info } of records) {
    const contact = {
      gsoCode: (record[code] ?? '').trim().padStart(2, '0'),
      name: excerpt(record[name ?? -1] ?? ''),
      email: (record[email] ?? '').trim(),
    };
    const fault = faultOf(contact);
    if (fault === null) contacts.push(contact);
    else faults.push(`${contactsFile}, dòng ${info.lines}: ${fault}`);
  }
  return { contacts, faults };
}

/** With its place, which csv-parse's types leave out. */
interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function faultOf({ gsoCode, email }: Contact): string | null {
  if (!/^\d\d$/.test(gsoCode)) return `"${excerpt(gsoCode)}" không phải mã tỉnh (gso_code gồm hai chữ số, ví dụ 12)`;
  if (email === '') return 'thiếu địa chỉ thư điện tử';
  if (!isAddress(email)) return `"${excerpt(email)}" không phải một địa chỉ thư điện tử; mỗi dòng ghi một địa chỉ`;
  return null;
}

/** One plain address: nothing in it can end a header or name a second recipient. */
const isAddress = (text: string) =>
  text.length <= 254 &&
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i.test(text);
