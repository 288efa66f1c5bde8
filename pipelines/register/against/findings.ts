import type { Finding } from '../../../schemas/finding';
import { excerpt } from '../../../schemas/text';
import { amountsText } from './amounts';
import type { Gap } from './gap';
import type { Sides } from './listed';
import { causeText } from './named';

/** So many figures of one cause are named; of the others the number is. */
const mostNamed = 5;

/** One for each cause with all its gaps, at the report's cell of the first; of what nothing explains one an indicator. */
export function findings(gaps: readonly Gap[], sides: Sides): Finding[] {
  const together = new Map<unknown, Gap[]>();
  for (const gap of gaps) {
    const key = gap.cause ?? gap.figure.code;
    together.set(key, [...(together.get(key) ?? []), gap]);
  }
  return [...together.values()].map((each) => finding(each as [Gap, ...Gap[]], sides));
}

function finding(gaps: readonly [Gap, ...Gap[]], sides: Sides): Finding {
  const [{ figure }] = gaps;
  const named = gaps.slice(0, mostNamed).map((gap) => gapText(gap, sides));
  const more = gaps.length > mostNamed ? ` và ${gaps.length - mostNamed} số khác` : '';
  const file = excerpt(sides.register.rows[0]?.file ?? '');
  return {
    rule: 'register.report',
    nature: 'doubt',
    code: figure.code,
    sector: figure.sector,
    at: figure.at,
    raw: figure.raw,
    message: `Báo cáo không khớp với danh sách của biểu B02 cùng kỳ (tệp "${file}"): ${named.join('; ')}${more}. ${whyText(gaps, sides)}`,
    proposal: null,
  };
}

function gapText(gap: Gap, sides: Sides): string {
  const { code, sector } = gap.figure;
  const { indicators, sectors } = sides.catalogue;
  const place = sector === 'all' ? '' : `, ${sectors.get(sector)?.label}`;
  return `"${indicators.get(code)?.label}${place}": ${amountsText(gap, sides.catalogue, true)}`;
}

function whyText(gaps: readonly [Gap, ...Gap[]], sides: Sides): string {
  const [{ cause }] = gaps;
  if (cause === null) return 'Chưa thấy HTX nào giải thích được chênh lệch; hãy kiểm tra lại báo cáo và danh sách.';
  const also = [...new Set(gaps.flatMap((gap) => gap.also))];
  return `Có thể do ${causeText(cause, also, sides)}. Hãy sửa báo cáo hoặc danh sách, hoặc xác nhận là đúng.`;
}
