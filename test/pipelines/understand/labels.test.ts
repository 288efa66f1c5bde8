import { annex, findings, lines, report, takeIn } from '../take-in';

const noUnit = 'TT;Chỉ tiêu;Thực hiện';

test('labels that leave HTX to their section', () => {
  const rows = ['1;Tổng số thành viên;người;26.120', '2;Tổng vốn điều lệ;tỷ đồng;530,25'];
  expect(lines(report(annex(['I;HỢP TÁC XÃ;;', ...rows])))).toEqual([
    'htx.members all actual 26120 người',
    'htx.charter_capital all actual 530.25 tỷ đồng',
  ]);
  expect(lines(report(annex(['II;LIÊN HIỆP HTX;;', ...rows])))).toEqual([
    'lh.members all actual 26120 thành viên',
    'lh.charter_capital all actual 530.25 tỷ đồng',
  ]);
});

test('an average is no total: nothing is read for it', () => {
  const read = report(annex(['I;HỢP TÁC XÃ;;', '1;Vốn điều lệ BQ;triệu đồng;1.632']));
  expect(findings(read)).toEqual(['label.unknown error at row 5, column 2: Vốn điều lệ BQ']);
});

test.each([
  ['II. Liên hiệp hợp tác xã (LHHTX)', 'lh.dissolved'],
  ['Kinh tế tổ hợp tác', 'tht.dissolved'],
  ['HỢP TÁC XÃ (tiếp)', 'htx.dissolved'],
  ['III. TỔ HỢP TÁC (tiếp theo)', 'tht.dissolved'],
  ['Phần III: TỔ HỢP TÁC', 'tht.dissolved'],
])('"%s" heads a section, also where its number is missing', (heading, code) => {
  expect(lines(report(annex([`;${heading};;`, '1;Giải thể;;7'])))).toEqual([`${code} all actual 7 ${unitOf(code)}`]);
});

const unitOf = (code: string) => ({ lh: 'LHHTX', tht: 'THT', htx: 'HTX' })[code.split('.')[0] ?? ''];

test.each([
  ';LIÊN HIỆP HTX VÀ TỔ HỢP TÁC;;',
  ';Liên hiệp hợp tác xã và tổ hợp tác;;',
  'II;Hợp tác xã (THT);;',
  ';KINH TẾ TẬP THỂ KHÁC;;',
])('below a heading that nobody knows nothing is of the section before: %s', (heading) => {
  const read = report(annex(['I;HỢP TÁC XÃ;;', '1;Giải thể;HTX;3', heading, '1;Tổng số thành viên;thành viên;500']));
  expect(lines(read)).toEqual(['htx.dissolved all actual 3 HTX']);
  expect(findings(read)).toEqual(['label.unknown error at row 7, column 2: Tổng số thành viên']);
});

test('numbered parts of a section that letters number stay in it', () => {
  const read = report(
    annex(['A;VỀ HTX;;', 'I;Số lượng;;', '1;Giải thể;;3', 'B;VỀ THT;;', 'I;Số lượng;;', '1;Giải thể;;5']),
  );
  expect(lines(read)).toEqual(['htx.dissolved all actual 3 HTX', 'tht.dissolved all actual 5 THT']);
});

test('where no section is said the unit settles whose it is, and else nothing does', () => {
  const read = report(annex(['1;Giải thể;HTX;3', '2;Giải thể;LHHTX;1', '3;Giải thể;THT;5', '4;Thành lập mới;;2']));
  expect(lines(read)).toEqual([
    'htx.dissolved all actual 3 HTX',
    'lh.dissolved all actual 1 LHHTX',
    'tht.dissolved all actual 5 THT',
  ]);
  expect(findings(read)).toEqual(['label.unknown error at row 7, column 2: Thành lập mới']);
});

test('a bare total is of what it is counted in, and below an indicator of that', () => {
  const read = report(
    annex(['III;THT;;', '1;Tổng số;THT;1.200', 'I;HTX;;', '7;Số HTX hoạt động hiệu quả;;', '-;Tổng số;HTX;205']),
  );
  expect(lines(read)).toEqual(['tht.count all actual 1200 THT', 'htx.effective all actual 205 HTX']);
});

test('sectors and parts below their indicator by numbers and letters, before the label as well', () => {
  const read = report(
    annex([
      'I;HTX;;',
      '1;Tổng số HTX;HTX;325',
      '1.1;Nông nghiệp;HTX;210',
      '1.2;Phi nông nghiệp;HTX;95',
      'a);Vận tải;HTX;30',
      '1.3;Số HTX ngừng hoạt động;HTX;25',
      '-;Nông nghiệp;HTX;20',
      '1.4;Quỹ TDND;HTX;20',
      ';2. Giải thể;HTX;3',
      '3;Thành lập mới;HTX;12',
      ';a) Nông nghiệp;HTX;8',
      ';3.2. Phi nông nghiệp;HTX;4',
    ]),
  );
  expect(lines(read)).toEqual([
    'htx.count all actual 325 HTX',
    'htx.count agri actual 210 HTX',
    'htx.count non_agri actual 95 HTX',
    'htx.count transport actual 30 HTX',
    'htx.ceased all actual 25 HTX',
    'htx.ceased agri actual 20 HTX',
    'htx.count credit actual 20 HTX',
    'htx.dissolved all actual 3 HTX',
    'htx.new all actual 12 HTX',
    'htx.new agri actual 8 HTX',
    'htx.new non_agri actual 4 HTX',
  ]);
});

