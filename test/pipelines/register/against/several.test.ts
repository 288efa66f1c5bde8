import * as against from '../../../../pipelines/register/against';
import { decimal } from '../../../../schemas/decimal';
import { Quantity } from '../../../../schemas/quantity';
import { million } from '../identity/made';
import { findings, lines, listed, reported, sides } from './sides';

const twice = (name: string, members: number) => [
  { name, members },
  { name, members },
];

test('of several cooperatives counted twice the one is found that closes the other gaps as well', () => {
  const rows = [...twice('HTX Một', 20), ...twice('HTX Hai', 31), ...twice('HTX Ba', 47)];
  expect(lines(sides(['htx.count all 5', 'htx.members all 165'], rows))).toEqual([
    'htx.count, tổng số: báo cáo 5, danh sách 6 (+1): HTX Hai (dòng 4 và dòng 5) được tính hai lần',
    'htx.members, tổng số: báo cáo 165, danh sách 196 (+31): HTX Hai (dòng 4 và dòng 5) được tính hai lần',
  ]);
});

test('where several explain as much, one or two of them are said to', () => {
  const rows = [...twice('HTX Một', 20), ...twice('HTX Hai', 31), ...twice('HTX Ba', 47)];
  expect(lines(sides(['htx.count all 5'], rows))).toEqual([
    'htx.count, tổng số: báo cáo 5, danh sách 6 (+1): một trong 3 HTX: HTX Một (dòng 2 và dòng 3), HTX Hai (dòng 4 và dòng 5), HTX Ba (dòng 6 và dòng 7) được tính hai lần',
  ]);
  expect(lines(sides(['htx.count all 4'], rows))[0]).toContain('(+2): 2 trong 3 HTX: HTX Một (dòng 2 và dòng 3), ');
});

test('an evident fault goes before what may be meant', () => {
  const rows = [...twice('HTX Một', 20), { name: 'HTX Nghỉ', members: 20, status: 'ceased' as const }];
  expect(lines(sides(['htx.count all 2'], rows))).toEqual([
    'htx.count, tổng số: báo cáo 2, danh sách 3 (+1): HTX Một (dòng 2 và dòng 3) được tính hai lần',
  ]);
});

test('two cooperatives together, three rows of one', () => {
  const rows = [...twice('HTX Một', 20), { name: 'HTX Một', members: 20 }, ...twice('HTX Hai', 31)];
  const why = 'HTX Một (dòng 2, dòng 3 và dòng 4) được tính 3 lần; HTX Hai (dòng 5 và dòng 6) được tính hai lần';
  expect(lines(sides(['htx.count all 2', 'htx.members all 51'], rows))).toEqual([
    `htx.count, tổng số: báo cáo 2, danh sách 5 (+3): ${why}`,
    `htx.members, tổng số: báo cáo 51, danh sách 122 (+71): ${why}`,
  ]);
});

test('two causes in one figure', () => {
  const rows = [
    { name: 'HTX Một', members: 20, capital: 500 },
    { name: 'HTX Một', members: 20, capital: 500 },
    { name: 'HTX Hai', members: 31, capital: 800_000 },
    ...[3, 4, 5].map((n) => ({ name: `HTX ${n}`, members: n, capital: 100 * n })),
  ];
  const given = sides(['htx.count all 5', 'htx.members all 63', 'htx.charter_capital all 2,5'], rows);
  expect(lines(given)[2]).toBe(
    'htx.charter_capital, tổng số: báo cáo 2,5 tỷ đồng, danh sách 802,2 tỷ đồng (+799,7): HTX Hai (dòng 4) có lẽ ghi nhầm đơn vị của vốn điều lệ (gấp 1.000 lần); HTX Một (dòng 2 và dòng 3) được tính hai lần',
  );
  expect(findings(given).map(({ code }) => code)).toEqual(['htx.count', 'htx.charter_capital']);
});

