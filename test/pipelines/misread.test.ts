import { annex, findings, lines, report } from './take-in';

/** Each of these once was, or easily would be, a wrong figure that nobody hears of. */
test('a decimal comma that cut a number in two is no value and plan', () => {
  const read = report(
    [
      'Đơn vị báo cáo,Bắc Giang',
      'Kỳ báo cáo,Năm 2020',
      'TT,Chỉ tiêu,ĐVT,Thực hiện,Kế hoạch,Ghi chú',
      '1,Tổng số HTX,HTX,869,,',
      '2,Doanh thu bình quân một HTX,triệu đồng,756,5,,',
      '',
    ].join('\n'),
  );
  expect(lines(read)).toEqual(['htx.count all actual 869 HTX']);
  expect(findings(read)).toEqual([expect.stringMatching(/^row\.misfit error at row 5/)]);
});

test('a line about unions is none about cooperatives, whatever section it stands in', () => {
  const read = report(annex(['I;HỢP TÁC XÃ', '1;Tổng số HTX;HTX;869', '2;Thành lập mới;LHHTX;1']));
  expect(lines(read)).toEqual(['htx.count all actual 869 HTX']);
  expect(findings(read)).toEqual(['unit.mismatch error at row 6, column 4: 1']);
});

test('a unit that counts something else is no unit of the figure; dragged down the page it is one finding', () => {
  const read = report(
    annex([
      'I;HỢP TÁC XÃ',
      '1;Tổng số HTX;HTX;869',
      '2;Tổng số lao động trong HTX;HTX;1.200',
      '3;Tổng số thành viên HTX;HTX;20.000',
      '4;Tổng số cán bộ quản lý HTX;hộ;300',
      '5;Số hộ cá thể ở địa bàn nông thôn tham gia thành viên HTX;hộ;8000',
      'II;LIÊN HIỆP HTX',
      '1;Tổng số thành viên;HTX;12',
    ]),
  );
  expect(lines(read)).toEqual([
    'htx.count all actual 869 HTX',
    'htx.members_rural_households all actual 8000 người',
    'lh.members all actual 12 thành viên',
  ]);
  expect(findings(read)).toEqual([
    'unit.mismatch error at row 6, column 4: 1.200',
    'unit.mismatch error at row 8, column 4: 300',
  ]);
  expect(read.findings[0]?.message).toContain('Cũng vậy ở dòng 7, cột 4.');
});

test('a line of totals at the foot belongs to no indicator', () => {
  const read = report(
    annex(['I;HỢP TÁC XÃ', '4;Tổng số thành viên HTX;người;', '-;Nông nghiệp;người;9', ';Tổng cộng;;99.999']),
  );
  expect(lines(read)).toEqual(['htx.members agri actual 9 người']);
  expect(findings(read)).toEqual(['row.total note at row 7, column 2:  | Tổng cộng |  | 99.999']);
});

test('each column has its own unit, and a unit over a column says nothing of what it does not fit', () => {
  const header = 'TT;Chỉ tiêu;Thực hiện (triệu đồng);Kế hoạch (tỷ đồng)';
  const read = report(
    annex(['I;HỢP TÁC XÃ', '1;Tổng số HTX;869;', '2;Tổng vốn điều lệ HTX;2.056.598,5;2.100,5'], header),
  );
  expect(lines(read)).toEqual([
    'htx.count all actual 869 HTX',
    'htx.charter_capital all actual 2056.5985 tỷ đồng',
    'htx.charter_capital all plan 2100.5 tỷ đồng',
  ]);
});

test('a column of another year than the report’s is read, but said', () => {
  const read = report(annex(['1;Tổng số HTX;HTX;800'], 'TT;Chỉ tiêu;Đơn vị tính;Thực hiện năm 2019'));
  expect(findings(read)).toEqual(['column.other_year warning at row 3, column 4: Thực hiện năm 2019']);
});

test('a line that is far too long refuses the file, and the sentence names it', () => {
  expect(() => report(`${annex(['1;Tổng số HTX;HTX;869'])}2;${'a'.repeat(2_000_000)};HTX;5\n`)).toThrow(
    'dòng 5 dài hơn một triệu ký tự',
  );
});

test.each(['nghìn đồng', '(ĐVT: nghìn đồng)'])('a unit in the note that is another holds the figure: %s', (note) => {
  const header = 'TT;Chỉ tiêu;ĐVT;Thực hiện;Ghi chú';
  const read = report(annex(['I;HTX', `1;Doanh thu bình quân một HTX;triệu đồng;1500;${note}`], header));
  expect(lines(read)).toEqual([]);
  expect(findings(read)).toEqual(['unit.differs error at row 5, column 4: 1500']);
  const same = ['I;HTX', '1;Doanh thu bình quân một HTX;triệu đồng;1500;ĐVT: triệu đồng'];
  expect(findings(report(annex(same, header)))).toEqual([]);
});

test.each(['12.000', '12,000'])('nobody writes people with decimals: %s', (text) => {
  const read = report(annex(['I;HTX', `1;Tổng số thành viên HTX;người;${text}`]));
  expect(lines(read)).toEqual(['htx.members all actual 12000 người']);
  expect(findings(read)).toEqual([]);
});
