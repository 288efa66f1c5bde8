import { annex, findings, lines, report } from '../take-in';

const noUnit = 'TT;Chỉ tiêu;Thực hiện';

test('a column without a unit is one finding, with the number of its figures', () => {
  const rows = [
    'I;HTX;',
    '1;Tổng số HTX;325',
    '2;Tổng vốn điều lệ;530.250',
    '3;Lãi bình quân;120',
    '4;Doanh thu bình quân;900',
  ];
  const read = report(annex(rows, noUnit));
  expect(findings(read)).toEqual(['unit.missing error at row 6, column 3: 530.250']);
  expect(read.findings[0]?.message).toContain('3 số không ghi đơn vị tính (triệu đồng hay tỷ đồng?)');
  expect(read.findings[0]?.message).toContain('Cũng vậy ở dòng 7, cột 3; dòng 8, cột 3.');
  expect([read.rows, read.rowsLoaded]).toEqual([4, 1]);
});

test('a share without a unit is asked about by itself', () => {
  const rows = ['I;HTX;', '2;Tổng vốn điều lệ;530.250', '3;Tỷ lệ HTX hoạt động hiệu quả;63'];
  expect(findings(report(annex(rows, noUnit)))).toEqual([
    'unit.missing error at row 5, column 3: 530.250',
    'unit.missing error at row 6, column 3: 63',
  ]);
});

test('a line above the table gives all of it a unit, also in brackets', () => {
  const rows = ['I;HTX;', '1;Tổng số HTX;325', '2;Tổng vốn điều lệ;530.250,5'];
  const read = report(annex(rows, noUnit).replace('TT;', ';;(ĐVT: Triệu đồng)\nTT;'));
  expect(lines(read)).toEqual(['htx.count all actual 325 HTX', 'htx.charter_capital all actual 530.2505 tỷ đồng']);
});

test('what no label is like is offered none; what is right in another section is sent there', () => {
  const message = (label: string) => report(annex(['I;HTX;;', `1;${label};HTX;5`])).findings[0]?.message;
  expect(message('Nguyễn Văn A')).not.toContain('gần nhất');
  expect(message('Tổng số HTXX')).toContain('gần nhất là "Tổng số HTX" (htx.count)');
  expect(message('Tổng nguồn vốn Quỹ')).toContain('thuộc mục IV');
});
