import * as fc from 'fast-check';
import { besideOf, isNameOnly } from '../../../pipelines/register/beside';
import { readHeader } from '../../../pipelines/register/header';
import { noHeading } from '../../../pipelines/register/headings';
import { plainReader } from '../../../pipelines/register/plain';
import { RegisterReader } from '../../../pipelines/register/reader';
import { readRow } from '../../../pipelines/register/row';
import { RowReading } from '../../../pipelines/register/row-reading';
import { settingOf } from '../../../pipelines/register/setting';
import { quarter } from '../../../schemas/period';
import type { RegisterRow } from '../../../schemas/register';
import { cellsIn, type TextRow } from '../../../schemas/rows';
import { catalogue } from '../take-in';

/** Each column with texts that are usual in it, and others of all kinds. */
const columns: Readonly<Record<string, readonly [usual: readonly string[], unusual?: readonly string[]]>> = {
  STT: [
    ['1', '27', '3.'],
    ['', 'I', 'x'],
  ],
  'Tên HTX': [
    ['HTX Tân Hưng', 'Đồng Tâm', ' Hợp tác xã Ứng Hòa '],
    ['', '-', 'HTX', 'Tổng cộng', 'Cộng huyện Yên Dũng', 'Tên HTX', 'Huyện Yên Dũng', '…….', 'LHHTX Yên Dũng'],
  ],
  'Mã số thuế': [
    ['2400010005', ''],
    ['2400010001', '24000', '100109106', '0100109106-001', '-', ' 2400010005'],
  ],
  'Loại hình': [
    ['HTX', 'Liên hiệp HTX', 'THT'],
    ['', 'QTDND', 'đội', 'nt', '-'],
  ],
  'Lĩnh vực': [
    ['Nông nghiệp', 'Vận tải', '', '-'],
    ['đánh cờ', 'nt'],
  ],
  Huyện: [['huyện Yên Dũng', '', '–', ' Lục Ngạn'], ['nt']],
  'Ngày thành lập': [
    ['31/5/2015', '2015', '', '45000'],
    ['31/2/2015', '1/1/1900', '5/2031', '"'],
  ],
  'Tình trạng': [
    ['đang hoạt động', 'giải thể', '', 'tạm ngừng từ 2021'],
    ['lạ', 'nt'],
  ],
  'Số thành viên': [
    ['7', '1.234', '', '-', '0'],
    ['9,5', '~9', '-9', 'nhiều', '34.357'],
  ],
  'Vốn điều lệ (triệu đồng)': [
    ['1.100,5', '34.357', '', '0', '12 triệu đồng', '1,5 tỷ đồng'],
    ['34,357', '1.000.000.000', '0,001', '1 000', 'x'],
  ],
  'Doanh thu (triệu đồng)': [['1.100', '12,5', ''], ['lỗ']],
  'Lợi nhuận (triệu đồng)': [['20', '-381', '(381)', '']],
  'Thu nhập bình quân/tháng (triệu đồng)': [
    ['3,5', '60 triệu đồng/năm', ''],
    ['100', '0,1'],
  ],
  'Ứng dụng CNC': [
    ['x', ''],
    ['không', '?', '-'],
  ],
  'Thành viên Liên minh': [['có', 'không', '', '-'], ['?']],
  'Xếp loại': [
    ['khá', '', 'chưa xếp loại'],
    ['nt', 'hạng nhất'],
  ],
};
const names = Object.keys(columns);
const texts = (part: readonly string[]) =>
  fc.tuple(
    ...part.map((name) => {
      const [usual, unusual = []] = columns[name] ?? [[]];
      const common = fc.constantFrom(...usual);
      return unusual.length === 0
        ? common
        : fc.oneof({ weight: 40, arbitrary: common }, { weight: 1, arbitrary: fc.constantFrom(...unusual) });
    }),
  );
const period = quarter(2020, 4);
const good = (index: number, part: readonly string[]) =>
  part.map((name) => columns[name]?.[0][index % (columns[name]?.[0].length ?? 1)] ?? '');
const headerOf = (part: readonly string[]) => readHeader(cellsIn({ row: 1, texts: part }), null, period, catalogue);

/** Some columns, the name and the type always among them. */
const parts = fc
  .subarray(names, { minLength: 4 })
  .map((some) => names.filter((name) => some.includes(name) || name === 'Tên HTX' || name === 'Loại hình'));

test('a row that is read plainly says what it says cell by cell, and there is nothing to be said of it', () => {
  let plainly = 0;
  const rows = parts.chain((part) =>
    fc.record({ part: fc.constant(part), rows: fc.array(texts(part), { minLength: 1, maxLength: 20 }) }),
  );
  fc.assert(
    fc.property(rows, ({ part, rows }) => {
      const header = headerOf(part);
      const first = Array.from({ length: 40 }, (_, index) => cellsIn({ row: index, texts: good(index, part) }));
      const setting = settingOf(
        { rows: first.map((cells) => ({ cells, under: noHeading })), totals: [] },
        header,
        period,
        catalogue,
      );
      const read = plainReader(setting, header, catalogue);
      for (const [row, texts] of rows.entries()) {
        const plain = read?.({ row, texts }) ?? null;
        if (plain === null) continue;
        plainly += 1;
        const cells = cellsIn({ row, texts });
        expect(besideOf(cells, header, true, catalogue)).toBeNull();
        expect(isNameOnly(cells, header)).toBe(false);
        const reading = new RowReading(cells, { row, column: 1 }, setting, noHeading, plain);
        expect(JSON.stringify(readRow(reading))).toBe(JSON.stringify(plain));
        expect(reading.doubts).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
  expect(plainly).toBeGreaterThan(1000);
});

test('a long register comes to the same by its texts as by its cells, whatever stands behind its first rows', () => {
  const first = Array.from({ length: 5000 }, (_, index) => good(index, names));
  const all = (rows: readonly (readonly string[])[], push: (reader: RegisterReader, row: TextRow) => void) => {
    const taken: RegisterRow[] = [];
    const reader = new RegisterReader(headerOf(names), period, catalogue, (row) => taken.push(row));
    for (const [index, texts] of [...first, ...rows].entries()) push(reader, { row: index + 2, texts });
    return JSON.stringify([reader.end(), taken.slice(first.length)]);
  };
  const beside = fc.constantFrom(names, ['II', 'Tổ hợp tác'], ['', 'Tổng cộng', '', '', '', '', '', '', '412'], []);
  const rows = fc.array(fc.oneof({ weight: 20, arbitrary: texts(names) }, { weight: 1, arbitrary: beside }), {
    minLength: 30,
    maxLength: 60,
  });
  fc.assert(
    fc.property(rows, (rows) => {
      const byTexts = all(rows, (reader, row) => reader.pushText(row));
      expect(byTexts).toBe(all(rows, (reader, row) => reader.push(cellsIn(row))));
    }),
    { numRuns: 15 },
  );
});
