import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Catalogue } from '../../schemas/catalogue';
import type { ProvinceId } from '../../schemas/codes';
import { mapOf, type Period } from '../../schemas/period';
import { transaction } from '../../sinks/warehouse/connect';
import { countInput } from '../../sinks/warehouse/input';

const columns =
  'province, period, form, code, sector, measure, value_base, raw, unit_reported, locator, submission, known_from';

/** What stands beside the figures: nothing, or each one's plan; that of a seed is another one than that of another. */
export type Plans = { readonly seed: number } | null;

/** Reports of all provinces for these periods, every indicator in every sector, straight into the warehouse. How many facts. */
export async function loadReports(
  pool: Pool,
  periods: readonly Period[],
  plans: Plans,
  catalogue: Catalogue,
  at: Date,
): Promise<number> {
  const reports = periods.flatMap((period) =>
    [...catalogue.provinces.values()]
      .filter(({ map }) => map === mapOf(period))
      .map(({ id }) => ({ province: id, period, seed: 0 })),
  );
  const facts = await load(pool, reports, plans, catalogue, at);
  await pool.query('analyze');
  return facts;
}

/** Another report of a province, with other figures, in the place of the one that stands. */
export async function revise(
  pool: Pool,
  province: ProvinceId,
  period: Period,
  seed: number,
  plans: Plans,
  catalogue: Catalogue,
  at: Date,
): Promise<void> {
  await pool.query(
    "update observation set known_until = $3 where (province, period) = ($1, $2) and known_until = 'infinity'",
    [province, period, at],
  );
  await load(pool, [{ province, period, seed }], plans, catalogue, at);
}

interface Report {
  readonly province: ProvinceId;
  readonly period: Period;
  readonly seed: number;
}

async function load(
  pool: Pool,
  reports: readonly Report[],
  plans: Plans,
  catalogue: Catalogue,
  at: Date,
): Promise<number> {
  const cells = [...catalogue.indicators.values()].flatMap(({ code, sectors }) =>
    sectors.map((sector) => ({ code, sector })),
  );
  const stamp = at.toISOString();
  await transaction(pool, async (client) => {
    await client.query("insert into file (sha256, bytes) values ('bench', '') on conflict do nothing");
    const { rows } = await client.query<{ receipt: string }>(
      `insert into receipt (sha256, file_name, channel, received_at, status, options)
       values ('bench', 'bench.csv', 'cli', $1, 'done', jsonb_build_object('period', $2::text)) returning receipt`,
      [at, `${stamp} ${reports.length} ${reports[0]?.seed}`],
    );
    const receipt = rows[0]?.receipt;
    await client.query(
      `insert into submission (submission, receipt, part, status, province, period, form, received_at)
       select $1 || '-' || part, $1::bigint, part, 'loaded', province, period, 'B01', $4
       from unnest($2::text[], $3::text[]) with ordinality as each (province, period, part)`,
      [receipt, reports.map(({ province }) => province), reports.map(({ period }) => period), at],
    );
    const lines = function* () {
      for (const [part, { province, period, seed }] of reports.entries())
        yield cells
          .flatMap(({ code, sector }, row) => {
            const value = (by: number) => (row * 7 + Number(province.slice(3)) * 13 + by * 31) % 1000;
            const fact = (measure: string, of: number, column: number) =>
              `${province},${period},B01,${code},${sector},${measure},${of},${of},x,"{""row"":${row},""column"":${column}}",${receipt}-${part + 1},${stamp}\n`;
            return [fact('actual', value(seed), 5), ...(plans ? [fact('plan', value(plans.seed), 6)] : [])];
          })
          .join('');
    };
    await pipeline(
      Readable.from(lines()),
      client.query(copyFrom(`copy observation (${columns}) from stdin (format csv)`)),
    );
    await countInput(client, reports);
  });
  return reports.length * cells.length * (plans ? 2 : 1);
}
