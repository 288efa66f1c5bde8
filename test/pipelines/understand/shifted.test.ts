import { annex, findings, lines, report } from '../take-in';

const header = 'TT;Chỉ tiêu;ĐVT;Thực hiện;Kế hoạch;Ghi chú';
const read = (...rows: string[]) => report(annex(['I;HỢP TÁC XÃ;;;;', '1;Tổng số HTX;HTX;325;;', ...rows], header));

test.each([
  ['a cell is missing, so that the plan stands in the note', '2;Thành lập mới;HTX;;12;20'],
  ['the value stands in the note', '2;Thành lập mới;HTX;;;20'],
  ['the value stands in the note, and a dash in its place', '2;Thành lập mới;HTX;-;;20'],
])('%s: nothing of the row is loaded', (_, row) => {
  const held = read(row);
  expect(lines(held)).toEqual(['htx.count all actual 325 HTX']);
  expect(findings(held)).toEqual([`row.misfit error at row 6, column 6: ${row.replaceAll(';', ' | ')}`]);
  expect(held.findings[0]?.message).toContain('"20" (dòng 6, cột 6) ở cột ghi chú');
});

test('an amount of money in the note, and no value', () => {
  expect(findings(read('2;Tổng vốn điều lệ HTX;tỷ đồng;;;530,25 tỷ đồng'))).toEqual([
    'row.misfit error at row 6, column 6: 2 | Tổng vốn điều lệ HTX | tỷ đồng |  |  | 530,25 tỷ đồng',
  ]);
});

test('the plan stands in the note: the value is loaded, and somebody has to look', () => {
  const doubted = read('2;Tổng vốn điều lệ HTX;tỷ đồng;530,25;;550');
  expect(lines(doubted)).toContain('htx.charter_capital all actual 530.25 tỷ đồng');
  expect(findings(doubted)).toEqual([
    'row.stray warning at row 6, column 6: 2 | Tổng vốn điều lệ HTX | tỷ đồng | 530,25 |  | 550',
  ]);
});

test.each(['2;Thành lập mới;HTX;;;chưa tổng hợp', '2;Thành lập mới;HTX;;;(1)', '2;Thành lập mới;HTX;;;2021'])(
  'words, a footnote and a year are no figure: %s',
  (row) => {
    expect(read(row).findings).toEqual([]);
  },
);

test('what stands below a row that is held is none of the row above it', () => {
  const held = read('2;Thành lập mới;HTX;;;20', '-;Nông nghiệp;HTX;8;;');
  expect(lines(held)).toEqual(['htx.count all actual 325 HTX', 'htx.new agri actual 8 HTX']);
});

test('the value stands in a comparison', () => {
  const stray = report(
    annex(
      ['I;HTX;;;', '1;Giải thể;HTX;;12', '2;Thành lập mới;HTX;;-3', '3;Tổng số HTX;HTX;5;0'],
      'TT;Chỉ tiêu;ĐVT;Thực hiện;So với năm trước',
    ),
  );
  expect(lines(stray)).toEqual(['htx.count all actual 5 HTX']);
  expect(findings(stray)).toEqual(['row.stray warning at row 5, column 5: 1 | Giải thể | HTX |  | 12']);
});

test('all cells stand one to the left, so that the value is in the unit', () => {
  const held = read('2;Thành lập mới;12;20;;');
  expect(lines(held)).toEqual(['htx.count all actual 325 HTX']);
  expect(findings(held)).toEqual(['row.misfit error at row 6, column 3: 2 | Thành lập mới | 12 | 20 |  | ']);
});

test('all cells stand one to the right, so that the unit is in the value', () => {
  const held = read('2;Thành lập mới;;HTX;25;30');
  expect(lines(held)).toEqual(['htx.count all actual 325 HTX']);
  expect(findings(held)).toEqual(['row.misfit error at row 6, column 4: 2 | Thành lập mới |  | HTX | 25 | 30']);
});
