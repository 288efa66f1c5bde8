import type { SectorCode } from '../../../schemas/codes';
import { lastDay, type Period } from '../../../schemas/period';
import type { Quantity } from '../../../schemas/quantity';
import type { CooperativeType, RegisterRow } from '../../../schemas/register';
import { fold } from '../../../schemas/text';
import { remembered } from '../remembered';
import { tenthDigit } from '../tax-code';
import { type Name, readName } from './name';

/** A row of a register in the form in which two are compared; null: not given. */
export interface Comparable {
  /** All of it but the sizes, in one piece: two rows of which it is the same say the same of who they are. */
  readonly says: string;
  readonly name: Name;
  /** Ten digits. */
  readonly taxCode: string | null;
  readonly branch: string;
  readonly taxCodeValid: boolean;
  /** Folded, without `xã`, `huyện` and their like. */
  readonly commune: string | null;
  readonly district: string | null;
  /** Reported after the communes were merged and the districts were abolished, on 1 July 2025. */
  readonly afterMergers: boolean;
  readonly foundedOn: string | null;
  readonly type: CooperativeType | null;
  readonly sector: SectorCode | null;
  /** Natural logarithms: only how many times one is the other is compared, and nothing is reckoned with them. */
  readonly members: number | null;
  readonly capital: number | null;
}

/** The form of a row for comparing; `period` is its register's. */
export function comparable(row: RegisterRow, period: Period): Comparable {
  const [taxCode = null, branch = ''] = row.tax_code?.split('-') ?? [];
  const name = readName(row.name);
  const commune = row.commune === null ? null : placeName(row.commune);
  const district = row.district === null ? null : placeName(row.district);
  const { letters, marked, works } = name;
  const { tax_code, founded_on, type, sector } = row;
  return {
    says: [letters, marked, ...works, tax_code, commune, district, founded_on, type, sector].join('|'),
    name,
    taxCode,
    branch,
    taxCodeValid: taxCode !== null && tenthDigit(taxCode) === taxCode[9],
    commune,
    district,
    afterMergers: lastDay(period) > '2025-07-01',
    foundedOn: founded_on,
    type,
    sector,
    members: logarithm(row.members),
    capital: logarithm(row.charter_capital),
  };
}

/** The code of a row if it is a valid one: rows with two of them are never one cooperative unless a person says so. */
export const validCode = ({ taxCode, taxCodeValid }: Comparable): string | null => (taxCodeValid ? taxCode : null);

const logarithm = (amount: Quantity | null) =>
  amount === null || amount.isZero() || amount.isNegative() ? null : Math.log(Number(amount.inBase()));

const kinds = /^(thi tran|thi xa|thanh pho|phuong|huyen|quan|xa|tt|tx|tp|x|p|h|q) (?=.)/;

const placeName = remembered((written: string): string | null => {
  const name = fold(written)
    .replace(kinds, '')
    .replace(/^0+(?=\d)/, '')
    .replace(/ /g, '');
  return name === '' ? null : name;
});
