import type { PoolClient } from 'pg';
import type { Period } from '../../schemas/period';

/** Marks the tables of these periods as made from something that has changed, within the change's own transaction. */
export async function countInput(client: PoolClient, periods: readonly Period[]): Promise<void> {
  await client.query(
    `insert into input (period, version) select period, 1 from unnest($1::text[]) as period order by period
     on conflict (period) do update set version = input.version + 1`,
    [[...new Set(periods)]],
  );
}
