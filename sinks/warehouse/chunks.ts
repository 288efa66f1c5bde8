import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { FileBytes } from '../../schemas/file';

/** So many bytes of a large file are one row; as text they would have to be written twice as long. */
const chunkBytes = 1 << 16;

/** Keeps a large file's bytes under its hash, as a stream. */
export async function keepChunks(client: PoolClient, sha256: Buffer, file: FileBytes): Promise<void> {
  const copy = client.query(copyFrom('copy file_chunk (sha256, number, bytes) from stdin (format binary)'));
  await pipeline(Readable.from(binaryRows(sha256, file)), copy);
}

/** The same bytes, read out as a stream over a connection of their own. */
export function keptChunks(pool: Pool, sha256: Buffer, size: number): FileBytes {
  return { size, pieces: () => piecesOf(pool, sha256) };
}

/** PostgreSQL's binary form: a header, and of each row how many fields it has, and each field with its length before it. */
const header = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const trailer = Buffer.from([0xff, 0xff]);

async function* binaryRows(sha256: Buffer, file: FileBytes): AsyncGenerator<Buffer> {
  yield header;
  let number = 0;
  for await (const piece of file.pieces())
    for (let at = 0; at < piece.length; at += chunkBytes) {
      const bytes = piece.subarray(at, at + chunkBytes);
      yield Buffer.concat([int16(3), field(sha256), field(int32(number)), field(bytes)]);
      number += 1;
    }
  yield trailer;
}

const field = (bytes: Buffer) => Buffer.concat([int32(bytes.length), bytes]);

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

async function* piecesOf(pool: Pool, sha256: Buffer): AsyncGenerator<Buffer> {
  const client = await pool.connect();
  let whole = false;
  try {
    const query = `copy (select bytes from file_chunk where sha256 = '\\x${sha256.toString('hex')}' order by number) to stdout (format binary)`;
    yield* bytesIn(client.query(copyTo(query)));
    whole = true;
  } finally {
    // Whoever wanted only the beginning leaves a connection on which the rest is still coming.
    client.release(!whole);
  }
}

/** The one field of each row. */
async function* bytesIn(stream: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  let at = header.length;
  for await (const part of stream as AsyncIterable<Buffer>) {
    waiting.push(part);
    length += part.length;
    // A row's count of fields and its field's length stand before its bytes.
    for (let bytes = joined(); bytes !== null; bytes = joined()) yield bytes;
  }

  function joined(): Buffer | null {
    if (length < at + 6) return null;
    const all = waiting.length === 1 ? (waiting[0] as Buffer) : Buffer.concat(waiting);
    waiting = [all];
    const end = at + 6 + all.readInt32BE(at + 2);
    if (all.readInt16BE(at) < 0 || end > length) return null;
    const bytes = all.subarray(at + 6, end);
    waiting = [all.subarray(end)];
    length -= end;
    at = 0;
    return bytes;
  }
}
