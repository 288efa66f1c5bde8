import type { Proposal, Severity } from '../../schemas/finding';
import { oneLine } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';

/** How severe a finding is, in a word for reporters. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Lỗi',
  warning: 'Cảnh báo',
  note: 'Ghi chú',
};

/** `34,357 tỷ đồng (because)`. */
export function proposalText({ value, unit, because }: Proposal): string {
  return `${vietnameseNumber(value)} ${unit} (${oneLine(because)})`;
}
