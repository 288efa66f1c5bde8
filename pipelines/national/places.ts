import type { Places } from '../../schemas/catalogue';
import type { Database } from '../../schemas/database';

/** Draws tables on other provinces than the catalogue's, to the end of this transaction. */
export async function useProvinces(database: Database, { provinces }: Places): Promise<void> {
  // A temporary table stands before the one of that name.
  await database.query(
    'create temporary table province (province text, map text, gso_code text, region text, successor text) on commit drop',
  );
  await database.query('insert into province select * from jsonb_populate_recordset(null::province, $1)', [
    JSON.stringify(
      [...provinces.values()].map(({ id, map, region, successor }) => ({
        ...{ province: id, map, gso_code: id.slice(3), region, successor },
      })),
    ),
  ]);
}
