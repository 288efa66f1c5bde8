import type { Catalogue, Indicator } from '../../schemas/catalogue';
import { type MapName, provinceId, type RegionId, type SectorCode } from '../../schemas/codes';
import { zero } from '../../schemas/decimal';
import { lastDay, type Period } from '../../schemas/period';
import { minus, percentOf, type Rational, rational } from '../../schemas/rational';
import type { Table, TableRow } from '../../schemas/table';
import { type Asked, unitsOf } from './asked';
import type { FigureRow } from './rollup';

/** Which areas a table is for: the nation, all regions, all provinces, everything, or one by its id. */
export type AreaChoice = 'VN' | 'regions' | 'provinces' | 'all' | { readonly id: string };

/**
 * The table that staff and exports see: figures in the catalogue's units, compared with the year before (like for like)
 * and the plan as rules.md says: amount = actual − base; percent = actual ÷ base × 100; for a ratio the amount is in
 * percentage points. In the catalogue's order.
 */
export function nationalTable(
  asked: Asked,
  choice: AreaChoice,
  figures: readonly FigureRow[],
  catalogue: Catalogue,
): Table {
  const areas = areasOf(asked.map, choice, catalogue);
  const byKey = new Map(figures.map((row) => [`${row.area} ${row.code} ${row.sector}`, row]));
  const rows = areas.flatMap((area) =>
    [...catalogue.indicators.values()].filter(isPublished).flatMap((indicator) =>
      indicator.sectors.map((sector) => {
        const figure = byKey.get(`${area} ${indicator.code} ${sector}`) ?? empty;
        const name = areaName(area, asked.period, asked.map, catalogue);
        return {
          ...tableRow(figure, indicator, sector, catalogue),
          area,
          areaName: name,
          expected: expected(area, asked, catalogue),
        };
      }),
    ),
  );
  const { period, map, knownAt } = asked;
  return { period, map, knownAt, sample: rows.some((row) => row.sample), rows };
}

/** The ids of the areas, on that map, in their order. */
export function areasOf(map: MapName, choice: AreaChoice, catalogue: Catalogue): string[] {
  if (typeof choice === 'object') return [choice.id];
  const regions = [...catalogue.regions.values()].filter((region) => region.map === map).map(({ id }) => id as string);
  const provinces = [...catalogue.provinces.values()]
    .filter((province) => province.map === map)
    .map(({ id }) => id.slice(3))
    .sort();
  return { VN: ['VN'], regions, provinces, all: ['VN', ...regions, ...provinces] }[choice];
}

/** `Cả nước`, a region, or the province under the name that it had on the period's last day. */
export function areaName(area: string, period: Period, map: MapName, catalogue: Catalogue): string {
  if (area === 'VN') return 'Cả nước';
  if (area.includes(':')) return catalogue.regions.get(area as RegionId)?.name ?? area;
  const names = catalogue.provinces.get(provinceId(map, area))?.names ?? [];
  const day = lastDay(period);
  return (names.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? names[0])?.name ?? area;
}

/** Reference figures (`ref.…`) enter ratios and are no rows of the table. */
const isPublished = (indicator: Indicator) => !indicator.code.startsWith('ref.');

/** How many provinces should report in an area: on the newer map those that reach into it. */
function expected(area: string, { period, map }: Asked, catalogue: Catalogue): number {
  const units = unitsOf({ period, map });
  const within = [...catalogue.provinces.values()].filter(
    (province) =>
      province.map === map && (area === 'VN' || province.region === area || province.id === `${map}/${area}`),
  );
  return new Set(within.map(({ id, successor }) => (units === map ? id : successor))).size;
}

const empty: Omit<FigureRow, 'area' | 'code' | 'sector'> = {
  ...{
    actual_num: null,
    actual_den: null,
    compared_num: null,
    compared_den: null,
    previous_num: null,
    previous_den: null,
  },
  ...{ year_end_compared_num: null, year_end_compared_den: null, year_end_num: null, year_end_den: null },
  ...{ naive_num: null, naive_den: null, reporting_weight: null, weight: null, plan_base: null },
  ...{ reporting: 0, compared: 0, year_end_compared: 0, made: false, sample: false, on_basis: null },
};

function tableRow(
  row: typeof empty,
  indicator: Indicator,
  sector: SectorCode,
  catalogue: Catalogue,
): Omit<TableRow, 'area' | 'areaName' | 'expected'> {
  const figure = (num: string | null, den: string | null): Rational | null => {
    if (num === null || den === null) return null;
    const { num: n, den: d } = rational(num, den);
    return rational(n.div(indicator.unit.factor), d);
  };
  const actual = figure(row.actual_num, row.actual_den);
  const actualCompared = figure(row.compared_num, row.compared_den);
  const previous = figure(row.previous_num, row.previous_den);
  const plan = figure(row.plan_base, '1');
  const yearEndActual = figure(row.year_end_compared_num, row.year_end_compared_den);
  const yearEnd = figure(row.year_end_num, row.year_end_den);
  const naive = naivePrevious(actual, figure(row.naive_num, row.naive_den), actualCompared, previous);
  const sectorLabel = catalogue.sectors.get(sector)?.label ?? sector;
  return {
    indicator,
    sector,
    label: sector === 'all' ? indicator.label : `${indicator.label} - ${sectorLabel}`,
    shortLabel: sector === 'all' ? indicator.label : sectorLabel,
    depth: depthOf(sector, catalogue),
    actual,
    previous,
    previousChange: actualCompared && previous && minus(actualCompared, previous),
    previousPercent: actualCompared && previous && percentOf(actualCompared, previous),
    plan,
    planChange: actual && plan && minus(actual, plan),
    planPercent: actual && plan && percentOf(actual, plan),
    reporting: row.reporting,
    compared: row.compared,
    actualCompared,
    yearEnd,
    yearEndChange: yearEndActual && yearEnd && minus(yearEndActual, yearEnd),
    yearEndPercent: yearEndActual && yearEnd && percentOf(yearEndActual, yearEnd),
    yearEndCompared: indicator.kind === 'stock' ? row.year_end_compared : null,
    naivePrevious: naive,
    naiveChange: actual && naive && minus(actual, naive),
    naivePercent: actual && naive && percentOf(actual, naive),
    coverage: coverage(row),
    onBasis: row.on_basis,
    made: row.made,
    sample: row.sample,
  };
}

/** What stands against all of the actual figure, where one of the two sides is not that of the provinces on both. */
function naivePrevious(
  actual: Rational | null,
  all: Rational | null,
  actualCompared: Rational | null,
  previous: Rational | null,
): Rational | null {
  if (actual === null || all === null) return null;
  const alike = actualCompared && previous && equal(actual, actualCompared) && equal(all, previous);
  return alike ? null : all;
}

const equal = (a: Rational, b: Rational) => minus(a, b).num.eq(zero);

function coverage({ reporting_weight, weight }: typeof empty): Rational | null {
  if (reporting_weight === null || weight === null) return null;
  return percentOf(rational(reporting_weight), rational(weight));
}

function depthOf(sector: SectorCode, catalogue: Catalogue): number {
  const parent = catalogue.sectors.get(sector)?.parent ?? null;
  return parent === null ? 0 : 1 + depthOf(parent, catalogue);
}
