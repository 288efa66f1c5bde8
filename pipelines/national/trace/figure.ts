import type { Aggregation, Catalogue, Indicator } from '../../../schemas/catalogue';
import { IndicatorCode, type ProvinceId, type SectorCode } from '../../../schemas/codes';
import type { Database } from '../../../schemas/database';
import type { Period } from '../../../schemas/period';
import type { TableRow } from '../../../schemas/table';
import { type Asked, isKept, valuesOf } from '../asked';
import { withModels } from '../models';
import type { Side } from './formula';
import { type Fact, type Leaf, leafOf, type Role } from './leaf';
import { rowsOfRegister } from './register';

/** Which units' figures are in it: all that are present, or those on both sides of a comparison. */
export type Among = 'present' | 'on_previous' | 'on_year_end';

/** What an area's figure of a period comes from: the cells of the reports of each province that is in it. */
export async function figureSide(
  database: Database,
  asked: Asked,
  row: TableRow,
  period: Period,
  among: Among,
  catalogue: Catalogue,
): Promise<Side> {
  const sources = await contributing(database, asked, row, period, among);
  const alone = sources.length === 1 && sources[0]?.counted === false;
  const { aggregation, code } = row.indicator;
  const roles: readonly [Role, IndicatorCode][] = alone ? [['term', code]] : rolesIn(code, aggregation);
  const facts = await factsOf(
    database,
    asked,
    period,
    sources.map(({ source }) => source),
    roles.map(([, each]) => each),
  );
  const leaves: Leaf[] = [];
  for (const { source } of sources) {
    for (const [role, each] of roles) {
      const reported = facts.filter((fact) => fact.province === source && fact.code === each);
      for (const fact of partsOf(row.sector, reported, catalogue)) {
        const own = leafOf(role, fact, fact.sector !== row.sector, catalogue);
        leaves.push(...((await rowsOfRegister(database, fact, own, period, catalogue)) ?? [own]));
      }
    }
  }
  return { how: alone ? 'alone' : aggregation.how, leaves };
}

function rolesIn(code: IndicatorCode, aggregation: Aggregation): readonly [Role, IndicatorCode][] {
  switch (aggregation.how) {
    case 'sum':
      return [['term', code]];
    case 'ratio':
      return [
        ['numerator', aggregation.numerator],
        ['denominator', aggregation.denominator],
      ];
    case 'mean':
      return [
        ['term', code],
        ['weight', aggregation.weight],
      ];
  }
}

/** The provinces, on the map of their own reports, whose figures are in the area's. */
async function contributing(database: Database, asked: Asked, row: TableRow, period: Period, among: Among) {
  const { rows } = await database.query<{ source: ProvinceId; counted: boolean }>(
    `${withModels('pair', isKept(asked) ? 'kept' : 'facts')}
     select unit.source, province_figure.counted
     from pair
     join unit using (unit)
     join province_figure on province_figure.province = unit.source
       and (province_figure.code, province_figure.sector) = (pair.code, pair.sector)
     where (area, pair.code, pair.sector) = ($12, $13, $14) and province_figure.period = $15 and ${among}
     order by source`,
    [
      ...valuesOf(asked, { codes: madeOf(row.indicator), areas: [row.area] }),
      row.area,
      row.indicator.code,
      row.sector,
      period,
    ],
  );
  return rows;
}

/** All that the figures of an indicator are made of, and the counts that say which of its sectors are nil. */
function madeOf({ code, aggregation }: Indicator): IndicatorCode[] {
  const of = [code, ...rolesIn(code, aggregation).map(([, each]) => each)];
  return [...of, ...of.map((each) => IndicatorCode.parse(`${each.split('.')[0]}.count`))];
}

async function factsOf(
  database: Database,
  asked: Asked,
  period: Period,
  provinces: readonly ProvinceId[],
  codes: readonly IndicatorCode[],
): Promise<Fact[]> {
  const { rows } = await database.query<Fact>(
    `${withModels('observed', 'facts')}
     select o.province, o.form, o.code, o.sector, o.value_base, raw, unit_reported, locator, also, conversion, submission, file_name
     from observed
     join observation as o using (province, observation)
     join submission using (submission)
     join receipt using (receipt)
     where observed.measure = 'actual'
       -- Said of the fact as well, so that it is found by its index.
       and (o.period, observed.period) = ($1, $1) and o.code = any($9) and o.province = any($10)
     order by o.province, o.code, o.sector`,
    valuesOf({ ...asked, period }, { codes, provinces, ownPeriod: true }),
  );
  return rows;
}

/** The fact itself, or the reported parts that a whole was made from: those that no other reported part contains. */
function partsOf(sector: SectorCode, reported: readonly Fact[], catalogue: Catalogue): readonly Fact[] {
  const own = reported.filter((fact) => fact.sector === sector);
  if (own.length > 0) return own;
  const children = [...catalogue.sectors.values()].filter((each) => each.parent === sector);
  return children.flatMap((child) => partsOf(child.code, reported, catalogue));
}
