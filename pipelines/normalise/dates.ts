import { type Cell, placeName } from '../../schemas/cell';
import type { DraftReport } from '../../schemas/draft';
import type { Finding } from '../../schemas/finding';
import { isTerm, lastDay, type Period, periodName, yearOf } from '../../schemas/period';
import { excerpt } from '../../schemas/text';
import { readDate } from './period';

/**
 * The days that a report gives and that contradict its period: figures of another period, a document written before the
 * period's last quarter or more than a year after it. Figures are estimated ahead, and a little late is late, no more.
 */
export function dateFindings({ asOf, document }: Pick<DraftReport, 'asOf' | 'document'>, period: Period): Finding[] {
  const begin = lastQuarter(period);
  const end = lastDay(period);
  const name = periodName(period);
  return [
    ...about(asOf, (day) =>
      day === null
        ? ['as_of.unreadable', `Không đọc được ngày số liệu {cell}; hãy ghi như 30/6/2021.`]
        : day < begin || day > daysAfter(end, 31)
          ? [
              'as_of.contradicted',
              `Ngày số liệu {cell} không hợp với kỳ báo cáo (${name}); đã nạp như số liệu của kỳ báo cáo. Hãy kiểm tra lại ngày số liệu hoặc kỳ báo cáo.`,
            ]
          : null,
    ),
    ...about(document, (day) =>
      day !== null && (day < begin || day > daysAfter(end, 366))
        ? [
            'document.contradicted',
            `Ngày văn bản {cell} không hợp với kỳ báo cáo (${name}). Hãy kiểm tra lại, vì trong hai báo cáo của cùng một kỳ thì báo cáo có ngày văn bản muộn hơn được dùng.`,
          ]
        : null,
    ),
  ];
}

function about(cell: Cell | null, judge: (day: string | null) => readonly [string, string] | null): Finding[] {
  const [rule, sentence] = (cell && judge(readDate(cell.text))) ?? [];
  if (!cell || rule === undefined || sentence === undefined) return [];
  const quoted = `"${excerpt(cell.text)}" (${placeName(cell.at)})`;
  const message = sentence.replace('{cell}', () => quoted);
  return [{ rule, nature: 'doubt', code: null, sector: null, at: cell.at, raw: cell.text, message, proposal: null }];
}

/** The first day of the period's last quarter. */
function lastQuarter(period: Period): string {
  const quarter = isTerm(period) ? 4 : Number(period.slice(-1));
  return `${yearOf(period)}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
