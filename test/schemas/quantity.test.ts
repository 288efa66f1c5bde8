import * as fc from 'fast-check';
import { type Decimal, decimal, plain, sumOf } from '../../schemas/decimal';
import { add, inUnit, quantity, type Unit } from '../../schemas/quantity';

const unit = (name: string, factor: string): Unit<'money'> => ({ name, dimension: 'money', factor: decimal(factor) });
const million = unit('triệu đồng', '1000000');
const billion = unit('tỷ đồng', '1000000000');

test('amounts of different units meet in đồng', () => {
  const sum = add(quantity(decimal('17'), billion), quantity(decimal('546'), million));
  expect(inUnit(sum, billion)).toBe('17.546');
  expect(inUnit(sum, million)).toBe('17546');
});

test('an amount reads out of its own unit as it was put in', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 25n), 10n ** 25n), fc.integer({ min: 0, max: 20 }), (digits, places) => {
      const value = decimal(`${digits}e-${places}`);
      for (const each of [million, billion]) expect(inUnit(quantity(value, each), each)).toBe(plain(value));
    }),
  );
});

test('a plain decimal has a point, no exponent, no trailing zeros, no minus zero', () => {
  expect(['1e21', '2.050', '-0', '1e-7', '-998175'].map((text) => plain(decimal(text)))).toEqual([
    '1000000000000000000000',
    '2.05',
    '0',
    '0.0000001',
    '-998175',
  ]);
});

test('decimals add up exactly, and no JavaScript number comes among them', () => {
  expect(plain(sumOf(['0.1', '0.2', '1000000000000000000000.7'].map(decimal)))).toBe('1000000000000000000001');
  expect(() => decimal('1').plus(0.1 as unknown as Decimal)).toThrow();
});
