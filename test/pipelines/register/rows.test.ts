import { findings, lines, list, register, sentences } from './written';

const header = 'STT;Tên HTX;MST;Loại hình;Số thành viên';

test('what stands in the table without being a cooperative is not counted', () => {
  const read = register(
    list(header, [
      '(1);(2);(3);(4);(5)',
      'I;Huyện Lục Ngạn;;;',
      '1;HTX A;2400109100;HTX;7',
      ';;;;',
      'TT;Tên HTX;Mã số thuế;Loại hình;Số thành viên',
      '1;2;3;4;5',
      '2;HTX Tổng hợp Tân Hưng;;HTX;8',
      '3;Tổng hợp Cộng Hòa;;HTX;9',
      'Cộng huyện Lục Ngạn;;;;24',
      ';TỔNG CỘNG: 3 HTX;;;24',
      ';;;;',
      ';;;Bắc Giang, ngày 20 tháng 6 năm 2021;',
      'NGƯỜI LẬP BIỂU;;;CHỦ TỊCH;',
    ]),
  );
  expect(lines(read)).toEqual(['htx.count all 3 HTX', 'htx.members all 24 người']);
  expect(findings(read)).toEqual(['row.beside note at row 15, column 4: Bắc Giang, ngày 20 tháng 6 năm 2021']);
  expect(sentences(read, 'row.beside')[0]).toMatch(/^2 dòng chỉ là tiêu đề nhóm/);
});

test('what cannot be had for cells that could not be read is said with the first of them', () => {
  const columns = 'STT;Tên HTX;Loại hình;Lĩnh vực;Số thành viên;Vốn điều lệ (triệu đồng)';
  const cells = register(list(columns, ['1;HTX A;HTX;rừng;bảy;1500', '2;HTX B;HTX;NN;tám;1500']));
  expect(findings(cells)).toEqual([
    'value.unknown error at row 4, column 4: rừng',
    'number.unreadable error at row 4, column 5: bảy',
    'number.unreadable error at row 5, column 5: tám',
  ]);
  const because = cells.findings.map(({ message }) => / Vì vậy .*/.exec(message)?.[0]);
  expect(because).toEqual([
    ' Vì vậy chưa tính được từ danh sách: số liệu theo lĩnh vực của HTX, QTDND.',
    ' Vì vậy chưa tính được từ danh sách: "Tổng số thành viên HTX".',
    undefined,
  ]);

  const row = register(list(columns, ['1;HTX A;HTX;NN;7;1500', '2;HTX B;HTX;NN;8;1500;thừa']));
  expect(findings(row)).toEqual(['row.misfit error at row 5, column 7: thừa']);
  expect(row.findings[0]?.message).toMatch(
    /chưa tính được từ danh sách: "Tổng số thành viên HTX", "Tổng vốn điều lệ HTX", số liệu theo lĩnh vực của HTX, QTDND\.$/,
  );
});

test('a row without a name that says something is counted, with a finding', () => {
  const read = register(list(header, ['1;HTX A;;HTX;7', '2;;;HTX;8']));
  expect(lines(read)).toEqual(['htx.count all 2 HTX', 'htx.members all 15 người']);
  expect(findings(read)).toEqual(['row.nameless warning at row 5, column 1: 2']);
});

test('without a word on the type a row is of the type that its name says, else a cooperative; said once', () => {
  const names = ['HTX A', 'Liên hiệp HTX B', 'QTD C', 'Quỹ tín dụng nhân dân D', 'THT E', 'Tổ hợp tác F', 'Tân Hưng'];
  const read = register(
    list(
      'STT;Tên HTX;Xã',
      names.map((name, index) => `${index + 1};${name};`),
    ),
  );
  expect(read.register?.map(({ type }) => type)).toEqual(['htx', 'lhhtx', 'qtdnd', 'qtdnd', 'tht', 'tht', 'htx']);
  expect(lines(read)).toEqual(['htx.count all 4 HTX', 'lh.count all 1 LHHTX', 'tht.count all 2 THT']);
  expect(findings(read)).toEqual(['type.missing note at row 4, column 2: HTX A']);
});

