import { before, checked, inShort } from './checked';

/** Members by sector, one of them as it was slipped; right are 34.066 = 9.983 + 2.810 + 21.273. */
function members(wrong: Readonly<Record<string, string>>): readonly string[] {
  const right = { all: '34.066', agri: '9.983', non_agri: '2.810', credit: '21.273' };
  return Object.entries({ ...right, ...wrong }).map(([sector, value]) => `htx.members;${sector};người;${value}`);
}

test.each([
  ['two digits swapped', { agri: '9.893' }, 'row 5, column 4: 9.893 → 9983 người'],
  ['a digit lost', { credit: '2.127' }, 'row 7, column 4: 2.127 → 21273 người'],
  ['a digit doubled', { non_agri: '28.110' }, 'row 6, column 4: 28.110 → 2810 người'],
  ['thousands left out', { credit: '21' }, null],
  ['a thousand times as many', { agri: '9.983.000' }, 'row 5, column 4: 9.983.000 → 9983 người'],
  ['a total that leaves out a part', { all: '12.793' }, 'row 4, column 4: 12.793 → 34066 người'],
  ['a total that counts a part twice', { all: '36.876' }, 'row 4, column 4: 36.876 → 34066 người'],
])('%s', (_, wrong, expected) => {
  const found = checked(members(wrong)).map(inShort);
  if (expected === null) expect(found).toEqual(['figures.contradicted row 4, column 4: 34.066']);
  else expect(found).toEqual([`cell.contradicted ${expected}`]);
});

test('where two changes fit equally both cells are named, and nothing is proposed', () => {
  const [copied, other] = checked(members({ agri: '2.810' }));
  expect(other).toBeUndefined();
  expect(copied).toMatchObject({ rule: 'figures.contradicted', proposal: null });
  expect(copied?.message).toMatch(/Số "2.810" \(dòng 5, cột 4\).*chép nhầm.*; Số "2.810" \(dòng 6, cột 4\)/);
  const [unsure] = checked(members({ all: '35.177' }));
  expect(unsure).toMatchObject({ rule: 'figures.contradicted', proposal: null });
  for (const line of [4, 5, 6, 7]) expect(unsure?.message).toContain(`dòng ${line}, cột 4`);
});

test('of two that fit equally it is the one that is far from what the province said last', () => {
  const last = before('2019-Q4', ['htx.members agri 9750', 'htx.members non_agri 2790']);
  expect(checked(members({ agri: '2.810' }), last).map(inShort)).toEqual([
    'cell.contradicted row 5, column 4: 2.810 → 9983 người',
  ]);
});

test('one figure that breaks several rules is said once', () => {
  const found = checked([
    'htx.count;all;HTX;416',
    'htx.count;agri;HTX;250;;;60,1%',
    'htx.count;non_agri;HTX;146;;;35,1%',
    'htx.count;credit;HTX;200;;;4,8%',
    'htx.active;credit;HTX;18',
    'htx.ceased;credit;HTX;2',
  ]);
  expect(found.map(inShort)).toEqual(['cell.contradicted row 7, column 4: 200 → 20 HTX']);
  expect(found[0]?.message).toMatch(/\(1\) tổng số.*\(2\) tỷ trọng/);
});

describe('numbers that stand one line off', () => {
  const right = ['9.983', '2.810', '640', '1.170', '455', '545', '21.273'];
  const shares = ['29,3%', '8,2%', '1,9%', '3,4%', '1,3%', '1,6%', '62,4%'];
  const sectors = ['agri', 'non_agri', 'industry', 'trade_service', 'transport', 'other', 'credit'];
  const written = (values: readonly string[]) =>
    checked([
      'htx.members;all;người;34.066',
      ...values.map((value, at) => `htx.members;${sectors[at]};người;${value};;;${shares[at]}`),
    ]).map(inShort);

  test('too low or too high: one finding, on the first of them', () => {
    expect(written(right)).toEqual([]);
    expect(written(right.with(2, '2.810').with(3, '640').with(4, '1.170').with(5, '455'))).toEqual([
      'rows.shifted row 7, column 4: 2.810 → 640 người',
    ]);
    expect(written(right.with(1, '640').with(2, '1.170').with(3, '455'))).toEqual([
      'rows.shifted row 6, column 4: 640 → 2810 người',
    ]);
  });
});

test('two slips in two indicators are two findings', () => {
  const labour = ['all;12.345', 'agri;7.000', 'non_agri;5.000', 'credit;3.450'].map(
    (line) => `htx.labour;${line.replace(';', ';người;')}`,
  );
  expect(checked([...members({ agri: '9.893' }), ...labour]).map(inShort)).toEqual([
    'cell.contradicted row 5, column 4: 9.893 → 9983 người',
    'cell.contradicted row 11, column 4: 3.450 → 345 người',
  ]);
});

test('amounts of any size are reckoned exactly', () => {
  const capital = (total: string) => [
    `htx.charter_capital;all;đồng;${total}`,
    'htx.charter_capital;agri;đồng;123.456.789.012.345.678',
    'htx.charter_capital;non_agri;đồng;1',
    'htx.charter_capital;credit;đồng;2',
  ];
  expect(checked(capital('123.456.789.012.345.681'))).toEqual([]);
  expect(checked(capital('123.456.789.012.345.781'))).toHaveLength(1);
});

test('a figure of which every part is off is said without a guess', () => {
  const found = checked(members({ all: '99.999', agri: '1', credit: '2' }));
  expect(found).toHaveLength(1);
  expect(found[0]?.proposal).toBeNull();
});

test('of two lines that say the same the one is wrong that does not go with the other figures of its sector', () => {
  const sectors = [
    'industry_construction',
    'industry',
    'construction',
    'agri',
    'transport',
    'trade_service',
    'environment',
  ];
  const said = (what: string, numbers: readonly number[]) =>
    sectors.map((sector, index) => `htx.${what};${sector};;${numbers[index]}`);
  const members = (industry: number, construction: number) =>
    said('members', [7_761, industry, construction, 24_514, 3_457, 2_852, 621]);
  const labour = said('labour', [4_370, 4_037, 4_037, 12_700, 1_765, 1_451, 326]);
  expect(checked([...members(818, 6_943), ...labour]).map(inShort)).toEqual([
    'cell.contradicted row 12, column 4: 4037 → 333 người',
  ]);
  expect(checked([...members(6_943, 818), ...labour]).map(inShort)).toEqual([
    'cell.contradicted row 13, column 4: 4037 → 333 người',
  ]);
  expect(checked(labour).map(({ rule }) => rule)).toEqual(['figures.contradicted']);
});
