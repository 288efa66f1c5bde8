import { type RuleCell, shown } from '../cell';
import { type Condition, holds, type Term } from '../condition';
import type { Figures } from '../figures';
import { percentage, printedPercentage } from '../percentage';
import { amountOf, partName } from '../words';

/** What a percentage may have been reckoned from. */
export interface Base {
  readonly of: readonly Term[];
  readonly base: readonly Term[];
  /** In Vietnamese: `14.640 trên 1.056.714`. */
  readonly words: string;
}

export const term = (cell: RuleCell, factor = 1n): Term => ({ cell, factor });

/** That a printed percentage agrees with what it was reckoned from: the first base that it agrees with, else the first of all. */
export function agreeing(rule: string, printed: RuleCell, bases: readonly Base[], { catalogue }: Figures): Condition[] {
  const conditions = bases.flatMap(({ of, base, words }): Condition[] => {
    const value = printedPercentage(printed, of, base);
    if (value === null) return [];
    const others = [...new Set([...of, ...base].map(({ cell }) => cell))];
    return [
      {
        rule,
        limits: percentage(printed, of, base),
        equation: null,
        derived: { cell: printed, value },
        cells: [printed, ...others],
        words: `${partName(printed, catalogue)} ghi ${amountOf(printed)}, mà ${words} là ${shown(value, printed.unit)}`,
      },
    ];
  });
  const chosen = conditions.find((condition) => holds(condition)) ?? conditions[0];
  return chosen === undefined ? [] : [chosen];
}
