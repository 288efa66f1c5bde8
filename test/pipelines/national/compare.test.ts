import * as fc from 'fast-check';
import { causes, changes, type Shown } from '../../../pipelines/national/compare';
import { decimal } from '../../../schemas/decimal';

const row = (actual: string | null, code = 'htx.count'): Shown => ({ area: 'VN', code, sector: 'all', actual });

test('what each cause moved, in a figure that came, went and changed', () => {
  expect(
    changes(
      [row('10'), row('7', 'htx.new')],
      [
        { cause: 'late', rows: [row('15'), row('7', 'htx.new'), row('2', 'tht.count')] },
        { cause: 'revision', rows: [row('14.5'), row('2', 'tht.count')] },
      ],
    ),
  ).toEqual([
    {
      ...{ area: 'VN', code: 'htx.count', sector: 'all', column: 'actual', before: '10', after: '14.5', change: '4.5' },
      causes: [
        { cause: 'late', change: '5' },
        { cause: 'revision', change: '-0.5' },
      ],
    },
    {
      ...{ area: 'VN', code: 'htx.new', sector: 'all', column: 'actual', before: '7', after: null, change: '-7' },
      causes: [{ cause: 'revision', change: '-7' }],
    },
    {
      ...{ area: 'VN', code: 'tht.count', sector: 'all', column: 'actual', before: null, after: '2', change: '2' },
      causes: [{ cause: 'late', change: '2' }],
    },
  ]);
});

test('a comparison that came or went has causes but no amount; one that was away for a while is held against what it was', () => {
  const percent = (previous_percent: string | null) => [{ ...row('1'), previous_percent }];
  const states = [
    { cause: 'late', rows: percent(null) },
    { cause: 'revision', rows: percent('104') },
  ] as const;
  expect(changes(percent('103'), states)).toMatchObject([
    { change: '1', causes: [{ cause: 'revision', change: '1' }] },
  ]);
  expect(changes(percent(null), states)).toMatchObject([
    { before: null, after: '104', change: null, causes: [{ cause: 'revision', change: null }] },
  ]);
});

test('the causes add up to the change, to the last digit', () => {
  const value = fc.option(
    fc.integer({ min: -999_999, max: 999_999 }).map((n) => String(decimal(String(n)).div('1000').toFixed())),
  );
  const state = fc.record({ cause: fc.constantFrom(...causes), rows: value.map((each) => [row(each)]) });
  fc.assert(
    fc.property(value, fc.array(state, { minLength: 1, maxLength: 7 }), (first, states) => {
      for (const { before, after, change, causes: parts } of changes([row(first)], states)) {
        const total = parts.reduce((sum, part) => sum.plus(decimal(part.change ?? '')), decimal('0'));
        expect(total.toFixed()).toBe(change);
        expect(
          decimal(before ?? '0')
            .plus(total)
            .toFixed(),
        ).toBe(decimal(after ?? '0').toFixed());
      }
    }),
  );
});
