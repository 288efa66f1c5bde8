import { rules } from '../../config/thresholds';
import type { Finding } from '../../schemas/finding';
import { periodName } from '../../schemas/period';
import type { Figures } from './figures';

/** A report that says exactly what the last one said was hardly counted anew. */
export function repeated(figures: Figures): Finding[] {
  const pairs = figures.actuals().flatMap((now) => {
    const before = figures.before(now);
    return before === null || (now.value === 0n && before.cell.value === 0n) ? [] : [{ now, before }];
  });
  const [first] = pairs;
  const same = pairs.every(
    ({ now, before }) => now.value === before.cell.value && before.period === first?.before.period,
  );
  if (first === undefined || !same || pairs.length < rules.repeated) return [];
  return [
    {
      rule: 'report.repeated',
      nature: 'doubt',
      code: null,
      sector: null,
      at: null,
      raw: null,
      message: `Cả ${pairs.length} số của báo cáo đều giống hệt báo cáo ${periodName(first.before.period)}; hãy xác nhận đây là số liệu mới.`,
      proposal: null,
    },
  ];
}
