import iconv from 'iconv-lite';
import { restoreCapitals } from './capitals';
import { composed } from './composed';
import { isTable, readTable, type TableName, table } from './table';

/** Never throws, whatever the bytes. */
export interface Decoder {
  /** What can be said for sure of the text so far; the rest comes with the next chunk. */
  write(chunk: Buffer): string;
  end(): string;
  /** How many U+FFFD the text holds so far: bytes that are no characters of the encoding (or were none before). */
  readonly damaged: number;
}

/** A decoder whose pieces, joined, are the same however the bytes were cut. */
export function startDecoder(encoding: string, font: TableName | null): Decoder {
  const raw = rawDecoder(encoding);
  const read = font !== null ? fontReader(font) : isTable(encoding) ? tableReader(encoding) : composed;
  let pending = '';
  let damaged = 0;
  const settle = (length: number): string => {
    const text = read(pending.slice(0, length));
    pending = pending.slice(length);
    for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) damaged++;
    return text;
  };
  return {
    write(chunk) {
      pending += raw.write(chunk);
      return settle(settledLength(pending));
    },
    end() {
      pending += raw.end();
      return settle(pending.length);
    },
    get damaged() {
      return damaged;
    },
  };
}

/** Text typed in an old font, in any normal form, as what the font shows. */
function fontReader(font: TableName): (text: string) => string {
  const read = tableReader(font);
  return (text) => read(composed(text));
}

/** Code units below 256 as the table's letters, in NFC. `strict`: what is no letter by itself becomes U+FFFD. */
export function tableReader(name: TableName, strict = false): (text: string) => string {
  const letters = table(name);
  const single = strict ? letters.strict : letters.single;
  if (name === 'tcvn3') return (text) => composed(restoreCapitals(readTable(text, letters, single)));
  return (text) => composed(readTable(text, letters, single));
}

/** Bytes as code units: those of an eight-bit table as latin1, for readTable; all others as Unicode. */
function rawDecoder(encoding: string): { write(chunk: Buffer): string; end(): string } {
  if (isTable(encoding)) return { write: (chunk) => chunk.toString('latin1'), end: () => '' };
  if (encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be') {
    const decoder = new TextDecoder(encoding); // takes the byte-order mark off
    return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
  }
  const decoder = iconv.getDecoder(encoding);
  return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() ?? '' };
}

/** So much text without a delimiter is waited for; a cell's words (capitals) and marks (NFC) belong together. */
const longestCell = 8192;

/** How much of the text later characters cannot change: up to its last delimiter, in text without any up to some plain character. */
function settledLength(text: string): number {
  const from = Math.max(0, text.length - longestCell);
  for (let at = text.length - 1; at >= from; at--) if (delimiters.includes(text[at] as string)) return at + 1;
  if (text.length < longestCell) return 0;
  for (let at = text.length - 1; at >= from; at--) if (text.charCodeAt(at) < 0x80) return at;
  for (let at = text.length - 1; at >= from; at--) if (starts(text, at)) return at;
  return text.length;
}

const delimiters = '\n\r\t,;|"{}:';
/** Whether a character begins here that does not join what is before it. */
const starts = (text: string, at: number) => /^[^\p{M}\u1160-\u11ff\udc00-\udfff]/u.test(text.slice(at, at + 2));
