import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../config/root';
import { tonghop } from '../setup/command';
import { encode } from '../sources/encoding/encode';

let home: string;
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-read-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function csv(content: string | Buffer): Promise<{ status: number; out: string; err: string }> {
  const file = path.join(home, 'file.csv');
  writeFileSync(file, content);
  return tonghop(['read', file, '--format', 'csv'], {});
}

test.each([
  ['an empty file gives nothing', '', ''],
  [
    'preamble and footnotes are left out',
    'Báo cáo;;\nKỳ;2020;\nTên;Số;Ghi chú\nA;1;x\nB;2;\nC;3;\n\nGhi chú: số sơ bộ\n',
    'Tên,Số,Ghi chú\nA,1,x\nB,2,\nC,3,\n',
  ],
  ['no header is invented', '1;2;3\n4;5;6\n7;8;9\n', '1,2,3\n4,5,6\n7,8,9\n'],
  [
    'cells are as they were written',
    'Tên;Vốn\n"A; B";1.056,5\n"C ""D""";34.357\n',
    'Tên,Vốn\nA; B,"1.056,5"\n"C ""D""",34.357\n',
  ],
])('%s', async (_, content, expected) => {
  expect(await csv(content)).toEqual({ status: 0, out: expected, err: '' });
});

test('in whatever it was saved, it comes out as UTF-8', async () => {
  const text = 'Tên HTX;Số thành viên\nHợp tác xã Tân Hưng;25\nHợp tác xã Đồng Tiến;31\n';
  expect((await csv(encode(text, 'tcvn3'))).out).toBe(text.replaceAll(';', ','));
});

test('as text it says what was seen', async () => {
  const { status, out } = await tonghop(
    ['read', path.join(projectRoot, 'config/reports/24_bac-giang_2021-H1.csv')],
    {},
  );
  expect(status).toBe(0);
  expect(out).toContain('bảng mã: utf-8');
  expect(out).toContain('dấu phân cách: ";"');
  expect(out).toContain(
    'tiêu đề: TT | Chỉ tiêu | Đơn vị tính | Thực hiện | Kế hoạch năm | % so với kế hoạch năm | Ghi chú',
  );
});

test('a picture is refused', async () => {
  const { status, out, err } = await csv(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain('ảnh PNG');
});
