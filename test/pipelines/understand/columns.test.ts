import { annex, findings, lines, report, takeIn } from '../take-in';

test('columns are found by their names, in any order, whatever stands before the table', () => {
  const file = [
    'ỦY BAN NHÂN DÂN;;;',
    'Đơn vị báo cáo: Liên minh HTX tỉnh Bắc Giang;;;',
    'Kỳ báo cáo:;6 tháng đầu năm 2021;;',
    ';;;',
    'Số văn bản;21/BC-LM ngày 18/6/2021;;',
    'Số liệu đến ngày;31/5/2021;;',
    'Ghi chú;Kế hoạch năm;Số liệu;ĐVT;Nội dung;STT;Tỷ trọng',
    ';;;;HỢP TÁC XÃ;I;',
    'chính thức;60;50;HTX;Thành lập mới;1;5,8%',
    '',
  ];
  const read = report(file.join('\n'));
  expect(lines(read)).toEqual(['htx.new all actual 50 HTX', 'htx.new all plan 60 HTX']);
  expect(read).toMatchObject({
    province: '63/24',
    period: '2021-Q2',
    asOf: '2021-05-31',
    documentNumber: '21/BC-LM',
    documentDate: '2021-06-18',
    sample: false,
  });
  expect(read.observations[0]).toMatchObject({
    at: { row: 9, column: 3 },
    raw: '50',
    note: 'chính thức',
    stated: [{ what: 'share', raw: '5,8%', at: { row: 9, column: 7 } }],
  });
});

test('an unknown column is kept out and said, once; an empty one is nobody’s business', () => {
  const header = 'TT;Chỉ tiêu;ĐVT;Thực hiện;"Cột\nlạ";;;Xếp hạng';
  const read = report(annex(['I;HTX;;;;;;', '1;Tổng số HTX;HTX;5;7;;9;', '2;Giải thể;HTX;1;8;;;'], header));
  expect(lines(read)).toEqual(['htx.count all actual 5 HTX', 'htx.dissolved all actual 1 HTX']);
  expect(findings(read)).toEqual([
    'column.unknown note at row 3, column 5: Cột\nlạ',
    'column.unknown note at row 3, column 7: ',
  ]);
  expect(read.findings[0]?.message).toContain('Cột "Cột lạ"');
});

test('a header that is repeated on each printed page is no row', () => {
  const header = 'TT;Chỉ tiêu;Đơn vị tính;Thực hiện;Kế hoạch';
  const read = report(annex(['I;HTX;;;', '1;Tổng số HTX;HTX;5;', header, ';;;;', '-;Nông nghiệp;HTX;3;'], header));
  expect(lines(read)).toEqual(['htx.count all actual 5 HTX', 'htx.count agri actual 3 HTX']);
  expect(read.findings).toEqual([]);
});

test('a row with too many cells is quarantined, and the rest is read', () => {
  const read = report(annex(['I;HTX;;;', '1;Tổng số HTX;HTX;5;6', '2;Thành lập mới;HTX;1;2;3', '3;Giải thể;HTX;1;']));
  expect(lines(read)).toEqual([
    'htx.count all actual 5 HTX',
    'htx.count all plan 6 HTX',
    'htx.dissolved all actual 1 HTX',
  ]);
  expect(findings(read)).toEqual(['row.misfit error at row 6, column 6: 2 | Thành lập mới | HTX | 1 | 2 | 3']);
  expect([read.rows, read.rowsLoaded]).toEqual([3, 2]);
});

test('empty cells beyond the header are nobody’s', () => {
  const read = report(annex(['I;HTX;;;;;', '1;Tổng số HTX;HTX;5;;', '2;Giải thể;HTX;1']));
  expect(lines(read)).toEqual(['htx.count all actual 5 HTX', 'htx.dissolved all actual 1 HTX']);
  expect(read.findings).toEqual([]);
});

test('of two columns for one thing the one of the report’s own year is read, and the other said', () => {
  const header = 'TT;Chỉ tiêu;ĐVT;Thực hiện năm 2019;Thực hiện năm 2020;Kế hoạch năm 2021;Kế hoạch năm 2020';
  const read = report(annex(['I;HTX;;;;;', '1;Thành lập mới;HTX;4;5;7;6', '2;Giải thể;HTX;3;-;;'], header));
  expect(lines(read)).toEqual(['htx.new all actual 5 HTX', 'htx.new all plan 6 HTX']);
  expect(findings(read)).toEqual([
    'column.unknown note at row 3, column 4: Thực hiện năm 2019',
    'column.unknown note at row 3, column 6: Kế hoạch năm 2021',
  ]);
});

test('the flat layout may hold several provinces; each row’s fault stays with its province', () => {
  const prepared = takeIn(
    [
      'province,period,as_of,code,sector,unit,value,plan,note',
      'Bắc Kạn,2020,2020-12-31,htx.count,all,HTX,176,,',
      'Kon Tum,2020,2020-12-31,htx.count,Nông nghiệp,HTX,120,130,cả năm',
      'Bắc Kạn,2020,2020-12-31,htx.new,,HTX,21,,',
      'Kon Tum,2020,2020-12-31,htx.charter_capital,all,tỷ đồng,2056,598,,thừa',
      'Bắc Kạn,2019,2019-12-31,htx.count,all,HTX,170,,',
      'Bắc Giangg,2020,2020-12-31,htx.count,all,HTX,5,,',
      '',
    ].join('\n'),
  );
  const told = prepared.map((each) =>
    each.kind === 'prepared'
      ? [each.province, each.period, each.asOf, lines(each), findings(each)]
      : [each.province, each.sentence],
  );
  expect(told).toEqual([
    ['63/06', '2020-Q4', '2020-12-31', ['htx.count all actual 176 HTX', 'htx.new all actual 21 HTX'], []],
    [
      '63/62',
      '2020-Q4',
      '2020-12-31',
      ['htx.count agri actual 120 HTX', 'htx.count agri plan 130 HTX'],
      [
        'row.misfit error at row 5, column 10: Kon Tum | 2020 | 2020-12-31 | htx.charter_capital | all | tỷ đồng | 2056 | 598 |  | thừa',
      ],
    ],
    ['63/06', '2019-Q4', '2019-12-31', ['htx.count all actual 170 HTX'], []],
    ['Bắc Giangg', expect.stringContaining('không có tỉnh, thành phố nào tên "Bắc Giangg"')],
  ]);
});

describe('columns of quarters', () => {
  const second = (header: string, row: string) =>
    report(
      [
        'Đơn vị báo cáo;Bắc Giang',
        'Kỳ báo cáo;Quý II/2022',
        `TT;Chỉ tiêu;ĐVT;${header}`,
        `1;Số HTX giải thể;HTX;${row}`,
        '',
      ].join('\n'),
    );

  test('beside them what was done since January is read', () => {
    const read = second('Thực hiện quý I;Thực hiện quý II;Thực hiện lũy kế 6 tháng', '5;7;12');
    expect(lines(read)).toEqual(['htx.dissolved all actual 12 HTX']);
  });

  test('without it the report’s own is read, and said to be perhaps of its quarter alone', () => {
    const read = second('Thực hiện quý I;Thực hiện quý II', '5;7');
    expect(lines(read)).toEqual(['htx.dissolved all actual 7 HTX']);
    expect(findings(read)).toEqual([
      'column.unknown note at row 3, column 4: Thực hiện quý I',
      'column.quarter_alone warning at row 3, column 5: Thực hiện quý II',
    ]);
  });
});
