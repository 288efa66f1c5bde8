import { z } from 'zod';
import type { Locator } from './cell';
import type { SectorCode } from './codes';
import type { Dimension, Quantity } from './quantity';

/** Cooperative, union of cooperatives, people's credit fund (a cooperative too), cooperative group. */
export const CooperativeType = z.enum(['htx', 'lhhtx', 'qtdnd', 'tht']);
export type CooperativeType = z.infer<typeof CooperativeType>;

/** `ceased` is still in the books, `dissolved` no more. */
export const CooperativeStatus = z.enum(['active', 'ceased', 'dissolved']);
export type CooperativeStatus = z.infer<typeof CooperativeStatus>;

export const CooperativeRating = z.enum(['good', 'fair', 'average', 'weak']);
export type CooperativeRating = z.infer<typeof CooperativeRating>;

/** The columns of form B02, as config/register-headers.csv names them. */
export const RegisterColumn = z.enum([
  ...(['number', 'name', 'tax_code', 'type', 'sector', 'district', 'commune', 'founded_on', 'status'] as const),
  ...(['members', 'labour', 'charter_capital', 'revenue', 'profit', 'labour_income'] as const),
  ...(['hitech', 'value_chain', 'alliance_member', 'rating', 'note'] as const),
]);
export type RegisterColumn = z.infer<typeof RegisterColumn>;

/** The columns of numbers, with what they measure. */
export const measured = {
  members: 'count',
  labour: 'count',
  charter_capital: 'money',
  revenue: 'money',
  profit: 'money',
  labour_income: 'money_per_year',
} as const satisfies Partial<Record<RegisterColumn, Dimension>>;
export type FigureColumn = keyof typeof measured;

/** Whether it is a column of numbers. */
export const isFigure = (column: RegisterColumn): column is FigureColumn => column in measured;

/** The columns of marks. */
export const yesNoColumns = ['hitech', 'value_chain', 'alliance_member'] as const satisfies RegisterColumn[];
export type YesNoColumn = (typeof yesNoColumns)[number];

/** How the words in a register are understood: its headers, and what stands in its cells. Built and checked by config/. */
export interface RegisterWords {
  columnOf(header: string): RegisterColumn | null;
  /** By the words that a type or a name begins with: `Hợp tác xã nông nghiệp`, `QTDND Tân Hưng`. */
  typeOf(text: string): CooperativeType | null;
  statusOf(text: string): CooperativeStatus | null;
  /** `none` where it says that there is none yet. */
  ratingOf(text: string): CooperativeRating | 'none' | null;
}

/** One cooperative as a register has it, each field named for its column; null: not given, or unreadable. */
export interface RegisterRow {
  readonly at: Locator;
  /** As written; empty where the row has none. */
  readonly name: string;
  /** Ten digits, with `-` and three more for a branch. The tenth may be wrong, as it is in the file. */
  readonly tax_code: string | null;
  readonly type: CooperativeType | null;
  readonly sector: SectorCode | null;
  readonly district: string | null;
  readonly commune: string | null;
  /** ISO, as exact as it was written: a day, a month or a year. */
  readonly founded_on: string | null;
  readonly status: CooperativeStatus | null;
  readonly members: Quantity<'count'> | null;
  readonly labour: Quantity<'count'> | null;
  readonly charter_capital: Quantity<'money'> | null;
  readonly revenue: Quantity<'money'> | null;
  readonly profit: Quantity<'money'> | null;
  readonly labour_income: Quantity<'money_per_year'> | null;
  readonly hitech: boolean | null;
  readonly value_chain: boolean | null;
  readonly alliance_member: boolean | null;
  readonly rating: CooperativeRating | null;
  /** The columns in which something stands that could not be read. */
  readonly unreadable: readonly RegisterColumn[];
}
