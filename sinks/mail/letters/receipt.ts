import type { Letter } from '../../../schemas/mail';
import { periodName } from '../../../schemas/period';
import type { SubmissionLine } from '../../warehouse/submissions';
import type { UnderstoodFigure } from '../understood';
import { type Addressee, alliance, count, momentText, subject } from './wording';

/** On receipt of a file: what arrived and how it was understood; of one that could not be taken in, why and what to do. */
export function receiptLetter(whose: Addressee, line: SubmissionLine, figures: readonly UnderstoodFigure[]): Letter {
  const form = line.form ?? 'B01';
  const to = alliance(whose.name);
  const facts: [string, string][] = [
    ['Tệp', line.file_name],
    ['Kỳ báo cáo', `${periodName(whose.period)} (${whose.period})`],
    ['Nhận lúc', momentText(line.received_at)],
    ['Mã tiếp nhận', line.submission],
  ];
  if (line.status === 'refused')
    return {
      subject: subject(form, whose, 'chưa nhận được báo cáo, đề nghị gửi lại'),
      to,
      attached: null,
      blocks: [
        {
          kind: 'lead',
          tone: 'act',
          text: `Tệp đã đến nhưng chưa nhận vào được: ${line.message ?? ''}.`.replace(/[.]+$/, '.'),
        },
        { kind: 'facts', rows: facts },
        {
          kind: 'text',
          text: 'Đề nghị đơn vị sửa theo lý do trên rồi gửi lại tệp. Cho đến khi có tệp mới, các số đã báo cáo trước đây (nếu có) vẫn được dùng.',
        },
      ],
    };
  return {
    subject: subject(form, whose, 'đã nhận báo cáo'),
    to,
    attached: null,
    blocks: [
      { kind: 'lead', tone: 'good', text: `Đã nhận báo cáo biểu ${form}, ${periodName(whose.period)}. Cảm ơn đơn vị.` },
      {
        kind: 'facts',
        rows: [
          ...facts,
          [
            form === 'B02' ? 'Số dòng của danh sách' : 'Số dòng có số liệu',
            `${count(line.rows)}, đã nạp ${count(line.rows_loaded)}`,
          ],
        ],
      },
      ...standingText(line),
      ...(figures.length === 0 ? [] : understood(figures)),
      { kind: 'text', text: 'Kết quả kiểm tra được gửi trong một thư riêng.' },
    ],
  };
}

function standingText(line: SubmissionLine): Letter['blocks'] {
  const text =
    line.same_otherwise || line.status === 'same'
      ? `Tệp này có cùng số liệu với báo cáo ${line.same_as} đã nhận trước đây; không có số nào thay đổi.`
      : !line.stands
        ? 'Báo cáo đang được dùng là một báo cáo khác của đơn vị (ngày văn bản muộn hơn, hoặc nhận sau).'
        : line.replaced === null
          ? null
          : `Báo cáo này thay cho báo cáo ${line.replaced} đã gửi trước đây.`;
  return text === null ? [] : [{ kind: 'text', text }];
}

function understood(figures: readonly UnderstoodFigure[]): Letter['blocks'] {
  return [
    { kind: 'heading', text: 'Một số chỉ tiêu chính đã được hiểu như sau' },
    {
      kind: 'table',
      head: ['Chỉ tiêu', 'Ghi trong tệp', 'Được hiểu là'],
      rows: figures.map(({ label, raw, value }) => [label, raw, value]),
    },
    { kind: 'text', text: 'Nếu có số nào bị hiểu sai, xin trả lời thư này hoặc gửi lại tệp đã sửa.' },
  ];
}
