import { findings, lines, report, takeIn } from '../take-in';

const b01 = (rows: unknown[], more: object = {}) => ({
  form: 'B01',
  province: 'Lai Châu',
  period: '2023-H1',
  rows,
  ...more,
});
const inOne = (...args: Parameters<typeof b01>) => report(JSON.stringify(b01(...args)));

test('a row has a code, or a label with its section; a value is text in the reporter’s notation or a number', () => {
  const read = inOne([
    { code: 'htx.count', unit: 'HTX', value: 416 },
    { label: 'Giải thể', section: 'III', unit: 'THT', value: '3' },
    { label: '6. Giải thể', section: 'Liên hiệp HTX', unit: 'LHHTX', value: '1' },
    { code: 'HTX.Charter_Capital', sector: 'Vận tải', unit: 'triệu đồng', value: 10.85 },
    { code: 'htx.members', sector: 'agri', value: '1.568', plan: 1600, vs_plan_percent: '98%', note: 'ước' },
  ]);
  expect(lines(read)).toEqual([
    'htx.count all actual 416 HTX',
    'tht.dissolved all actual 3 THT',
    'lh.dissolved all actual 1 LHHTX',
    'htx.charter_capital transport actual 0.01085 tỷ đồng',
    'htx.members agri actual 1568 người',
    'htx.members agri plan 1600 người',
  ]);
  expect(read.observations[4]).toMatchObject({
    at: { pointer: '/rows/4/value' },
    note: 'ước',
    stated: [{ what: 'plan_percent', raw: '98%', at: { pointer: '/rows/4/vs_plan_percent' } }],
  });
});

test('a unit of the whole report is that of its money, unless a row has its own', () => {
  const rows = [
    { code: 'htx.count', value: 416 },
    { code: 'htx.charter_capital', value: '530.250,5' },
    { code: 'htx.profit_avg', value: '0,5', unit: 'tỷ đồng' },
  ];
  expect(lines(inOne(rows, { unit: 'triệu đồng' }))).toEqual([
    'htx.count all actual 416 HTX',
    'htx.charter_capital all actual 530.2505 tỷ đồng',
    'htx.profit_avg all actual 500 triệu đồng/năm',
  ]);
});

test('null, an empty text and a dash are missing, never zero', () => {
  const read = inOne([
    { code: 'htx.count', value: 0 },
    { code: 'htx.new', value: null },
    { code: 'htx.dissolved', value: '' },
    { code: 'htx.active', value: '-', plan: null, colour: null },
  ]);
  expect(lines(read)).toEqual(['htx.count all actual 0 HTX']);
  expect([read.rows, read.findings]).toEqual([1, []]);
});

test('an unknown field is kept out and said, once', () => {
  const read = inOne([
    { code: 'htx.count', value: 5, colour: 'đỏ' },
    { code: 'htx.new', value: 1, colour: 'xanh' },
  ]);
  expect(findings(read)).toEqual(['column.unknown note at /rows/0/colour: đỏ']);
});

test('what is no row is quarantined, and the rest is read', () => {
  const read = inOne([
    5,
    { code: 'htx.count', value: 416 },
    ['htx.new', 3],
    { code: 'htx.new', value: { amount: 3 } },
    null,
  ]);
  expect(lines(read)).toEqual(['htx.count all actual 416 HTX']);
  expect(findings(read)).toEqual([
    'row.misfit error at /rows/0: 5',
    'row.misfit error at /rows/2: null',
    'row.misfit error at /rows/3: null',
  ]);
  expect([read.rows, read.rowsLoaded]).toEqual([4, 1]);
});

test('a label without its section is read where it can mean one thing only', () => {
  const read = inOne([
    { label: 'Tổng số HTX', value: 416 },
    { label: 'Số thành lập mới', value: 3 },
  ]);
  expect(lines(read)).toEqual(['htx.count all actual 416 HTX']);
  expect(findings(read)).toEqual(['label.unknown error at /rows/1/label: Số thành lập mới']);
});

test('a list holds several reports; what is none is refused by itself', () => {
  const row = { code: 'htx.count', value: 5 };
  const prepared = takeIn(
    JSON.stringify([b01([row]), 'x', b01([row], { province: 'Sơn La' }), b01([], { province: 'Hà Nội' })]),
  );
  expect(prepared.map((each) => (each.kind === 'prepared' ? each.province : [each.province, each.sentence]))).toEqual([
    '63/12',
    [null, expect.stringContaining('không ghi kỳ báo cáo')],
    '63/14',
    ['Hà Nội', expect.stringContaining('không có số liệu nào')],
  ]);
});
