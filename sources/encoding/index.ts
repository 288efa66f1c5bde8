import { isAscii, isUtf8 } from 'node:buffer';
import type { Refusal } from '../../schemas/cell';
import { composed } from './composed';
import { type EncodingName, encodingNamed } from './names';
import { type Candidate, weigh } from './score';
import { type Decoder, startDecoder, tableReader } from './stream';
import type { TableName } from './table';

export type { EncodingName } from './names';
export type { Decoder } from './stream';

const fontNames = ['tcvn3', 'vni'] as const;
export type Font = (typeof fontNames)[number];

/** What a text file is written in, and how sure that is. */
export interface Decoding {
  readonly encoding: EncodingName;
  /** The old font that UTF-8 or UTF-16 text was typed in: its letters are right only in that font, and are converted too. */
  readonly font: Font | null;
  /** What settled it: a byte-order mark, valid UTF-8, the zero bytes of UTF-16, its words, or whoever handed it in. */
  readonly how: 'bom' | 'valid' | 'nul' | 'score' | 'declared';
  /** 0..1, by how much the best reading beat the next; 1 where nothing else was possible. */
  readonly margin: number;
  /** The encoding, or for Unicode text the font, that came next. */
  readonly runnerUp: string | null;
  /** Too close to call, or two encodings in one file: to become a finding. */
  readonly doubtful: boolean;
}

/** The start of a file, or all of it, is judged by at most so many bytes from its first accented letter on. */
export const sampleBytes = 512 * 1024;

/**
 * The encoding of a file whose beginning is `head` (it may end within a character), by evidence in this order: byte-order
 * mark, zero bytes, valid UTF-8, Vietnamese words. A `declared` name overrides all; one that nobody knows is refused.
 */
export function detect(head: Buffer, declared?: string): Decoding | Refusal {
  if (declared !== undefined) return asDeclared(head, declared);
  const unicode = unicodeOf(head);
  return unicode === null ? byWords(head) : inFont(head, unicode);
}

/** Reads a stream of chunks, cut anywhere, as text in NFC. */
export function decoder(decoding: Decoding): Decoder {
  return startDecoder(decoding.encoding, decoding.font);
}

/** A whole file's text in NFC without its byte-order mark. `damaged`: how many characters could not be read (U+FFFD). */
export function decodeAll(
  bytes: Buffer,
  declared?: string,
): { text: string; decoding: Decoding; damaged: number } | Refusal {
  const decoding = detect(bytes, declared);
  if ('kind' in decoding) return decoding;
  const reader = decoder(decoding);
  const text = [...piecesOf(bytes, reader, pieceBytes)].join('');
  return { text, decoding, damaged: reader.damaged };
}

/** By the piece, for normalising a text makes a copy of two bytes a character: 128 MB for the largest files. */
export function* piecesOf(bytes: Buffer, reader: Decoder, length: number): Generator<string> {
  for (let at = 0; at < bytes.length; at += length) yield reader.write(bytes.subarray(at, at + length));
  yield reader.end();
}

/** Smaller ones cut runs of combining marks more often, which are then not normalised across the cut. */
const pieceBytes = 1024 * 1024;

function asDeclared(head: Buffer, declared: string): Decoding | Refusal {
  const name = encodingNamed(declared);
  if (typeof name === 'object') return name;
  const base: Decoding = { encoding: name, font: null, how: 'declared', margin: 1, runnerUp: null, doubtful: false };
  const unicode = unicodeOf(head);
  // Whoever says "TCVN3" of a file that is Unicode means the font that it was typed in.
  const font = fontNames.find((font) => font === name);
  if (font !== undefined && unicode !== null && !isAscii(head)) return { ...base, encoding: unicode.encoding, font };
  if (name === 'tcvn3') return { ...base, encoding: kindOfTcvn(eightBitSample(head)) };
  if (name === 'utf-16') return { ...base, encoding: unicode?.encoding === 'utf-16be' ? 'utf-16be' : 'utf-16le' };
  return base;
}

type Unicode = { readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; readonly how: 'bom' | 'nul' | 'valid' };

function unicodeOf(head: Buffer): Unicode | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', how: 'bom' };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', how: 'bom' };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', how: 'bom' };
  const wide = byZeroBytes(head.subarray(0, 4096));
  if (wide !== null) return { encoding: wide, how: 'nul' };
  return isUtf8(withoutCutCharacter(head)) ? { encoding: 'utf-8', how: 'valid' } : null;
}

