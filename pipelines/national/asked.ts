import type { IndicatorCode, MapName, ProvinceId, SectorCode } from '../../schemas/codes';
import { isTerm, mapOf, type Period, quarter, yearBefore, yearOf } from '../../schemas/period';

/** What a table is asked for; `knownAt` null: as known now. */
export interface Asked {
  readonly period: Period;
  readonly map: MapName;
  readonly knownAt: Date | null;
  /** What these provinces reported for these periods (plans beside the figures too) is taken as known then instead. */
  readonly moments?: readonly Moment[];
  /** The plan that was handed in by itself is taken as known then instead. */
  readonly planAt?: Date;
  /** What a register gave, as if it had given something else. */
  readonly instead?: readonly Instead[];
}

export interface Moment {
  readonly province: ProvinceId;
  readonly period: Period;
  readonly at: Date;
}

/** A figure of a register, in the base unit; as if it had been another, or (null) none. */
export interface Instead {
  readonly submission: string;
  readonly code: IndicatorCode;
  readonly sector: SectorCode;
  readonly was: string;
  readonly value_base: string | null;
}

/** The end of the year before, as a period; a term has none. */
export function yearEnd(period: Period): Period | null {
  return isTerm(period) ? null : quarter(yearOf(period) - 1, 4);
}

/**
 * The map of the provinces that a table adds up and compares: the older one only where nothing on it was merged yet, for
 * what was merged cannot be taken apart.
 */
export function unitsOf({ period, map }: Pick<Asked, 'period' | 'map'>): MapName {
  return map === '34' ? '34' : mapOf(period);
}

/** What is wanted of a table and no more: what is not given is wanted whole. */
export interface Only {
  /** All that the figures asked for are made of. */
  readonly codes?: readonly IndicatorCode[];
  readonly provinces?: readonly ProvinceId[];
  readonly areas?: readonly string[] | null;
  /** Not what the period is compared with. */
  readonly ownPeriod?: true;
}

/** The parameters of the models; one's own come after them. */
export function valuesOf(asked: Asked, only: Only = {}): readonly (string | Date | readonly string[] | null)[] {
  const { period, map, knownAt, moments = [], planAt, instead = [] } = asked;
  const { codes = null, provinces = null, areas = null } = only;
  const known = knownAt ?? 'infinity';
  const compared = only.ownPeriod ? [null, null] : [yearBefore(period), yearEnd(period)];
  const moment = [known, planAt ?? known, JSON.stringify({ moments, instead })];
  return [period, ...compared, map, unitsOf(asked), ...moment, codes, provinces, areas];
}

/** Whether it is the table as known now, which is kept, as are the provinces' figures that it is made of. */
export function isKept({ knownAt, moments = [], planAt, instead = [] }: Asked): boolean {
  return knownAt === null && moments.length === 0 && planAt === undefined && instead.length === 0;
}
