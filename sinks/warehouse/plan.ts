import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { PlanLine } from '../../schemas/plan';
import { storable } from '../../schemas/text';
import { transaction } from './connect';
import { countPlan } from './input';

/** Loads a plan's lines; one that was there with another value is closed and followed by the new one. Returns how many changed. */
export async function loadPlan(
  pool: Pool,
  file: { readonly name: string; readonly bytes: Buffer },
  lines: readonly PlanLine[],
  now: Date,
): Promise<number> {
  const sha256 = createHash('sha256').update(file.bytes).digest();
  return transaction(pool, async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtext('tonghop plan'))");
    await client.query('insert into file (sha256, bytes) values ($1, $2) on conflict do nothing', [sha256, file.bytes]);
    let changed = 0;
    for (const line of lines) {
      const key = [line.year, line.area, line.code, line.sector];
      const same = await client.query(
        "select from plan where (year, area, code, sector) = ($1, $2, $3, $4) and known_until = 'infinity' and value_base = $5",
        [...key, line.amount.inBase()],
      );
      if (same.rows.length > 0) continue;
      changed += 1;
      await client.query(
        "update plan set known_until = $5 where (year, area, code, sector) = ($1, $2, $3, $4) and known_until = 'infinity'",
        [...key, now],
      );
      await client.query(
        `insert into plan (year, area, code, sector, value_base, raw, unit_reported, sha256, file_name, locator, known_from)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [...key, line.amount.inBase(), line.raw, line.unit, sha256, storable(file.name), JSON.stringify(line.at), now],
      );
    }
    if (changed > 0)
      await countPlan(
        client,
        lines.map(({ year }) => year),
      );
    return changed;
  });
}
