import { Resolver } from '../../../../pipelines/register/identity';
import type { IdentityDecision, RegisterOf } from '../../../../schemas/identity';
import { bacNinh, codes, type Given, groups, id, phuTho, register, said } from './made';

const resolved = (registers: readonly RegisterOf[], decisions: readonly IdentityDecision[] = []) => {
  const resolver = new Resolver(decisions);
  for (const each of registers) resolver.add(each);
  return resolver;
};
const groupsOf = (...registers: RegisterOf[]) => groups(resolved(registers).assignments());
const waiting = (resolver: Resolver) => resolver.pairs().map(({ cooperatives }) => cooperatives.join(' '));

const tanTien: Given = {
  name: 'HTX nông nghiệp Tân Tiến',
  type: 'htx',
  district: 'Lạng Giang',
  commune: 'Xã Tân Hưng',
  founded_on: '2015-05-06',
  members: 120,
  capital: 900,
};

test('one cooperative in two quarters, written in two ways', () => {
  const later = { ...tanTien, name: 'HTX NN TAN TIEN', commune: 'Tân Hưng', founded_on: '2015', members: 118 };
  expect(groupsOf(register(1, [tanTien]), register(2, [later]))).toBe('1-1:1 2-1:1');
});

test('by its tax code where all else is gone', () => {
  const [first, later] = [
    { ...tanTien, tax_code: codes.one },
    { tax_code: codes.one, commune: 'Tân Hưng' },
  ];
  expect(groupsOf(register(1, [first]), register(2, [later]))).toBe('1-1:1 2-1:1');
});

test('namesakes in neighbouring communes stay apart, each with its own row of the next quarter', () => {
  const namesake = { ...tanTien, commune: 'Mỹ Thái', founded_on: '2003-09-12', members: 40, capital: 100 };
  expect(groupsOf(register(1, [tanTien, namesake]), register(2, [namesake, tanTien]))).toBe(
    '1-1:1 2-1:2 | 1-1:2 2-1:1',
  );
});

test('namesakes founded on one day in two communes stay apart in one register, and a person is asked', () => {
  const namesake = { ...tanTien, commune: 'Mỹ Thái' };
  const resolver = resolved([register(1, [tanTien, namesake]), register(2, [namesake, tanTien])]);
  expect(groups(resolver.assignments())).toBe('1-1:1 2-1:2 | 1-1:2 2-1:1');
  expect(waiting(resolver)).toEqual(['1-1:1 1-1:2']);
});

test('a new namesake in the next commune is no cooperative that was known', () => {
  const namesake = { ...tanTien, commune: 'Mỹ Thái', founded_on: '2020-09-12', members: 40, capital: 100 };
  const resolver = resolved([register(1, [tanTien]), register(2, [namesake])]);
  expect(groups(resolver.assignments())).toBe('1-1:1 | 2-1:1');
});

test('a row twice in one register is one cooperative only with much to say so', () => {
  expect(
    groupsOf(
      register(1, [
        { ...tanTien, tax_code: codes.one },
        { ...tanTien, tax_code: codes.one },
      ]),
    ),
  ).toBe('1-1:1 1-1:2');
  const { name, commune, district, type } = tanTien as Required<Given>;
  const less = { name, commune, district, type, members: 120 };
  expect(groupsOf(register(1, [less, less]))).toBe('1-1:1 | 1-1:2');
  expect(groupsOf(register(1, [less]), register(2, [less]))).toBe('1-1:1 2-1:1');
});

test('two valid tax codes are never merged, but a person may be asked', () => {
  const resolver = resolved([
    register(1, [{ ...tanTien, tax_code: codes.one }]),
    register(2, [{ ...tanTien, tax_code: codes.other }]),
  ]);
  expect(groups(resolver.assignments())).toBe('1-1:1 | 2-1:1');
  expect(waiting(resolver)).toEqual(['1-1:1 2-1:1']);
});

test('of two that fit nearly as well none is taken: a person is asked about both, and whether the two are one', () => {
  const { founded_on: _, members: __, capital: ___, ...bare } = tanTien;
  const one = { ...bare, founded_on: '2015-05-06', members: 120 };
  const other = { ...bare, founded_on: '2015-05-09', members: 119 };
  const between = { ...bare, founded_on: '2015-05' };
  const resolver = resolved([register(1, [one, other]), register(2, [between])]);
  expect(groups(resolver.assignments())).toBe('1-1:1 | 1-1:2 | 2-1:1');
  expect(waiting(resolver).sort()).toEqual(['1-1:1 1-1:2', '1-1:1 2-1:1', '1-1:2 2-1:1']);
});

test('a province knows nothing of another one', () => {
  const coded = { ...tanTien, tax_code: codes.one };
  expect(groupsOf(register(1, [coded]), register(2, [coded], { scope: phuTho }))).toBe('1-1:1 | 2-1:1');
});

test('a register that comes again changes nothing', () => {
  const resolver = resolved([register(1, [tanTien])]);
  expect(resolver.add(register(1, [tanTien, tanTien]))).toEqual({ evidence: [], keys: [] });
  expect(groups(resolver.assignments())).toBe('1-1:1');
});

