import type { Catalogue } from '../../schemas/catalogue';
import type { IndicatorCode, SectorCode } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { type Period, yearBefore } from '../../schemas/period';
import { exact, rounded } from '../../schemas/rational';
import type { TableRow, TracedColumn } from '../../schemas/table';
import { type Asked, yearEnd } from './asked';
import { noNestedLoops } from './models';
import { type Base, type Column, columns } from './trace/columns';
import { figureSide } from './trace/figure';
import { changeOf, type Formula, formulaOf, percentOf, type Side } from './trace/formula';
import type { Leaf } from './trace/leaf';
import { planSide } from './trace/plan';

export type { Leaf } from './trace/leaf';

/**
 * A figure with where it comes from. `value` is as the table as CSV shows it: sums unrounded, ratios and averages to 6
 * decimals, percentages to 1; the formula over the leaves gives it before it is rounded. `[actual]` and `[base]` in the
 * formula are the sides of the leaves; a percentage of two sums needs none, for its roles say it.
 */
export interface Trace {
  readonly code: IndicatorCode;
  readonly sector: SectorCode;
  readonly area: string;
  readonly period: Period;
  readonly column: TracedColumn;
  readonly value: string | null;
  readonly unit: string;
  readonly formula: string;
  readonly leaves: readonly Leaf[];
}

/**
 * Takes a figure of the table back to the cells that it comes from. `row` is the table's own row, so the value traced is
 * the value shown. In a transaction.
 */
export async function trace(
  database: Database,
  asked: Asked,
  row: TableRow,
  column: TracedColumn,
  catalogue: Catalogue,
): Promise<Trace> {
  await noNestedLoops(database);
  const { indicator } = row;
  const found = await formulaFor(database, asked, row, columns[column], catalogue);
  return {
    code: indicator.code,
    sector: row.sector,
    area: row.area,
    period: asked.period,
    column,
    value: shown(row, columns[column]),
    unit: unitOf(row, columns[column]),
    ...found,
  };
}

async function formulaFor(
  database: Database,
  asked: Asked,
  row: TableRow,
  { is, of, value }: Column,
  catalogue: Catalogue,
): Promise<Formula> {
  const nothing: Side = { how: of === 'plan' ? 'sum' : row.indicator.aggregation.how, leaves: [] };
  const actual = () =>
    value(row) === null
      ? nothing
      : figureSide(database, asked, row, asked.period, is === 'figure' ? 'present' : amongOf[of], catalogue);
  const base = () => (value(row) === null || of === 'actual' ? nothing : baseSide(database, asked, row, of, catalogue));
  if (is === 'figure') return formulaOf(of === 'actual' ? await actual() : await base());
  return (is === 'change' ? changeOf : percentOf)(await actual(), await base());
}

/** The units of the period's own side of a comparison; with the plan all are compared. */
const amongOf = { actual: 'present', plan: 'present', previous: 'on_previous', year_end: 'on_year_end' } as const;

async function baseSide(
  database: Database,
  asked: Asked,
  row: TableRow,
  of: Base,
  catalogue: Catalogue,
): Promise<Side> {
  if (of === 'plan') return planSide(database, asked, row, catalogue);
  const period = of === 'previous' ? yearBefore(asked.period) : yearEnd(asked.period);
  return figureSide(database, asked, row, period as Period, amongOf[of], catalogue);
}

function shown(row: TableRow, { is, value }: Column): string | null {
  const figure = value(row);
  if (figure === null) return null;
  if (is === 'percent') return rounded(figure, 1);
  return row.indicator.aggregation.how === 'sum' ? exact(figure) : rounded(figure, 6);
}

function unitOf({ indicator: { unit } }: TableRow, { is }: Column): string {
  if (is === 'percent') return '%';
  return is === 'change' && unit.dimension === 'percent' ? 'điểm phần trăm' : unit.name;
}
