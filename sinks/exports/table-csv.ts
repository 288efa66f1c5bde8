import { stringify } from 'csv-stringify/sync';
import { exact, type Rational, rounded } from '../../schemas/rational';
import type { Table, TableRow } from '../../schemas/table';

/**
 * The columns that scripts hold on to. New ones go to the end.
 * `year_end…`: of a stock, the end of the year before and the change against it, both over the provinces that gave the two;
 * how many those are (empty for what is no stock).
 * `naive…`: `actual` against all that the year before had, whoever reported it; given only where that is another comparison
 * than the one like for like.
 * `coverage`: how many percent of the last known total come from the provinces in `actual`; each province weighs what it had
 * at the end of the year before, else in the same period of that year (of a ratio or an average its denominator).
 * `on_basis`: `exact`, or `unavailable` where something was reported of which the figure on this map can't be made.
 */
export const tableColumns = [
  'period',
  'area',
  'area_name',
  'code',
  'sector',
  'label',
  'unit',
  'actual',
  'previous',
  'previous_change',
  'previous_percent',
  'plan',
  'plan_change',
  'plan_percent',
  'reporting',
  'compared',
  'expected',
  'actual_compared',
  'year_end',
  'year_end_change',
  'year_end_percent',
  'year_end_compared_provinces',
  'naive_previous',
  'naive_change',
  'naive_percent',
  'coverage',
  'on_basis',
] as const;

export type TableRecord = Readonly<Record<(typeof tableColumns)[number], string | number | null>>;

/**
 * The table's rows as plain decimals: sums unrounded, ratios and averages to 6 decimals, percentages to 1; null where
 * there is no figure.
 */
export function tableRecords(table: Table): TableRecord[] {
  return table.rows.map((row) => ({
    period: table.period,
    area: row.area,
    area_name: row.areaName,
    code: row.indicator.code,
    sector: row.sector,
    label: row.label,
    unit: row.indicator.unit.name,
    actual: amount(row, row.actual),
    previous: amount(row, row.previous),
    previous_change: amount(row, row.previousChange),
    previous_percent: percent(row.previousPercent),
    plan: amount(row, row.plan),
    plan_change: amount(row, row.planChange),
    plan_percent: percent(row.planPercent),
    reporting: row.reporting,
    compared: row.compared,
    expected: row.expected,
    actual_compared: amount(row, row.actualCompared),
    year_end: amount(row, row.yearEnd),
    year_end_change: amount(row, row.yearEndChange),
    year_end_percent: percent(row.yearEndPercent),
    year_end_compared_provinces: row.yearEndCompared,
    naive_previous: amount(row, row.naivePrevious),
    naive_change: amount(row, row.naiveChange),
    naive_percent: percent(row.naivePercent),
    coverage: percent(row.coverage),
    on_basis: row.onBasis,
  }));
}

const amount = (row: TableRow, value: Rational | null) =>
  value && (row.indicator.aggregation.how === 'sum' ? exact(value) : rounded(value, 6));
const percent = (value: Rational | null) => value && rounded(value, 1);

export function tableCsv(table: Table): string {
  return stringify(tableRecords(table), { header: true, columns: [...tableColumns] });
}

/** The same as one JSON document, with what the table is of. */
export function tableJson(table: Table): string {
  const { period, map, knownAt, sample } = table;
  return JSON.stringify({ period, basis: map, as_of: knownAt, sample, rows: tableRecords(table) }, null, 1);
}
