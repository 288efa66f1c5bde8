import type { Catalogue } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import {
  type FigureColumn,
  measured,
  type RegisterColumn,
  type YesNoColumn,
  yesNoColumns,
} from '../../schemas/register';
import type { Notation } from '../normalise/number';
import { readFigure } from './figure';
import type { Columns } from './header';
import { readYesNo } from './yes-no';

/** What the first rows of a register say about how all of it is written. */
export interface Evidence {
  /** The notation of a column's numbers that read two ways; a column that nothing speaks for is missing. */
  readonly notations: ReadonlyMap<RegisterColumn, Notation>;
  /** The columns in which only the yes is marked, so that an empty box is a no. */
  readonly ticked: ReadonlySet<RegisterColumn>;
}

type Row = readonly Cell[];

/** Judges by the cells that read one way only: a column's own first, else those of all columns. */
export function evidenceOf(rows: readonly Row[], columns: Columns, catalogue: Catalogue): Evidence {
  const figures = Object.keys(measured) as FigureColumn[];
  const sure = new Map(figures.map((role) => [role, sureNotations(role, rows, columns, catalogue)]));
  const ofAll = usual([...sure.values()].flat());
  const notations = figures.flatMap((role): [RegisterColumn, Notation][] => {
    const notation = usual(sure.get(role) ?? []) ?? ofAll;
    return notation === null ? [] : [[role, notation]];
  });
  return {
    notations: new Map(notations),
    ticked: new Set(yesNoColumns.filter((role) => isTicked(role, rows, columns))),
  };
}

function sureNotations(role: FigureColumn, rows: readonly Row[], columns: Columns, catalogue: Catalogue): Notation[] {
  return cellsOf(role, rows, columns).flatMap(({ cell, column }) => {
    const read = readFigure(cell, column, role, catalogue);
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

function isTicked(role: YesNoColumn, rows: readonly Row[], columns: Columns): boolean {
  const marks = new Set(cellsOf(role, rows, columns).map(({ cell }) => readYesNo(cell.text)));
  return marks.has(true) && !marks.has(false);
}

function cellsOf(role: RegisterColumn, rows: readonly Row[], columns: Columns) {
  const column = columns.get(role);
  return column === undefined
    ? []
    : rows
        .flatMap((row) => ({ cell: row[column.index], column }))
        .flatMap(({ cell }) => (cell ? { cell, column } : []));
}
