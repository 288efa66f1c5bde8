import type { Period } from '../../../schemas/period';
import { receiptLetter } from '../../../sinks/mail/letters/receipt';
import { reminderLetter } from '../../../sinks/mail/letters/reminder';
import { verdictLetter } from '../../../sinks/mail/letters/verdict';
import type { Addressee } from '../../../sinks/mail/letters/wording';
import { letterAs } from '../../../sinks/mail/shown';
import type { PlacedFinding } from '../../../sinks/warehouse/findings';
import type { SubmissionLine } from '../../../sinks/warehouse/submissions';
import { catalogue } from '../../setup/warehouse';

const whose: Addressee = { province: '63/12' as Addressee['province'], period: '2023-Q2' as Period, name: 'Lai Châu' };
const line: SubmissionLine = {
  ...{ submission: '7-1', receipt: 7, file_name: 'B01.xlsx', status: 'loaded', province: '63/12', period: '2023-Q2' },
  ...{ form: 'B01', message: null, said_province: null, said_period: null, same_as: null, same_otherwise: false },
  ...{ sources: 1, rows: 64, rows_loaded: 63, errors: 1, warnings: 1, notes: 0, stands: true, replaced: null },
  received_at: new Date('2023-07-14T18:30:00Z'),
};
const finding: PlacedFinding = {
  ...{ id: '7-1-1', severity: 'warning', rule: 'sum.sectors', province: '12', period: '2023-Q2', code: 'htx.count' },
  ...{
    sector: 'agri',
    file: 'B01.xlsx',
    at: { sheet: 'Biểu 01', row: 12, column: 4 },
    raw: '9',
    status: 'open',
    rules: null,
    others: null,
    decision: null,
  },
  ...{ message: 'Tổng không khớp.', proposal: null },
};
const proposal = { value: '11400', unit: 'triệu đồng', because: 'chép nhầm dòng' };

const flat = (text: string) => text.replace(/\s+/g, ' ');
const verdict = (findings: readonly PlacedFinding[], attached: Parameters<typeof verdictLetter>[3] = null) =>
  verdictLetter(whose, line, findings, attached, catalogue);

test('what has to be done stands first, grouped by it, each with its place and what it should be', () => {
  const letter = verdict(
    [
      { ...finding, severity: 'note', rule: 'column.unknown', message: 'Cột lạ.' },
      { ...finding, severity: 'note', rule: 'indicator.missing', at: null, message: 'Thiếu.' },
      finding,
      { ...finding, proposal },
      { ...finding, severity: 'error', message: 'Không đọc được.' },
    ],
    { name: 'B01_da-danh-dau.xlsx', lost: ['biểu đồ'] },
  );
  expect(letter.subject).toBe('[B01 2023-Q2] 12 Lai Châu: 2 chỗ cần sửa, 1 chỗ cần xác nhận, 1 chỗ cần bổ sung');
  expect(letter.attached).toBe('B01_da-danh-dau.xlsx');
  const text = flat(letterAs('text', letter));
  const heads = ['CẦN SỬA (2)', 'CẦN XÁC NHẬN HOẶC GIẢI TRÌNH (1)', 'CẦN BỔ SUNG (1)', 'ĐỂ BIẾT (1)'];
  expect(heads.map((head) => text.indexOf(head))).toEqual(
    heads.map((head) => text.indexOf(head)).sort((a, b) => a - b),
  );
  expect(text).toContain('1. Ô D12 trang "Biểu 01" - Tổng số HTX, Nông nghiệp');
  expect(text).toContain('Đề nghị: sửa thành 11.400 triệu đồng (chép nhầm dòng)');
  expect(text).toContain('Tệp đính kèm là chính tệp của đơn vị');
  expect(text).toContain('Bản đính kèm không giữ được biểu đồ của tệp gốc.');
});

