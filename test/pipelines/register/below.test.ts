import { report } from '../take-in';

/** A numbered list of two cooperatives, and what offices write below it. */
const list = (...below: string[]) =>
  report(
    [
      'Mẫu;B02',
      'Đơn vị báo cáo;Liên minh HTX tỉnh Hưng Yên',
      'Kỳ báo cáo;6 tháng đầu năm 2022',
      'STT;Tên HTX;Mã số thuế;Loại hình;Lĩnh vực;Số thành viên;Vốn điều lệ (triệu đồng)',
      '1;HTX A;;HTX;NN;25;1500',
      '2;HTX B;;HTX;NN;40;800',
      ...below,
      '',
    ].join('\n'),
  );
const count = (read: ReturnType<typeof list>, code = 'htx.count') =>
  read.observations.find((each) => each.code === code && each.sector === 'all')?.amount.inBase();

test.each([
  [
    'signatures',
    [
      ';;;;;;',
      ';Hưng Yên, ngày 20 tháng 6 năm 2022;;;;;',
      ';NGƯỜI LẬP BIỂU;;;;CHỦ TỊCH;',
      ';Nguyễn Văn A;;;;Trần Văn B;',
    ],
  ],
])('%s are no cooperatives, which is said', (_, below) => {
  const read = list(...below);
  expect(count(read)).toBe('2');
  expect(count(read, 'htx.members')).toBe('65');
  expect(read.findings.map(({ rule, nature }) => `${rule} ${nature}`)).toContain('row.beside remark');
});

test.each([';Toàn tỉnh;;;;65;2300', ';Cộng dồn;;;;65;2300', ';Cộng (A+B);;;;65;2300', ';Lũy kế;;;;65;2300'])(
  'the total "%s" is no cooperative',
  (below) => {
    const read = list(below);
    expect(count(read)).toBe('2');
    expect(read.findings).toEqual([]);
  },
);

test.each([
  ['1.1', '1.2'],
  ['1.000', '1.001'],
  ['1,000', '1,001'],
])('signatures below rows that are numbered %s are no cooperatives', (one, other) => {
  const read = report(
    [
      'Đơn vị báo cáo;Liên minh HTX tỉnh Hưng Yên',
      'Kỳ báo cáo;6 tháng đầu năm 2022',
      'STT;Tên HTX;Loại hình;Số thành viên',
      `${one};HTX A;HTX;25`,
      `${other};HTX B;HTX;40`,
      ';NGƯỜI LẬP BIỂU;;CHỦ TỊCH',
      '',
    ].join('\n'),
  );
  expect(count(read)).toBe('2');
  expect(count(read, 'htx.members')).toBe('65');
});

test('a cooperative whose number was forgotten counts', () => {
  expect(count(list(';HTX C;;HTX;NN;7;90'))).toBe('3');
});
