import { annex, findings, lines, report } from '../take-in';

test('sections may come in any order and come back; each label is read in its own', () => {
  const read = report(
    annex([
      'III;TỔ HỢP TÁC;;;',
      '1;Tổng số tổ hợp tác;THT;841;',
      '2;Số thành lập mới;THT;4;',
      'I;HỢP TÁC XÃ;;;',
      '1;Thành lập mới;HTX;50;',
      '2;Tổng số thành viên HTX;người;900;',
      'II;LIÊN HIỆP HỢP TÁC XÃ;;;',
      '1;Số thành lập mới;LHHTX;2;',
      '2;Tổng số thành viên;thành viên;28;',
      'I;HTX;;;',
      '3;Giải thể;HTX;1;',
      'III;THT;;;',
      '3;Giải thể;THT;7;',
    ]),
  );
  expect(lines(read)).toEqual([
    'tht.count all actual 841 THT',
    'tht.new all actual 4 THT',
    'htx.new all actual 50 HTX',
    'htx.members all actual 900 người',
    'lh.new all actual 2 LHHTX',
    'lh.members all actual 28 thành viên',
    'htx.dissolved all actual 1 HTX',
    'tht.dissolved all actual 7 THT',
  ]);
  expect(read.findings).toEqual([]);
});

test('a section is known by its name, whatever its number; where the name says nothing, nothing is guessed', () => {
  expect(lines(report(annex(['I;Tổ hợp tác;;;', '1;Giải thể;THT;7;'])))).toEqual(['tht.dissolved all actual 7 THT']);
  const read = report(annex(['II;Phần thứ hai;;;', '1;Giải thể;HTX;7;', '2;Tổng số tổ hợp tác;THT;841;']));
  expect(lines(read)).toEqual(['tht.count all actual 841 THT']);
  expect(findings(read)).toEqual(['label.unknown error at row 5, column 2: Giải thể']);
  expect(read.findings[0]?.message).toContain(
    'htx.dissolved) hoặc "Số giải thể" (lh.dissolved) hoặc "Số giải thể" (tht.',
  );
});

test('a heading with a dash in its cells is a heading, with its number or without', () => {
  const read = report(
    annex([
      'I;HỢP TÁC XÃ;;-;–',
      '1;Giải thể;HTX;1;',
      ';LIÊN HIỆP HTX;-;-;-',
      '1;Giải thể;LHHTX;3;',
      'III;THT;;;—',
      '1;Giải thể;THT;7;',
    ]),
  );
  expect(lines(read)).toEqual([
    'htx.dissolved all actual 1 HTX',
    'lh.dissolved all actual 3 LHHTX',
    'tht.dissolved all actual 7 THT',
  ]);
  expect(read.findings).toEqual([]);
});

test('a heading with a figure still opens its section, and the figure is a finding', () => {
  const read = report(annex(['I;HTX;;;', '1;Giải thể;HTX;1;', 'II;LIÊN HIỆP HTX;LHHTX;5;', '1;Giải thể;LHHTX;3;']));
  expect(lines(read)).toEqual(['htx.dissolved all actual 1 HTX', 'lh.dissolved all actual 3 LHHTX']);
  expect(findings(read)).toEqual(['label.unknown error at row 6, column 2: LIÊN HIỆP HTX']);
});

test('indicators with Roman numbers stay in their section', () => {
  const read = report(
    annex(['A;HỢP TÁC XÃ;;;', 'I;Tổng số HTX;HTX;5;', 'II;Giải thể;HTX;1;', 'III;Thành lập mới;HTX;2;']),
  );
  expect(lines(read)).toEqual([
    'htx.count all actual 5 HTX',
    'htx.dissolved all actual 1 HTX',
    'htx.new all actual 2 HTX',
  ]);
});

test('nested sectors belong to the indicator above, also where it has no figure itself', () => {
  const read = report(
    annex([
      'I;HỢP TÁC XÃ;;;',
      '1;Tổng số HTX;;;',
      '-;Nông nghiệp;HTX;560;',
      '-;Phi nông nghiệp;HTX;289;',
      '+;Thương mại, dịch vụ;HTX;82;',
      '+;Công nghiệp - TTCN và xây dựng;HTX;126;',
      ';- Quỹ TDND;HTX;20;',
      '2;Thành lập mới;HTX;50;50',
      '-;Nông nghiệp;HTX;27;',
    ]),
  );
  expect(lines(read)).toEqual([
    'htx.count agri actual 560 HTX',
    'htx.count non_agri actual 289 HTX',
    'htx.count trade_service actual 82 HTX',
    'htx.count industry_construction actual 126 HTX',
    'htx.count credit actual 20 HTX',
    'htx.new all actual 50 HTX',
    'htx.new all plan 50 HTX',
    'htx.new agri actual 27 HTX',
  ]);
});

test('a nested row that is an indicator itself is one: a share under the number that it is of', () => {
  const read = report(
    annex([
      'I;HTX;;;',
      '4;Số HTX là thành viên Liên minh HTX;HTX;361;',
      '-;Tỷ lệ %/tổng số HTX;%;41,5%;',
      'II;LH HTX;;;',
      '3;Số liên hiệp HTX là thành viên Liên minh HTX;LHHTX;4;',
      '-;Tỷ lệ %/tổng số liên hiệp HTX;%;80%;',
      '6;Số hoạt động hiệu quả;LHHTX;3;',
      '-;% số hoạt động hiệu quả;%;60%;',
    ]),
  );
  expect(lines(read)).toEqual([
    'htx.alliance_member all actual 361 HTX',
    'htx.alliance_member_share all actual 41.5 %',
    'lh.alliance_member all actual 4 LHHTX',
    'lh.alliance_member_share all actual 80 %',
    'lh.effective all actual 3 LHHTX',
    'lh.effective_share all actual 60 %',
  ]);
});

test('a nested row that nobody knows is held, and so is a sector that is not collected', () => {
  const read = report(
    annex(['I;HTX;;;', '1;Tổng số HTX;HTX;5;', '-;Thủy lợi;HTX;2;', '2;Giải thể;HTX;1;', '-;Nông nghiệp;HTX;1;']),
  );
  expect(lines(read)).toEqual(['htx.count all actual 5 HTX', 'htx.dissolved all actual 1 HTX']);
  expect(findings(read)).toEqual([
    'sector.unknown error at row 6, column 2: Thủy lợi',
    'sector.not_collected note at row 8, column 4: 1',
  ]);
  expect([read.rows, read.rowsLoaded]).toEqual([4, 2]);
});

test('an unknown label is held with the nearest that are known', () => {
  const read = report(annex(['I;HTX;;;', '1;Tổng số HTXX;HTX;5;']));
  expect(findings(read)).toEqual(['label.unknown error at row 5, column 2: Tổng số HTXX']);
  expect(read.findings[0]?.message).toContain('gần nhất là "Tổng số HTX" (htx.count)');
});

test('a blank and a dash are missing, never zero; a zero is a figure', () => {
  const read = report(
    annex([
      'I;HTX;;;',
      '1;Tổng số HTX;HTX;5;',
      '2;Thành lập mới;HTX;-;',
      '3;Giải thể;HTX;;—',
      '4;HTX ngừng hoạt động;HTX;0;',
    ]),
  );
  expect(lines(read)).toEqual(['htx.count all actual 5 HTX', 'htx.ceased all actual 0 HTX']);
  expect([read.rows, read.rowsLoaded, read.findings]).toEqual([2, 2, []]);
});
