import type { MergedCooperative } from '../../../schemas/identity';
import { lastDay, type Period } from '../../../schemas/period';
import type { RegisterRow } from '../../../schemas/register';
import { comparable } from './comparable';

/** A row with the period of its register. */
export interface RowOfPeriod {
  readonly period: Period;
  readonly reported: RegisterRow;
}

/**
 * One cooperative of its rows, which come in the order of receipt. What it is comes from the latest register that says it;
 * a valid tax code beats any other, and a more exact founding date a less exact one. How it does (figures, marks, status)
 * comes from the latest register alone: an older figure is none for its period.
 */
export function merged(rows: readonly [RowOfPeriod, ...RowOfPeriod[]]): MergedCooperative {
  const latestFirst = rows
    .toReversed()
    .sort((one, other) =>
      lastDay(other.period) > lastDay(one.period) ? 1 : lastDay(other.period) < lastDay(one.period) ? -1 : 0,
    );
  const [latest = rows[0]] = latestFirst;
  const first = <K extends 'name' | 'type' | 'sector'>(key: K) =>
    latestFirst.find(({ reported }) => (reported[key] ?? '') !== '')?.reported[key] ?? latest.reported[key];
  const placed = (latestFirst.find(({ reported }) => reported.commune !== null) ?? latest).reported;
  const { at: _at, unreadable: _unreadable, ...reported } = latest.reported;
  return {
    ...reported,
    name: first('name'),
    type: first('type'),
    sector: first('sector'),
    // Together: a commune of today stands in none of the districts of before.
    district: placed.district,
    commune: placed.commune,
    tax_code: taxCode(latestFirst),
    founded_on: foundedOn(latestFirst),
  };
}

function taxCode(latestFirst: readonly RowOfPeriod[]): string | null {
  const given = latestFirst.filter(({ reported }) => reported.tax_code !== null);
  const valid = given.find(({ reported, period }) => comparable(reported, period).taxCodeValid);
  return (valid ?? given[0])?.reported.tax_code ?? null;
}

function foundedOn(latestFirst: readonly RowOfPeriod[]): string | null {
  const dates = latestFirst.map(({ reported }) => reported.founded_on).filter((date) => date !== null);
  return dates.reduce<string | null>((best, date) => (date.length > (best?.length ?? 0) ? date : best), null);
}
