import type { Cell } from '../../schemas/cell';
import type { Dimension } from '../../schemas/quantity';
import {
  type FigureColumn,
  measured,
  type RegisterColumn,
  type YesNoColumn,
  yesNoColumns,
} from '../../schemas/register';
import type { Notation } from '../normalise/number';
import type { WrittenFigure } from './figure';
import type { Figures } from './figures';
import type { Columns } from './header';
import type { Group } from './kinds';
import { notationBySize, type SizedRow, type UnitSlip, unitSlips } from './size-evidence';
import { isSized, type SizedColumn, type Sizes } from './sizes';
import { notationsBySum, type TotalledRows } from './sum-evidence';
import type { Words } from './words';

/** What the first rows of a register say about how all of it is written. */
export interface Evidence {
  /** The notation of a column's numbers that read two ways; a column that nothing speaks for is missing. */
  readonly notations: ReadonlyMap<RegisterColumn, Spoken>;
  /** The columns of money whose unit cannot be meant. */
  readonly slips: ReadonlyMap<SizedColumn, UnitSlip>;
  /** The columns in which something is marked, so that a dash is a no. */
  readonly marked: ReadonlySet<RegisterColumn>;
  /** Those in which only the yes is marked, so that an empty box is a no. */
  readonly ticked: ReadonlySet<RegisterColumn>;
}

/** A notation, and what speaks for it: numbers that read one way only, a total, or no more than the size of the amounts. */
export interface Spoken {
  readonly notation: Notation;
  readonly by: 'numbers' | 'sum' | 'size';
}

/** What is needed to look at the rows. */
export interface EvidenceSetting {
  readonly columns: Columns;
  readonly figures: Figures;
  readonly words: Words;
  readonly sizes: Sizes;
}

/** A row with the group that it counts in, as far as that can be told before it is read. */
export interface GroupedRow {
  readonly cells: readonly Cell[];
  readonly group: Group | null;
}

/**
 * Judges by the cells that read one way only: a column's own first, then by the totals that it adds up to, else by the cells of
 * all columns; and by the size of money.
 */
export function evidenceOf(
  rows: readonly GroupedRow[],
  totals: readonly TotalledRows[],
  setting: EvidenceSetting,
): Evidence {
  const figures = figuresIn(rows, setting);
  const notations = notationsOf(figures, notationsBySum(totals, setting), setting);
  const marks = new Map(yesNoColumns.map((role) => [role, marksOf(role, rows, setting)]));
  const having = (test: (marks: ReadonlySet<unknown>) => boolean) =>
    new Set(yesNoColumns.filter((role: YesNoColumn) => test(marks.get(role) ?? new Set())));
  return {
    notations,
    slips: unitSlips((role) => sizedRows(figures[role]), notations, setting),
    marked: having((each) => each.has(true) || each.has(false)),
    ticked: having((each) => each.has(true) && !each.has(false)),
  };
}

/** The figures of each column with the groups of their rows, read once for all that is asked of them. */
type FiguresIn = Readonly<Record<FigureColumn, readonly GroupedFigure[]>>;
type GroupedFigure = { readonly read: WrittenFigure<Dimension>; readonly group: Group | null };

const roles = Object.keys(measured) as FigureColumn[];

function figuresIn(rows: readonly GroupedRow[], setting: EvidenceSetting): FiguresIn {
  const figures = (role: FigureColumn): readonly GroupedFigure[] =>
    cellsOf(role, rows, setting).map(({ cell, group }) => ({ read: setting.figures[role](cell), group }));
  return Object.fromEntries(roles.map((role) => [role, figures(role)])) as FiguresIn;
}

function notationsOf(
  figures: FiguresIn,
  added: ReadonlyMap<RegisterColumn, Notation>,
  { sizes }: EvidenceSetting,
): Map<RegisterColumn, Spoken> {
  const sure = new Map(roles.map((role) => [role, sureNotations(figures[role])]));
  const sized = new Map(
    roles.filter(isSized).map((role) => [role as FigureColumn, notationBySize(role, sizedRows(figures[role]), sizes)]),
  );
  const [bySize, ...others] = new Set([...sized.values()].filter((each) => each !== null));
  const numbers = usual([...sure.values()].flat());
  const ofAll = numbers ?? (others.length === 0 ? (bySize ?? null) : null);
  return new Map(
    roles.flatMap((role): [RegisterColumn, Spoken][] => {
      const own = usual(sure.get(role) ?? []);
      const fitting = sized.get(role) ?? null;
      if (own !== null) return [[role, { notation: own, by: 'numbers' }]];
      const bySum = added.get(role);
      if (bySum !== undefined) return [[role, { notation: bySum, by: 'sum' }]];
      // What the other columns say and what can be meant here differ: nobody knows.
      if (fitting !== null && ofAll !== null && fitting !== ofAll) return [];
      if (numbers !== null) return [[role, { notation: numbers, by: 'numbers' }]];
      const notation = fitting ?? ofAll;
      return notation === null ? [] : [[role, { notation, by: 'size' }]];
    }),
  );
}

function sureNotations(figures: readonly GroupedFigure[]): Notation[] {
  return figures.flatMap(({ read }) => {
    const [only, other] = read.kind === 'figure' ? read.candidates : [];
    return only?.notation && !other ? only.notation : [];
  });
}

/** So many times as many numbers of one notation outweigh those of the other. */
const outweigh = 10;

function usual(notations: readonly Notation[]): Notation | null {
  const vi = notations.filter((each) => each === 'vi').length;
  const en = notations.length - vi;
  if (vi > en) return en * outweigh <= vi ? 'vi' : null;
  return en > 0 && vi * outweigh <= en ? 'en' : null;
}

function sizedRows(figures: readonly GroupedFigure[]): SizedRow[] {
  return figures.flatMap(({ read, group }) => {
    if (read.kind !== 'figure' || group === null) return [];
    const { candidates, unit, ownUnit } = read;
    return { group, candidates, unit, ownUnit };
  });
}

function marksOf(role: YesNoColumn, rows: readonly GroupedRow[], setting: EvidenceSetting): ReadonlySet<unknown> {
  return new Set(cellsOf(role, rows, setting).map(({ cell }) => setting.words.yesNoOf(cell.text)));
}

function cellsOf(role: RegisterColumn, rows: readonly GroupedRow[], { columns }: EvidenceSetting) {
  const index = columns.get(role)?.index;
  if (index === undefined) return [];
  return rows.flatMap(({ cells, group }) => {
    const cell = cells[index];
    return cell === undefined ? [] : { cell, group };
  });
}
