import { evidence } from '../../config/thresholds';
import type { Catalogue } from '../../schemas/catalogue';
import type { IndicatorCode, SectorCode } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { decimal } from '../../schemas/decimal';
import type { Manifest } from '../../schemas/edition';
import { mapOf, type Period } from '../../schemas/period';
import { Quantity } from '../../schemas/quantity';
import type { Earlier } from '../../schemas/submission';

/** Of the edition that was published last before the file was received: of this period, else of the latest before it. */
export async function usualSizes(
  database: Database,
  catalogue: Catalogue,
  receipt: number,
  period: Period,
): Promise<Earlier['others']> {
  const { rows } = await database.query<UsualSize>(
    `select code, sector, per, middle, spread
     from usual_size join (
       select map, period, published_at
       from usual_size
       where map = $1 and period <= $2 and period not like '%..%'
         and published_at < coalesce((select received_at from receipt where receipt = $3), 'infinity')
       order by period desc, published_at desc
       limit 1
     ) as last using (map, period, published_at)`,
    [mapOf(period), period, receipt],
  );
  return rows.flatMap(({ middle, spread, ...of }) => {
    const unit = catalogue.indicators.get(of.code)?.unit;
    if (unit === undefined) return [];
    const reach = (Math.max(Number(spread), evidence.leastSpreadOfOthers) * evidence.rangeIsSpreads) / 2;
    // A range is no figure: two digits of it are enough.
    const end = (log: number) => Quantity.fromBase(decimal((10 ** log).toPrecision(2)), unit.dimension);
    return [{ ...of, low: end(Number(middle) - reach), high: end(Number(middle) + reach) }];
  });
}

interface UsualSize {
  readonly code: IndicatorCode;
  readonly sector: SectorCode;
  readonly per: IndicatorCode | null;
  readonly middle: string;
  readonly spread: string;
}

/** All that was known of sizes when an edition was published, for its manifest. */
export async function usualSizesBefore(database: Database, at: Date): Promise<Manifest['usual_sizes']> {
  const { rows } = await database.query<Manifest['usual_sizes'][number] & { published_at: Date }>(
    `select period, map, published_at, code, sector, per, provinces, middle::float as middle, spread::float as spread
     from usual_size where published_at < $1 order by published_at, map, code, sector, per`,
    [at],
  );
  return rows.map((row) => ({ ...row, published_at: row.published_at.toISOString() }));
}

/** Puts back what was known of sizes from editions before, where an edition is made again. */
export async function restoreUsualSizes(database: Database, sizes: Manifest['usual_sizes']): Promise<void> {
  await database.query('insert into usual_size select * from jsonb_populate_recordset(null::usual_size, $1)', [
    JSON.stringify(sizes),
  ]);
}
