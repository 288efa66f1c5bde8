import { isAscii, isUtf8 } from 'node:buffer';
import type { FileBytes } from '../../schemas/file';
import { sampleBytes } from './index';

/** What stands before the first accented letter, to which it may belong. */
const before = 100;
/** No UTF-8; behind all that is looked at for words, it only tells of a fault further on. */
const invalid = Buffer.from([0xff, 0x0a]);

/**
 * Of a file as large as may be what `detect` judges all of it by: its beginning, what follows on the first accented letter,
 * and whether the whole of it is valid UTF-8.
 */
export async function evidenceOf(file: FileBytes): Promise<Buffer> {
  const kept: Buffer[] = [];
  // Not even an empty part of a piece is kept of the rest: it would hold all of the piece, and so all of the file.
  const keep = (part: Buffer) => part.length > 0 && kept.push(part);
  let seen = 0;
  let first = -1;
  let lead: Buffer = Buffer.alloc(0);
  let cut: Buffer = Buffer.alloc(0);
  let valid = true;
  for await (const piece of file.pieces()) {
    keep(within(piece, seen, 0, sampleBytes));
    if (first >= 0) keep(within(piece, seen, sampleBytes, first + sampleBytes));
    else if (isAscii(piece)) lead = piece.subarray(-before);
    else {
      first = seen + piece.findIndex((byte) => byte >= 0x80);
      const from = Math.max(sampleBytes, first - before);
      keep(within(Buffer.concat([lead, piece]), seen - lead.length, from, first + sampleBytes));
    }
    if (valid) {
      const bytes = Buffer.concat([cut, piece]);
      const whole = bytes.length - unfinished(bytes);
      valid = isUtf8(bytes.subarray(0, whole));
      cut = bytes.subarray(whole);
    }
    seen += piece.length;
  }
  const evidence = Buffer.concat(kept);
  const looksValid = isUtf8(evidence.subarray(0, evidence.length - unfinished(evidence)));
  return looksValid && !valid ? Buffer.concat([evidence, invalid]) : evidence;
}

/** The part of the bytes, which stand at `at` in the file, that lies between two places of the file. */
const within = (bytes: Buffer, at: number, from: number, to: number) =>
  bytes.subarray(Math.max(0, from - at), Math.max(0, to - at));

/** How many bytes at the end begin a UTF-8 character whose other bytes come with the next piece. */
function unfinished(bytes: Buffer): number {
  for (const back of [1, 2, 3]) {
    const byte = bytes.at(-back) ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}
