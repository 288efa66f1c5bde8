import * as fc from 'fast-check';
import { encode, type Form, forms } from '../../../sources/encoding/encode';
import { atOnce, rowByRow } from './two-ways';

const preamble = ['Đơn vị báo cáo;Bắc Giang', 'Kỳ báo cáo;Năm 2020', 'Mẫu;B02'];
const header =
  'STT;Tên HTX;Mã số thuế;Lĩnh vực;Ngày thành lập;Số thành viên;Vốn điều lệ (triệu đồng);Doanh thu;Ứng dụng CNC';
const good = (index: number) =>
  `${index};HTX Tân Hưng ${index};24000${10_000 + index};Nông nghiệp;${1 + (index % 28)}/5/2015;${7 + index};1.${100 + (index % 900)},5;12 triệu đồng;${index % 3 === 0 ? 'x' : ''}`;
const goods = (count: number) => Array.from({ length: count }, (_, index) => good(index + 1));
const file = (rows: readonly string[], head: readonly string[] = [...preamble, header]) =>
  `${[...head, ...rows].join('\n')}\n`;

/** Rows with one fault each. */
const faults = [
  ';;;;;;;;',
  '',
  header,
  header.replace('Số thành viên;Vốn điều lệ (triệu đồng)', 'Vốn điều lệ (triệu đồng);Số thành viên'),
  '1;2;3;4;5;6;7;8;9',
  ';Huyện Lục Ngạn;;;;;;;',
  'Tổng cộng;;;;;412;99.000;;',
  '9;HTX hai lần;2400010001;Nông nghiệp;2015;9;1.000;;',
  '9;;2400010002;Nông nghiệp;2015;9;1.000;;',
  '9;HTX mã sai;24000;Nông nghiệp;2015;9;1.000;;',
  '9;HTX mất số không;100109106;Nông nghiệp;2015;9;1.000;;',
  '9;HTX lĩnh vực lạ;;đánh cờ;2015;9;1.000;;',
  '9;HTX ngày lạ;;Nông nghiệp;31/2/2015;9;1.000;;',
  '9;HTX nửa người;;Nông nghiệp;2015;9,5;1.000;;',
  '9;HTX đọc hai cách;;Nông nghiệp;2015;9;34.357;;',
  '9;HTX số âm;;Nông nghiệp;2015;-9;-1.000;;',
  '9;HTX khoảng;;Nông nghiệp;2015;~9;1.000;;',
  '9;HTX vốn tỷ;;Nông nghiệp;2015;9;1,5 tỷ đồng;;',
  '9;HTX ô thừa;;Nông nghiệp;2015;9;1.000;;;;thừa',
  '9;HTX thiếu ô;;Nông nghiệp',
  '9;"HTX\nhai dòng";;Nông nghiệp;2015;9;1.000;;',
  '9;HTX "Tân Hưng";;Nông nghiệp;2015;9;1.000;;',
  '9;"HTX hở ngoặc;;Nông nghiệp;2015;9;1.000;;',
  '9,HTX dấu phẩy,,Nông nghiệp,2015,9,1000,,x',
  '9;LHHTX Tân Hưng;;Nông nghiệp;2015;9;1.000;;không',
  '9;QTDND Tân Hưng;;Tín dụng;2015;9;1.000;;lạ',
  'Người lập biểu;;;;;Giám đốc;;;',
  '9;HTX\t\u0000mã máy;;Nông nghiệp;2015;9;1.000;;',
];

