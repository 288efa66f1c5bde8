import { z } from 'zod';
import type { MapName } from './codes';

/**
 * A reporting period. A quarter stands for everything from 1 January to its end, so the second quarter and the first
 * half-year are one period; a term runs from one year to another.
 */
export const Period = z
  .string()
  .regex(/^(\d{4}-Q[1-4]|\d{4}\.\.\d{4})$/)
  .brand<'Period'>();
export type Period = z.infer<typeof Period>;

export function quarter(year: number, q: number): Period {
  return Period.parse(`${year}-Q${q}`);
}

/** `2021-Q2`, `2021-H1`, `2021-9M`, `2021`, `2013..2018`, or null where the text is none of them, or of no year from 1900 to 2099. */
export function periodFromCode(text: string): Period | null {
  const code = text.trim().toUpperCase();
  const term = /^((?:19|20)\d\d)\.\.((?:19|20)\d\d)$/.exec(code);
  if (term) return Number(term[1]) < Number(term[2]) ? Period.parse(code) : null;
  const match = /^((?:19|20)\d\d)(?:-(Q[1-4]|H1|9M))?$/.exec(code);
  if (!match) return null;
  const q = { H1: 'Q2', '9M': 'Q3' }[match[2] ?? ''] ?? match[2] ?? 'Q4';
  return Period.parse(`${match[1]}-${q}`);
}

export function isTerm(period: Period): boolean {
  return period.includes('..');
}

/** The year whose plan a period is measured against: its own, or the last of a term. */
export function yearOf(period: Period): number {
  return Number(period.slice(isTerm(period) ? 6 : 0).slice(0, 4));
}

/** The same period of the year before; a term has none. */
export function yearBefore(period: Period): Period | null {
  return isTerm(period) ? null : Period.parse(`${yearOf(period) - 1}${period.slice(4)}`);
}

export function yearAfter(period: Period): Period | null {
  return isTerm(period) ? null : Period.parse(`${yearOf(period) + 1}${period.slice(4)}`);
}

/**
 * The tables that a period's figures enter: its year's (they share the plan), and that of the year after, which compares
 * with it; all of that year's compare with a fourth quarter.
 */
export function tablesTouchedBy(period: Period): Period[] {
  const after = yearAfter(period);
  if (after === null) return [period];
  const year = yearOf(period);
  return [...quartersOf(year), ...(period === quarter(year, 4) ? quartersOf(year + 1) : [after])];
}

export function quartersOf(year: number): Period[] {
  return [1, 2, 3, 4].map((q) => quarter(year, q));
}

/** The last day, as `2021-06-30`. */
export function lastDay(period: Period): string {
  const q = isTerm(period) ? 4 : Number(period.slice(-1));
  return `${yearOf(period)}-${['03-31', '06-30', '09-30', '12-31'][q - 1]}`;
}

/** The map of provinces in force on the period's last day. */
export function mapOf(period: Period): MapName {
  return lastDay(period) < '2025-07-01' ? '63' : '34';
}

/** As the alliance writes it in a title: `quý I năm 2021`, `6 tháng đầu năm 2021`, `năm 2020`, `nhiệm kỳ 2013 - 2018`. */
export function periodName(period: Period): string {
  if (isTerm(period)) return `nhiệm kỳ ${period.replace('..', ' - ')}`;
  const words = ['quý I năm', '6 tháng đầu năm', '9 tháng đầu năm', 'năm'][Number(period.slice(-1)) - 1];
  return `${words} ${period.slice(0, 4)}`;
}

/** The quarter that ended last before that day (ISO date). */
export function lastEnded(day: string): Period {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const ended = Math.floor((month - 1) / 3);
  return ended === 0 ? quarter(year - 1, 4) : quarter(year, ended);
}
