import * as fc from 'fast-check';
import { standing } from '../../../pipelines/reconcile/standing';
import type { HandedIn } from '../../../schemas/submission';

const handedIn = (receipt: number, documentDate: string | null, withdrawnAt: number | null = null): HandedIn => ({
  submission: `${receipt}-1`,
  receipt,
  part: 1,
  documentDate,
  bytes: `${receipt}`,
  content: `${receipt}`,
  receivedAt: receipt * 10,
  withdrawnAt,
});
const told = (...all: HandedIn[]) =>
  standing(all).map(({ submission, from, until }) => `${submission}: ${from} to ${until}`);

test('the only one stands from its receipt on', () => {
  expect(told(handedIn(1, null))).toEqual(['1-1: 10 to null']);
  expect(told()).toEqual([]);
});

test('of two, the one with the later document date stands, whichever came first', () => {
  expect(told(handedIn(1, '2021-06-18'), handedIn(2, '2021-06-20'))).toEqual(['1-1: 10 to 20', '2-1: 20 to null']);
  expect(told(handedIn(1, '2021-06-20'), handedIn(2, '2021-06-18'))).toEqual(['1-1: 10 to null']);
});

test.each([
  ['the same date', '2021-06-18', '2021-06-18'],
  ['no date', null, null],
  ['a date only before', '2021-06-18', null],
  ['a date only after', null, '2021-06-18'],
])('else the later receipt: %s', (_, first, second) => {
  expect(told(handedIn(1, first), handedIn(2, second))).toEqual(['1-1: 10 to 20', '2-1: 20 to null']);
});

test('one without a date takes the place of what came before, but lets in no older one than that', () => {
  const dated = [handedIn(1, '2021-06-20'), handedIn(2, null), handedIn(3, '2021-06-18')] as const;
  expect(told(...dated)).toEqual(['1-1: 10 to 20', '2-1: 20 to null']);
  expect(told(dated[0], { ...dated[1], withdrawnAt: 50 }, dated[2])).toEqual([
    '1-1: 10 to 20',
    '2-1: 20 to 50',
    '1-1: 50 to null',
  ]);
});

test('a withdrawal brings back what was replaced; one of what did not stand changes nothing', () => {
  expect(told(handedIn(1, null), handedIn(2, null, 50))).toEqual(['1-1: 10 to 20', '2-1: 20 to 50', '1-1: 50 to null']);
  expect(told(handedIn(1, null, 50), handedIn(2, null))).toEqual(['1-1: 10 to 20', '2-1: 20 to null']);
  expect(told(handedIn(1, null, 50))).toEqual(['1-1: 10 to 50']);
  expect(told(handedIn(1, null, 15), handedIn(2, null))).toEqual(['1-1: 10 to 15', '2-1: 20 to null']);
});

test('parts of one file come in their order', () => {
  const part = (number: number) => ({ ...handedIn(1, null), submission: `1-${number}`, part: number });
  expect(told(part(10), part(9))).toEqual(['1-10: 10 to null']);
});

describe('whatever was handed in and taken back', () => {
  const date = fc.constantFrom('2021-06-18', '2021-06-20', '2021-07-01');
  const history = (dates: fc.Arbitrary<string | null>) =>
    fc
      .array(
        fc.record({
          date: dates,
          gap: fc.integer({ min: 0, max: 3 }),
          life: fc.option(fc.integer({ min: 1, max: 9 })),
        }),
        {
          maxLength: 8,
        },
      )
      .map((all) => {
        let at = 0;
        return all.map(({ date: documentDate, gap, life }, index): HandedIn => {
          at += gap;
          return {
            ...handedIn(index + 1, documentDate),
            receivedAt: at,
            withdrawnAt: life === null ? null : at + life,
          };
        });
      });
  const mixed = history(fc.option(date));
  const there = (all: readonly HandedIn[], at: number) =>
    all.filter((each) => each.receivedAt <= at && (each.withdrawnAt === null || each.withdrawnAt > at));
  const moments = [...Array(40).keys()];
  const at = (all: readonly HandedIn[], moment: number) =>
    standing(all).filter(({ from, until }) => from <= moment && (until === null || moment < until));

  test('the order in which it is given changes nothing', () => {
    const shuffled = mixed.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(fc.property(shuffled, ([all, other]) => expect(standing(other)).toEqual(standing(all))));
  });

  test('exactly one of those that are there stands at any moment, and none where none is there', () => {
    fc.assert(
      fc.property(mixed, (all) => {
        for (const moment of moments) {
          const present = there(all, moment).map(({ submission }) => submission);
          const stands = at(all, moment).map(({ submission }) => submission);
          expect(stands).toHaveLength(present.length === 0 ? 0 : 1);
          expect(present).toEqual(expect.arrayContaining(stands));
        }
      }),
    );
  });

  test('where all bear a date it is the latest date, and of those the latest receipt', () => {
    fc.assert(
      fc.property(history(date), (all) => {
        for (const moment of moments) {
          const best = there(all, moment).sort(
            (a, b) => (a.documentDate ?? '').localeCompare(b.documentDate ?? '') || a.receipt - b.receipt,
          );
          expect(at(all, moment)[0]?.submission).toBe(best.at(-1)?.submission);
        }
      }),
    );
  });

  test('intervals follow each other and are as long as they can be', () => {
    fc.assert(
      fc.property(mixed, (all) => {
        const intervals = standing(all);
        for (const [index, { submission, from, until }] of intervals.entries()) {
          const next = intervals[index + 1];
          expect(until === null ? next : from < until).toBe(until === null ? undefined : true);
          if (next && until === next.from) expect(next.submission).not.toBe(submission);
          if (next) expect((until ?? Number.NaN) <= next.from).toBe(true);
        }
      }),
    );
  });
});
