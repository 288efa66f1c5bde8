import type { Cell } from '../../schemas/cell';
import {
  type FigureColumn,
  measured,
  type RegisterColumn,
  type YesNoColumn,
  yesNoColumns,
} from '../../schemas/register';
import type { Notation } from '../normalise/number';
import type { Figures } from './figures';
import type { Columns } from './header';
import type { Words } from './words';

/** What the first rows of a register say about how all of it is written. */
export interface Evidence {
  /** The notation of a column's numbers that read two ways; a column that nothing speaks for is missing. */
  readonly notations: ReadonlyMap<RegisterColumn, Notation>;
  /** The columns in which only the yes is marked, so that an empty box is a no. */
  readonly ticked: ReadonlySet<RegisterColumn>;
}

type Row = readonly Cell[];

/** Judges by the cells that read one way only: a column's own first, else those of all columns. */
export function evidenceOf(rows: readonly Row[], columns: Columns, figures: Figures, words: Words): Evidence {
  const roles = Object.keys(measured) as FigureColumn[];
  const sure = new Map(roles.map((role) => [role, sureNotations(role, rows, columns, figures)]));
  const ofAll = usual([...sure.values()].flat());
  const notations = roles.flatMap((role): [RegisterColumn, Notation][] => {
    const notation = usual(sure.get(role) ?? []) ?? ofAll;
    return notation === null ? [] : [[role, notation]];
  });
  return {
    notations: new Map(notations),
    ticked: new Set(yesNoColumns.filter((role) => isTicked(role, rows, columns, words))),
  };
}

function sureNotations(role: FigureColumn, rows: readonly Row[], columns: Columns, figures: Figures): Notation[] {
  return cellsOf(role, rows, columns).flatMap((cell) => {
    const read = figures[role](cell);
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

function isTicked(role: YesNoColumn, rows: readonly Row[], columns: Columns, { yesNoOf }: Words): boolean {
  const marks = new Set(cellsOf(role, rows, columns).map(({ text }) => yesNoOf(text)));
  return marks.has(true) && !marks.has(false);
}

function cellsOf(role: RegisterColumn, rows: readonly Row[], columns: Columns): Cell[] {
  const index = columns.get(role)?.index;
  return index === undefined ? [] : rows.flatMap((row) => row[index] ?? []);
}
