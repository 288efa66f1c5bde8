import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../config/root';
import { workbook } from '../pipelines/workbook';
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

describe('a workbook', () => {
  const book = () =>
    workbook(
      {
        Bìa: [],
        'Biểu 01': [
          ['Kỳ báo cáo', 'Năm 2020'],
          [],
          ['TT', 'Chỉ tiêu', 'Thực hiện', 'Ghi chú'],
          [1, 'Tổng số HTX', 869],
          [2, 'Tổng vốn; tỷ đồng', 2056.598, 'a, b'],
          [3, 'Giải thể', 1],
          [],
          ['Người lập biểu'],
        ],
        'Biểu 02': [
          ['x', 'y'],
          [1, 2],
        ],
      },
      (sheet, name) => {
        if (name === 'Biểu 01') {
          sheet.getCell('C5').numFmt = '#,##0.0';
          sheet.getRow(4).hidden = true;
          sheet.getColumn(4).hidden = true;
        }
        if (name === 'Biểu 02') sheet.state = 'hidden';
      },
    );

  test('as csv it is the first table of the first sheet that has one', async () => {
    const out = 'TT,Chỉ tiêu,Thực hiện,Ghi chú\n1,Tổng số HTX,869,\n2,Tổng vốn; tỷ đồng,2056.6,"a, b"\n3,Giải thể,1,\n';
    expect(await csv(await book())).toEqual({ status: 0, out, err: '' });
  });

  test('as text and as JSON it is its sheets, with what they hide', async () => {
    const name = path.join(home, 'book.xlsx');
    writeFileSync(name, await book());
    const { out } = await tonghop(['read', name], {});
    expect(out.split('\n').slice(1)).toEqual([
      '  trang "Bìa" (trống)',
      '  trang "Biểu 01" (1 dòng ẩn; cột ẩn: D)',
      '  bảng 1: 3 dòng, 4 cột; tiêu đề: TT | Chỉ tiêu | Thực hiện | Ghi chú',
      '    phần đầu: 1 dòng',
      '    phần cuối: 1 dòng',
      '  trang "Biểu 02" (bị ẩn)',
      '  bảng 1: 1 dòng, 2 cột; tiêu đề: x | y',
      '',
    ]);
    expect(JSON.parse((await tonghop(['read', name, '--format', 'json'], {})).out)).toMatchObject({
      reading: null,
      dialect: null,
      sheets: [
        { name: 'Bìa', hidden: false },
        { name: 'Biểu 01', hiddenRows: [4], hiddenColumns: [4], tables: [{ records: 3, width: 4 }] },
        { name: 'Biểu 02', hidden: true },
      ],
    });
  });

  test('one that cannot be read is refused', async () => {
    const { status, out, err } = await csv((await book()).subarray(0, 1000));
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain('sổ tính bị hỏng');
  });
});

test('a picture is refused', async () => {
  const { status, out, err } = await csv(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain('ảnh PNG');
});
