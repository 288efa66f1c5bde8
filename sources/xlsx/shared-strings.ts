import type { Archive } from './archive';
import { limits } from './limits';
import { tooLarge } from './refusals';
import { RichText } from './rich-text';
import { readXml } from './xml';

/** Remembered texts: most cells of a register repeat a few (a district, a kind, a state). */
const remembered = 4096;

/**
 * The texts that cells name by their number, as UTF-8 in one block of memory: half a million strings of their own make
 * the collector of garbage copy and look for seconds, and take three times the room.
 */
export class SharedStrings {
  private block = Buffer.allocUnsafe(64 * 1024);
  private readonly ends: number[] = [];
  private readonly recent: { number: number; text: string }[] = [];

  add(text: string): void {
    const start = this.ends.at(-1) ?? 0;
    const most = start + text.length * 3;
    if (most > this.block.length) {
      const larger = Buffer.allocUnsafe(Math.max(most, this.block.length * 2));
      this.block.copy(larger, 0, 0, start);
      this.block = larger;
    }
    this.ends.push(start + this.block.write(text, start));
    if (this.ends.length > limits.sharedTexts || most > limits.sharedBytes)
      throw tooLarge('quá nhiều chữ khác nhau trong các ô');
  }

  get(number: number): string | undefined {
    const slot = number % remembered;
    const known = this.recent[slot];
    if (known?.number === number) return known.text;
    const end = this.ends[number];
    if (end === undefined) return undefined;
    const text = this.block.toString('utf8', this.ends[number - 1] ?? 0, end);
    this.recent[slot] = { number, text };
    return text;
  }
}

export async function readSharedStrings(archive: Archive, part: string | null): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (part === null || !archive.has(part)) return strings;
  const text = new RichText();
  let inside = false;
  await readXml(archive.unpack(part), {
    open(name, attributes, depth) {
      if (depth === 2) inside = name === 'si';
      else if (inside) text.open(name, attributes, depth - 2);
    },
    text(piece) {
      if (inside) text.text(piece);
    },
    close(depth) {
      if (!inside) return;
      if (depth > 2) text.close();
      else {
        inside = false;
        strings.add(text.take());
      }
    },
  });
  return strings;
}