test('a number is never below a dash', () => {
  const rows = ['1;Tổng số HTX;HTX;325', '-;Ngừng hoạt động;HTX;25', '1.1;Quỹ TDND;HTX;20'];
  expect(lines(report(annex(['I;HTX;;', ...rows])))).toContain('htx.count credit actual 20 HTX');
});

test('a dash after a part that a plus marks: whether it is of the part nobody can tell', () => {
  const read = report(
    annex(['I;HTX;;', '1;Tổng số HTX;HTX;325', ';Trong đó:;;', '+;Ngừng hoạt động;HTX;25', '-;Nông nghiệp;HTX;210']),
  );
  expect(lines(read)).toEqual(['htx.count all actual 325 HTX', 'htx.ceased all actual 25 HTX']);
  expect(findings(read)).toEqual(['label.unknown error at row 8, column 2: Ngừng hoạt động › Nông nghiệp']);
});

test('what a heading that nobody knows leaves open no label settles that names no kind', () => {
  const read = report(annex(['I;Phần thứ nhất;;', '1;Đang hoạt động;;300', '2;HTX đang hoạt động;;300']));
  expect(lines(read)).toEqual(['htx.active all actual 300 HTX']);
  expect(findings(read)).toEqual(['label.unknown error at row 5, column 2: Đang hoạt động']);
});

test('the unit behind a label is the line’s, unless its column says another', () => {
  const rows = [
    'I;HTX;',
    '1;Tổng số HTX (HTX);325',
    '2;Vốn điều lệ HTX (triệu đồng);530.250,5',
    '-;Nông nghiệp (tỷ đồng);1,5',
  ];
  expect(lines(report(annex(rows, noUnit)))).toEqual([
    'htx.count all actual 325 HTX',
    'htx.charter_capital all actual 530.2505 tỷ đồng',
    'htx.charter_capital agri actual 1.5 tỷ đồng',
  ]);
  const read = report(annex(['I;HTX;;', '1;Vốn điều lệ HTX (triệu đồng);tỷ đồng;530,5', '2;Giải thể (HTX);htx;3']));
  expect(lines(read)).toEqual(['htx.dissolved all actual 3 HTX']);
  expect(findings(read)).toEqual(['label.unknown error at row 5, column 2: Vốn điều lệ HTX (triệu đồng)']);
});

test('a column of sections says it of each row, and one that nobody knows leaves it open', () => {
  const rows = ['1;III;Giải thể;;7', '2;Hợp tác xã;Giải thể;;3', '3;Phần khác;Giải thể;HTX;1'];
  const read = report(annex(rows, 'TT;Mục;Chỉ tiêu;ĐVT;Thực hiện'));
  expect(lines(read)).toEqual(['tht.dissolved all actual 7 THT', 'htx.dissolved all actual 3 HTX']);
  expect(findings(read)).toEqual(['label.unknown error at row 6, column 3: Giải thể']);
});

describe('given once', () => {
  test('a label that was merged over the rows of its sectors', () => {
    const header = 'TT;Chỉ tiêu;Lĩnh vực;ĐVT;Thực hiện';
    const rows = [
      '1;Tổng số HTX;Tổng số;HTX;325',
      ';;Nông nghiệp;;210',
      '2;Vốn điều lệ HTX;;tỷ đồng;530,5',
      ';;Nông nghiệp;;300,5',
    ];
    expect(lines(report(annex(['I;HTX;;;', ...rows, ';;;HTX;9'], header)))).toEqual([
      'htx.count all actual 325 HTX',
      'htx.count agri actual 210 HTX',
      'htx.charter_capital all actual 530.5 tỷ đồng',
      'htx.charter_capital agri actual 300.5 tỷ đồng',
    ]);
  });

  const flat = (...rows: string[]) => ['province,period,code,unit,value', ...rows, ''].join('\n');

  test('a province in the first row of its block holds for the rows below', () => {
    const parts = takeIn(
      flat('Hưng Yên,2022-H1,htx.count,HTX,325', ',,htx.new,HTX,12', 'Thái Bình,2022-H1,htx.count,HTX,498'),
    );
    expect(parts.map((part) => (part.kind === 'prepared' ? [part.province, lines(part)] : part.sentence))).toEqual([
      ['63/33', ['htx.count all actual 325 HTX', 'htx.new all actual 12 HTX']],
      ['63/34', ['htx.count all actual 498 HTX']],
    ]);
  });

  test('where rows repeat their province, one without it is nobody’s', () => {
    const parts = takeIn(
      flat('Hưng Yên,2022-H1,htx.count,HTX,325', 'Hưng Yên,2022-H1,htx.new,HTX,12', ',2022-H1,htx.dissolved,HTX,3'),
    );
    expect(parts.map(({ kind }) => kind)).toEqual(['prepared', 'refused']);
  });
});