test('a reason that the sentence gives is not given twice', () => {
  const letter = verdict([{ ...finding, message: 'Có lẽ chép nhầm dòng.', proposal }]);
  expect(flat(letterAs('text', letter))).toContain('Đề nghị: sửa thành 11.400 triệu đồng T');
});

test('of several cells with one cause the letter says how many there are; a percentage is written as one', () => {
  const cell = { code: null, sector: null, at: null, raw: null, proposal };
  const all = { wrong: 'all', cells: [cell, cell] } as const;
  const share = { ...proposal, value: '77.4', unit: '%' };
  const text = (others: PlacedFinding['others']) =>
    flat(letterAs('text', verdict([{ ...finding, proposal: share, others }])));
  expect(text(all)).toContain('sửa thành 77,4% (chép nhầm dòng); 2 ô khác cũng sai như thế, xem trong tệp');
  expect(text({ ...all, wrong: 'one' })).not.toContain('cũng sai như thế');
});

test('a report without a doubt is told so', () => {
  const letter = verdict([]);
  expect(letter.subject).toBe('[B01 2023-Q2] 12 Lai Châu: báo cáo đạt, không phải sửa');
  expect(flat(letterAs('text', letter))).toContain('không có chỗ nào phải sửa hay giải trình. Cảm ơn đơn vị.');
});

test('of very many points the letter has the first ones, and says how many more there are', () => {
  const text = letterAs('text', verdict(Array.from({ length: 1234 }, () => finding)));
  expect(text).toContain('30. Ô D12');
  expect(text).not.toContain('31. ');
  expect(text).toContain('Còn 1.204 chỗ khác');
});

test('a finding in another file names that file', () => {
  expect(letterAs('text', verdict([{ ...finding, file: 'danh sách.csv' }]))).toContain('(tệp "danh sách.csv")');
});

test('the receipt says what came and how it was understood, in Vietnam’s time', () => {
  const figures = [{ label: 'Tổng vốn điều lệ HTX', raw: '1.056.714 triệu đồng', value: '1.056,714 tỷ đồng' }];
  const text = flat(letterAs('text', receiptLetter(whose, { ...line, replaced: '3-1' }, figures)));
  expect(text).toContain('- Nhận lúc: 15/07/2023 01:30 - Mã tiếp nhận: 7-1 - Số dòng có số liệu: 64, đã nạp 63');
  expect(text).toContain('thay cho báo cáo 3-1');
  expect(text).toContain('Tổng vốn điều lệ HTX: ghi trong tệp 1.056.714 triệu đồng; được hiểu là 1.056,714 tỷ đồng');
});

test.each<[string, Partial<SubmissionLine>, string]>([
  ['a copy', { status: 'same', same_as: '3-1', stands: false }, 'cùng số liệu với báo cáo 3-1'],
  ['one that another stands before', { stands: false }, 'Báo cáo đang được dùng là một báo cáo khác'],
  ['one that was refused', { status: 'refused', message: 'tệp rỗng' }, 'chưa nhận vào được: tệp rỗng. '],
])('the receipt of %s says so', (_, other, sentence) => {
  expect(flat(letterAs('text', receiptLetter(whose, { ...line, ...other }, [])))).toContain(sentence);
});

test('the reminder says what is missing', () => {
  const owed = {
    province: whose.province,
    reports: [{ form: 'B01', submission: '7-1' }],
    errors: 2,
    missing: 'Thiếu 1.',
  };
  const letter = reminderLetter(whose, owed, '2023-07-15', false);
  expect(letter.subject).toBe('[B01 2023-Q2] 12 Lai Châu: hạn gửi 15/07/2023, báo cáo còn thiếu');
  const text = flat(letterAs('text', letter));
  expect(text).toContain('Đã nhận biểu B01 (báo cáo 7-1). Còn lại: - Cần sửa: 2 chỗ');
  expect(text).toContain('- Cần bổ sung: Thiếu 1.');
});
