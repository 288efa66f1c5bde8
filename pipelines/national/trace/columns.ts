import type { Rational } from '../../../schemas/rational';
import type { TableRow, TracedColumn } from '../../../schemas/table';

/** What a figure of the period is held against. */
export type Base = 'previous' | 'year_end' | 'plan';

/** What stands in a column: a figure by itself, or one compared with its base as an amount or in percent. */
export interface Column {
  readonly is: 'figure' | 'change' | 'percent';
  readonly of: 'actual' | Base;
  value(row: TableRow): Rational | null;
}

export const columns: Readonly<Record<TracedColumn, Column>> = {
  actual: { is: 'figure', of: 'actual', value: (row) => row.actual },
  previous: { is: 'figure', of: 'previous', value: (row) => row.previous },
  previous_change: { is: 'change', of: 'previous', value: (row) => row.previousChange },
  previous_percent: { is: 'percent', of: 'previous', value: (row) => row.previousPercent },
  year_end: { is: 'figure', of: 'year_end', value: (row) => row.yearEnd },
  year_end_change: { is: 'change', of: 'year_end', value: (row) => row.yearEndChange },
  year_end_percent: { is: 'percent', of: 'year_end', value: (row) => row.yearEndPercent },
  plan: { is: 'figure', of: 'plan', value: (row) => row.plan },
  plan_change: { is: 'change', of: 'plan', value: (row) => row.planChange },
  plan_percent: { is: 'percent', of: 'plan', value: (row) => row.planPercent },
};
