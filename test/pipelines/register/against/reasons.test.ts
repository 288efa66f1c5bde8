import { findings, lines, sides } from './sides';

const three = [
  { name: 'HTX Tân Tiến', members: 20, capital: 500 },
  { name: 'HTX Đồng Tâm', members: 31, capital: 800 },
  { name: 'HTX Hòa Bình', members: 47, capital: 900 },
];

test('what agrees has no gap, also where the report is rounded or cut to its digits', () => {
  expect(lines(sides(['htx.count all 3', 'htx.members agri 98', 'htx.charter_capital all 2,2'], three))).toEqual([]);
  expect(lines(sides(['htx.charter_capital all 2'], three))).toEqual([]);
  expect(lines(sides(['htx.charter_capital all 2,21'], three))).not.toEqual([]);
  expect(lines(sides(['htx.charter_capital all 2,000'], three))).not.toEqual([]);
});

test('counted twice', () => {
  const rows = [...three, { name: 'HTX Tân Tiến', members: 20, capital: 500 }];
  expect(lines(sides(['htx.count agri 3'], rows))).toEqual([
    'htx.count, nông nghiệp: báo cáo 3, danh sách 4 (+1): HTX Tân Tiến (dòng 2 và dòng 5) được tính hai lần',
  ]);
});

test('counted twice with two different amounts: the row that is one too many is found', () => {
  const rows = [...three, { name: 'HTX Tân Tiến', members: 25, capital: 500 }];
  expect(lines(sides(['htx.members all 103'], rows))).toEqual([
    'htx.members, tổng số: báo cáo 103, danh sách 123 (+20): HTX Tân Tiến (dòng 2 và dòng 5) được tính hai lần',
  ]);
});

test('dissolved in the register, counted in the report', () => {
  const rows = [...three, { name: 'HTX Cũ', members: 9, status: 'dissolved' as const }];
  expect(lines(sides(['htx.count all 4', 'htx.members all 107'], rows))).toEqual([
    'htx.count, tổng số: báo cáo 4, danh sách 3 (-1): HTX Cũ (dòng 5) đã giải thể theo danh sách, báo cáo vẫn tính',
    'htx.members, tổng số: báo cáo 107, danh sách 98 (-9): HTX Cũ (dòng 5) đã giải thể theo danh sách, báo cáo vẫn tính',
  ]);
});

test('ceased in the register, and left out of the report or active in it', () => {
  const rows = [...three, { name: 'HTX Nghỉ', members: 9, status: 'ceased' as const }];
  expect(lines(sides(['htx.count all 3', 'htx.members all 98'], rows))[0]).toBe(
    'htx.count, tổng số: báo cáo 3, danh sách 4 (+1): HTX Nghỉ (dòng 5) ngừng hoạt động theo danh sách, báo cáo không tính',
  );
  expect(lines(sides(['htx.count all 4', 'htx.active all 4', 'htx.ceased all 0'], rows))).toEqual([
    'htx.active, tổng số: báo cáo 4, danh sách 3 (-1): HTX Nghỉ (dòng 5) ngừng hoạt động theo danh sách, báo cáo tính là đang hoạt động',
    'htx.ceased, tổng số: báo cáo 0, danh sách 1 (+1): HTX Nghỉ (dòng 5) ngừng hoạt động theo danh sách, báo cáo tính là đang hoạt động',
  ]);
});

test('all that ceased are left out of the report', () => {
  const ceased = Array.from({ length: 8 }, (_, n) => ({
    name: `HTX Nghỉ ${n}`,
    members: 7 + n,
    status: 'ceased' as const,
  }));
  const [count, members] = lines(sides(['htx.count all 3', 'htx.members all 98'], [...three, ...ceased]));
  const names = [5, 6, 7, 8, 9].map((line, n) => `HTX Nghỉ ${n} (dòng ${line})`).join(', ');
  expect(count).toBe(
    `htx.count, tổng số: báo cáo 3, danh sách 11 (+8): ${names} và 3 HTX khác ngừng hoạt động theo danh sách, báo cáo không tính`,
  );
  expect(members).toContain('(+84): HTX Nghỉ 0 (dòng 5)');
});

test('in another sector', () => {
  const rows = [...three, { name: 'HTX Xe Lam', members: 7, sector: 'transport' }];
  const figures = ['htx.count all 4', 'htx.count agri 2', 'htx.count transport 2', 'htx.members agri 51'];
  const why = 'HTX Hòa Bình (dòng 4) ghi lĩnh vực "Nông nghiệp" trong danh sách, báo cáo tính vào "Vận tải"';
  expect(lines(sides([...figures, 'htx.members transport 54'], rows))).toEqual([
    `htx.count, nông nghiệp: báo cáo 2, danh sách 3 (+1): ${why}`,
    `htx.count, vận tải: báo cáo 2, danh sách 1 (-1): ${why}`,
    `htx.members, nông nghiệp: báo cáo 51, danh sách 98 (+47): ${why}`,
    `htx.members, vận tải: báo cáo 54, danh sách 7 (-47): ${why}`,
  ]);
});