test('where the type cannot be read, a name that says it helps; where it says nothing, nothing can be counted', () => {
  const named = register(list(header, ['1;THT A;;Tổ nhóm;7', '2;HTX B;;HTX nông nghiệp;8']));
  expect(lines(named)).toEqual([
    'htx.count all 1 HTX',
    'htx.members all 8 người',
    'tht.count all 1 THT',
    'tht.members all 7 thành viên',
  ]);
  expect(findings(named)).toEqual(['type.by_name warning at row 4, column 4: Tổ nhóm']);

  const unnamed = register(list(header, ['1;Tân Hưng;;Doanh nghiệp;7', '2;HTX B;;HTX;8']));
  expect(unnamed).toMatchObject({ rows: 2, observations: [] });
  expect(unnamed.register?.[0]).toMatchObject({ type: null, unreadable: ['type'] });
  expect(findings(unnamed)).toEqual(['type.unknown error at row 4, column 4: Doanh nghiệp']);
  expect(sentences(unnamed, 'type.unknown')[0]).toMatch(/ Vì vậy chưa tính được từ danh sách: mọi chỉ tiêu\.$/);
});

test('a tax code keeps what is written; a wrong digit is explained, a lost zero put back, a second one said', () => {
  const read = register(
    list(header, [
      '1;A;2400109100;HTX;7',
      '2;B;2400109109;HTX;7',
      '3;C;100109106;HTX;7',
      '4;D;100123453-001;HTX;7',
      '5;E;2400109100;HTX;7',
      '6;F;20C8-012;HTX;7',
    ]),
  );
  expect(read.register?.map((row) => row.tax_code)).toEqual([
    '2400109100',
    '2400109109',
    '0100109106',
    '0100123453-001',
    '2400109100',
    null,
  ]);
  expect(read.register?.[5]?.unreadable).toEqual(['tax_code']);
  expect(findings(read)).toEqual([
    'tax_code.check_digit warning at row 5, column 3: 2400109109',
    'tax_code.zero_restored note at row 6, column 3: 100109106',
    'tax_code.twice warning at row 8, column 3: 2400109100',
    'tax_code.unreadable error at row 9, column 3: 20C8-012',
  ]);
  expect(sentences(read, 'tax_code.check_digit')[0]).toContain(
    '"2400109109" (dòng 5, cột 3) sai chữ số kiểm tra: chữ số thứ 10 phải là 0',
  );
  expect(sentences(read, 'tax_code.zero_restored')[0]).toMatch(/^2 mã số thuế bị mất số 0/);
  expect(sentences(read, 'tax_code.twice')[0]).toContain('đã có ở dòng 4 và có lại ở "2400109100" (dòng 8, cột 3)');
  expect(lines(read)).toEqual(['htx.count all 6 HTX', 'htx.members all 42 người']);
});

test('a branch is another unit than its head, and than a code of the same digits', () => {
  const read = register(list(header, ['1;A;0100109106;HTX;7', '2;B;0100109106-001;HTX;7', '3;C;0100109106-002;HTX;7']));
  expect(findings(read)).toEqual([]);
  const digits = register(list(header, ['1;A;0001234567-001;HTX;7', '2;B;1234567001;HTX;7']));
  expect(sentences(digits, 'tax_code.twice')).toEqual([]);
});

test('codes of two tax offices with the same eight digits behind them are two', () => {
  const read = register(list(header, ['1;A;0100109106;HTX;7', '2;B;2400109106;HTX;7']));
  expect(sentences(read, 'tax_code.twice')).toEqual([]);
});

test('a cell that cannot be read leaves its figure open, and a note names the row', () => {
  const read = register(
    list(header, ['1;A;;HTX;nhiều', '2;B;;HTX;8', '3;C;;HTX;-5', '4;D;;HTX;1,5', '5;E;;HTX;-', '6;F;;HTX;~40']),
  );
  expect(read.register?.map((row) => [row.members?.inBase() ?? null, row.unreadable.length])).toEqual([
    [null, 1],
    ['8', 0],
    [null, 1],
    [null, 1],
    [null, 0],
    ['40', 0],
  ]);
  expect(lines(read)).toEqual(['htx.count all 6 HTX']);
  expect(findings(read)).toEqual([
    'number.unreadable error at row 4, column 5: nhiều',
    'number.negative error at row 6, column 5: -5',
    'number.not_whole error at row 7, column 5: 1,5',
    'number.approximate note at row 9, column 5: ~40',
    'register.incomplete note at row 8, column 1: null',
  ]);
  expect(sentences(read, 'register.incomplete')).toEqual([
    '4 trong 6 HTX, QTDND không ghi (hoặc ghi không đọc được) cột "Số thành viên" (ví dụ dòng 8): chưa tính được chỉ tiêu "Tổng số thành viên HTX" từ danh sách.',
  ]);
});

