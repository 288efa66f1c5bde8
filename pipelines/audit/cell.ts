import type { Catalogue, Indicator } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { SectorCode } from '../../schemas/codes';
import { type Decimal, decimal } from '../../schemas/decimal';
import type { Unit } from '../../schemas/quantity';
import { rational } from '../../schemas/rational';
import { readAmount } from '../normalise/amount';
import { cleaned, type Notation } from '../normalise/number';
import { conversionTo } from '../normalise/unit';
import { cutTo, exactly, roundedTo, type Span } from './span';

/** The columns of the printed annex that hold figures, in their order. */
export const columns = ['actual', 'change', 'percent', 'plan_change', 'plan_percent'] as const;
export type Column = (typeof columns)[number];

/** A figure as it is printed. Its numbers are in base units (1, %, đồng), so that rows in triệu and tỷ can meet. */
export interface PrintedCell {
  readonly indicator: Indicator;
  readonly sector: SectorCode;
  readonly column: Column;
  readonly header: string;
  readonly written: Cell;
  readonly unit: Unit;
  readonly value: Decimal;
  /** How many decimals are printed. */
  readonly decimals: number;
  /** The values that are printed like this when they are rounded, and when their digits are cut. */
  readonly rounded: Span;
  readonly cut: Span;
}

/** Where a figure stands in the table, and the unit that its line names. */
export type Place = Pick<PrintedCell, 'indicator' | 'sector' | 'column' | 'header' | 'written'> & {
  readonly unitText: string;
};

/** Whether the column is a percentage of the year before or of the plan. */
export const isPercentage = (column: Column) => column === 'percent' || column === 'plan_percent';

const percent: Unit<'percent'> = { name: '%', dimension: 'percent', factor: decimal('1') };
/** So many decimals are printed at most; a workbook's formula leaves the noise of binary fractions in the others. */
const mostDecimals = 6;
const one = decimal('1');

/**
 * The figure in a cell; null where it has none (a dash, nothing, a number that is said to be about so much), and in
 * Vietnamese what is wrong with it. `usual`: the notation in which a number is taken that reads two ways.
 */
export function readPrinted(place: Place, usual: Notation, catalogue: Catalogue): PrintedCell | string | null {
  const { indicator, column, written, unitText } = place;
  const amount = readAmount(written, catalogue);
  if (amount.kind === 'none' || (amount.kind === 'amount' && amount.approximate)) return null;
  if (amount.kind !== 'amount') return 'không đọc được số';
  const unit = isPercentage(column) ? percent : unitOf(amount.unitText ?? unitText, indicator, catalogue);
  if (unit === null || (isPercentage(column) && (amount.unit ?? { unit: percent }).unit.dimension !== 'percent'))
    return `đơn vị không hợp với ${indicator.code} (${indicator.unit.name}) ở`;
  const isCount = unit.dimension === 'count';
  const readings = amount.readings
    .map(({ value, notation }) => ({ value: value.times(unit.factor), notation }))
    .filter(({ value }) => !isCount || value.eq(value.round(0)));
  const read = readings.find(({ notation }) => notation === usual) ?? readings[0];
  if (read === undefined) return `${indicator.code} phải là số nguyên, không phải`;
  const decimals = decimalsOf(written, read.notation);
  const step = unit.factor.times(decimal(`1e-${decimals}`));
  // What is counted one by one is printed as it is.
  const isExact = isCount && step.lte(one);
  const span = (of: typeof roundedTo) => (isExact ? exactly(rational(read.value)) : of(read.value, step));
  return { ...place, unit, value: read.value, decimals, rounded: span(roundedTo), cut: span(cutTo) };
}

/** The notation of a number that reads in one way only; null where it reads alike in both, or in two ways. */
export function sureNotation({ written }: Pick<Place, 'written'>, catalogue: Catalogue): Notation | null {
  const amount = readAmount(written, catalogue);
  const [only, other] = amount.kind === 'amount' ? amount.readings : [];
  return only === undefined || other !== undefined ? null : only.notation;
}

function unitOf(text: string, indicator: Indicator, catalogue: Catalogue): Unit | null {
  if (text === '') return indicator.unit;
  const written = catalogue.unitOf(text);
  return written && (conversionTo(indicator, written)?.unit ?? null);
}

function decimalsOf({ text, literal }: Cell, notation: Notation | null): number {
  const mark = literal || notation === 'en' ? '.' : ',';
  if (!literal && notation === null) return 0;
  const [, digits = ''] = cleaned(text).split(mark);
  return Math.min(/^\d*/.exec(digits)?.[0].length ?? 0, mostDecimals);
}
