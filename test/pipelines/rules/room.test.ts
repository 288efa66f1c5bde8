import fc from 'fast-check';
import type { RuleCell } from '../../../pipelines/rules/cell';
import type { Condition } from '../../../pipelines/rules/condition';
import { isIn, roomFor } from '../../../pipelines/rules/explain/room';
import { catalogue } from '../take-in';

const [indicator] = [...catalogue.indicators.values()];

function cell(key: string): RuleCell {
  if (indicator === undefined) throw new Error('an empty catalogue');
  const [sector] = indicator.sectors;
  if (sector === undefined) throw new Error('no sector');
  const made = { key, role: 'actual', indicator, sector, value: 0n, step: 1n, counted: true, signed: false } as const;
  return { ...made, unit: { name: '', worth: 1n }, raw: '', at: null, line: 0 };
}

const small = fc.integer({ min: -4, max: 4 });

test('what elimination leaves for a cell is just what some values of the others allow', () => {
  const limits = fc.array(fc.record({ factors: fc.tuple(small, small), atMost: fc.integer({ min: -10, max: 30 }) }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(limits, (rows) => {
      const cells = [cell('a'), cell('b')] as const;
      const [a, b] = cells;
      const condition: Condition = {
        rule: 'test',
        limits: [...rows, { factors: [1, 0], atMost: 20 }, { factors: [0, 1], atMost: 20 }].map(
          ({ factors, atMost }) => ({
            terms: cells.map((each, at) => ({ cell: each, factor: BigInt(factors[at] ?? 0) })),
            atMost: BigInt(atMost),
          }),
        ),
        equation: null,
        derived: null,
        cells: [a, b],
        words: '',
      };
      const room = roomFor(cells, [condition]);
      // In steps of a 24th every corner that such small factors make lies on the grid, or the next point is allowed as well.
      for (let value = 0n; value <= 20n; value += 1n) {
        const some = roomFor([b], [condition], new Map([[a, value]])) !== null;
        expect(room !== null && isIn(room, value)).toBe(some);
      }
    }),
  );
});
