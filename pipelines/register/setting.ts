import type { Catalogue } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { Period } from '../../schemas/period';
import type { CooperativeType } from '../../schemas/register';
import { evidenceOf } from './evidence';
import { figuresOf } from './figures';
import type { Header } from './header';
import { typeNamed, type Under } from './headings';
import { daysOf } from './kinds';
import type { RowSetting } from './row-reading';
import { Sizes } from './sizes';
import type { TotalledRows } from './sum-evidence';
import { groupBeforehand } from './type-in';
import { wordsOf } from './words';

/** What is known of a register when its rows are read, by its header and its first rows. */
export function settingOf(
  first: {
    readonly rows: readonly { readonly cells: readonly Cell[]; readonly under: Under }[];
    readonly totals: readonly TotalledRows[];
  },
  { columns }: Header,
  period: Period,
  catalogue: Catalogue,
): RowSetting {
  const sizes = new Sizes(catalogue);
  const known = {
    columns,
    figures: figuresOf(columns, sizes, catalogue),
    words: wordsOf(catalogue),
    sizes,
    days: daysOf(period),
    listed: typeListed(columns.get('name')?.header.text ?? '', catalogue),
    remarkAt: null,
  };
  const grouped = first.rows.map(({ cells, under }) => ({ cells, group: groupBeforehand(cells, under, known) }));
  return { ...known, evidence: evidenceOf(grouped, first.totals, known) };
}

/** What the list is of, where its column of names says so: `Tên THT`, not `Tên HTX, THT`. */
function typeListed(header: string, catalogue: Catalogue): CooperativeType | null {
  const named = typeNamed(header.replace(/^\s*tên\s+/iu, ''), catalogue);
  // A list of cooperatives has unions and groups as well.
  return named === 'htx' ? null : named;
}
