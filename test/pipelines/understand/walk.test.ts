import { annex, findings, lines, report } from '../take-in';

/** Files as offices send them, each of which once gave a wrong figure that nobody heard of. */
test('after a part and its sectors, the next dash belongs to the indicator again', () => {
  const read = report(
    annex([
      '1;Tổng số HTX;HTX;325',
      '-;Số HTX ngừng hoạt động;HTX;20',
      '+;Nông nghiệp;HTX;12',
      '-;Nông nghiệp;HTX;210',
      '-;Phi nông nghiệp;HTX;95',
    ]),
  );
  expect(lines(read)).toEqual([
    'htx.count all actual 325 HTX',
    'htx.ceased all actual 20 HTX',
    'htx.ceased agri actual 12 HTX',
    'htx.count agri actual 210 HTX',
    'htx.count non_agri actual 95 HTX',
  ]);
});

test('a sector without a unit is in that of the row above it, whose figure may be left out', () => {
  const read = report(
    annex([
      'I;HỢP TÁC XÃ',
      '1;Tổng vốn điều lệ HTX;triệu đồng;',
      '-;Nông nghiệp;;200.500',
      '-;Phi nông nghiệp;tỷ đồng;95,5',
      '2;Thu nhập bình quân của lao động trong HTX;;54,5',
    ]),
  );
  expect(lines(read)).toEqual([
    'htx.charter_capital agri actual 200.5 tỷ đồng',
    'htx.charter_capital non_agri actual 95.5 tỷ đồng',
  ]);
  expect(findings(read)).toEqual(['unit.missing error at row 8, column 4: 54,5']);
});

test('nothing below a row that nobody knows is attributed to the indicator above; both are said at once', () => {
  const read = report(
    annex([
      '4;Tổng số thành viên HTX;người;26.120',
      '-;Số thành viên mới kết nạp;người;120',
      '+;Nông nghiệp;người;80',
      '-;Nông nghiệp;người;20.000',
    ]),
  );
  expect(lines(read)).toEqual(['htx.members all actual 26120 người', 'htx.members agri actual 20000 người']);
  expect(findings(read)).toEqual(['sector.unknown error at row 5, column 2: Số thành viên mới kết nạp']);
  expect(read.findings[0]?.message).toContain('Cũng vậy ở dòng 6, cột 2.');
});

test('of what was done in the quarter and since January, the latter is read', () => {
  const read = report(
    [
      'Đơn vị báo cáo;Bắc Giang',
      'Kỳ báo cáo;Quý II/2022',
      'TT;Chỉ tiêu;ĐVT;Thực hiện;Lũy kế từ đầu năm',
      '1;Giải thể;HTX;7;12',
      '',
    ]
      .join('\n')
      .replace('1;Giải', 'I;HỢP TÁC XÃ\n1;Giải'),
  );
  expect(lines(read)).toEqual(['htx.dissolved all actual 12 HTX']);
});

test('a column of other months than the report’s is read, but said', () => {
  const read = report(annex(['1;Tổng số HTX;HTX;800'], 'TT;Chỉ tiêu;ĐVT;Thực hiện 6 tháng năm 2020'));
  expect(findings(read)).toEqual(['column.other_year warning at row 3, column 4: Thực hiện 6 tháng năm 2020']);
});

test.each([
  [
    'a ratio above 100%',
    '8;Tỷ lệ HTX hoạt động hiệu quả/tổng số HTX;%;205',
    'number.over_whole error at row 4, column 4: 205',
  ],
  [
    'a ratio given as a part of 1',
    '8;Tỷ lệ HTX hoạt động hiệu quả/tổng số HTX;%;0,353',
    'unit.contradicted warning at row 4, column 4: 0,353',
  ],
  [
    'an income of a month in a column of years',
    '14;Thu nhập bình quân của lao động trong HTX;triệu đồng;4,5',
    'unit.contradicted warning at row 4, column 4: 4,5',
  ],
])('%s', (_, row, expected) => {
  expect(findings(report(annex([row])))).toEqual([expected]);
});

test('people counted in thousands that are none', () => {
  const read = report(annex(['1;Tổng số HTX;HTX;325', '10;Tổng số lao động trong HTX;nghìn người;9.405']));
  expect(lines(read)).toContain('htx.labour all actual 9405 người');
  expect(findings(read)).toEqual(['notation.likely warning at row 5, column 4: 9.405']);
});

test('a line of another section ends the section; `1` that comes again begins that other one', () => {
  const begun = ['III;TỔ HỢP TÁC', '1;Tổng số tổ hợp tác;THT;700', '2;Số thành lập mới;THT;12'];
  const again = report(annex([...begun, '1;Tổng số HTX;HTX;240', '2;Giải thể;HTX;3', '3;Tổng số lao động;người;4321']));
  expect(lines(again).slice(2)).toEqual([
    'htx.count all actual 240 HTX',
    'htx.dissolved all actual 3 HTX',
    'htx.labour all actual 4321 người',
  ]);
  const left = report(annex([...begun, '3;Tổng số HTX;HTX;240', '4;Giải thể;HTX;3', '5;Tổng số lao động;người;4321']));
  expect(lines(left)).toHaveLength(2);
  expect(left.findings.filter(({ nature }) => nature === 'held').map(({ raw }) => raw)).toEqual([
    'Tổng số HTX',
    'Giải thể',
    'Tổng số lao động',
  ]);
});

test('a heading that was merged over the row stands in the column of numbers', () => {
  const read = report(annex(['I;HTX', '1;Tổng số HTX;HTX;9', 'TỔ HỢP TÁC;;;', '1;Số thành lập mới;THT;12']));
  expect(lines(read)).toEqual(['htx.count all actual 9 HTX', 'tht.new all actual 12 THT']);
});

test('without headings the first line of a section says which it is', () => {
  const read = report(annex(['1;Tổng số tổ hợp tác;THT;700', '2;Tổng số thành viên;người;9000']));
  expect(lines(read)).toEqual(['tht.count all actual 700 THT', 'tht.members all actual 9000 thành viên']);
});

test.each(['Tổng số HTX (1)', 'Tổng số HTX [2]', 'Tổng số HTX²'])('a footnote behind a label: %s', (label) => {
  expect(lines(report(annex(['I;HTX', `1;${label};HTX;9`])))).toEqual(['htx.count all actual 9 HTX']);
});

test('sectors named with HTX, without a dash', () => {
  const read = report(
    annex(['I;HTX', '1;Tổng số HTX;HTX;9', ';HTX nông nghiệp;HTX;6', ';Trong đó: HTX phi nông nghiệp;HTX;3']),
  );
  expect(lines(read)).toEqual([
    'htx.count all actual 9 HTX',
    'htx.count agri actual 6 HTX',
    'htx.count non_agri actual 3 HTX',
  ]);
});
