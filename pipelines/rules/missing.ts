import { rules } from '../../config/thresholds';
import type { Finding } from '../../schemas/finding';
import { excerpt } from '../../schemas/text';
import type { Figures } from './figures';

/** The indicators marked `required` that a report leaves out, in one note. A few lines by themselves are no whole report. */
export function missing({ cells, catalogue }: Figures): Finding[] {
  const reported = new Set(cells.map(({ indicator }) => indicator.code));
  const wanted = [...catalogue.indicators.values()].filter(({ required }) => required);
  const absent = wanted.filter(({ code }) => !reported.has(code));
  const [first] = absent;
  if (first === undefined || wanted.length - absent.length < rules.fewestRequired) return [];
  const labels = absent.map(({ label, section }) => `"${excerpt(label)}" (mục ${section})`);
  return [
    {
      rule: 'indicator.missing',
      nature: 'remark',
      code: first.code,
      sector: null,
      at: null,
      raw: null,
      message: `Báo cáo thiếu ${absent.length} chỉ tiêu bắt buộc: ${labels.join('; ')}. Hãy bổ sung nếu có số liệu.`,
      proposal: null,
    },
  ];
}
