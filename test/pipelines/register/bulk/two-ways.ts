import { understood } from '../../../../pipelines/ingest';
import { streamedRegister } from '../../../../pipelines/register/bulk/streamed';
import { Ending } from '../../../../schemas/ending';
import type { FileBytes } from '../../../../schemas/file';
import type { RegisterRow } from '../../../../schemas/register';
import type { HandInOptions, Prepared } from '../../../../schemas/submission';
import { readFile } from '../../../../sources/read';
import { readRows } from '../../../../sources/rows';
import { catalogue } from '../../take-in';

/** A file that comes in pieces of so many bytes. */
export const inPieces = (bytes: Buffer, length: number): FileBytes => ({
  size: bytes.length,
  async *pieces() {
    for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
  },
});

/** What a file comes to when it is read as a whole. */
export async function atOnce(bytes: Buffer, options: HandInOptions = {}): Promise<readonly Prepared[]> {
  return understood(await readFile(bytes, options.encoding), options, catalogue);
}

/** The same row by row; a register's rows are gathered. */
export async function rowByRow(
  bytes: Buffer,
  length: number,
  options: HandInOptions = {},
): Promise<readonly Prepared[]> {
  const seen = await readRows(inPieces(bytes, length), options.encoding);
  if (seen.kind !== 'rows') return understood(seen, options, catalogue);
  const register = await streamedRegister(seen, options, catalogue);
  if (register === null) return understood(await seen.whole(), options, catalogue);
  if (register.kind === 'refused') return [register];
  const taken: RegisterRow[] = [];
  const rows = new Ending(register.rows());
  for await (const batch of rows) taken.push(...batch);
  return [rows.end.kind === 'refused' ? rows.end : { ...rows.end, register: taken }];
}
