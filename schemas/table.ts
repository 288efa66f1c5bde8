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
