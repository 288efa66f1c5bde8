import Big from 'big.js';

/** Exact decimal numbers. Strict: a JavaScript number is refused, so no float slips in between a cell and the warehouse. */
export const Decimal = Big();
Decimal.strict = true;
Decimal.RM = Big.roundHalfUp; // half away from zero, the only rounding the alliance uses
Decimal.DP = 40; // only where nothing is left over: an amount is read out in its unit, or shared by what it was multiplied by
export type Decimal = Big.Big;

export const zero: Decimal = new Decimal('0');

export function decimal(plain: string): Decimal {
  return new Decimal(plain);
}

/** Point, no thousands mark, no exponent, no trailing zeros: `2.05`, `-998175`. */
export function plain(value: Decimal): string {
  return value.toFixed();
}