test('of one fault in one column twenty are named, the rest counted', () => {
  const many = Array.from({ length: 57 }, (_, index) => `${index + 1};HTX ${index};;HTX;nhiều`);
  const said = sentences(register(list(header, many)), 'number.unreadable');
  expect(said).toHaveLength(21);
  expect(said[19]).not.toContain('ô khác');
  expect(said[20]).toContain('Cột "Số thành viên" còn 36 ô khác như vậy.');
});

test('a row cut in two by its comma still is a cooperative, but no cell of it is believed', () => {
  const read = register(list('Tên HTX;Vốn điều lệ (tỷ đồng);Số thành viên', ['HTX A;1;5;7', 'HTX B;2;8']));
  expect(read.register?.[0]).toMatchObject({ name: 'HTX A', type: 'htx', members: null, charter_capital: null });
  expect(lines(read)).toEqual(['htx.count all 2 HTX']);
  expect(findings(read)).toContain('row.misfit error at row 4, column 4: 7');
});

test('another table below the first is not read by the first one’s columns', () => {
  const read = register(
    list('Tên HTX;Số thành viên;Số lao động', ['HTX A;7;5', 'Tên THT;Số lao động;Số thành viên', 'THT B;3;9']),
  );
  expect(lines(read)).toEqual([
    'htx.count all 1 HTX',
    'htx.members all 7 người',
    'htx.labour all 5 người',
    'tht.count all 1 THT',
  ]);
  expect(findings(read)).toContain('header.differs error at row 5, column 1: Tên THT');
});

test('a row that was entered twice counts once, and is said; one that says too little to be known again counts', () => {
  const long = 'STT;Tên HTX;MST;Loại hình;Huyện;Xã;Ngày thành lập;Số thành viên';
  const twice = register(
    list(long, [
      '1;HTX An Phú;;HTX;Lục Ngạn;Phượng Sơn;2015;30',
      '2;HTX B;;HTX;;;;8',
      '3;HTX An Phú;;HTX;Lục Ngạn;Phượng Sơn;2015;30',
    ]),
  );
  expect(lines(twice)).toEqual(['htx.count all 2 HTX', 'htx.members all 38 người']);
  expect(findings(twice)).toContain('row.twice warning at row 6, column 2: HTX An Phú');
  expect(sentences(twice, 'row.twice')[0]).toContain('giống hệt dòng 4 nên chỉ được tính một lần');
  const coded = register(list(header, ['1;A;2400109100;HTX;7', '2;A;2400109100;HTX;7', '3;A;2400109100;HTX;8']));
  expect(lines(coded)).toEqual(['htx.count all 2 HTX', 'htx.members all 15 người']);
  expect(findings(coded)).toEqual([
    'row.twice warning at row 5, column 2: A',
    'tax_code.twice warning at row 6, column 3: 2400109100',
  ]);
  const bare = register(list(header, ['1;HTX Tân Tiến;;HTX;7', '2;HTX Tân Tiến;;HTX;7']));
  expect(lines(bare)).toEqual(['htx.count all 2 HTX', 'htx.members all 14 người']);
  expect(sentences(bare, 'row.twice')).toEqual([expect.stringContaining('nên cả hai dòng được tính')]);
});

test.each([
  ['3.800234567E+09', 'Excel đã rút gọn'],
  ['380123457', 'mất số 0 ở đầu'],
])('what a spreadsheet made of a tax code is named: %s', (text, cause) => {
  expect(sentences(register(list(header, [`1;A;${text};HTX;7`])), 'tax_code.unreadable')).toEqual([
    expect.stringContaining(cause),
  ]);
});

test.each(['Công ty TNHH Rau sạch', 'Cty CP An Bình', 'DNTN Minh Anh', 'Hộ kinh doanh Nguyễn Văn A'])(
  'a company is counted as it is listed, and asked about: %s',
  (name) => {
    const read = register(
      list('Tên HTX;Loại hình;Số thành viên', [`${name};HTX;9`, 'HTX Công Ty;HTX;8', 'HTX Hộ Phòng;HTX;8']),
    );
    expect(findings(read)).toEqual([`type.company warning at row 4, column 1: ${name}`]);
    expect(lines(read)).toContain('htx.count all 3 HTX');
  },
);

test('the unit of a sum is that of its column, as it was reported', () => {
  const { observations } = register(list('Tên HTX;Loại hình;Vốn điều lệ (triệu đồng)', ['A;HTX;900', 'B;HTX;200']));
  expect(observations.find(({ code, sector }) => code === 'htx.charter_capital' && sector === 'all')).toMatchObject({
    unit: 'triệu đồng',
    unitFrom: 'column',
  });
});
