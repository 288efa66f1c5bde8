import type { Indicator } from './catalogue';
import type { MapName, SectorCode } from './codes';
import type { Period } from './period';
import type { Rational } from './rational';

/** One row of a consolidated table. Figures are in the indicator's unit and unrounded; null where there is none. */
export interface TableRow {
  readonly area: string;
  readonly areaName: string;
  readonly indicator: Indicator;
  readonly sector: SectorCode;
  /** What the row is called by itself, such as `Tổng số HTX - Nông nghiệp`. */
  readonly label: string;
  /** What it is called under its indicator, such as `Nông nghiệp`. */
  readonly shortLabel: string;
  /** How deep its sector stands in the tree; 0 for the whole. */
  readonly depth: number;
  readonly actual: Rational | null;
  readonly previous: Rational | null;
  readonly previousChange: Rational | null;
  readonly previousPercent: Rational | null;
  readonly plan: Rational | null;
  readonly planChange: Rational | null;
  readonly planPercent: Rational | null;
  readonly reporting: number;
  readonly compared: number;
  readonly expected: number;
  readonly actualCompared: Rational | null;
  /** Of a stock: the end of the year before, over the units that are there on both sides, and this period's change against it. */
  readonly yearEnd: Rational | null;
  readonly yearEndChange: Rational | null;
  readonly yearEndPercent: Rational | null;
  /** Null for what is no stock. */
  readonly yearEndCompared: number | null;
  /** All that was reported now against all that was reported a year before, where that says something else than like for like. */
  readonly naivePrevious: Rational | null;
  readonly naiveChange: Rational | null;
  readonly naivePercent: Rational | null;
  /** How many percent of the last known total the reporting units made up: of the year before's end, else of its same period. */
  readonly coverage: Rational | null;
  /** Whether the figure could be had on the map asked for; null where nothing was reported. */
  readonly onBasis: 'exact' | 'unavailable' | null;
  readonly made: boolean;
  readonly sample: boolean;
}

export interface Table {
  readonly period: Period;
  readonly map: MapName;
  readonly knownAt: Date | null;
  /** Some of its figures come from sample reports. */
  readonly sample: boolean;
  readonly rows: readonly TableRow[];
}

/** The columns of a table whose figures can be taken back to the cells that they come from. */
export const tracedColumns = [
  ...(['actual', 'previous', 'previous_change', 'previous_percent'] as const),
  ...(['year_end', 'year_end_change', 'year_end_percent'] as const),
  ...(['plan', 'plan_change', 'plan_percent'] as const),
] as const;
export type TracedColumn = (typeof tracedColumns)[number];
