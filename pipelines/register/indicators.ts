import type { Catalogue, Indicator } from '../../schemas/catalogue';
import { IndicatorCode, type SectorCode } from '../../schemas/codes';
import { decimal, zero } from '../../schemas/decimal';
import type { Period } from '../../schemas/period';
import { type Dimension, Quantity, type Unit } from '../../schemas/quantity';
import { rounded } from '../../schemas/rational';
import { measured } from '../../schemas/register';
import type { Observation } from '../../schemas/submission';
import { excerpt } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';
import type { Columns } from './header';
import { incomplete, type Open, type Wanting, withoutSector } from './incomplete';
import { type Group, groupNames, type Kind, kinds } from './kinds';
import type { Tally, Told } from './tally';

/** What the indicators of a register are made in view of. */
export interface Setting {
  readonly columns: Columns;
  readonly period: Period;
  readonly catalogue: Catalogue;
}

/** The indicators that all rows of a group together give, and those that some rows leave open. */
export function indicatorsOf(
  tallies: ReadonlyMap<Group, Tally>,
  setting: Setting,
): { observations: Observation[]; wanting: Wanting[] } {
  const observations: Observation[] = [];
  const open: Open[] = [];
  const sectorless: Wanting[] = [];
  for (const [group, tally] of tallies) {
    for (const kind of kinds[group]) {
      const indicator = setting.catalogue.indicators.get(IndicatorCode.parse(`${group}.${kind.name}`));
      const whole = tally.all(kind);
      // A column that the file has not leaves nothing open: it was never said to be there.
      if (indicator === undefined || whole === null || !kind.columns.every((role) => setting.columns.has(role)))
        continue;
      if (whole.missing > 0) open.push({ indicator, group, made: kind.columns, told: whole });
      for (const sector of indicator.sectors) {
        const told = tally.of(kind, sector);
        const made = told?.missing === 0 ? amountOf(indicator, kind, told, labourOf(group, tally, sector)) : null;
        if (told !== null && made !== null)
          observations.push(observation(indicator, sector, group, kind, told, made, setting));
      }
    }
    const [first] = kinds[group];
    const without = first && tally.sectorless(first);
    if (first && without && without.rows > 0 && setting.columns.has('sector'))
      sectorless.push(withoutSector(group, without, tally.all(first)));
  }
  return { observations, wanting: [...incomplete(open, setting.columns), ...sectorless] };
}

/** An amount, and what a mean was divided by. */
interface Made {
  readonly amount: Quantity;
  readonly by: string | null;
}

/** What rows come to that all say it; null: a mean of nobody. `labour`: that of all of them. */
export function amountOf(indicator: Indicator, kind: Kind, told: Told, labour: Quantity | null): Made | null {
  const { dimension } = indicator.unit;
  if (!isSum(kind)) return { amount: Quantity.of(decimal(String(told.counted)), base(dimension)), by: null };
  if (kind.mean === null) return { amount: told.sum ?? Quantity.of(zero, base(dimension)), by: null };
  const by = kind.mean === 'row' ? String(told.rows) : labour?.inBase();
  // The mean of nobody is none.
  if (told.sum === null || by === undefined || decimal(by).eq(zero)) return null;
  // Rounded to what no coin and no printed table shows, for a third has no end.
  const mean = rounded(told.sum.ratioTo(Quantity.of(decimal(by), base(told.sum.dimension))), 6);
  return { amount: Quantity.of(decimal(mean), base(dimension)), by };
}

/** The labour of the rows of a sector, as far as they say it. */
export function labourOf(group: Group, tally: Tally, sector: SectorCode): Quantity | null {
  const labour = kinds[group].find(({ name }) => name === 'labour');
  return (labour && tally.of(labour, sector)?.sum) ?? null;
}

const isSum = ({ columns: [column] }: Kind) => column in measured;

/** One person or one cooperative, one đồng, one đồng a year. */
function base(dimension: Dimension): Unit {
  return { name: dimension, dimension, factor: decimal('1') };
}

function observation(
  indicator: Indicator,
  sector: SectorCode,
  group: Group,
  kind: Kind,
  told: Told,
  { amount, by }: Made,
  { columns, period, catalogue }: Setting,
): Observation {
  const column = columns.get(kind.columns[0]);
  const header = column?.header;
  if (header === undefined) throw new Error(`${indicator.code} is made of a column that the register has not`);
  const rows = isSum(kind) ? told.rows : told.counted;
  const place = catalogue.sectors.get(sector);
  const within = !place || place.parent === null ? '' : `, lĩnh vực "${place.label}"`;
  const which = `${rows} dòng loại hình ${groupNames[group]} ${kind.words(period)}${within}`;
  return {
    code: indicator.code,
    sector,
    measure: 'actual',
    amount,
    raw: `${rows} dòng`,
    unitFrom: column?.unit ? 'column' : 'none',
    unit: column?.unit?.unit.name ?? indicator.unit.name,
    at: header.at,
    also: [],
    conversion: isSum(kind) ? `cộng cột "${excerpt(header.text)}" của ${which}${divided(kind, by)}` : `đếm ${which}`,
    choice: null,
    stated: [],
    note: null,
  };
}

function divided({ mean }: Kind, by: string | null): string {
  if (by === null) return '';
  const divisor = vietnameseNumber(by);
  return mean === 'row'
    ? `, chia cho ${divisor}, làm tròn đến 0,000001 đồng`
    : ` (mỗi dòng nhân với số lao động), chia cho ${divisor} lao động, làm tròn đến 0,000001 đồng`;
}
