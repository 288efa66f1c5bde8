import type { Catalogue, Indicator } from '../../schemas/catalogue';
import type { Locator } from '../../schemas/cell';
import type { SectorCode } from '../../schemas/codes';
import { type Decimal, decimal, plain } from '../../schemas/decimal';
import { vietnameseNumber } from '../../schemas/vietnamese';

/** Decimals of a base unit that are kept, so that every figure is a whole number and all reckoning is exact. */
const places = 9;
const quanta = decimal(`1e${places}`);

/** What a figure is: reported, planned, stated for comparison, or reported for an earlier period. */
export type Role = 'actual' | 'plan' | 'share' | 'change' | 'percent' | 'plan_percent' | 'before';

/** A figure that a rule speaks of. Amounts are in billionths of a base unit (1, %, đồng). */
export interface RuleCell {
  readonly key: string;
  readonly role: Role;
  readonly indicator: Indicator;
  readonly sector: SectorCode;
  readonly value: bigint;
  /** What the last printed digit is worth. */
  readonly step: bigint;
  /** Nothing of it is rounded away: it is counted one by one. */
  readonly counted: boolean;
  /** May be less than nothing. */
  readonly signed: boolean;
  readonly unit: WorthUnit;
  readonly raw: string;
  /** Null for a figure of an earlier report. */
  readonly at: Locator | null;
  /** Its line among the lines of the report. */
  readonly line: number;
}

/** A unit as it is written, and what one of it is worth. */
export interface WorthUnit {
  readonly name: string;
  readonly worth: bigint;
}

/** A base amount as a whole number; what a binary fraction leaves beyond nine decimals is rounded off. */
export function quantaOf(base: Decimal): bigint {
  return BigInt(plain(base.times(quanta).round(0)));
}

/** A unit of the catalogue, or the one that the reporter wrote where the catalogue knows it. */
export function worthOf(text: string, { unit }: Indicator, catalogue: Catalogue): WorthUnit {
  const written = catalogue.unitOf(text);
  if (written === null || written.unit.dimension === 'percent')
    return { name: unit.name, worth: quantaOf(unit.factor) };
  const factor = written.per === 'month' ? written.unit.factor.times(decimal('12')) : written.unit.factor;
  return { name: text.trim(), worth: quantaOf(factor) };
}

/**
 * What the last digit of `2.056,598` is worth: the amount, shared by the number that its digits make. A text whose digits do
 * not make the amount is taken to be exact to the last digit of the amount in its unit.
 */
export function stepOf(value: bigint, raw: string, { worth }: WorthUnit): bigint {
  const digits = BigInt(raw.normalize('NFKC').replace(/\D/g, '') || '0');
  const size = value < 0n ? -value : value;
  if (digits > 0n && size % digits === 0n && size > 0n && isPowerOfTen(worth, size / digits)) return size / digits;
  let step = worth;
  while (size % step !== 0n && step % 10n === 0n) step /= 10n;
  return step;
}

/** A plain decimal in the unit. */
export function inUnit(value: bigint, { worth }: WorthUnit): string {
  return plain(decimal(value.toString()).div(decimal(worth.toString())));
}

/** `11.400 triệu đồng`, or `1,4%`. */
export function shown(value: bigint, unit: WorthUnit): string {
  const number = vietnameseNumber(inUnit(value, unit));
  return unit.name === '%' ? `${number}%` : `${number} ${unit.name}`;
}

/** Whether the one is 1, 10, 100… times the other, or a tenth, a hundredth… of it. */
function isPowerOfTen(one: bigint, other: bigint): boolean {
  const [small, large] = one < other ? [one, other] : [other, one];
  return large % small === 0n && /^10*$/.test((large / small).toString());
}
