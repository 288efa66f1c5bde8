import { type Decimal, decimal, plain, zero } from './decimal';
import { type Rational, rational } from './rational';

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

/**
 * An amount that has lost its unit on purpose: it is made from and read out in a named unit only, so a number of triệu can't
 * be taken for one of tỷ; and of two amounts the compiler wants one dimension, which a sum checks again.
 */
export class Quantity<D extends Dimension = Dimension> {
  readonly #base: Decimal;
  #plain: string | null = null;

  private constructor(
    readonly dimension: D,
    base: Decimal,
  ) {
    this.#base = base;
  }

  /** That many of the unit. */
  static of<D extends Dimension>(value: Decimal, unit: Unit<D>): Quantity<D> {
    return new Quantity(unit.dimension, value.times(unit.factor));
  }

  /** The counterpart of `inBase`, for what comes back from the warehouse. */
  static fromBase<D extends Dimension>(base: Decimal, dimension: D): Quantity<D> {
    return new Quantity(dimension, base);
  }

  static sum<D extends Dimension>(amounts: readonly [Quantity<D>, ...Quantity<D>[]]): Quantity<D> {
    const [first, ...rest] = amounts;
    return rest.reduce((sum, amount) => sum.plus(amount), first);
  }

  /** Throws where the two measure different things, which the types allow only if both are of an unknown dimension. */
  plus(other: Quantity<D>): Quantity<D> {
    return new Quantity(this.dimension, this.#base.plus(other.baseFor(this.dimension)));
  }

  minus(other: Quantity<D>): Quantity<D> {
    return new Quantity(this.dimension, this.#base.minus(other.baseFor(this.dimension)));
  }

  /** How much of the other it is; the other is not zero. */
  ratioTo(other: Quantity<D>): Rational {
    return rational(this.#base, other.baseFor(this.dimension));
  }

  /** This many times over: the capital of all cooperatives, where one has so much. */
  times(factor: Decimal): Quantity<D> {
    return new Quantity(this.dimension, this.#base.times(factor));
  }

  /** One of so many equal parts; exact where it was multiplied by as many. */
  over(parts: Decimal): Quantity<D> {
    return new Quantity(this.dimension, this.#base.div(parts));
  }

  /** The number of this beside that: -1 less, 0 equal, 1 more. */
  compare(other: Quantity<D>): -1 | 0 | 1 {
    return this.#base.cmp(other.baseFor(this.dimension));
  }

  equals(other: Quantity<D>): boolean {
    return this.compare(other) === 0;
  }

  abs(): Quantity<D> {
    return new Quantity(this.dimension, this.#base.abs());
  }

  isNegative(): boolean {
    return this.#base.lt('0');
  }

  isZero(): boolean {
    return this.#base.eq(zero);
  }

  isWhole(): boolean {
    return this.#base.eq(this.#base.round(0));
  }

  /** How many of the unit it is, as a plain decimal. Exact: every factor is a power of ten. */
  in(unit: Unit<D>): string {
    return plain(this.baseFor(unit.dimension).div(unit.factor));
  }

  toJSON(): string {
    return `${this.inBase()} ${this.dimension}`;
  }

  /** In the base unit of its dimension, as the warehouse keeps it; written once, for a register's amounts come again. */
  inBase(): string {
    this.#plain ??= plain(this.#base);
    return this.#plain;
  }

  private baseFor(dimension: Dimension): Decimal {
    if (dimension !== this.dimension) throw new Error(`an amount of ${this.dimension} is none of ${dimension}`);
    return this.#base;
  }
}

/** 100%. */
export const wholeShare = Quantity.of(decimal('100'), { name: '%', dimension: 'percent', factor: decimal('1') });
