import type { Indicator } from '../../../schemas/catalogue';
import { IndicatorCode, type SectorCode } from '../../../schemas/codes';
import { type Decimal, decimal, zero } from '../../../schemas/decimal';
import { Quantity } from '../../../schemas/quantity';
import { rational, rounded } from '../../../schemas/rational';
import { isFigure } from '../../../schemas/register';
import type { ReportedFigure } from '../../../schemas/submission';
import { type Group, groupOf, type Kind } from '../kinds';
import { Tally, type Told } from '../tally';
import { kindsBeside, type Sides } from './listed';
import { lastDigit } from './printed';

/** A sum in the base unit, and what it is divided by where the figure is a mean. */
export interface Parts {
  readonly sum: Decimal;
  readonly by: Decimal | null;
}

/** A figure that the report states and that the register's rows make as well. */
export interface Figure {
  readonly group: Group;
  readonly kind: Kind;
  readonly indicator: Indicator;
  readonly sector: SectorCode;
  readonly reported: ReportedFigure;
  /** In the base unit. */
  readonly stated: Decimal;
  /** Nearer than this, in the base unit, the two agree. */
  readonly lastDigit: Decimal;
  readonly parts: Parts;
  /** Rows that do not say it. */
  readonly missing: number;
}

/** In the order of the catalogue; none where a row does not say its type, for then no group is known whole. */
export function figuresOf(sides: Sides): Figure[] {
  const { register, report, catalogue } = sides;
  if (register.rows.some(({ type }) => type === null)) return [];
  const reported = new Map<string, ReportedFigure>();
  for (const figure of report.figures)
    if (figure.measure === 'actual') reported.set(`${figure.code} ${figure.sector}`, figure);
  return Object.entries(kindsBeside(sides)).flatMap(([name, kinds]) => {
    const group = name as Group;
    const tally = new Tally(kinds, register.period, catalogue);
    for (const row of register.rows) if (row.type !== null && groupOf[row.type] === group) tally.add(row);
    return kinds.flatMap((kind) => {
      const indicator = catalogue.indicators.get(IndicatorCode.parse(`${group}.${kind.name}`));
      return (indicator?.sectors ?? []).flatMap((sector) => {
        const figure = reported.get(`${indicator?.code} ${sector}`);
        const told = tally.of(kind, sector);
        const parts = told && isSaid(tally.all(kind)) ? partsOf(kind, told, labourOf(tally, kinds, sector)) : null;
        if (!indicator || !figure || !told || !parts) return [];
        const stated = decimal(figure.amount.inBase());
        const digit = lastDigit(figure, indicator, catalogue);
        const { missing } = told;
        return [{ group, kind, indicator, sector, reported: figure, stated, lastDigit: digit, parts, missing }];
      });
    });
  });
}

/** To the digits that the reporter wrote; a mean of nobody agrees with nothing. */
export function agrees({ stated, lastDigit }: Figure, { sum, by }: Parts): boolean {
  if (by === null) return sum.minus(stated).abs().lt(lastDigit);
  return by.gt(zero) && sum.minus(stated.times(by)).abs().lt(lastDigit.times(by));
}

/** A mean to the millionth of a đồng, as the indicators of a register are made. */
export function amountOf({ reported: { amount } }: Figure, { sum, by }: Parts): Quantity {
  return Quantity.fromBase(by === null ? sum : decimal(rounded(rational(sum, by), 6)), amount.dimension);
}

/** Both together. */
export function plus(one: Parts, other: Parts | undefined): Parts {
  if (other === undefined) return one;
  return { sum: one.sum.plus(other.sum), by: one.by && other.by && one.by.plus(other.by) };
}

/** A register whose rows all say nothing of it has no such column. */
const isSaid = (all: Told | null) => all !== null && all.missing < all.rows;

function partsOf({ columns: [column], mean }: Kind, told: Told, labour: Decimal): Parts | null {
  if (!isFigure(column)) return { sum: decimal(String(told.counted)), by: null };
  const sum = told.sum === null ? zero : decimal(told.sum.inBase());
  if (mean === null) return { sum, by: null };
  const by = mean === 'row' ? decimal(String(told.rows)) : labour;
  return told.missing > 0 || by.eq(zero) ? null : { sum, by };
}

function labourOf(tally: Tally, kinds: readonly Kind[], sector: SectorCode): Decimal {
  const labour = kinds.find(({ name }) => name === 'labour');
  return decimal((labour && tally.of(labour, sector)?.sum?.inBase()) ?? '0');
}
