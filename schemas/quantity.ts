import { type Decimal, plain } from './decimal';

/**
 * What an amount measures. Money is kept in đồng whatever it was written in, so triệu and tỷ cannot meet in one sum;
 * `money_per_year` is an average of money over a year, cumulative from 1 January.
 */
export type Dimension = 'count' | 'percent' | 'money' | 'money_per_year';

/** A unit of the catalogue or of a report: how many base units (1, %, đồng, đồng a year) one of it is. */
export interface Unit<D extends Dimension = Dimension> {
  readonly name: string;
  readonly dimension: D;
  readonly factor: Decimal;
}

declare const dimensionOf: unique symbol;

/** An amount in the base unit of its dimension. It is made from and read out in a named unit only. */
export interface Quantity<D extends Dimension = Dimension> {
  readonly [dimensionOf]?: D;
  readonly base: Decimal;
}

export function quantity<D extends Dimension>(value: Decimal, unit: Unit<D>): Quantity<D> {
  return { base: value.times(unit.factor) };
}

export function add<D extends Dimension>(a: Quantity<D>, b: Quantity<D>): Quantity<D> {
  return { base: a.base.plus(b.base) };
}

/** The amount in that unit, as a plain decimal. Exact: every factor is a power of ten (or 12 of one, for months). */
export function inUnit<D extends Dimension>(amount: Quantity<D>, unit: Unit<D>): string {
  return plain(amount.base.div(unit.factor));
}