test('without a figure: missing is never zero', () => {
  expect(lines(sides(['htx.members all 120'], [...three, { name: 'HTX Mới' }]))).toEqual([
    'htx.members, tổng số: báo cáo 120, danh sách 98 (-22), thiếu số của 1 HTX: HTX Mới (dòng 5) không ghi số này, nên tổng của danh sách còn thiếu',
  ]);
  expect(lines(sides(['htx.members all 90'], [...three, { name: 'HTX Mới' }]))).toEqual([
    'htx.members, tổng số: báo cáo 90, danh sách 98 (+8), thiếu số của 1 HTX: chưa rõ vì sao',
  ]);
  expect(lines(sides(['htx.labour all 120'], three))).toEqual([]);
});

test('a unit', () => {
  const rows = [...three, { name: 'HTX To', capital: 700_000 }, { name: 'HTX Nhỏ', capital: 0.0006 }];
  expect(lines(sides(['htx.charter_capital all 2,9000006'], rows))).toEqual([
    'htx.charter_capital, tổng số: báo cáo 2,9000006 tỷ đồng, danh sách 702,2000006 tỷ đồng (+699,3): HTX To (dòng 5) có lẽ ghi nhầm đơn vị của vốn điều lệ (gấp 1.000 lần)',
  ]);
  expect(lines(sides(['htx.charter_capital all 702,800'], rows))).toEqual([
    'htx.charter_capital, tổng số: báo cáo 702,8 tỷ đồng, danh sách 702,2000006 tỷ đồng (-0,5999994): HTX Nhỏ (dòng 6) có lẽ ghi nhầm đơn vị của vốn điều lệ (nhỏ hơn 1.000.000 lần)',
  ]);
});

test('founded after the period', () => {
  const rows = [...three, { name: 'HTX Mai Sau', members: 9, founded_on: '2021-07' }];
  expect(lines(sides(['htx.count all 3', 'htx.members all 98'], rows))[0]).toBe(
    'htx.count, tổng số: báo cáo 3, danh sách 4 (+1): HTX Mai Sau (dòng 5) thành lập sau ngày 30/06/2021, báo cáo không tính',
  );
  expect(lines(sides(['htx.count all 4', 'htx.new all 1'], rows))).toEqual([
    'htx.new, tổng số: báo cáo 1, danh sách 0 (-1), thiếu số của 3 HTX: HTX Mai Sau (dòng 5) thành lập sau ngày 30/06/2021, báo cáo tính là thành lập mới',
  ]);
});

test('not listed before', () => {
  const now = [
    { name: 'HTX Tân Tiến', founded_on: '2001' },
    { name: 'HTX Từ Đâu', founded_on: '1998' },
  ];
  const given = sides(['htx.count all 2', 'htx.new all 1'], now, [{ name: 'HTX Tân Tiến', founded_on: '2001' }]);
  expect(lines(given)).toEqual([
    'htx.new, tổng số: báo cáo 1, danh sách 0 (-1): HTX Từ Đâu (dòng 3) không có trong danh sách kỳ trước, báo cáo tính là thành lập mới',
  ]);
});

test('no longer listed: dissolved in the report, or still in it', () => {
  const before = [...three, { name: 'HTX Biến Mất', members: 12 }];
  const place = 'HTX Biến Mất (dòng 5 của tệp "B02-2020.csv")';
  expect(lines(sides(['htx.count all 3', 'htx.dissolved all 1'], three, before))).toEqual([
    `htx.dissolved, tổng số: báo cáo 1, danh sách 0 (-1): ${place} có trong danh sách kỳ trước nhưng không còn trong danh sách này, báo cáo tính là giải thể`,
  ]);
  expect(lines(sides(['htx.count all 4', 'htx.members all 110'], three, before))).toEqual([
    `htx.count, tổng số: báo cáo 4, danh sách 3 (-1): ${place} có trong danh sách kỳ trước nhưng không còn trong danh sách này, báo cáo vẫn tính`,
    `htx.members, tổng số: báo cáo 110, danh sách 98 (-12): ${place} có trong danh sách kỳ trước nhưng không còn trong danh sách này, báo cáo vẫn tính`,
  ]);
});

test('one cause is one finding, at the first of its cells', () => {
  const rows = [...three, { name: 'HTX Tân Tiến', members: 20, capital: 500 }];
  const given = sides(['htx.count all 3', 'htx.members all 98', 'htx.charter_capital all 2,2'], rows);
  expect(findings(given)).toEqual([
    {
      ...{ rule: 'register.report', nature: 'doubt', code: 'htx.count', sector: 'all' },
      ...{ at: { row: 6, column: 4 }, raw: '3', proposal: null },
      message:
        'Báo cáo không khớp với danh sách của biểu B02 cùng kỳ (tệp "B02.csv"): "Tổng số HTX": báo cáo 3 (dòng 6, cột 4), danh sách 4 (+1); "Tổng số thành viên HTX": báo cáo 98 (dòng 7, cột 4), danh sách 118 (+20); "Tổng vốn điều lệ HTX": báo cáo 2,2 tỷ đồng (dòng 8, cột 4), danh sách 2,7 tỷ đồng (+0,5). Có thể do HTX Tân Tiến (dòng 2 và dòng 5) được tính hai lần. Hãy sửa báo cáo hoặc danh sách, hoặc xác nhận là đúng.',
    },
  ]);
});
