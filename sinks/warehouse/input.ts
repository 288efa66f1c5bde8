import type { PoolClient } from 'pg';
import type { ProvinceId } from '../../schemas/codes';
import { type Period, quarter } from '../../schemas/period';

/**
 * Counts on what these provinces reported for these periods, within the transaction that changes it: whatever was made
 * from an earlier count is stale. Two such transactions wait for one another, so no count stands for two states.
 */
export async function countInput(
  client: PoolClient,
  reports: readonly { readonly province: ProvinceId; readonly period: Period }[],
): Promise<void> {
  await count(
    client,
    reports.map(({ province, period }) => [period, province]),
  );
}

/** The same for what was handed in as the plan of these years. */
export async function countPlan(client: PoolClient, years: readonly number[]): Promise<void> {
  await count(
    client,
    years.map((year) => [quarter(year, 4), 'VN']),
  );
}

async function count(client: PoolClient, inputs: readonly (readonly [Period, string])[]): Promise<void> {
  await client.query(
    `insert into input (period, area, version)
     select distinct period, area, 1 from unnest($1::text[], $2::text[]) as each (period, area) order by period, area
     on conflict (period, area) do update set version = input.version + 1`,
    [inputs.map(([period]) => period), inputs.map(([, area]) => area)],
  );
}
