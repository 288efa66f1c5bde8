import { before, checked, inShort } from './checked';

const short = (...args: Parameters<typeof checked>) => checked(...args).map(inShort);
const counts = [
  'htx.count;all;HTX;416',
  'htx.count;agri;HTX;250',
  'htx.count;non_agri;HTX;146',
  'htx.count;credit;HTX;20',
];

describe('sums of sectors', () => {
  test('hold, with sectors reported at any level of the tree', () => {
    expect(short([...counts, 'htx.count;trade_service;HTX;40', 'htx.count;transport;HTX;106'])).toEqual([]);
  });
  test('of parts that are not all there are no more than the total', () => {
    expect(short(['htx.members;all;người;900', 'htx.members;agri;người;500'])).toEqual([]);
    expect(short(['htx.members;all;người;900', 'htx.members;agri;người;1200'])).toEqual([
      'figures.contradicted row 4, column 4: 900',
    ]);
  });
  test('may differ by what rounding leaves, and no more', () => {
    const money = (total: string) => [
      `htx.charter_capital;all;tỷ đồng;${total}`,
      'htx.charter_capital;agri;tỷ đồng;10,4',
      'htx.charter_capital;non_agri;tỷ đồng;20,4',
      'htx.charter_capital;credit;tỷ đồng;30,4',
    ];
    expect(short(money('61,3'))).toEqual([]);
    expect(short(money('62,3'))).toHaveLength(1);
  });
});

test('active and ceased make the total', () => {
  expect(short(['htx.count;all;HTX;416', 'htx.active;all;HTX;326', 'htx.ceased;all;HTX;90'])).toEqual([]);
  const [only] = checked(['htx.count;all;HTX;416', 'htx.active;all;HTX;326', 'htx.ceased;all;HTX;70']);
  expect(only?.message).toContain('cộng lại là 396 HTX, khác "Tổng số HTX" (416 HTX)');
});

test('a part is no more than its whole', () => {
  expect(short([...counts, 'htx.hitech;all;HTX;416'])).toEqual([]);
  expect(short([...counts, 'htx.hitech;all;HTX;417'])).toEqual(['cell.contradicted row 8, column 4: 417']);
});

test('a stated share fits, rounded or cut, and else is wrong itself where the sums hold', () => {
  const share = (text: string) => [...counts.slice(0, 3), `htx.count;credit;HTX;20;;;${text}`];
  expect(short(share('4,8%'))).toEqual([]);
  expect(short(share('4,80%'))).toEqual([]);
  expect(short(share('5,8%'))).toEqual(['cell.contradicted row 7, column 7: 5,8% → 4.8 %']);
});

test('a ratio fits the two figures that it is made of', () => {
  const ratio = (text: string) => [
    ...counts,
    'htx.alliance_member;all;HTX;361',
    `htx.alliance_member_share;all;%;${text}`,
  ];
  expect(short(ratio('86,8'))).toEqual([]);
  expect(short(ratio('68,8'))).toHaveLength(1);
});

test('a stated percentage of the plan fits the figure and the plan', () => {
  expect(short(['htx.new;all;HTX;13;25;;;;52%'])).toEqual([]);
  expect(short(['htx.new;all;HTX;13;25;;;;35%'])).toEqual(['cell.contradicted row 4, column 9: 35% → 52 %']);
});

test('a stated change fits what the province said at the end of the year before', () => {
  const last = before('2019-Q4', ['htx.count all 409']);
  expect(short(['htx.count;all;HTX;416;;+7;;101,7%'], last)).toEqual([]);
  expect(short(['htx.count;all;HTX;416;;+7;;1,7%'], last)).toEqual([]);
  expect(short(['htx.count;all;HTX;416;;-7;;101,7%'], last)).toEqual(['cell.contradicted row 4, column 6: -7 → 7 HTX']);
});

test('count now = count before + newly founded − dissolved', () => {
  const flows = ['htx.new;all;HTX;13', 'htx.dissolved;all;HTX;6'];
  expect(short(['htx.count;all;HTX;416', ...flows], before('2019-Q4', ['htx.count all 409']))).toEqual([]);
  expect(short(['htx.count;all;HTX;416;;+7', ...flows])).toEqual([]);
  expect(short(['htx.count;all;HTX;418', ...flows], before('2019-Q4', ['htx.count all 409']))).toHaveLength(1);
  expect(short(['htx.count;all;HTX;416;;+9', ...flows])).toHaveLength(1);
});

