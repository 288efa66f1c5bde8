import { stringify } from 'csv-stringify/sync';
import { exact, type Rational, rounded } from '../../schemas/rational';
import type { Table, TableRow } from '../../schemas/table';

/** The columns that scripts hold on to. New ones go to the end. */
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
