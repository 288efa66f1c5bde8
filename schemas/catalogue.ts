import type { IndicatorCode, MapName, ProvinceId, RegionId, SectorCode } from './codes';
import type { Dimension, Quantity, Unit } from './quantity';
import type { RegisterWords } from './register';
import type { Rules } from './rules';

/** How an indicator of many provinces becomes one: summed, a quotient of two sums, or a mean with a weight. */
export type Aggregation =
  | { readonly how: 'sum' }
  | { readonly how: 'ratio'; readonly numerator: IndicatorCode; readonly denominator: IndicatorCode }
  | { readonly how: 'mean'; readonly weight: IndicatorCode };

export interface Indicator {
  readonly code: IndicatorCode;
  readonly section: string;
  readonly tt: string;
  readonly label: string;
  readonly unit: Unit;
  /** What it may be a count of (`person`, `household` …), as units.csv names it; empty where it is no count. */
  readonly counts: readonly string[];
  readonly kind: 'stock' | 'flow' | 'ratio' | 'average';
  readonly aggregation: Aggregation;
  readonly sectors: readonly SectorCode[];
  readonly required: boolean;
  /** Decimals in the printed annex. */
  readonly decimals: number;
}

export interface Sector {
  readonly code: SectorCode;
  readonly parent: SectorCode | null;
  readonly label: string;
}

export interface Province {
  readonly id: ProvinceId;
  readonly map: MapName;
  readonly names: readonly { readonly name: string; readonly from: string; readonly to: string | null }[];
  readonly region: RegionId;
  /** Into which province of the 34 a province of the 63 went. */
  readonly successor: ProvinceId | null;
}

export interface Region {
  readonly id: RegionId;
  readonly map: MapName;
  readonly name: string;
}

export interface Section {
  readonly id: string;
  readonly label: string;
}

/** Within what a province's figure lies as a rule, for each one of `per` where given: a figure in another unit lies far off it. */
export interface Magnitude {
  readonly code: IndicatorCode;
  readonly per: IndicatorCode | null;
  readonly low: Quantity;
  readonly high: Quantity;
}

/** Over what time an amount of money is counted, as the unit says. */
export type Per = 'month' | 'year' | null;

/** A unit as somebody wrote it. */
export interface WrittenUnit {
  readonly unit: Unit<Exclude<Dimension, 'money_per_year'>>;
  readonly per: Per;
  /** What a count in this unit is a count of; null for money and shares. */
  readonly counts: string | null;
}

/** Where there is something to report. */
export type Places = Pick<Catalogue, 'provinces' | 'regions'>;

/** The catalogue as data: what there is to report, in which spellings, and where. Built and checked by config/. */
export interface Catalogue {
  readonly version: string;
  readonly indicators: ReadonlyMap<IndicatorCode, Indicator>;
  readonly sectors: ReadonlyMap<SectorCode, Sector>;
  readonly provinces: ReadonlyMap<ProvinceId, Province>;
  readonly regions: ReadonlyMap<RegionId, Region>;
  readonly sections: readonly Section[];
  readonly magnitudes: readonly Magnitude[];
  /** Labels as compared: folded, with abbreviations made one. */
  labelKey(text: string): string;
  sectionOf(label: string): string | null;
  /** The indicators that a label can mean in a section; in any section where it is null. */
  indicatorsByLabel(label: string, section: string | null): readonly IndicatorCode[];
  /** Labels of a section with their indicators, for naming the nearest ones. */
  labels(section: string | null): readonly { readonly key: string; readonly code: IndicatorCode }[];
  sectorOf(text: string): SectorCode | null;
  /** A province by name or GSO code, on the map asked for. */
  provinceOf(text: string, map: MapName): ProvinceId | null;
  /** A unit as written (without its number), or null. */
  unitOf(text: string): WrittenUnit | null;
  /** What a column's header means. */
  columnOf(header: string): ColumnRole | null;
  fieldOf(key: string): FieldRole | null;
  /** The words of form B02. */
  readonly register: RegisterWords;
  /** What can be found in a report; how grave that is decides nothing but how it is shown. */
  readonly rules: Rules;
}

export type ColumnRole =
  | 'number'
  | 'label'
  | 'code'
  | 'section'
  | 'sector'
  | 'unit'
  | 'value'
  | 'plan'
  | 'change'
  | 'percent'
  | 'plan_percent'
  | 'share'
  | 'note'
  | FieldRole;

/** What a report says about itself, in its preamble, its columns or its JSON fields. */
export type FieldRole = 'province' | 'period' | 'as_of' | 'document' | 'form' | 'nature';