/** UTF-16 without a mark: the digits, spaces and delimiters of any table have a zero byte, always on the same side. */
function byZeroBytes(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = head.length / 2 / 5;
  if (odd >= enough && odd > 0 && even * 20 <= odd) return 'utf-16le';
  if (even >= enough && even > 0 && odd * 20 <= even) return 'utf-16be';
  return null;
}

/** A longer file's head may end within a UTF-8 character; a short file's only accented letter, at its end, looks the same. */
function withoutCutCharacter(head: Buffer): Buffer {
  for (const back of [1, 2, 3]) {
    const lead = head.at(-back) ?? 0;
    if (lead < 0x80) return head;
    if (lead < 0xc0) continue;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    const whole = head.subarray(0, head.length - back);
    return length > back && (!isAscii(whole) || head.length > shortFile) ? whole : head;
  }
  return head;
}

/** Whoever reads in pieces hands in more than this. */
const shortFile = 16 * 1024;

function unicodeSample(head: Buffer, encoding: Unicode['encoding']): string {
  const sample = encoding === 'utf-8' ? fromFirstAccent(head) : head.subarray(0, sampleBytes);
  return composed(new TextDecoder(encoding).decode(sample, { stream: true }));
}

/** With some of the ASCII before it, to which it may belong. */
function fromFirstAccent(head: Buffer): Buffer {
  const first = head.findIndex((byte) => byte >= 0x80);
  const start = first < 0 ? 0 : Math.max(0, first - 100);
  return head.subarray(start, start + sampleBytes);
}

/**
 * Unicode as it is, or as the old font that it was typed in shows it. A font is assumed only where that is clear; where
 * it is likelier but not clear the text stays as it is, and the doubt is said.
 */
function inFont(head: Buffer, unicode: Unicode): Decoding {
  const { encoding } = unicode;
  const verdict = weigh(unicodeSample(head, encoding), [
    // Valid Unicode may be in any language: words that are no Vietnamese speak for it as well, if less.
    { name: encoding, read: (word) => word, foreign: 0.3 },
    ...fonts,
  ]);
  const plain = { ...unicode, font: null, margin: verdict?.margin ?? 1, runnerUp: verdict?.runnerUp ?? null };
  const font = fontNames.find((font) => font === verdict?.best);
  if (font === undefined) return { ...plain, doubtful: verdict?.contradicted ?? false };
  if (!verdict?.clear || !verdict.vietnamese) return { ...plain, runnerUp: font, doubtful: true };
  return { ...plain, font, doubtful: verdict.contradicted };
}

const fonts: readonly Candidate[] = fontNames.map((font) => ({
  name: font,
  // Whoever types in an old font types no letter that only Unicode has.
  read: (word) => (/[\u0100-\u01ff\u1e00-\u1eff]/.test(word) ? '\ufffd' : tableReader(font, true)(word)),
  foreign: 0,
}));

function byWords(head: Buffer): Decoding {
  const sample = eightBitSample(head);
  const tables = ['windows-1258', kindOfTcvn(sample), 'vni', 'viscii'] as const;
  const verdict = weigh(sample, [
    ...tables.map(inTable),
    // A few damaged bytes make UTF-8 invalid, but no other encoding of it.
    { name: 'utf-8', read: (word) => Buffer.from(word, 'latin1').toString(), foreign: 0 },
  ]);
  return {
    encoding: verdict?.best ?? 'utf-8',
    font: null,
    how: 'score',
    margin: verdict?.margin ?? 1,
    runnerUp: verdict?.runnerUp ?? null,
    doubtful: verdict !== null && (!verdict.clear || !verdict.vietnamese || verdict.contradicted),
  };
}

/** Whether the bytes 80 to 9F are punctuation, as in the fonts, or capitals. No rivals: all other letters are the same. */
function kindOfTcvn(sample: string): 'tcvn3' | 'tcvn5712' {
  const verdict = weigh(sample, [inTable('tcvn3'), inTable('tcvn5712')]);
  return verdict?.best === 'tcvn5712' ? 'tcvn5712' : 'tcvn3';
}

const inTable = (name: TableName): Candidate => ({ name, read: tableReader(name, true), foreign: 0 });
const eightBitSample = (head: Buffer) => fromFirstAccent(head).toString('latin1');
