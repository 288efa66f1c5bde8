import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { projectRoot } from '../../config/root';
import { type Refusal, refusal } from '../../schemas/cell';
import { oneLine } from '../../schemas/text';

/** The encodings that are told apart by evidence. `tcvn5712` is TCVN3 with codes of its own for accented capitals. */
export const evident = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'tcvn5712', 'vni', 'viscii'] as const;

/** One of those, or, where it was declared, any name that iconv-lite knows. */
export type EncodingName = (typeof evident)[number] | (string & Record<never, never>);

/** The encoding that a person means by a name (`ABC`, `cp1258`, `utf8`); `utf-16` where the byte order is left open. */
export function encodingNamed(name: string): EncodingName | Refusal {
  const known = names().get(key(name));
  if (known !== undefined) return known;
  // iconv-lite's transfer encodings are no bytes-to-letters tables: every file would be "base64" of something.
  if (iconv.encodingExists(name) && !['hex', 'base64'].includes(key(name))) return name.toLowerCase();
  return refusal(
    `không biết bảng mã "${oneLine(name).slice(0, 40)}"; có thể ghi: utf-8, utf-16, windows-1258, tcvn3 (hoặc abc), vni, viscii, latin1`,
  );
}

/** As iconv-lite compares names: `UTF-8`, `utf_8` and `utf8` are one. */
const key = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

let read: Map<string, string> | undefined;
function names(): Map<string, string> {
  read ??= new Map(
    parse(readFileSync(path.join(projectRoot, 'config/encodings/names.csv')), { from: 2 }).map(
      ([name = '', encoding = '']: string[]): [string, string] => [key(name), encoding],
    ),
  );
  return read;
}