test('no more is founded within a year than there is at its end with what was dissolved, nor more dissolved than is left', () => {
  const said = (count: number, founded: number, dissolved: number) =>
    checked([`htx.count;all;HTX;${count}`, `htx.new;all;HTX;${founded}`, `htx.dissolved;all;HTX;${dissolved}`]);
  expect(said(850, 40, 12)).toEqual([]);
  expect(said(850, 850, 0)).toEqual([]);
  const [gone, ...others] = said(850, 40, 25_300);
  expect(others).toEqual([]);
  expect(gone?.message).toContain('"Giải thể" (25.300 HTX) nhiều hơn "Tổng số HTX" (850 HTX)');
  const [come, ...more] = said(850, 9_050, 12);
  expect(more).toEqual([]);
  expect(come?.message).toContain(
    '"Thành lập mới" (9.050 HTX) nhiều hơn "Tổng số HTX" (850 HTX) và "Giải thể" (12 HTX) cộng lại',
  );
  // A handful may well be gone, all but one.
  expect(checked(['lh.count;all;LHHTX;1', 'lh.dissolved;all;LHHTX;3'])).toEqual([]);
});

test('a plan is of the size of its figure', () => {
  expect(checked(['htx.count;all;HTX;850;870'])).toEqual([]);
  expect(checked(['htx.count;all;HTX;850;90'])).toEqual([]);
  const [stock, ...others] = checked(['htx.count;all;HTX;850;8.700']);
  expect(others).toEqual([]);
  expect(stock?.message).toContain('kế hoạch của tổng số ghi 8.700 HTX, mà thực hiện 850 HTX, chưa bằng 1/10 kế hoạch');
  expect(checked(['htx.new;all;HTX;40;3'])).toEqual([]);
  expect(checked(['htx.new;all;HTX;40;4.100'])[0]?.message).toContain('chưa bằng 1/100 kế hoạch');
  expect(checked(['htx.count;all;HTX;5.000', 'htx.new;all;HTX;4.100;40'])[0]?.message).toContain(
    'hơn 100 lần kế hoạch',
  );
});

describe('a stated percentage of a plan that the line does not give', () => {
  const said = (figure: string, percent: string) => checked([`${figure};;;;;${percent}`]).map(({ message }) => message);
  const [stock, founded] = ['htx.count;all;HTX;850', 'htx.new;all;HTX;40'];

  test.each(['97,7%', '12%', '990%', '+0,5%', '-2,3%', '0%'])('may be %s', (percent) => {
    expect(said(stock, percent)).toEqual([]);
  });

  test.each([
    ['0,5%', 'ghi 0,5%, như thế kế hoạch vào khoảng 170.000 HTX, hơn 10 lần thực hiện 850 HTX'],
    ['0,977', 'ghi 0,977%, như thế kế hoạch vào khoảng 87.001 HTX, hơn 10 lần thực hiện 850 HTX'],
    ['20000%', 'ghi 20.000%, như thế kế hoạch vào khoảng 4,2 HTX, chưa bằng 1/10 thực hiện 850 HTX'],
    ['-99%', 'ghi -99%, như thế kế hoạch vào khoảng 85.000 HTX, hơn 10 lần thực hiện 850 HTX'],
    ['+19900%', 'ghi 19.900%, như thế kế hoạch vào khoảng 4,2 HTX, chưa bằng 1/10 thực hiện 850 HTX'],
  ])('is not %s of a stock', (percent, words) => {
    const [only, ...others] = said(stock, percent);
    expect(others).toEqual([]);
    expect(only).toContain(`% so với kế hoạch của tổng số ${words}`);
    expect(only).toContain('Hãy xác nhận hoặc sửa lại');
  });

  test('of what adds up may be ten times more or less', () => {
    expect(said(founded, '1500%')).toEqual([]);
    expect(said(founded, '2%')).toEqual([]);
    expect(said(founded, '0,5%')).toHaveLength(1);
    expect(said(founded, '20000%')).toHaveLength(1);
  });

  test('of a handful may be anything', () => {
    expect(said('lh.count;all;LHHTX;20', '2000%')).toEqual([]);
  });

  test('that reads two ways says nothing', () => {
    expect(said(stock, '20.000%')).toEqual([]);
  });

  test('is held against the plan alone where the line gives one', () => {
    expect(short([`${stock};870;;;;0,5%`])).toEqual(['cell.contradicted row 4, column 9: 0,5% → 97.7 %']);
  });
});

test('what is counted does not become ten times as much within a year', () => {
  const last = before('2019-Q4', ['htx.members all 34066']);
  expect(short(['htx.members;all;người;36.000'], last)).toEqual([]);
  expect(short(['htx.members;all;người;340.660'], last)).toHaveLength(1);
});

test('a report that says nothing new is asked about', () => {
  const lines = ['count', 'new', 'dissolved', 'members', 'labour', 'hitech', 'value_chain', 'alliance_member'];
  const figures = lines.map((what, index) => `htx.${what};all;;${[500, 8, 8, 9000, 8000, 30, 40, 300][index]}`);
  const last = before(
    '2019-Q4',
    figures.map((line) => line.replace(';all;;', ' all ')),
  );
  expect(short(figures, last)).toEqual(['report.repeated no cell: null']);
  expect(short([...figures.slice(0, -1), 'htx.alliance_member;all;;301'], last)).toEqual([]);
});
