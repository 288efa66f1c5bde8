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
