import { readName } from '../../../../pipelines/register/identity/name';

const parts = (written: string) => {
  const { letters, works, number } = readName(written);
  return [letters, works.join(' '), number];
};

test.each([
  ['HTX NN Tân Hưng', 'tanhung', 'nn', ''],
  ['Hợp tác xã nông nghiệp Tân Hưng', 'tanhung', 'nn', ''],
  ['HTX DVNN Tân Hưng', 'tanhung', 'dv nn', ''],
  ['HTX Dịch vụ - Nông nghiệp xã Tân Hưng', 'tanhung', 'dv nn', ''],
  ['HTX SXTMDV Quyết Thắng', 'quyetthang', 'dv sx tm', ''],
  ['Quỹ TDND Đồng Tâm', 'dongtam', '', ''],
  ['QTDND Đồng Tâm', 'dongtam', '', ''],
  ['Liên hiệp HTX vận tải Bình Minh', 'binhminh', 'vt', ''],
  ['Tổ hợp tác Đoàn Kết 2', 'doanket2', '', '2'],
  ['Tổ hợp tác Đoàn Kết số 02', 'doanket2', '', '2'],
  ['Tổ hợp tác Đoàn Kết số hai', 'doanket2', '', '2'],
  ['Tổ hợp tác Đoàn Kết II', 'doanket2', '', '2'],
  ['THT Hải Ba Vì', 'haibavi', '', ''],
  ['HTX Tân H0ng', 'tanhong', '', ''],
  ['HTX Nha Trang', 'nhatrang', '', ''],
  ['Hợp tác xã dịch vụ nông nghiệp', '', 'dv nn', ''],
  ['', '', '', ''],
])('"%s" is called "%s", does "%s" and has number "%s"', (written, letters, works, number) => {
  expect(parts(written)).toEqual([letters, works, number]);
});

test('marks are the same wherever the tone was put, and none where a name was written without any', () => {
  const { marked } = readName('HTX Hòa Bình');
  expect(marked).not.toBeNull();
  expect(readName('HTX HOÀ BÌNH').marked).toBe(marked);
  expect(readName('HTX Hóa Bình').marked).not.toBe(marked);
  expect(readName('HTX Hoa Binh').marked).toBeNull();
});
