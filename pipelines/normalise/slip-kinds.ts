import type { evidence } from '../../config/thresholds';
import { decimal } from '../../schemas/decimal';
import type { Quantity } from '../../schemas/quantity';
import type { Settled } from './notation';

/** A way to take one unit for another. */
export interface SlipKind {
  readonly rarer: keyof typeof evidence.rarer;
  /** What the number is of, where it is not of the time that its unit says. */
  readonly of: 'month' | 'year' | null;
  /** What the amount is if this happened to it. */
  readonly mended: (amount: Quantity) => Quantity;
}

const twelve = decimal('12');

/** triệu for tỷ and tỷ for triệu, then nghìn and đồng; a month for a year and a year for a month. */
export const slipKinds: readonly SlipKind[] = [
  ...(['1e-3', '1e3'] as const).map((factor) => inUnit('thousand', factor)),
  ...(['1e-6', '1e6'] as const).map((factor) => inUnit('million', factor)),
  ...(['1e-9', '1e9'] as const).map((factor) => inUnit('billion', factor)),
  { rarer: 'months', of: 'month', mended: (amount) => amount.times(twelve) },
  { rarer: 'months', of: 'year', mended: (amount) => amount.over(twelve) },
];

/** Only what is said to be a year's can be a month's, and only what was multiplied by twelve can be a year's as it stood. */
export function canBe({ of }: SlipKind, { figure }: Settled): boolean {
  if (of === null) return true;
  const isMonthly = figure.conversion !== null;
  return figure.unit.dimension === 'money_per_year' && isMonthly === (of === 'year');
}

function inUnit(rarer: SlipKind['rarer'], factor: string): SlipKind {
  const by = decimal(factor);
  return { rarer, of: null, mended: (amount) => amount.times(by) };
}
