import type { Block, Letter } from '../../../schemas/mail';
import { periodName } from '../../../schemas/period';
import type { Owed } from '../owed';
import { type Addressee, alliance, count, dayText, subject } from './wording';

/** Before the due date and after it: what a province still owes for the period. */
export function reminderLetter(
  whose: Addressee,
  { reports, errors, missing }: Owed,
  dueOn: string,
  late: boolean,
): Letter {
  const due = dayText(dueOn);
  const period = periodName(whose.period);
  const none = reports.length === 0;
  const owes = none ? 'chưa nhận được báo cáo' : 'báo cáo còn thiếu';
  return {
    subject: subject('B01', whose, late ? `quá hạn ${due}, ${owes}` : `hạn gửi ${due}, ${owes}`),
    to: alliance(whose.name),
    attached: null,
    blocks: [
      {
        kind: 'lead',
        tone: late ? 'act' : 'ask',
        text: late
          ? `Hạn gửi báo cáo ${period} là ngày ${due}, nay đã qua.`
          : `Hạn gửi báo cáo ${period} là ngày ${due}.`,
      },
      ...(none ? nothingCame(late) : incomplete(reports, errors, missing)),
      {
        kind: 'text',
        text: 'Nếu đơn vị vừa gửi trong hôm nay, xin bỏ qua thư này.',
      },
    ],
  };
}

function nothingCame(late: boolean): Block[] {
  return [
    {
      kind: 'text',
      text: `Đến sáng nay chưa nhận được báo cáo nào của đơn vị cho kỳ này. Đề nghị đơn vị gửi biểu B01 (và danh sách hợp tác xã, biểu B02, nếu có)${late ? ' trong thời gian sớm nhất' : ' trước hạn'}; tệp Excel, CSV hay JSON đều được. Khi chưa có số liệu của đơn vị, bảng tổng hợp toàn quốc để trống phần đó, không coi là 0.`,
    },
  ];
}

function incomplete(reports: Owed['reports'], errors: number, missing: string | null): Block[] {
  const received = reports.map(({ form, submission }) => `biểu ${form} (báo cáo ${submission})`).join(', ');
  return [
    { kind: 'text', text: `Đã nhận ${received}. Còn lại:` },
    {
      kind: 'facts',
      rows: [
        ...(errors === 0
          ? []
          : [
              [
                'Cần sửa',
                `${count(errors)} chỗ có lỗi nên số chưa được nạp; xem thư kết quả kiểm tra đã gửi.`,
              ] as const,
            ]),
        ...(missing === null ? [] : [['Cần bổ sung', missing] as const]),
      ],
    },
    { kind: 'text', text: 'Đề nghị đơn vị sửa, bổ sung rồi gửi lại cả tệp; tệp gửi lại thay cho báo cáo trước.' },
  ];
}
