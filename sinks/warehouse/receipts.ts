import { createHash, type Hash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { largestWhole } from '../../config/thresholds';
import type { Database } from '../../schemas/database';
import type { Manifest } from '../../schemas/edition';
import { type FileBytes, wholeOf } from '../../schemas/file';
import type { Channel, HandInOptions } from '../../schemas/submission';
import { storable } from '../../schemas/text';
import { keepChunks, keptChunks } from './chunks';
import { transaction } from './connect';

export interface HandedInFile {
  readonly receipt: number;
  /** The same bytes were handed in before, under this receipt. */
  readonly again: boolean;
}

/** A file as it is handed in; a large one as a stream. */
export interface IncomingFile {
  readonly name: string;
  readonly bytes: Buffer | FileBytes;
}

/**
 * Takes a file in: its bytes are safe and it will be processed, whatever happens next. The same bytes with the same
 * options are the receipt they were before (unless they were refused then, and may be right now, or taken back).
 */
export async function handIn(
  pool: Pool,
  { bytes: given, ...file }: IncomingFile & { readonly channel: Channel; readonly options: HandInOptions },
  now: Date,
): Promise<HandedInFile> {
  const bytes = Buffer.isBuffer(given) || given.size > largestWhole ? given : await wholeOf(given);
  const sha256 = await hashOf(bytes);
  const handedIn = await transaction(pool, async (client) => {
    await keep(client, sha256, bytes);
    const inserted = await client.query<{ receipt: string }>(
      `insert into receipt (sha256, file_name, channel, options, received_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning receipt`,
      [sha256, storable(file.name), file.channel, JSON.stringify(file.options), now],
    );
    if (inserted.rows[0]) return { receipt: Number(inserted.rows[0].receipt), again: false };
    const before = await client.query<{ receipt: string }>(
      "select receipt from receipt where sha256 = $1 and options = $2 and status in ('waiting', 'done')",
      [sha256, JSON.stringify(file.options)],
    );
    // It was refused between the two statements: what stands in the way is gone.
    const there = before.rows[0];
    return there ? { receipt: Number(there.receipt), again: true } : null;
  });
  return handedIn ?? handIn(pool, { ...file, bytes }, now);
}

/** SHA-256 of all of a file's bytes. */
export async function hashOf(bytes: Buffer | FileBytes): Promise<Buffer> {
  const hash = createHash('sha256');
  if (Buffer.isBuffer(bytes)) return hash.update(bytes).digest();
  for await (const piece of bytes.pieces()) hash.update(piece);
  return hash.digest();
}

/** Puts a file in as it was received once, number and all: for an empty warehouse in which what was is made again. */
export async function restoreReceipt(
  pool: Pool,
  receipt: Manifest['receipts'][number],
  bytes: Buffer | FileBytes,
): Promise<void> {
  const sha256 = Buffer.from(receipt.sha256, 'hex');
  await transaction(pool, async (client) => {
    await keep(client, sha256, bytes);
    await client.query(
      `insert into receipt (receipt, sha256, file_name, channel, options, received_at) overriding system value
       values ($1, $2, $3, $4, $5, $6)`,
      [receipt.receipt, sha256, receipt.file, receipt.channel, JSON.stringify(receipt.options), receipt.received_at],
    );
  });
}

/** Throws where a large file changed since its hash was taken: as what it is now it can be handed in anew. */
async function keep(client: PoolClient, sha256: Buffer, bytes: Buffer | FileBytes): Promise<void> {
  const whole = Buffer.isBuffer(bytes);
  const { rowCount } = await client.query(
    'insert into file (sha256, bytes, size) values ($1, $2, $3) on conflict do nothing',
    [sha256, ...(whole ? [bytes, null] : [null, bytes.size])],
  );
  if (whole || rowCount === 0) return;
  const written = createHash('sha256');
  await keepChunks(client, sha256, { size: bytes.size, pieces: () => hashed(bytes, written) });
  if (!written.digest().equals(sha256)) throw new Error('the file changed while it was being read: hand it in again');
}

async function* hashed(file: FileBytes, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of file.pieces()) {
    hash.update(piece);
    yield piece;
  }
}

/**
 * The file of a receipt that still waits, with this attempt counted; null where there is nothing left to do. A file over
 * which workers died too often is put aside as failed.
 */
export async function takeUp(
  pool: Pool,
  receipt: number,
  maxAttempts: number,
  now: Date,
): Promise<{ receipt: number; bytes: Buffer | FileBytes; options: HandInOptions } | null> {
  const { rows } = await pool.query<{
    bytes: Buffer | null;
    sha256: Buffer;
    size: string;
    options: HandInOptions;
    status: string;
  }>(
    `with taken as (
       update receipt
       set attempts = attempts + 1,
           status = case when attempts >= $2 then 'failed' else status end,
           finished_at = case when attempts >= $2 then $3::timestamptz end
       where receipt = $1 and status = 'waiting'
       returning sha256, options, status
     )
     select bytes, sha256, size, options, status from taken join file using (sha256)`,
    [receipt, maxAttempts, now],
  );
  const taken = rows[0];
  if (taken?.status !== 'waiting') return null;
  const { bytes, sha256, size, options } = taken;
  return { receipt, bytes: bytes ?? keptChunks(pool, sha256, Number(size)), options };
}

/** Puts a file aside that could not be processed, with the error for the technician. */
export async function fail(pool: Pool, receipt: number, error: string, now: Date): Promise<void> {
  await pool.query(
    "update receipt set status = 'failed', error = $2, finished_at = $3 where receipt = $1 and status = 'waiting'",
    [receipt, storable(error).slice(0, 2000), now],
  );
}

/** Receipts that still wait, in order. */
export async function waitingReceipts(database: Database): Promise<number[]> {
  const { rows } = await database.query<{ receipt: string }>(
    "select receipt from receipt where status = 'waiting' order by receipt",
  );
  return rows.map((row) => Number(row.receipt));
}

/** Of these receipts, the ones that are still waiting. */
export async function stillWaiting(pool: Pool, receipts: readonly number[]): Promise<number[]> {
  const { rows } = await pool.query<{ receipt: string }>(
    "select receipt from receipt where status = 'waiting' and receipt = any($1) order by receipt",
    [receipts],
  );
  return rows.map((row) => Number(row.receipt));
}
