import { Resolver } from '../../../../pipelines/register/identity';
import type { RegisterOf } from '../../../../schemas/identity';
import { registers } from '../../../bench/duplicates-registers';
import { pairScore } from '../../../bench/duplicates-score';

const made = [...registers(5, 12_000, 4)];
const all = made.map(({ register }) => register);

function resolve(handedIn: readonly RegisterOf[], resolver = new Resolver()) {
  return { resolver, evidence: handedIn.map((each) => resolver.add(each).evidence) };
}

const whole = resolve(all);

test('made-up registers of four quarters are resolved nearly without a fault', () => {
  const assigned = whole.resolver.assignments();
  const numbers = new Map(assigned.map(({ row }, index) => [row, index]));
  const found = assigned.map(({ cooperative }) => numbers.get(cooperative) ?? -1);
  const { precision, recall } = pairScore(
    made.flatMap(({ truth }) => truth),
    found,
  );
  expect(precision).toBeGreaterThan(0.995);
  expect(recall).toBeGreaterThan(0.95);
  expect(whole.resolver.pairs().length).toBeLessThan(assigned.length / 50);
});

test('what was learned are shares that tell one cooperative from two', () => {
  const models = [...whole.resolver.models().values()].filter(({ rows }) => rows > 0);
  expect(models.length).toBeGreaterThan(20);
  // Known beforehand: half of the cooperatives have as many members as before. In these registers most have.
  expect(Math.max(...models.map(({ m }) => m.members?.[0] ?? 0))).toBeGreaterThan(0.52);
  for (const { m, u } of models)
    for (const [field, shares] of Object.entries(m)) {
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
      expect(shares[0]).toBeGreaterThan(u[field]?.[0] ?? 1);
    }
});

test('with what was learned as well it goes on from what was kept', () => {
  const half = resolve(all.slice(0, 120));
  const again = new Resolver([], half.resolver.models());
  for (const [index, each] of all.slice(0, 120).entries()) again.load(each, half.evidence[index] ?? []);
  resolve(all.slice(120), again);
  expect(again.assignments()).toEqual(whole.resolver.assignments());
  expect(again.pairs()).toEqual(whole.resolver.pairs());
  expect(again.models()).toEqual(whole.resolver.models());
});

test('in another order of rows the same is learned', () => {
  const turned = all.map((each) => ({ ...each, rows: each.rows.toReversed() }));
  expect(resolve(turned).resolver.models()).toEqual(whole.resolver.models());
});
