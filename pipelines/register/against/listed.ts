import type { Catalogue } from '../../../schemas/catalogue';
import { type Period, yearOf } from '../../../schemas/period';
import type { RegisterRow } from '../../../schemas/register';
import type { ReportedFile } from '../../../schemas/submission';
import { type Group, type Kind, kinds } from '../kinds';

/** A row of a register, the file that it stands in and the id of the cooperative that it is. */
export interface ListedRow extends RegisterRow {
  readonly cooperative: string;
  readonly file: string;
}

/** A province's register of a period, in the order of the file. */
export interface Listed {
  readonly period: Period;
  readonly rows: readonly ListedRow[];
}

/** A province's report on form B01, the register of the same period and, where there is one, an earlier register. */
export interface Sides {
  readonly report: Pick<ReportedFile, 'file' | 'figures'>;
  readonly register: Listed;
  readonly before: Listed | null;
  readonly catalogue: Catalogue;
}

/** What a register gives of each group; with one of an earlier year beside it also who was dissolved in this year. */
export function kindsBeside({ register, before }: Sides): Readonly<Record<Group, readonly Kind[]>> {
  if (before === null || yearOf(before.period) >= yearOf(register.period)) return kinds;
  const inBooks = new Set(
    before.rows.filter(({ status }) => status !== 'dissolved').map(({ cooperative }) => cooperative),
  );
  const dissolved: Kind = {
    name: 'dissolved',
    columns: ['status'],
    mean: null,
    dissolved: true,
    says: ({ status, cooperative }: ListedRow) => status && status === 'dissolved' && inBooks.has(cooperative),
    words: () => 'giải thể trong kỳ',
  };
  return { htx: [...kinds.htx, dissolved], lh: [...kinds.lh, dissolved], tht: [...kinds.tht, dissolved] };
}
