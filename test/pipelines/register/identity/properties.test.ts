import * as fc from 'fast-check';
import { Resolver } from '../../../../pipelines/register/identity';
import { ProvinceId } from '../../../../schemas/codes';
import type { Assignment, Evidence, IdentityDecision, RegisterOf, RowId } from '../../../../schemas/identity';
import { quarter } from '../../../../schemas/period';
import { bacNinh, codes, type Given, groups, id, phuTho, register } from './made';

/** Few values, so that nearly all rows are like others, many of them equally. */
const given: fc.Arbitrary<Given> = fc.record({
  name: fc.constantFrom(
    'HTX NN Tân Tiến',
    'HTX Tan Tien',
    'HTX Tân Tiến 2',
    'HTX Quyết Thắng',
    'HTX Quyết Thawngs',
    '',
  ),
  tax_code: fc.constantFrom(null, null, null, codes.one, codes.other, codes.wrong),
  type: fc.constantFrom('htx', 'tht', null),
  district: fc.constantFrom('Lạng Giang', null),
  commune: fc.constantFrom('Tân Hưng', 'Mỹ Thái', null),
  founded_on: fc.constantFrom('2015-05-06', '2015-05-09', '2015', null),
  members: fc.constantFrom(100, 105, 900),
});
const lists = fc.array(fc.array(given, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 5 });
const registersOf = (all: readonly (readonly Given[])[]) =>
  all.map((rows, index) =>
    register(index + 1, rows, { scope: index === 3 ? phuTho : bacNinh, period: quarter(2021 + index, 1) }),
  );
const history = lists.map(registersOf);

const rowsOf = (registers: readonly RegisterOf[]) =>
  registers.flatMap(({ submission, rows }) => rows.map(({ row }) => id(`${submission}:${row}`)));
const decisionsFor = (rows: readonly RowId[]): fc.Arbitrary<IdentityDecision[]> => {
  const one = fc.record({
    rows: fc.tuple(fc.constantFrom(...rows), fc.constantFrom(...rows)),
    verdict: fc.constantFrom('same' as const, 'different' as const),
    by: fc.constant('A'),
    at: fc.integer({ min: 0, max: 3 }),
    why: fc.constant(''),
  });
  return fc.array(one, { maxLength: 5 });
};
const decided = history.chain((registers) => fc.tuple(fc.constant(registers), decisionsFor(rowsOf(registers))));

interface Resolved {
  readonly resolver: Resolver;
  readonly evidence: readonly (readonly Evidence[])[];
}

function resolve(registers: readonly RegisterOf[], decisions: readonly IdentityDecision[] = []): Resolved {
  const resolver = new Resolver(decisions);
  return { resolver, evidence: registers.map((each) => resolver.add(each).evidence) };
}

/** From what was kept: nothing is compared. */
function reload(
  registers: readonly RegisterOf[],
  { resolver, evidence }: Resolved,
  decisions: readonly IdentityDecision[],
): Resolver {
  const again = new Resolver(decisions, resolver.models());
  for (const [index, each] of registers.entries()) again.load(each, evidence[index] ?? []);
  return again;
}

const state = (resolver: Resolver) => ({ assignments: resolver.assignments(), pairs: resolver.pairs() });
const cooperativeOf = (assignments: readonly Assignment[]) =>
  new Map(assignments.map((each) => [each.row, each.cooperative]));

test('what was decided does not move when a register comes, and a cooperative goes by its first row', () => {
  fc.assert(
    fc.property(decided, ([registers, decisions]) => {
      const before = resolve(registers.slice(0, -1), decisions).resolver.assignments();
      const after = resolve(registers, decisions).resolver.assignments();
      expect(after.slice(0, before.length)).toEqual(before);
      const seen = new Set<RowId>();
      for (const { row, cooperative } of after) {
        expect(row === cooperative || seen.has(cooperative)).toBe(true);
        if (row === cooperative) seen.add(row);
      }
    }),
  );
});

test('loaded from what was kept it is the same, and goes on the same', () => {
  fc.assert(
    fc.property(decided, fc.nat(5), ([registers, decisions], at) => {
      const all = resolve(registers, decisions);
      const [kept, rest] = [registers.slice(0, at), registers.slice(at)];
      const again = reload(kept, resolve(kept, []), decisions);
      const found = rest.map((each) => again.add(each).evidence);
      expect(state(again)).toEqual(state(all.resolver));
      expect(found).toEqual(all.evidence.slice(at));
    }),
  );
});

