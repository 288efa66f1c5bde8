import { card } from '../../../config/mail';
import type { Block, Letter } from '../../../schemas/mail';
import { periodName } from '../../../schemas/period';
import type { PeriodRecord, ProvinceRecord } from '../record';
import { type Addressee, alliance, count, subject } from './wording';

/** The quarterly report card: a province's own points over time, beside the nation as a whole; no other province is named. */
export function cardLetter(whose: Addressee, { periods, recurring }: ProvinceRecord): Letter {
  const own = periods.find(({ period }) => period === whose.period);
  return {
    subject: subject('Phiếu', whose, 'chất lượng báo cáo'),
    to: alliance(whose.name),
    attached: null,
    blocks: [
      { kind: 'lead', tone: own?.first === 0 ? 'good' : 'note', text: leadText(whose, own) },
      {
        kind: 'table',
        head: ['Kỳ', 'Lỗi', 'Cảnh báo', 'Đã xử lý', 'Cả nước đạt ngay'],
        rows: sinceFirst(periods).map((one) => [
          one.received === null ? `${one.period} (chưa báo cáo)` : one.period,
          ...(one.received === null
            ? ['', '', '']
            : [count(one.errors), count(one.warnings), `${count(one.mended)}/${count(one.told)}`]),
          share(one.nationClean, one.nation),
        ]),
      },
      {
        kind: 'text',
        text: '“Lỗi” và “Cảnh báo” là số chỗ trong lần gửi đầu tiên của kỳ; “Đã xử lý” là số chỗ đơn vị đã sửa hoặc giải trình trên số chỗ đã báo; “Cả nước đạt ngay” là tỷ lệ đơn vị không có chỗ nào phải sửa hay giải trình ngay ở lần gửi đầu.',
      },
      ...timeToMend(own),
      ...repeatedPoints(recurring),
    ],
  };
}

/** Quarters before a province's first report say nothing about it. */
function sinceFirst(periods: readonly PeriodRecord[]): readonly PeriodRecord[] {
  return periods.slice(0, periods.findLastIndex(({ received }) => received !== null) + 1);
}

function leadText({ period }: Addressee, own: PeriodRecord | undefined): string {
  const name = periodName(period);
  if (own === undefined || own.received === null) return `Kỳ báo cáo ${name} đã đóng; không có báo cáo nào của đơn vị.`;
  const late =
    own.lateDays === null
      ? 'đã gửi báo cáo'
      : own.lateDays > 0
        ? `gửi chậm ${count(own.lateDays)} ngày`
        : 'gửi đúng hạn';
  const points =
    own.first === 0
      ? 'ngay lần đầu không có chỗ nào phải sửa hay giải trình'
      : `lần đầu có ${count(own.first)} chỗ phải sửa hay giải trình`;
  return `Kỳ báo cáo ${name}: đơn vị ${late}, ${points}.`;
}

function timeToMend(own: PeriodRecord | undefined): Block[] {
  if (own?.hours == null) return [];
  const days = Math.round(own.hours / 24);
  const time = days < 1 ? 'trong vòng một ngày' : `khoảng ${count(days)} ngày`;
  return [
    {
      kind: 'text',
      text: `Từ khi nhận thư kết quả kiểm tra đến khi xử lý xong một chỗ, đơn vị mất ${time} (trung vị).`,
    },
  ];
}

function repeatedPoints(recurring: ProvinceRecord['recurring']): Block[] {
  if (recurring.length === 0) return [];
  return [
    { kind: 'heading', text: 'Những chỗ lặp lại từ kỳ trước' },
    {
      kind: 'points',
      tone: 'ask',
      items: recurring.map(({ about, message, periods }) => ({
        place: `Đã báo ${count(periods)} kỳ`,
        about,
        message,
        proposal: null,
      })),
    },
  ];
}

/** Of a few provinces a share would say which they are. */
const share = (part: number, whole: number) =>
  whole < card.fewestCompared ? '' : `${Math.round((100 * part) / whole)}%`;
