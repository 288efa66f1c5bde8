import type { Catalogue, Indicator } from '../../schemas/catalogue';
import type { Locator } from '../../schemas/cell';
import { gsoCode, type IndicatorCode, type ProvinceId, type SectorCode } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { decimal, plain } from '../../schemas/decimal';
import { type Period, yearBefore, yearOf } from '../../schemas/period';
import { exact, type Rational, rounded } from '../../schemas/rational';
import type { TableRow } from '../../schemas/table';
import { upTo, withModels } from './models';
import { type Asked, noNestedLoops, valuesOf } from './rollup';

export type TracedColumn = 'actual' | 'previous' | 'plan';
export type Role = 'term' | 'numerator' | 'denominator' | 'weight';

/** One cell that a figure comes from; `value` in `unit`, as the formula uses it. */
export interface Leaf {
  readonly role: Role;
  /** GSO code, on the map of the report's period; null for the national plan. */
  readonly province: string | null;
  readonly submission: string | null;
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: number | null;
  readonly pointer: string | null;
  readonly raw: string;
  readonly unit: string;
  readonly value: string;
  readonly note: string | null;
}

export interface Trace {
  readonly code: IndicatorCode;
  readonly sector: SectorCode;
  readonly area: string;
  readonly period: Period;
  readonly column: TracedColumn;
  readonly value: string | null;
  readonly unit: string;
  readonly formula: string;
  readonly leaves: readonly Leaf[];
}

const formulas = {
  sum: 'Σ term',
  ratio: '100 × Σ numerator ÷ Σ denominator',
  mean: 'Σ (term × weight) ÷ Σ weight, term and weight of one province',
  alone: 'term',
} as const;

/**
 * Takes a figure of the table back to the cells that it comes from. `row` is the table's own row, so the value traced is
 * the value shown; the formula over the leaves gives it. In a transaction.
 */
export async function trace(
  database: Database,
  asked: Asked,
  row: TableRow,
  column: TracedColumn,
  catalogue: Catalogue,
): Promise<Trace> {
  await noNestedLoops(database);
  const figure = { actual: row.actual, previous: row.previous, plan: row.plan }[column];
  const found =
    figure === null
      ? { leaves: [], alone: false }
      : column === 'plan'
        ? await planLeaves(database, asked, row, catalogue)
        : await figureLeaves(database, asked, row, column, catalogue);
  return {
    code: row.indicator.code,
    sector: row.sector,
    area: row.area,
    period: asked.period,
    column,
    value: figure && shown(figure, row.indicator),
    unit: row.indicator.unit.name,
    formula: column === 'plan' ? formulas.sum : found.alone ? formulas.alone : formulas[row.indicator.aggregation.how],
    leaves: found.leaves,
  };
}

const shown = (figure: Rational, indicator: Indicator) =>
  indicator.aggregation.how === 'sum' ? exact(figure) : rounded(figure, 6);

async function figureLeaves(
  database: Database,
  asked: Asked,
  row: TableRow,
  column: 'actual' | 'previous',
  catalogue: Catalogue,
) {
  const period = column === 'actual' ? asked.period : yearBefore(asked.period);
  const sources = await contributing(database, asked, row, column);
  const alone = sources.length === 1 && sources[0]?.counted === false;
  const { aggregation, code } = row.indicator;
  const roles: [Role, IndicatorCode][] =
    alone || aggregation.how === 'sum'
      ? [['term', code]]
      : aggregation.how === 'ratio'
        ? [
            ['numerator', aggregation.numerator],
            ['denominator', aggregation.denominator],
          ]
        : [
            ['term', code],
            ['weight', aggregation.weight],
          ];
  const facts = await factsOf(
    database,
    asked,
    period as Period,
    sources.map(({ source }) => source),
    roles.map(([, each]) => each),
  );
  const leaves = sources.flatMap(({ source }) =>
    roles.flatMap(([role, each]) => {
      const reported = facts.filter((fact) => fact.province === source && fact.code === each);
      return partsOf(row.sector, reported, catalogue).map((fact) =>
        leaf(role, fact, fact.sector !== row.sector, catalogue),
      );
    }),
  );
  return { leaves, alone };
}

/** The provinces, on the map of their own reports, whose figures are in the area's. */
async function contributing(database: Database, asked: Asked, row: TableRow, column: 'actual' | 'previous') {
  const { rows } = await database.query<{ source: ProvinceId; counted: boolean }>(
    `${withModels(upTo('pair'))}
     select province_figure.province as source, province_figure.counted
     from pair
     join province as target using (province)
     join province as source_province on source_province.province = target.province
       or source_province.successor = target.province or target.successor = source_province.province
     join province_figure on province_figure.province = source_province.province
       and (province_figure.code, province_figure.sector) = (pair.code, pair.sector)
     cross join asked
     where (pair.area, pair.code, pair.sector) = ($7, $8, $9)
       and province_figure.period = case when $10 = 'actual' then asked.period else asked.previous end
       and ($10 = 'actual' or pair.both_sides)
     order by source`,
    [...valuesOf(asked), row.area, row.indicator.code, row.sector, column],
  );
  return rows;
}