describe('what a person says', () => {
  const doubted = { ...tanTien, tax_code: codes.one };
  const registers = [
    register(1, [doubted]),
    register(2, [{ ...tanTien, tax_code: codes.other }]),
    register(3, [{ ...tanTien, tax_code: codes.other }]),
  ];
  const apart = '1-1:1 | 2-1:1 3-1:1';

  test('makes one, with the rows that came later, and waits no more', () => {
    const resolver = resolved(registers, [said('same', '2-1:1', '1-1:1')]);
    expect(groups(resolver.assignments())).toBe('1-1:1 2-1:1 3-1:1');
    expect(resolver.pairs()).toEqual([]);
    expect(groups(resolved(registers).assignments())).toBe(apart);
  });

  test('keeps apart what is sure, through a third as well', () => {
    const three = [register(1, [tanTien]), register(2, [tanTien]), register(3, [tanTien])];
    expect(groups(resolved(three).assignments())).toBe('1-1:1 2-1:1 3-1:1');
    const resolver = resolved(three, [said('different', '1-1:1', '3-1:1')]);
    expect(groups(resolver.assignments())).toBe('1-1:1 2-1:1 | 3-1:1');
    expect(resolver.pairs()).toEqual([]);
  });

  test('leaves nothing to ask about a pair that it parts through a third', () => {
    expect(resolved(registers, [said('different', '1-1:1', '3-1:1')]).pairs()).toEqual([]);
  });

  test('of two sayings that contradict each other the later stands', () => {
    const [same, different] = [said('same', '1-1:1', '2-1:1', 1), said('different', '2-1:1', '1-1:1', 2)];
    expect(groups(resolved(registers, [different, same]).assignments())).toBe(apart);
    expect(groups(resolved(registers, [different, { ...same, at: 3 }]).assignments())).toBe('1-1:1 2-1:1 3-1:1');
  });

  test('is remembered of rows that are not there yet', () => {
    const resolver = resolved(registers.slice(0, 1), [said('same', '1-1:1', '9-1:1')]);
    expect(resolver.assignments()).toEqual([{ row: id('1-1:1'), cooperative: id('1-1:1') }]);
  });
});

test('rows that say little are not asked about anew each quarter, where nearly all others are known', () => {
  const little = { name: 'HTX Tân Tiến', commune: 'Tân Hưng' };
  const words = ['Kim', 'Sao', 'Mai', 'Lộc', 'Đức', 'Giang', 'Khê'];
  const others = Array.from({ length: 40 }, (_, index) => ({
    name: `HTX ${words[index % 7]} ${words[(3 * index + Math.floor(index / 7)) % 7]}`,
    founded_on: `20${10 + (index % 13)}-0${1 + (index % 9)}-1${index % 10}`,
    commune: `Xã ${words[(5 * index) % 7]}`,
    members: 7 + index ** 2,
  }));
  const quarters = (rows: readonly Given[]) => resolved([1, 2, 3, 4].map((receipt) => register(receipt, rows)));
  const alone = quarters([...others, little]);
  expect(groups(alone.assignments())).toContain('1-1:41 2-1:41 3-1:41 4-1:41');
  expect(alone.pairs()).toEqual([]);
  // Of twins nobody can tell which is which: they are taken in their order, and a person is asked whether they are two.
  const twins = quarters([...others, little, little]);
  expect(groups(twins.assignments())).toContain('1-1:41 2-1:41 3-1:41 4-1:41 | 1-1:42 2-1:42 3-1:42 4-1:42');
  expect(quarters([little]).pairs()).not.toEqual([]);
});

test('it is learned at fixed points, from the cooperatives that were found till then', () => {
  const rows = (from: number) =>
    Array.from({ length: 200 }, (_, at) => ({ ...tanTien, name: `HTX Tân Tiến ${from + at}` }));
  const resolver = new Resolver();
  const learned = () => resolver.models().get(bacNinh);
  resolver.add(register(1, rows(0).slice(0, 150)));
  expect(learned()?.rows).toBe(0);
  resolver.add(register(2, rows(0)));
  expect(learned()).toMatchObject({ rows: 350, cooperatives: 200 });
  expect(learned()?.words).toMatchObject({ tan: 350, tien: 350 });
  resolver.add(register(3, rows(200)));
  expect(learned()?.rows).toBe(350);
  const found = new Set(resolver.assignments().map(({ cooperative }) => cooperative)).size;
  resolver.add(register(4, rows(400)));
  expect(learned()).toMatchObject({ rows: 750, cooperatives: found });
});

test('a pair that stood side by side later is one only with much to say so', () => {
  const { name, commune } = tanTien as Required<Given>;
  const one = { name, commune, founded_on: '2015' };
  const other = { name, commune, founded_on: '2017' };
  const two = [register(1, [one]), register(2, [other])];
  expect(waiting(resolved(two))).toEqual(['1-1:1 2-1:1']);
  const later = resolved([...two, register(3, [one, other])]);
  expect(groups(later.assignments())).toBe('1-1:1 3-1:1 | 2-1:1 3-1:2');
  expect(waiting(later)).toEqual([]);
});

test('of two rows that are like one cooperative the likest has it, and the other the next', () => {
  const far = { ...tanTien, commune: 'Mỹ Thái', founded_on: '2003-09-12' };
  const either = { ...tanTien, commune: 'An Hà', founded_on: null };
  expect(groupsOf(register(1, [tanTien, far]), register(2, [either, { ...tanTien, commune: null }]))).toBe(
    '1-1:1 2-1:2 | 1-1:2 2-1:1',
  );
});

test('two cooperatives that a row is surely both of wait for a person', () => {
  const code = { tax_code: codes.one, members: 120, capital: 900 };
  const resolver = resolved([register(1, [code]), register(2, [tanTien]), register(3, [{ ...tanTien, ...code }])]);
  expect(groups(resolver.assignments())).toBe('1-1:1 | 2-1:1 3-1:1');
  expect(waiting(resolver)).toEqual(['1-1:1 2-1:1']);
});
