import { type Rational, rounded } from '../../schemas/rational';
import type { TableRow } from '../../schemas/table';
import { vietnameseChange, vietnameseNumber } from '../../schemas/vietnamese';

export const sampleMark = 'SỐ LIỆU MẪU, không phải số liệu chính thức';

/** A row as people read it: Vietnamese notation, the printed annex's decimals, nothing where there is no figure. */
export interface PrintedRow {
  readonly tt: string;
  readonly label: string;
  /** How deep a sector stands under its indicator; 0 for the indicator itself. */
  readonly depth: number;
  readonly unit: string;
  readonly actual: string;
  readonly previous: string;
  readonly previousChange: string;
  readonly previousPercent: string;
  readonly plan: string;
  readonly planChange: string;
  readonly planPercent: string;
  readonly coverage: string;
}

/** One area's rows that have a figure or a plan, numbered as in the annex. */
export function printedRows(rows: readonly TableRow[]): PrintedRow[] {
  let before = '';
  return rows
    .filter((row) => row.actual !== null || row.plan !== null)
    .map((row) => {
      const number = `${row.indicator.section}.${row.indicator.tt}`;
      const repeated = number === before || row.indicator.tt === '';
      before = number;
      return printedRow(row, row.depth > 0 ? '-+*'.charAt(Math.min(row.depth, 3) - 1) : repeated ? '' : number);
    });
}

function printedRow(row: TableRow, tt: string): PrintedRow {
  const { decimals } = row.indicator;
  const sign = row.indicator.unit.dimension === 'percent' ? '%' : '';
  const figure = (value: Rational | null) =>
    value === null ? '' : `${vietnameseNumber(rounded(value, decimals))}${sign}`;
  const change = (value: Rational | null) => (value === null ? '' : vietnameseChange(rounded(value, decimals)));
  const percent = (value: Rational | null) => (value === null ? '' : `${vietnameseNumber(rounded(value, 1))}%`);
  const coverage = `${row.reporting}/${row.expected}`;
  return {
    tt,
    label: row.shortLabel,
    depth: row.depth,
    unit: row.indicator.unit.name,
    actual: figure(row.actual),
    previous: figure(row.previous),
    previousChange: change(row.previousChange),
    previousPercent: percent(row.previousPercent),
    plan: figure(row.plan),
    planChange: change(row.planChange),
    planPercent: percent(row.planPercent),
    // Where fewer provinces are compared than reported, the change is that of the compared ones.
    coverage: row.compared === 0 || row.compared === row.reporting ? coverage : `${coverage} (so sánh ${row.compared})`,
  };
}
