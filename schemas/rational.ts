import { type Decimal, decimal, plain, zero } from './decimal';

/**
 * A figure kept as a quotient, so that rounding happens once, when it is shown. A sum has the denominator 1; a ratio has
 * the sums of its parts; an average has Σ(weight × value) over Σ(weight).
 */
export interface Rational {
  readonly num: Decimal;
  readonly den: Decimal;
}

const one = decimal('1');

export function rational(num: Decimal | string, den: Decimal | string = one): Rational {
  const d = typeof den === 'string' ? decimal(den) : den;
  if (d.eq(zero)) throw new RangeError('a figure cannot have the denominator 0');
  return { num: typeof num === 'string' ? decimal(num) : num, den: d };
}

export function minus(a: Rational, b: Rational): Rational {
  if (a.den.eq(b.den)) return { num: a.num.minus(b.num), den: a.den };
  return { num: a.num.times(b.den).minus(b.num.times(a.den)), den: a.den.times(b.den) };
}

/** a ÷ b × 100, or null where b is zero or less: of a loss nothing is a percentage. */
export function percentOf(a: Rational, b: Rational): Rational | null {
  if (!b.num.times(b.den).gt(zero)) return null;
  return { num: a.num.times(b.den).times('100'), den: a.den.times(b.num) };
}

export function times(a: Rational, factor: Decimal): Rational {
  return { num: a.num.times(factor), den: a.den };
}

/** The quotient with exactly that many decimals, rounded half away from zero (rules.md: rounded once, when shown). */
export function rounded(value: Rational, decimals: number): string {
  const { num, den } = asIntegers(value);
  const scale = 10n ** BigInt(decimals);
  const twice = (abs(num) * scale * 2n + abs(den)) / (abs(den) * 2n);
  const negative = num < 0n !== den < 0n && twice !== 0n;
  const digits = twice.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${negative ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
}

/** The value itself where it is a plain decimal (denominator 1, as every sum has). */
export function exact(value: Rational): string {
  if (!value.den.eq(one)) throw new RangeError('only a sum can be shown unrounded');
  return plain(value.num);
}

function asIntegers({ num, den }: Rational): { num: bigint; den: bigint } {
  const [n, d] = [plain(num), plain(den)];
  const places = Math.max(fraction(n).length, fraction(d).length);
  return { num: shifted(n, places), den: shifted(d, places) };
}

const fraction = (text: string) => text.split('.')[1] ?? '';
const shifted = (text: string, places: number) =>
  BigInt(text.replace('.', '') + '0'.repeat(places - fraction(text).length));
const abs = (n: bigint) => (n < 0n ? -n : n);
