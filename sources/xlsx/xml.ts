import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { limits } from './limits';
import { broken, tooLarge } from './refusals';

export type Attributes = Readonly<Record<string, string>>;

/**
 * Hears a part's elements by their local names (the two families of namespaces differ in nothing that is read here, and
 * some programs put a prefix before every name). The root stands at depth 1. It may throw `Unreadable`.
 */
export interface Listener {
  open?(name: string, attributes: Attributes, depth: number): void;
  close?(depth: number): void;
  text?(text: string): void;
}

/** XML without document types and entities of its own, within limits on depth and on the length of a tag or text. */
export class XmlReader {
  private readonly parser = new SaxesParser({ position: false });
  private depth = 0;
  /** Characters since the last tag or text was complete: the parser keeps them all in memory. */
  private pending = 0;

  constructor(listener: Listener) {
    const { parser } = this;
    parser.on('error', () => {
      throw broken('XML sai cú pháp');
    });
    parser.on('doctype', () => {
      throw broken('XML có khai báo DOCTYPE');
    });
    parser.on('opentag', (tag) => {
      this.pending = 0;
      this.depth += 1;
      if (this.depth > limits.xmlDepth) throw tooLarge(`XML lồng hơn ${limits.xmlDepth} tầng`);
      listener.open?.(localName(tag.name), tag.attributes as Attributes, this.depth);
    });
    parser.on('closetag', () => {
      this.pending = 0;
      listener.close?.(this.depth);
      this.depth -= 1;
    });
    const hear = (text: string) => {
      this.pending = 0;
      listener.text?.(text);
    };
    parser.on('text', hear);
    parser.on('cdata', hear);
  }

  write(text: string): void {
    this.pending += text.length;
    this.parser.write(text);
    if (this.pending > limits.xmlToken + text.length) throw tooLarge('một đoạn XML dài quá mức');
  }

  end(): void {
    this.parser.close();
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** Reads a small part as a whole. */
export async function readXml(bytes: AsyncIterable<Buffer>, listener: Listener): Promise<void> {
  const reader = new XmlReader(listener);
  for await (const text of textOf(bytes)) reader.write(text);
  reader.end();
}

/**
 * The text of a part in UTF-8, or in UTF-16 by its byte-order mark: the format knows no other encodings. Where `skim` leaves
 * out most of it, that is not decoded; it is given UTF-8 with a character for each byte, and may cut at ASCII alone.
 */
export async function* textOf(bytes: AsyncIterable<Buffer>, skim?: (text: string) => string): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  let utf16: TextDecoder | null | undefined;
  for await (const piece of bytes) {
    utf16 ??= utf16Decoder(piece);
    if (utf16 !== null) {
      const text = decoded(utf16, piece);
      yield skim ? skim(text) : text;
      continue;
    }
    // Strings from `toString` have one byte a character where they can; those of a TextDecoder make saxes a third slower.
    const all = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = all.length - unfinishedBytes(all);
    if (!isUtf8(all.subarray(0, end))) throw broken('XML không phải UTF-8');
    yield skim ? Buffer.from(skim(all.toString('latin1', 0, end)), 'latin1').toString() : all.toString('utf8', 0, end);
    rest = Buffer.from(all.subarray(end));
  }
  if (rest.length > 0) throw broken('XML không phải UTF-8');
}

function utf16Decoder(start: Buffer): TextDecoder | null {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return null;
}

function decoded(decoder: TextDecoder, piece: Buffer): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch {
    throw broken('XML không phải UTF-16');
  }
}

/** How many bytes at the end begin a character that the next piece goes on with. */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
