import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { projectRoot } from '../../config/root';

/** An eight-bit encoding: what each byte stands for, and which two bytes in a row stand for one letter. */
export interface Table {
  /** 256 code units. */
  readonly single: Uint16Array;
  /** The same, but U+FFFD for bytes that are no letter by themselves: read leniently, they still speak against the encoding. */
  readonly strict: Uint16Array;
  /** At `first byte × 256 + second byte`: the code unit of both together, or 0. The second is never ASCII. */
  readonly pair: Uint16Array;
}

export type TableName = 'windows-1258' | 'tcvn3' | 'tcvn5712' | 'vni' | 'viscii';
export const isTable = (name: string): name is TableName => Object.hasOwn(makers, name);

/**
 * Text whose code units below 256 are the table's bytes, as Unicode. So a file's bytes are read as latin1 first, and
 * text that was typed in an old font is read as it is: both are the same thing, and letters above U+00FF stay.
 */
export function readTable(text: string, { pair }: Table, single: Uint16Array): string {
  const units = new Uint16Array(text.length);
  let length = 0;
  let previous = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const both = unit >= 0x80 && unit < 0x100 ? (pair[(previous << 8) | unit] as number) : 0;
    if (both !== 0) {
      units[length - 1] = both;
      previous = 0;
    } else {
      units[length++] = unit < 0x100 ? (single[unit] as number) : unit;
      previous = unit < 0x100 ? unit : 0;
    }
  }
  return Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
}

const made = new Map<TableName, Table>();

/** Made when first asked for: 130 kB each. */
export function table(name: TableName): Table {
  const table = made.get(name) ?? makers[name]();
  made.set(name, table);
  return table;
}

const makers: Record<TableName, () => Table> = {
  'windows-1258': () => withMarks(singles('windows-1258')),
  viscii: () => lone(singles('viscii'), new Uint16Array(0x10000)),
  tcvn5712: () => withMarks(singles('tcvn')),
  tcvn3,
  vni,
};

function singles(iconvName: string): Uint16Array {
  return Uint16Array.from({ length: 256 }, (_, byte) => iconv.decode(Buffer.of(byte), iconvName).charCodeAt(0));
}

/** A letter before a combining mark is one composed letter wherever Unicode has it, so that the result is NFC. */
function withMarks(single: Uint16Array): Table {
  const pair = new Uint16Array(0x10000);
  for (const [second, mark] of single.entries()) {
    if (mark < 0x300 || mark > 0x36f) continue;
    for (const [first, letter] of single.entries()) {
      const composed = String.fromCharCode(letter, mark).normalize('NFC');
      if (composed.length === 1) pair[(first << 8) | second] = composed.charCodeAt(0);
    }
  }
  return lone(single, pair);
}

const lone = (single: Uint16Array, pair: Uint16Array): Table => ({ single, strict: single, pair });

/**
 * TCVN3, as the ABC fonts show it: letters from A1 up; below that the punctuation of Windows (in TCVN 5712 the accented
 * capitals stand there). An accented capital is written as the small letter's code (what UniKey types, shown right in a
 * capital font: capitals.ts), or as the plain capital and the small letter's code, `A¸` for Á, as converters write it.
 */
function tcvn3(): Table {
  const windows = singles('windows-1252');
  const full = singles('tcvn');
  const isMark = (unit: number) => unit >= 0x300 && unit <= 0x36f;
  const single = full.map((unit, byte) => (byte < 0xa1 || isMark(unit) ? (windows[byte] as number) : unit));
  const pair = new Uint16Array(0x10000);
  const byteOf = (letter: string) => single.indexOf(letter.charCodeAt(0));
  for (const base of 'AĂÂEÊIOÔƠUƯY') {
    for (const tone of '\u0300\u0301\u0303\u0309\u0323') {
      const capital = (base + tone).normalize('NFC');
      pair[(byteOf(base) << 8) | byteOf(capital.toLowerCase())] = capital.charCodeAt(0);
    }
  }
  return lone(single, pair);
}

/** VNI-Windows, as config/encodings/vni.csv has it; all other bytes are those of Windows, if they are no letters. */
function vni(): Table {
  const single = singles('windows-1252');
  const strict = single.map((unit) => (unit >= 0xc0 && /\p{L}/u.test(String.fromCharCode(unit)) ? 0xfffd : unit));
  const pair = new Uint16Array(0x10000);
  const rows: string[][] = parse(readFileSync(path.join(projectRoot, 'config/encodings/vni.csv')), { from: 2 });
  for (const [letter = '', bytes = ''] of rows) {
    const [first = 0, second] = bytes.split(' ').map((hex) => Number.parseInt(hex, 16));
    const unit = letter.charCodeAt(0);
    if (second === undefined) {
      single[first] = unit;
      strict[first] = unit;
    } else {
      // `Aù` for Á as well: spreadsheets' PROPER() leaves it so. The base letter has the say.
      pair[(first << 8) | second] = unit;
      pair[(first << 8) | (second ^ 0x20)] = unit;
    }
  }
  return { single, strict, pair };
}
