import * as fc from 'fast-check';
import { Sum } from '../../../pipelines/register/sum';
import { decimal, zero } from '../../../schemas/decimal';
import { Quantity } from '../../../schemas/quantity';

const dong = { name: 'đồng', dimension: 'money', factor: decimal('1') } as const;
const person = { name: 'người', dimension: 'count', factor: decimal('1') } as const;
const tenths = fc.bigInt(-(10n ** 15n), 10n ** 15n);

test('nothing was added', () => {
  expect(new Sum().total()).toBeNull();
});

test('it is what the amounts make one by one, each as often as there are people, in whatever order they come again', () => {
  const amounts = fc.array(tenths, { minLength: 1, maxLength: 5 });
  const people = fc.array(fc.option(fc.nat(1000)), { minLength: 1, maxLength: 3 });
  const picks = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(amounts, people, picks, (amounts, people, picks) => {
      const quantities = amounts.map((tenth) => Quantity.of(decimal(String(tenth)).times(decimal('0.1')), dong));
      const times = people.map((count) => (count === null ? null : Quantity.of(decimal(String(count)), person)));
      const sum = new Sum();
      let expected = 0n;
      for (const [amount, number] of picks) {
        sum.add(quantities[amount % amounts.length] as Quantity, times[number % people.length] ?? null);
        expected += (amounts[amount % amounts.length] as bigint) * BigInt(people[number % people.length] ?? 1);
      }
      expect(sum.total()?.inBase()).toBe(decimal(String(expected)).times(decimal('0.1')).toFixed());
    }),
  );
});

test('no amount is lost among more different ones than are kept, nor when it is asked for twice', () => {
  const sum = new Sum();
  for (let number = 1; number <= 12_001; number += 1) sum.add(Quantity.of(decimal(String(number)), dong), null);
  expect(sum.total()?.inBase()).toBe('72018001');
  sum.add(Quantity.of(zero, dong), null);
  expect(sum.total()?.inBase()).toBe('72018001');
});
