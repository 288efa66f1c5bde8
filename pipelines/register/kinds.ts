import { lastDay, type Period } from '../../schemas/period';
import type { Quantity } from '../../schemas/quantity';
import type { CooperativeType, RegisterColumn, RegisterRow } from '../../schemas/register';

/** Whom the indicators of a section are about; credit funds are cooperatives. */
export type Group = 'htx' | 'lh' | 'tht';

/** The group that a row counts in. */
export const groupOf: Readonly<Record<CooperativeType, Group>> = { htx: 'htx', qtdnd: 'htx', lhhtx: 'lh', tht: 'tht' };

/** As a Vietnamese sentence calls them. */
export const groupNames: Readonly<Record<Group, string>> = { htx: 'HTX, QTDND', lh: 'LHHTX', tht: 'THT' };

/** Who was founded from the beginning of the period's year (`2021`) to its last day (`2021-06-30`) is new. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** Made once for all rows. */
export const daysOf = (period: Period): Days => ({ first: period.slice(0, 4), last: lastDay(period) });

/**
 * What a row says of a figure: whether it counts, or how much it adds (to a mean over labour: each of its people); null where
 * it does not say.
 */
export type Said = boolean | Quantity | null;

/** A kind of figure that a register gives of a group: the indicator `<group>.<name>`, made of what each row says. */
export interface Kind {
  readonly name: string;
  /** What it is had from; the first is what is counted or summed. */
  readonly columns: readonly [RegisterColumn, ...RegisterColumn[]];
  /** Divided by the number of rows, or by their labour. */
  readonly mean: 'row' | 'labour' | null;
  /** Of the dissolved ones as well, and not only of those in the books. */
  readonly dissolved: boolean;
  says(row: RegisterRow, days: Days): Said;
  /** How the rows that count are told from the others, in words. */
  readonly words: (period: Period) => string;
}

const inVietnamese = (day: string) => day.split('-').reverse().join('/');
const inBooks = () => 'còn trong sổ';
const kind = (name: string, columns: Kind['columns'], says: Kind['says'], words: Kind['words'] = inBooks): Kind => ({
  name,
  columns,
  mean: null,
  dissolved: false,
  says,
  words,
});

const common: readonly Kind[] = [
  kind('count', ['name'], () => true),
  kind(
    'active',
    ['status'],
    ({ status }) => status && status === 'active',
    () => 'đang hoạt động',
  ),
  kind(
    'ceased',
    ['status'],
    ({ status }) => status && status === 'ceased',
    () => 'ngừng hoạt động',
  ),
  kind(
    'alliance_member',
    ['alliance_member'],
    (row) => row.alliance_member,
    () => 'là thành viên Liên minh HTX',
  ),
  {
    ...kind('new', ['founded_on'], isNew, (period) => `thành lập trong kỳ (đến ${inVietnamese(lastDay(period))})`),
    dissolved: true,
  },
  kind('members', ['members'], (row) => row.members),
  kind('labour', ['labour'], (row) => row.labour),
  kind('charter_capital', ['charter_capital'], (row) => row.charter_capital),
  { ...kind('revenue_avg', ['revenue'], (row) => row.revenue), mean: 'row' },
  { ...kind('profit_avg', ['profit'], (row) => row.profit), mean: 'row' },
  { ...kind('labour_income_avg', ['labour_income', 'labour'], incomeOfEach), mean: 'labour' },
];

const hitech = 'ứng dụng công nghệ cao';
const chain = 'sản xuất gắn với chuỗi giá trị';
const both = kind('hitech', ['hitech', 'value_chain'], hitechInChain, () => `${hitech} ${chain}`);

/** The figures of each group. Of unions and groups the catalogue asks for high technology in a value chain only. */
export const kinds: Readonly<Record<Group, readonly Kind[]>> = {
  htx: [
    ...common,
    kind(
      'hitech',
      ['hitech'],
      (row) => row.hitech,
      () => hitech,
    ),
    kind(
      'value_chain',
      ['value_chain'],
      (row) => row.value_chain,
      () => chain,
    ),
  ],
  lh: [...common, both],
  tht: [...common, both],
};

/** Founded within the days, as far as the date is exact. */
function isNew({ founded_on: founded }: RegisterRow, { first, last }: Days): boolean | null {
  return founded === null ? null : founded >= first && founded <= last.slice(0, founded.length);
}

function hitechInChain(row: RegisterRow): boolean | null {
  if (row.hitech === false || row.value_chain === false) return false;
  return row.hitech && row.value_chain;
}

/** What each of its people earns; where nobody works, nobody's income is missing. */
function incomeOfEach({ labour, labour_income: income }: RegisterRow): Quantity<'money_per_year'> | false | null {
  if (labour !== null && income !== null) return income;
  return labour?.isZero() ? false : null;
}
