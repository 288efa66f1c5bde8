import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { timeZone } from '../../config/schedules';
import { locatorText } from '../../schemas/cell';
import type { Proposal, Severity } from '../../schemas/finding';
import type { Rules } from '../../schemas/rules';
import { excerpt, oneLine } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';
import type { DecisionRecord, PlacedFinding } from '../warehouse/findings';

/** How severe a finding is, in a word for reporters. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Lỗi',
  warning: 'Cảnh báo',
  note: 'Ghi chú',
};

/** `34,357 tỷ đồng (because)`. */
export function proposalText({ value, unit, because }: Proposal): string {
  return `${mendedValue({ value, unit })} (${oneLine(because)})`;
}

/** `34,357 tỷ đồng`, `77,4%`. */
export function mendedValue({ value, unit }: Pick<Proposal, 'value' | 'unit'>): string {
  return `${vietnameseNumber(value)}${unit === '%' ? '' : ' '}${unit}`;
}

/** `"14.640" (row 33, column 4): the figure contradicts …`: a finding for whoever reads no Vietnamese. */
export function englishText({ rule, raw, at, proposal }: PlacedFinding, rules: Rules): string {
  const quoted = raw === null ? '' : `"${excerpt(raw)}"`;
  const place =
    at === null
      ? ''
      : `(${[...('sheet' in at && at.sheet ? [`sheet "${excerpt(at.sheet)}"`] : []), locatorText(at)].join(', ')})`;
  const where = [quoted, place].filter((part) => part !== '').join(' ');
  const sentence = rules.all.get(rule)?.english ?? 'The rule that found this is no more.';
  const mend =
    proposal === null ? '' : ` It is probably ${proposal.value}${proposal.unit === '%' ? '' : ' '}${proposal.unit}.`;
  return `${where}${where && ': '}${sentence}${mend}`;
}

const verdicts: Readonly<Record<DecisionRecord['verdict'], string>> = {
  keep: 'giữ nguyên',
  correct: 'đã chữa',
  reject: 'không dùng',
};

/** `đã chữa; Lan, 20/07/2021: tỉnh xác nhận`. */
export function decisionText({ verdict, by, why, at }: DecisionRecord): string {
  const day = format(new TZDate(new Date(at), timeZone), 'dd/MM/yyyy');
  return `${verdicts[verdict]}; ${oneLine(by)}, ${day}: ${oneLine(why)}`;
}
