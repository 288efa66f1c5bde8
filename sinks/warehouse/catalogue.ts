import type { Pool, PoolClient } from 'pg';
import type { Catalogue } from '../../schemas/catalogue';
import { transaction } from './connect';

/** Puts the catalogue of config/ into the warehouse, where SQL joins to it. Does nothing when it is there already. */
export async function loadCatalogue(pool: Pool, catalogue: Catalogue): Promise<void> {
  const { rows } = await pool.query('select 1 from catalogue_version where version = $1', [catalogue.version]);
  if (rows.length > 0) return;
  await transaction(pool, async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtext('tonghop catalogue'))");
    await client.query(
      'delete from indicator_sector; delete from indicator; delete from region; delete from province_name',
    );
    const indicators = [...catalogue.indicators.values()].map((indicator, position) => {
      const { aggregation, unit } = indicator;
      return {
        ...indicator,
        position,
        unit: unit.name,
        unit_in_base: unit.factor.toFixed(),
        aggregation: aggregation.how,
        numerator: aggregation.how === 'ratio' ? aggregation.numerator : null,
        denominator:
          aggregation.how === 'ratio'
            ? aggregation.denominator
            : aggregation.how === 'mean'
              ? aggregation.weight
              : null,
      };
    });
    await insert(client, 'indicator', 'code', indicators);
    await insert(
      client,
      'indicator_sector',
      'code, sector',
      indicators.flatMap(({ code, sectors }) => sectors.map((sector) => ({ code, sector }))),
    );
    await insert(
      client,
      'sector',
      'sector',
      [...catalogue.sectors.values()].map((sector, position) => ({ ...sector, sector: sector.code, position })),
    );
    await insert(
      client,
      'region',
      'region',
      [...catalogue.regions.values()].map((region, position) => ({ ...region, region: region.id, position })),
    );
    // The 34 stand before the 63 that went into them.
    const provinces = [...catalogue.provinces.values()].sort((a, b) => (a.map < b.map ? -1 : 1));
    await insert(
      client,
      'province',
      'province',
      provinces.map(({ id, map, region, successor }) => ({
        province: id,
        map,
        gso_code: id.slice(3),
        region,
        successor,
      })),
    );
    await insert(
      client,
      'province_name',
      'province, valid_from',
      provinces.flatMap(({ id, names }) =>
        names.map(({ name, from, to }) => ({ province: id, name, valid_from: from, valid_to: to })),
      ),
    );
    await client.query(
      'insert into catalogue_version (version) values ($1) on conflict (singleton) do update set version = excluded.version',
      [catalogue.version],
    );
  });
}

/** Rows as JSON into a table of the same columns; what is there already under the key is brought up to date. */
async function insert(client: PoolClient, table: string, key: string, rows: readonly object[]): Promise<void> {
  const { rows: columns } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  await client.query(
    `insert into ${table} (${names.join(', ')})
     select ${names.join(', ')} from jsonb_populate_recordset(null::${table}, $1)
     on conflict (${key}) do update set (${names.join(', ')}) = row(${names.map((name) => `excluded.${name}`).join(', ')})`,
    [JSON.stringify(rows)],
  );
}