describe('a register read row by row is the one that is read at once, to the last finding', () => {
  test.each(faults.map((fault) => [fault]))('with a row %j', async (fault) => {
    const bytes = Buffer.from(file([...goods(4), fault, ...goods(3)]));
    const whole = await atOnce(bytes);
    expect(whole).toHaveLength(1);
    expect(await rowByRow(bytes, 100)).toEqual(whole);
  });

  test('with any faults in any order, cut into pieces anywhere', async () => {
    const rows = fc.array(fc.oneof(fc.constantFrom(...faults), fc.integer({ min: 1, max: 90 }).map(good)), {
      maxLength: 30,
    });
    const ending = fc.constantFrom('', '\n', '8;HTX', '8;"HTX');
    const manner = fc.record({ rows, ending, crlf: fc.boolean(), length: fc.integer({ min: 1, max: 3000 }) });
    await fc.assert(
      fc.asyncProperty(manner, async ({ rows, ending, crlf, length }) => {
        const text = file(rows) + ending;
        const bytes = Buffer.from(crlf ? text.replaceAll('\n', '\r\n') : text);
        expect(await rowByRow(bytes, length)).toEqual(await atOnce(bytes));
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['no rows', file([])],
    ['no province', file(goods(3), ['Kỳ báo cáo;Năm 2020', header])],
    ['an unknown province', file(goods(3), ['Đơn vị báo cáo;Atlantis', 'Kỳ báo cáo;Năm 2020', header])],
    ['no period', file(goods(3), ['Đơn vị báo cáo;Bắc Giang', header])],
    ['an unknown province, and cut off', `${file(goods(5), ['Đơn vị báo cáo;Atlantis', header])}6;HTX`],
    ['cut off in a row', `${file(goods(5))}6;HTX`],
    ['cut off in a quoted cell', `${file(goods(5))}6;"HTX`],
    ['another form', file(['I;Hợp tác xã;HTX;10'], [...preamble.slice(0, 2), 'TT;Chỉ tiêu;Đơn vị tính;Thực hiện'])],
    ['a header below where one is looked for', file(goods(3), [...Array(201).fill('-;-;-'), ...preamble, header])],
    [
      'a marked copy',
      file(
        goods(3).map((row) => `${row};;xem lại;sửa`),
        [...preamble, `${header};;Cần xem lại;Đề nghị sửa`],
      ),
    ],
    ['JSON', JSON.stringify({ form: 'B02', province: '24', period: '2020', rows: [{ name: 'HTX A', type: 'HTX' }] })],
    ['nothing', ''],
    ['blanks', ' \n\n  '],
    ['a picture', '\x89PNG\r\n\x1a\n'],
  ])('%s', async (_, text) => {
    const bytes = Buffer.from(text, text.startsWith('\x89') ? 'latin1' : 'utf8');
    expect(await rowByRow(bytes, 64)).toEqual(await atOnce(bytes));
  });

  test.each(forms.map((form) => [form]))('in %s', async (form: Form) => {
    const bytes = encode(file(goods(30)), form);
    expect(await rowByRow(bytes, 333)).toEqual(await atOnce(bytes));
  });

  test('in the encoding that was said', async () => {
    const bytes = encode(file(goods(30)), 'tcvn3');
    for (const encoding of ['tcvn3', 'windows-1258', 'klingon'])
      expect(await rowByRow(bytes, 333, { encoding })).toEqual(await atOnce(bytes, { encoding }));
  });

  test('with an accent, and a damaged byte, far behind the first rows', async () => {
    const plain = goods(12_000).map((row) => row.replace('Tân Hưng', 'Tan Hung').replace('Nông nghiệp', 'NN'));
    const text = file(
      [...plain, good(1)],
      [
        'Don vi bao cao;Bac Giang',
        'Ky bao cao;Nam 2020',
        'STT;Ten HTX;Ma so thue;Linh vuc;Ngay thanh lap;So thanh vien;Von dieu le',
      ],
    ).replaceAll('triệu đồng', 'trieu dong');
    for (const last of [[], [0xe1, 0x0a], [0x0a, 0xff, 0x0a], [0xe1, 0xba]]) {
      const bytes = Buffer.concat([Buffer.from(text), Buffer.from(last)]);
      // As text: twelve thousand rows are many to compare one by one.
      expect(JSON.stringify(await rowByRow(bytes, 1 << 16))).toBe(JSON.stringify(await atOnce(bytes)));
    }
  });
});
