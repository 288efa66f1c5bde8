import type { Locator } from '../../../schemas/cell';
import type { ProvinceId, SectorCode, SubmissionId } from '../../../schemas/codes';
import type { Database } from '../../../schemas/database';
import { decimal } from '../../../schemas/decimal';
import type { NumberedRow, RegisterOf } from '../../../schemas/identity';
import type { Period } from '../../../schemas/period';
import { type Dimension, Quantity } from '../../../schemas/quantity';
import type {
  CooperativeRating,
  CooperativeStatus,
  CooperativeType,
  RegisterColumn,
  RegisterRow,
} from '../../../schemas/register';

/** A register that was loaded, and the province of the 34 that it lies in. */
export interface LoadedRegister {
  readonly submission: SubmissionId;
  readonly receipt: number;
  readonly part: number;
  readonly province: ProvinceId;
  readonly period: Period;
}

/** The rows of a register as they were understood, in its order. */
export async function registerOf(database: Database, scope: ProvinceId, of: LoadedRegister): Promise<RegisterOf> {
  const { rows } = await database.query<StoredRow>(
    `select ${storedColumns} from register_row where province = $1 and submission = $2 order by number`,
    [of.province, of.submission],
  );
  return { submission: of.submission, scope, period: of.period, rows: rows.map(numbered) };
}

export const storedColumns =
  'number, locator, name, tax_code, type, sector, district, commune, founded_on, status, members, labour, charter_capital_dong, revenue_dong, profit_dong, labour_income_dong_per_year, hitech, value_chain, alliance_member, rating, unreadable';

/** A row of `register_row`. */
export interface StoredRow {
  readonly number: number;
  readonly locator: Locator;
  readonly name: string;
  readonly tax_code: string | null;
  readonly type: CooperativeType | null;
  readonly sector: SectorCode | null;
  readonly district: string | null;
  readonly commune: string | null;
  readonly founded_on: string | null;
  readonly status: CooperativeStatus | null;
  readonly members: string | null;
  readonly labour: string | null;
  readonly charter_capital_dong: string | null;
  readonly revenue_dong: string | null;
  readonly profit_dong: string | null;
  readonly labour_income_dong_per_year: string | null;
  readonly hitech: boolean | null;
  readonly value_chain: boolean | null;
  readonly alliance_member: boolean | null;
  readonly rating: CooperativeRating | null;
  readonly unreadable: readonly RegisterColumn[];
}

const numbered = (stored: StoredRow): NumberedRow => ({ row: stored.number, reported: reportedRow(stored) });

export function reportedRow(stored: StoredRow): RegisterRow {
  const {
    number: _,
    locator,
    charter_capital_dong,
    revenue_dong,
    profit_dong,
    labour_income_dong_per_year,
    ...row
  } = stored;
  return {
    ...row,
    at: locator,
    members: amount(stored.members, 'count'),
    labour: amount(stored.labour, 'count'),
    charter_capital: amount(charter_capital_dong, 'money'),
    revenue: amount(revenue_dong, 'money'),
    profit: amount(profit_dong, 'money'),
    labour_income: amount(labour_income_dong_per_year, 'money_per_year'),
  };
}

const amount = <D extends Dimension>(base: string | null, dimension: D) =>
  base === null ? null : Quantity.fromBase(decimal(base), dimension);