test('the order of the rows in a register changes nothing', () => {
  const shuffled = lists.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.tuple(...all.map((rows) => fc.shuffledSubarray([...rows.keys()], { minLength: rows.length }))),
    ),
  );
  /** By what the rows of each cooperative say, for rows that say the same cannot be told apart. */
  const said = (all: readonly (readonly Given[])[]) => {
    const of = cooperativeOf(resolve(registersOf(all)).resolver.assignments());
    const sayings = new Map<RowId | undefined, string[]>();
    for (const [index, rows] of all.entries())
      for (const [at, row] of rows.entries()) {
        const cooperative = of.get(id(`${index + 1}-1:${at + 1}`));
        sayings.set(cooperative, [...(sayings.get(cooperative) ?? []), `${index} ${JSON.stringify(row)}`]);
      }
    return [...sayings.values()].map((each) => each.sort().join('\n')).sort();
  };
  fc.assert(
    fc.property(shuffled, ([all, orders]) => {
      const other = all.map((rows, index) => (orders[index] ?? []).map((at) => rows[at] ?? {}));
      expect(said(other)).toEqual(said(all));
    }),
  );
});

test('what persons said holds, the later against the earlier, and is asked no more', () => {
  fc.assert(
    fc.property(decided, ([registers, decisions]) => {
      const { resolver } = resolve(registers, decisions);
      const of = cooperativeOf(resolver.assignments());
      const latest = decisions.toSorted((one, other) => one.at - other.at).at(-1);
      if (latest !== undefined) {
        const [one, other] = latest.rows;
        expect(of.get(one) === of.get(other)).toBe(latest.verdict === 'same' || one === other);
      }
      const apart = decisions.filter(({ verdict, rows: [one, other] }) => verdict === 'different' && one !== other);
      const alone = cooperativeOf(resolve(registers, apart).resolver.assignments());
      for (const { rows } of apart) expect(alone.get(rows[0])).not.toBe(alone.get(rows[1]));
      for (const { cooperatives } of resolver.pairs()) expect(cooperatives[0]).not.toBe(cooperatives[1]);
    }),
  );
});

test('a decision that is taken back leaves no trace, whenever it was made', () => {
  fc.assert(
    fc.property(decided, ([registers, decisions]) => {
      const never = resolve(registers);
      const withThem = resolve(registers, decisions);
      expect(withThem.evidence).toEqual(never.evidence);
      for (const { like } of never.evidence.flat())
        expect(like).toEqual(like.toSorted((one, other) => other.weight - one.weight));
      expect(withThem.resolver.models()).toEqual(never.resolver.models());
      expect(state(reload(registers, withThem, []))).toEqual(state(never.resolver));
      expect(state(reload(registers, never, decisions))).toEqual(state(withThem.resolver));
    }),
  );
});

test('two valid tax codes are one only where a person says so', () => {
  fc.assert(
    fc.property(history, (registers) => {
      const of = cooperativeOf(resolve(registers).resolver.assignments());
      const valid = new Map<RowId | undefined, string>();
      for (const { submission, rows } of registers)
        for (const { row, reported } of rows) {
          if (reported.tax_code !== codes.one && reported.tax_code !== codes.other) continue;
          const cooperative = of.get(id(`${submission}:${row}`));
          expect(valid.get(cooperative) ?? reported.tax_code).toBe(reported.tax_code);
          valid.set(cooperative, reported.tax_code);
        }
    }),
  );
});

test('provinces that have nothing in common do not matter to one another', () => {
  const bare = lists.map((all) =>
    all.map((rows) => rows.map((row) => ({ ...row, tax_code: null, founded_on: '2015' }))),
  );
  const haiPhong = ProvinceId.parse('34/31');
  fc.assert(
    fc.property(bare, bare, (here, there) => {
      const alone = registersOf(here.slice(0, 3));
      const others = there.map((rows, index) => register(100 + index, rows, { scope: haiPhong }));
      const mixed = resolve([...others, ...alone])
        .resolver.assignments()
        .slice(others.flatMap(({ rows }) => rows).length);
      expect(groups(mixed)).toBe(groups(resolve(alone).resolver.assignments()));
    }),
  );
});
