import { rules } from '../../../config/thresholds';
import { periodName } from '../../../schemas/period';
import type { Condition } from '../condition';
import type { Figures } from '../figures';
import { amountOf, partName } from '../words';
import { term } from './percentages';

/** What is counted at a day does not become many times as much, or as little, from one report to the next. */
export function history(figures: Figures): Condition[] {
  const { factor, fewest } = rules.history;
  return figures.actuals().flatMap((now): Condition[] => {
    const before = now.indicator.kind === 'stock' && now.counted ? figures.usually(now) : null;
    if (before === null || before.cell.value < fewest * before.cell.unit.worth || now.value === 0n) return [];
    const { cell, period } = before;
    return [
      {
        rule: 'history.differs',
        limits: [
          { terms: [term(now), term(cell, -factor)], atMost: 0n },
          { terms: [term(cell), term(now, -factor)], atMost: 0n },
        ],
        equation: null,
        derived: null,
        cells: [now, cell],
        words: `${partName(now, figures.catalogue)} ghi ${amountOf(now)}, khác xa ${periodName(period)} là ${amountOf(cell)}`,
      },
    ];
  });
}
