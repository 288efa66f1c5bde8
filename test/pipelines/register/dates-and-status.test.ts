import { findings, lines, list, register, sentences } from './written';

test.each([
  ['1/7/2021', 'là sau ngày cuối kỳ báo cáo (30/06/2021)'],
  ['07/2021', 'là sau ngày cuối kỳ báo cáo'],
  ['2022', 'là sau ngày cuối kỳ báo cáo'],
  ['1/2/1015', 'là trước năm 1945'],
])('founded on %s: the row counts, the date does not', (written, why) => {
  const read = register(list('Tên HTX;Loại hình;Ngày thành lập', [`A;HTX;${written}`, 'B;HTX;2/2021']));
  expect(read.register?.[0]).toMatchObject({ founded_on: null, unreadable: ['founded_on'] });
  expect(lines(read)).toEqual(['htx.count all 2 HTX']);
  expect(findings(read)[0]).toBe(`date.impossible error at row 4, column 3: ${written}`);
  expect(sentences(read, 'date.impossible')[0]).toContain(why);
});

test.each([
  ['giải thể tháng 3/2022', 'dissolved'],
  ['đã giải thể 2022', 'dissolved'],
  ['Đã giải thể theo QĐ số 12/QĐ-UBND', 'dissolved'],
  ['Giải thể (T5/2021)', 'dissolved'],
  ['đã sáp nhập', 'dissolved'],
  ['tạm ngừng từ 2021', 'ceased'],
  ['Ngừng hoạt động kể từ ngày 1/1/2020', 'ceased'],
  ['Đang hoạt động, hiệu quả', 'active'],
  ['Đang hoạt động, chờ giải thể', null],
  ['Hoạt động đến 2020, nay đã ngừng', null],
  ['chưa hoạt động', null],
  ['2021', null],
])('the status "%s" is %s', (written, status) => {
  const read = register(list('Tên HTX;Loại hình;Tình trạng', [`A;HTX;${written}`]));
  expect(read.register?.[0]?.status).toBe(status);
  expect(sentences(read, 'value.unknown')).toHaveLength(status === null ? 1 : 0);
});

test('a dash beside marks is a no; in a column of nothing but dashes it says nothing', () => {
  const read = register(
    list('Tên HTX;Loại hình;Ứng dụng CNC;Chuỗi giá trị', ['A;HTX;có;-', 'B;HTX;-;-', 'C;HTX;không;-', 'D;HTX;;-']),
  );
  expect(read.register?.map(({ hitech }) => hitech)).toEqual([true, false, false, null]);
  expect(read.register?.map((row) => row.value_chain)).toEqual([null, null, null, null]);
});

test('one column that some rows leave open is one note, whatever it leaves open', () => {
  const read = register(
    list('Tên HTX;Loại hình;Tình trạng;Số thành viên', [
      'A;HTX;;7',
      'B;HTX;;',
      'C;HTX;;',
      'D;HTX;;',
      'E;THT;;',
      'F;THT;;8',
    ]),
  );
  expect(sentences(read, 'register.incomplete')).toEqual([
    '4 trong 4 HTX, QTDND không ghi (hoặc ghi không đọc được) cột "Tình trạng" (ví dụ dòng 4, dòng 5, dòng 6): chưa tính được chỉ tiêu "Số HTX đang hoạt động", "Số HTX ngừng hoạt động" từ danh sách.',
    '3 trong 4 HTX, QTDND, 1 trong 2 THT không ghi (hoặc ghi không đọc được) cột "Số thành viên" (ví dụ dòng 5, dòng 6, dòng 7): chưa tính được chỉ tiêu "Tổng số thành viên HTX", "Tổng số thành viên" từ danh sách.',
  ]);
});

test('what a reporter wrote is cut in a sentence about it', () => {
  const long = 'rất '.repeat(100);
  const read = register(list(`Tên HTX;Loại hình;Tình trạng;${long}`, [`A;HTX;${long};`]));
  expect(read.findings.every(({ message }) => message.length < 400)).toBe(true);
});
