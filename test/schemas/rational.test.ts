import * as fc from 'fast-check';
import { decimal } from '../../schemas/decimal';
import { exact, minus, percentOf, type Rational, rational, rounded, times } from '../../schemas/rational';

/** n × 10^-places, so that the same number can be reckoned in bigint. */
const scaled = fc.record({
  n: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
  places: fc.integer({ min: 0, max: 12 }),
});
const nonZero = scaled.filter(({ n }) => n !== 0n);
const text = ({ n, places }: { n: bigint; places: number }) => decimal(`${n}e-${places}`).toFixed();
const power = (places: number) => 10n ** BigInt(places);
const abs = (n: bigint) => (n < 0n ? -n : n);

test.each([
  ['2.5', '1', 0, '3'],
  ['-2.5', '1', 0, '-3'],
  ['2.45', '1', 1, '2.5'],
  ['1', '3', 6, '0.333333'],
  ['2', '3', 3, '0.667'],
  ['1', '-8', 2, '-0.13'],
  ['44223.592', '1', 1, '44223.6'],
  ['0.1', '1', 3, '0.100'],
])('%s ÷ %s with %i decimals is %s', (num, den, decimals, shown) => {
  expect(rounded(rational(num, den), decimals)).toBe(shown);
});

test('nothing is shown as minus zero', () => {
  expect(rounded(rational('-0.04'), 1)).toBe('0.0');
  expect(rounded(rational('-0'), 0)).toBe('0');
  expect(exact(rational('-0'))).toBe('0');
});

test('any quotient is rounded to the nearest, and a half away from zero', () => {
  fc.assert(
    fc.property(scaled, nonZero, fc.integer({ min: 0, max: 6 }), (a, b, decimals) => {
      const shown = rounded(rational(text(a), text(b)), decimals);
      expect(shown).toMatch(decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`));
      // value = top / bottom; shown = units / 10^decimals. The distance between them is at most half a unit.
      const top = a.n * power(b.places) * power(decimals);
      const bottom = b.n * power(a.places);
      const units = BigInt(shown.replace('.', ''));
      const twiceOff = 2n * abs(top - units * bottom);
      expect(twiceOff <= abs(bottom)).toBe(true);
      if (twiceOff === abs(bottom)) expect(abs(units * bottom) > abs(top)).toBe(true);
    }),
  );
});

test('a difference and a percentage are exact, whatever the denominators', () => {
  const fraction = fc.record({ top: fc.bigInt(-999999n, 999999n), bottom: fc.bigInt(1n, 9999n) });
  const made = ({ top, bottom }: { top: bigint; bottom: bigint }) => rational(String(top), String(bottom));
  const equals = (value: Rational, top: bigint, bottom: bigint) =>
    value.num.times(String(bottom)).eq(value.den.times(String(top)));
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      expect(equals(minus(made(a), made(b)), a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)).toBe(true);
      const percent = percentOf(made(a), made(b));
      if (b.top <= 0n) expect(percent).toBeNull();
      else expect(percent && equals(percent, 100n * a.top * b.bottom, a.bottom * b.top)).toBe(true);
    }),
  );
});

test('a percentage is actual ÷ base × 100 (103,3% means +3,3%)', () => {
  const percent = percentOf(rational('25454'), rational('24618'));
  expect(percent && rounded(percent, 1)).toBe('103.4');
  expect(exact(minus(rational('25454'), rational('24618')))).toBe('836');
});

test('a sum times a factor stays exact, and only a sum is shown unrounded', () => {
  expect(exact(times(rational('0.1'), decimal('3')))).toBe('0.3');
  expect(() => exact(rational('1', '3'))).toThrow(RangeError);
  expect(() => rational('1', '0')).toThrow(RangeError);
});
