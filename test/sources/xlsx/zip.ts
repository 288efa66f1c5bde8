import { crc32, deflateRawSync } from 'node:zlib';

/** A part for the zip; what it declares of itself may be a lie. */
export interface Part {
  readonly name: string;
  readonly data: string | Buffer;
  /** `data` is packed already, and inflates to so many bytes. */
  readonly packedFrom?: number;
  readonly declaredBytes?: number;
  readonly declaredCrc?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Points at the part of that number in place of data of its own. */
  readonly sameAs?: number;
}

/** A zip written by hand, so that it can be wrong in any place. */
export function zip(parts: readonly Part[], entryCount = parts.length): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const data = Buffer.from(part.data as string);
    const method = part.method ?? 8;
    const packed = part.packedFrom !== undefined || method !== 8 ? data : deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.flags ?? 0x800, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(part.declaredCrc ?? crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.declaredBytes ?? part.packedFrom ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    offsets.push(part.sameAs === undefined ? offset : (offsets[part.sameAs] ?? 0));
    const behind = Buffer.alloc(14);
    behind.writeUInt32LE(offsets.at(-1) ?? 0, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), fields, behind, name);
    if (part.sameAs !== undefined) continue;
    const file = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, name, packed]);
    files.push(file);
    offset += file.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entryCount, 8);
  end.writeUInt16LE(entryCount, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

/** `start`, then `piece` again and again, then `end`, packed as well as the format can, without ever being written out. */
export function packedRepeats(
  start: string,
  piece: string,
  times: number,
  end: string,
): { data: Buffer; bytes: number } {
  const block = Buffer.from(piece);
  const flushed = (text: string | Buffer) => deflateRawSync(text, { finishFlush: 3 });
  const data = Buffer.concat([flushed(start), ...Array<Buffer>(times).fill(flushed(block)), deflateRawSync(end)]);
  return { data, bytes: Buffer.byteLength(start) + block.length * times + Buffer.byteLength(end) };
}
