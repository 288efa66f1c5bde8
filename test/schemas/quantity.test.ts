import * as fc from 'fast-check';
import { type Decimal, decimal, plain } from '../../schemas/decimal';
import { type Dimension, Quantity, type Unit } from '../../schemas/quantity';

const unit = (name: string, factor: string): Unit<'money'> => ({ name, dimension: 'money', factor: decimal(factor) });
const million = unit('triệu đồng', '1000000');
const billion = unit('tỷ đồng', '1000000000');

test('amounts of different units meet in đồng', () => {
  const sum = Quantity.sum([Quantity.of(decimal('17'), billion), Quantity.of(decimal('546'), million)]);
  expect(sum.in(billion)).toBe('17.546');
  expect(sum.in(million)).toBe('17546');
  expect(sum.inBase()).toBe('17546000000');
  expect(sum.equals(Quantity.of(decimal('17546'), million))).toBe(true);
});

test('money meets money only: the compiler refuses a count, and where it cannot know, the sum does', () => {
  const people: Unit<'count'> = { name: 'người', dimension: 'count', factor: decimal('1') };
  const money = Quantity.of(decimal('17'), billion);
  // @ts-expect-error a number of people is no money
  expect(() => money.plus(Quantity.of(decimal('5'), people))).toThrow('an amount of count is none of money');
  const unknown: Quantity<Dimension> = money;
  expect(() => unknown.compare(Quantity.of(decimal('5'), people))).toThrow();
  // @ts-expect-error an amount has no number of its own
  expect(money.base).toBeUndefined();
});

test('an amount reads out of its own unit as it was put in', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 25n), 10n ** 25n), fc.integer({ min: 0, max: 20 }), (digits, places) => {
      const value = decimal(`${digits}e-${places}`);
      for (const each of [million, billion]) expect(Quantity.of(value, each).in(each)).toBe(plain(value));
    }),
  );
});

test('shared by what it was multiplied by, an amount is what it was', () => {
  const twelve = decimal('12');
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 20 }), (digits, places) => {
      const amount = Quantity.of(decimal(`${digits}e-${places}`), million);
      expect(amount.times(twelve).over(twelve).inBase()).toBe(amount.inBase());
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
  expect(plain(decimal('0.1').plus(decimal('1000000000000000000000.9')))).toBe('1000000000000000000001');
  expect(() => decimal('1').plus(0.1 as unknown as Decimal)).toThrow();
});