interface Fact {
  readonly province: ProvinceId | null;
  readonly code: IndicatorCode;
  readonly sector: SectorCode;
  readonly value_base: string;
  readonly raw: string;
  readonly unit_reported: string;
  readonly locator: Locator;
  readonly also: readonly Locator[];
  readonly conversion: string | null;
  readonly submission: string | null;
  readonly file_name: string;
}

async function factsOf(
  database: Database,
  asked: Asked,
  period: Period,
  provinces: readonly string[],
  codes: readonly string[],
): Promise<Fact[]> {
  const { rows } = await database.query<Fact>(
    `${withModels(['observed'])}
     select o.province, o.code, o.sector, o.value_base, raw, unit_reported, locator, also, conversion, submission, file_name
     from observed join observation as o using (province, observation) join submission using (submission) join receipt using (receipt)
     where observed.period = $7 and observed.measure = 'actual' and o.province = any($8) and o.code = any($9)
     order by o.province, o.code, o.sector`,
    [...valuesOf(asked), period, provinces, codes],
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

async function planLeaves(database: Database, asked: Asked, row: TableRow, catalogue: Catalogue) {
  const year = yearOf(asked.period);
  const { rows } = await database.query<Fact>(
    `select null as province, code, sector, value_base, raw, unit_reported, locator, '[]'::jsonb as also, null as conversion, null as submission, file_name
     from plan
     where year = $1 and area = $2 and code = $3 and sector = $4
       and known_from <= $5 and (known_until > $5 or known_until = 'infinity')`,
    [
      year,
      row.area === 'VN' ? 'VN' : `${asked.map}/${row.area}`,
      row.indicator.code,
      row.sector,
      asked.planAt ?? asked.knownAt ?? 'infinity',
    ],
  );
  if (rows.length > 0) return { leaves: rows.map((fact) => leaf('term', fact, false, catalogue)), alone: false };
  const given = await database.query<Fact>(
    `${withModels(upTo('plan_given'))}
     select distinct on (plan_given.province)
       plan_given.province, plan_given.code, plan_given.sector, plan_given.value_base,
       coalesce(o.raw, plan.raw) as raw, coalesce(o.unit_reported, plan.unit_reported) as unit_reported,
       coalesce(o.locator, plan.locator) as locator, '[]'::jsonb as also, o.conversion, o.submission, coalesce(receipt.file_name, plan.file_name) as file_name
     from area
     join province as target using (province)
     join province as source on source.province = target.province or source.successor = target.province
     join plan_given on plan_given.province = source.province and (plan_given.code, plan_given.sector) = ($8, $9)
     left join plan using (plan)
     left join observation as o on (o.province, o.observation) = (plan_given.province, plan_given.observation)
     left join submission using (submission)
     left join receipt using (receipt)
     where area.area = $7
     order by plan_given.province`,
    [...valuesOf(asked), row.area, row.indicator.code, row.sector],
  );
  return { leaves: given.rows.map((fact) => leaf('term', fact, false, catalogue)), alone: false };
}

function leaf(role: Role, fact: Fact, part: boolean, catalogue: Catalogue): Leaf {
  const indicator = catalogue.indicators.get(fact.code);
  const unit = indicator?.unit;
  const at = fact.locator;
  const notes = [
    part ? `lĩnh vực "${catalogue.sectors.get(fact.sector)?.label}", một phần của số được cộng từ các lĩnh vực` : null,
    fact.conversion,
    unit && fact.unit_reported !== unit.name ? `ghi bằng ${fact.unit_reported}` : null,
    fact.also.length > 0 ? `ghi lại ${fact.also.length} lần nữa trong tệp` : null,
  ].filter((note) => note !== null);
  return {
    role,
    province: fact.province === null ? null : gsoCode(fact.province),
    submission: fact.submission,
    file: fact.file_name,
    sheet: 'sheet' in at ? (at.sheet ?? null) : null,
    row: 'row' in at ? at.row : null,
    column: 'row' in at ? at.column : null,
    pointer: 'pointer' in at ? at.pointer : null,
    raw: fact.raw,
    unit: unit?.name ?? fact.unit_reported,
    value: plain(decimal(fact.value_base).div(unit?.factor ?? decimal('1'))),
    note: notes.join('; ') || null,
  };
}
