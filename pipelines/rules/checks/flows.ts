import type { IndicatorCode } from '../../../schemas/codes';
import { isTerm, quarter, yearOf } from '../../../schemas/period';
import { type RuleCell, shown } from '../cell';
import { type Condition, equality, type Term } from '../condition';
import type { Figures } from '../figures';
import { totalOf } from '../percentage';
import { amountOf, partName } from '../words';
import { term } from './percentages';

/**
 * Count now = count before + newly founded − dissolved. These run from 1 January, so `before` is the end of the last year: as
 * the province reported it, or by the change that this report states.
 */
export function flows(figures: Figures): Condition[] {
  return figures.actuals().flatMap((now): Condition[] => {
    const [kind, what] = now.indicator.code.split('.');
    if (what !== 'count' || isTerm(figures.report.period)) return [];
    const founded = figures.get(`${kind}.new` as IndicatorCode, now.sector);
    const dissolved = figures.get(`${kind}.dissolved` as IndicatorCode, now.sector);
    if (founded === undefined || dissolved === undefined) return [];
    const change = figures.beside(now, 'change');
    const before = endOfLastYear(now, figures);
    const moved = [term(founded), term(dissolved, -1n)];
    const growth = `${amountOf(founded)} thành lập mới, trừ ${amountOf(dissolved)} giải thể, là ${shown(totalOf(moved), now.unit)}`;
    const differs = (first: RuleCell, terms: readonly Term[], words: string): Condition[] => {
      const cells = [...moved, ...terms].map(({ cell }) => cell).filter((cell) => cell !== first);
      const equation = [...moved, ...terms];
      const said = `${partName(first, figures.catalogue)} ghi ${amountOf(first)}, ${words}mà ${growth}`;
      return [
        {
          rule: 'flow.differs',
          limits: equality(equation),
          equation,
          derived: null,
          cells: [first, ...cells],
          words: said,
        },
      ];
    };
    if (change) return differs(change, [term(change, -1n)], '');
    if (before === null) return [];
    return differs(now, [term(now, -1n), term(before)], `cuối năm trước là ${amountOf(before)}, `);
  });
}

function endOfLastYear(now: RuleCell, figures: Figures): RuleCell | null {
  return figures.before(now, quarter(yearOf(figures.report.period) - 1, 4))?.cell ?? null;
}
