import type { Catalogue } from '../../schemas/catalogue';
import type { DraftReport } from '../../schemas/draft';
import { mapOf } from '../../schemas/period';
import type { HandInOptions } from '../../schemas/submission';
import { fold } from '../../schemas/text';
import { readPeriod } from '../normalise/period';

/**
 * Parts of a file that speak for one province, period and form (`Bắc Giang` and `BẮC GIANG`) are one report: what they say
 * twice is compared (rules.md, Duplicates 3), where two submissions would silently replace one another.
 */
export function together(
  reports: readonly DraftReport[],
  options: HandInOptions,
  catalogue: Catalogue,
): readonly DraftReport[] {
  const groups = new Map<string, DraftReport[]>();
  for (const [index, report] of reports.entries()) {
    const period = readPeriod(report.period?.text || (options.period ?? ''));
    const whose = report.province?.text || (options.province ?? '');
    const province = period && catalogue.provinceOf(whose, mapOf(period));
    const key = province === null ? `${index}` : `${province} ${period} ${fold(report.form?.text ?? 'B01')}`;
    groups.set(key, [...(groups.get(key) ?? []), report]);
  }
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (first === undefined || rest.length === 0) return first ?? [];
    const all = [first, ...rest];
    return {
      ...first,
      rows: all.flatMap((report) => report.rows),
      findings: all.flatMap((report) => report.findings),
    };
  });
}