test('what nothing explains is one finding an indicator', () => {
  const rows = [{ members: 20 }, { members: 31 }];
  const given = sides(['htx.members all 40', 'htx.members agri 40', 'htx.count all 4'], rows);
  expect(lines(given)).toEqual([
    'htx.count, tổng số: báo cáo 4, danh sách 2 (-2): chưa rõ vì sao',
    'htx.members, tổng số: báo cáo 40, danh sách 51 (+11): chưa rõ vì sao',
    'htx.members, nông nghiệp: báo cáo 40, danh sách 51 (+11): chưa rõ vì sao',
  ]);
  expect(findings(given).map(({ at, message }) => [at, message])).toEqual([
    [
      { row: 8, column: 4 },
      'Báo cáo không khớp với danh sách của biểu B02 cùng kỳ (tệp "B02.csv"): "Tổng số HTX": báo cáo 4 (dòng 8, cột 4), danh sách 2 (-2). Chưa thấy HTX nào giải thích được chênh lệch; hãy kiểm tra lại báo cáo và danh sách.',
    ],
    [
      { row: 6, column: 4 },
      expect.stringContaining('"Tổng số thành viên HTX, Nông nghiệp": báo cáo 40 (dòng 7, cột 4)'),
    ],
  ]);
});

test('a sum that fits by chance, where the number of cooperatives agrees, explains nothing', () => {
  const rows = [{ members: 31 }, { name: 'HTX Nghỉ', members: 20, status: 'ceased' as const }, ...twice('HTX Một', 7)];
  expect(lines(sides(['htx.count all 4', 'htx.members all 45'], rows))[0]).toContain('(+20): chưa rõ vì sao');
  expect(lines(sides(['htx.count all 4', 'htx.members all 58'], rows))[0]).toContain('(+7): chưa rõ vì sao');
});

test('the number of cooperatives is explained although the sums agree', () => {
  const rows = [{ members: 31 }, ...twice('HTX Một', 7)];
  expect(lines(sides(['htx.count all 2', 'htx.members all 45'], rows))).toEqual([
    'htx.count, tổng số: báo cáo 2, danh sách 3 (+1): HTX Một (dòng 3 và dòng 4) được tính hai lần',
  ]);
});

test('groups are no cooperatives, and a credit fund is one', () => {
  const groups = twice('THT Một', 7).map((each) => ({ ...each, type: 'tht' as const }));
  const fund = { name: 'Quỹ Thuận Hòa', type: 'qtdnd' as const, sector: 'credit', members: 9 };
  const given = sides(['htx.count all 2', 'htx.count credit 1', 'tht.count all 1'], [{ members: 5 }, fund, ...groups]);
  expect(lines(given)).toEqual([
    'tht.count, tổng số: báo cáo 1, danh sách 2 (+1): THT Một (dòng 4 và dòng 5) được tính hai lần',
  ]);
});

test('a mean', () => {
  const revenue = (millions: string) => Quantity.of(decimal(millions), million);
  const rows = ['100', '200', '301', '301'].map((each, n) => ({
    name: n > 1 ? 'HTX Ba' : `HTX ${n}`,
    revenue: revenue(each),
  }));
  expect(lines(sides(['htx.revenue_avg all 225,5'], rows))).toEqual([]);
  expect(lines(sides(['htx.count all 3', 'htx.revenue_avg all 200,3'], rows))).toEqual([
    'htx.count, tổng số: báo cáo 3, danh sách 4 (+1): HTX Ba (dòng 4 và dòng 5) được tính hai lần',
    'htx.revenue_avg, tổng số: báo cáo 200,3 triệu đồng/năm, danh sách 225,5 triệu đồng/năm (+25,2): HTX Ba (dòng 4 và dòng 5) được tính hai lần',
  ]);
});

test('an income by the month, in whole millions, agrees with all that rounds to it', () => {
  const people = { name: 'người', dimension: 'count', factor: decimal('1') } as const;
  const year = { name: 'triệu đồng/năm', dimension: 'money_per_year', factor: decimal('1000000') } as const;
  const rows = [{ labour: Quantity.of(decimal('3'), people), labour_income: Quantity.of(decimal('61'), year) }];
  const [figure] = reported(['htx.labour_income_avg all 60 triệu đồng/năm']);
  if (figure === undefined) throw new Error('no figure');
  const given = (raw: string, unit: string) => ({
    ...sides([], rows),
    report: { file: 'B01.csv', figures: [{ ...figure, raw, unit }] },
  });
  expect(lines(given('5', 'triệu đồng/tháng'))).toEqual([]);
  expect(lines(given('60', 'triệu đồng/năm'))).not.toEqual([]);
});

