import { annex, findings, lines, report } from '../take-in';

/** Bắc Giang's report for 2020 under a header of several rows, `;` between the cells. */
const under = (header: readonly string[], ...rows: readonly string[]) => report(annex(rows, header.join('\n')));

describe('a header of several rows is joined column by column', () => {
  const rows = ['I;HỢP TÁC XÃ;;;;;', '1;Thành lập mới;HTX;2.000;2.500;500;125%', '2;Giải thể;HTX;30;20;-10;66,7%'];
  const read = ['htx.new all actual 2500 HTX', 'htx.dissolved all actual 20 HTX'];

  test.each([
    ['the years under one title', ['TT;Chỉ tiêu;ĐVT;Thực hiện;;So với năm 2019;', ';;;Năm 2019;Năm 2020;Tăng/giảm;%']],
    [
      'the title in the lower row of the columns that it does not divide',
      [';;;Thực hiện;;So với năm 2019;', 'TT;Chỉ tiêu;ĐVT;Năm 2019;Năm 2020;Tăng/giảm;%'],
    ],
    ['the years above', [';;;Năm 2019;Năm 2020;So với năm 2019;', 'TT;Chỉ tiêu;ĐVT;Thực hiện;Thực hiện;Tăng/giảm;%']],
    [
      'the names repeated in each row',
      ['TT;Chỉ tiêu;ĐVT;Thực hiện;;So với năm 2019;', 'TT;Chỉ tiêu;ĐVT;2019;2020;Tăng/giảm;%'],
    ],
    [
      'three rows, and the columns numbered below',
      [
        'TT;Chỉ tiêu;ĐVT;Kết quả;;;',
        ';;;Thực hiện;;So với năm 2019;',
        ';;;Năm 2019;Năm 2020;Tăng/giảm;%',
        'A;B;C;1;2;3=2-1;4=2/1',
      ],
    ],
  ])('%s', (_, header) => {
    const submission = under(header, ...rows);
    expect(lines(submission)).toEqual(read);
    expect(submission.observations[0]?.stated.map(({ what, raw }) => [what, raw])).toEqual([
      ['change', '500'],
      ['percent', '125%'],
    ]);
    expect(submission.findings.map(({ rule }) => rule)).toEqual(['column.unknown']);
  });
});

test('the header of the printed annex', () => {
  const read = under(
    [
      'TT;Chỉ tiêu;Đơn vị tính;Thực hiện năm 2020;So sánh với năm 2019;;Kế hoạch;So sánh với Kế hoạch;',
      ';;;;Tăng, giảm;% so với năm 2019;;Tăng, giảm;% so với kế hoạch',
    ],
    'I;HỢP TÁC XÃ;;;;;;;',
    '1;Thành lập mới;HTX;2.500;500;125%;2.400;100;104,2%',
  );
  expect(lines(read)).toEqual(['htx.new all actual 2500 HTX', 'htx.new all plan 2400 HTX']);
  expect(read.observations[0]?.stated.map(({ what, raw }) => [what, raw])).toEqual(
    expect.arrayContaining([
      ['percent', '125%'],
      ['plan_percent', '104,2%'],
    ]),
  );
});

test('a unit in the row below is that of the whole column', () => {
  const read = under(
    ['TT;Chỉ tiêu;Thực hiện;Kế hoạch', ';;(triệu đồng);(tỷ đồng)'],
    'I;HỢP TÁC XÃ;;',
    '1;Tổng vốn điều lệ HTX;2.056.598,5;2.100,5',
  );
  expect(lines(read)).toEqual([
    'htx.charter_capital all actual 2056.5985 tỷ đồng',
    'htx.charter_capital all plan 2100.5 tỷ đồng',
  ]);
});

test('what stands under a title that several columns share is not read for its title alone', () => {
  const rows = ['A;B;C;1;2;3', 'I;HTX;;;;', '1;Thành lập mới;HTX;4;5;6'];
  const read = under(
    ['TT;Chỉ tiêu;ĐVT;Thực hiện;;Kế hoạch;Số liệu', ';;;Cùng kỳ;Kỳ này;;'],
    ...rows.map((row) => (row.startsWith('1') ? `${row};7` : row)),
  );
  expect(lines(read)).toEqual(['htx.new all actual 7 HTX', 'htx.new all plan 6 HTX']);
  expect(findings(read)).toEqual([
    'column.unknown note at row 4, column 4: Thực hiện Cùng kỳ',
    'column.unknown note at row 4, column 5: Thực hiện Kỳ này',
  ]);
  expect(() => under(['TT;Chỉ tiêu;ĐVT;Thực hiện;;Kế hoạch', ';;;Cùng kỳ;Kỳ này;'], ...rows)).toThrow(
    'không tìm thấy dòng tiêu đề',
  );
});

test('of two columns that nothing tells apart the first is read, and somebody has to look', () => {
  const read = under(
    ['TT;Chỉ tiêu;ĐVT;Thực hiện;Thực hiện'],
    'I;HTX;;;',
    '1;Thành lập mới;HTX;4;5',
    '2;Giải thể;HTX;;3',
  );
  expect(lines(read)).toEqual(['htx.new all actual 4 HTX']);
  expect(findings(read)).toEqual(['column.several warning at row 3, column 4: Thực hiện']);
  expect(read.findings[0]?.message).toContain('không đọc cột "Thực hiện" (dòng 3, cột 5)');
});

test('the period that was said at hand-in tells the year’s column as well as the file’s own', () => {
  const file =
    'Đơn vị báo cáo;Bắc Giang\nTT;Chỉ tiêu;ĐVT;Thực hiện năm 2019;Thực hiện năm 2020\n1;Tổng số HTX;HTX;4;5\n';
  expect(lines(report(file, { period: '2020' }))).toEqual(['htx.count all actual 5 HTX']);
  expect(lines(report(file, { period: '2019' }))).toEqual(['htx.count all actual 4 HTX']);
});

test('the first row of figures is none of the header, even where its label was forgotten', () => {
  const read = under(['TT;Chỉ tiêu;ĐVT;Thực hiện'], ';;;5', 'I;HTX;;', '1;Thành lập mới;HTX;4');
  expect(findings(read)).toEqual(['label.unknown error at row 4, column 4: null']);
});