test('names are cut, and no more than five are given', () => {
  const rows = Array.from({ length: 1300 }, (_, n) => twice(`HTX ${n} ${'Thắng Lợi '.repeat(30)}`, 7)).flat();
  const [finding] = findings(sides(['htx.count all 1.300'], rows));
  expect(finding?.message.match(/…/g)).toHaveLength(5);
  expect(finding?.message).toContain(' và 1.295 HTX khác được tính hai lần.');
  expect(finding?.message.length).toBeLessThan(1200);
});

test('rows of a JSON file are named by their pointers, a nameless row by its place', () => {
  const given = sides(['htx.count all 0'], []);
  const [row] = listed([{ name: '', status: 'ceased' }]);
  if (row === undefined) throw new Error('no row');
  const register = { ...given.register, rows: [{ ...row, at: { pointer: '/rows/0' } }] };
  expect(lines({ ...given, register })[0]).toContain('HTX không ghi tên (vị trí /rows/0) ngừng hoạt động');
});

test('a register with a row without a type gives no figure, one without a sector none by sector', () => {
  expect(against.gaps(sides(['htx.count all 4'], [{}, { type: null }]))).toEqual([]);
  const [row] = listed([{}]);
  if (row === undefined) throw new Error('no row');
  const given = sides(['htx.count all 4', 'htx.count agri 4'], []);
  const register = { ...given.register, rows: [{ ...row, sector: null }] };
  expect(lines({ ...given, register })).toHaveLength(1);
});

test('a plan is no figure of the period', () => {
  const given = sides(['htx.count all 4'], [{}]);
  const plans = given.report.figures.map((figure) => ({ ...figure, measure: 'plan' as const }));
  expect(against.gaps({ ...given, report: { ...given.report, figures: plans } })).toEqual([]);
});

test('who was dissolved before is not dissolved in the period', () => {
  const gone = { name: 'HTX Cũ', status: 'dissolved' as const };
  const going = { name: 'HTX Xưa', status: 'dissolved' as const };
  const before = [{ name: 'HTX Một' }, gone, { name: 'HTX Xưa' }];
  expect(lines(sides(['htx.dissolved all 1'], [{ name: 'HTX Một' }, gone, going], before))).toEqual([]);
  expect(lines(sides(['htx.dissolved all 1'], [{ name: 'HTX Một' }, gone, going]))).toEqual([]);
  expect(lines(sides(['htx.count all 2'], [{ name: 'HTX Một' }], [{ name: 'HTX Một' }, gone]))[0]).toContain('chưa rõ');
});

test('what holds for all cooperatives need not hold for the groups beside them', () => {
  const ceased = (name: string, type: 'htx' | 'tht') =>
    [1, 2, 3, 4, 5].map((n) => ({ name: `${name} ${n}`, type, status: 'ceased' as const }));
  const rows = [{}, ...ceased('HTX', 'htx'), ...ceased('THT', 'tht')];
  const [line, ...others] = lines(sides(['htx.count all 1', 'tht.count all 5'], rows));
  expect(line).toContain('(+5): HTX 1 (dòng 3), ');
  expect(line).toContain('HTX 5 (dòng 7) ngừng hoạt động');
  expect(others).toEqual([]);
});

test('where too many sets fit, nothing is said to explain it', () => {
  const rows = Array.from({ length: 30 }, (_, n) => twice(`HTX ${n}`, 7)).flat();
  expect(lines(sides(['htx.count all 58'], rows))).toEqual([
    'htx.count, tổng số: báo cáo 58, danh sách 60 (+2): chưa rõ vì sao',
  ]);
});

test('of many rows that may stand in another sector the one is found that closes most', () => {
  const rows = Array.from({ length: 150 }, (_, n) => ({ name: `HTX ${n}`, members: n === 120 ? 31 : 20 }));
  const figures = ['htx.count agri 149', 'htx.count transport 1', 'htx.members agri 2.980', 'htx.members transport 31'];
  const all = lines(sides(figures, rows));
  expect(all).toHaveLength(4);
  for (const line of all) expect(line).toContain(': HTX 120 (dòng 122) ghi lĩnh vực "Nông nghiệp"');
});
