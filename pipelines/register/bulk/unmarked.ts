import type { Cell } from '../../../schemas/cell';
import { reviewColumnsIn, withoutReview } from '../../../schemas/review';

type Row = readonly Cell[];

/** The rows of a large table without what `findings --annotate` wrote into it; its first header says whether it did. */
export class Unmarked {
  /** The last row that named the columns of such a copy. */
  #header: Row | null;

  constructor(beginning: readonly Row[]) {
    this.#header = beginning.find(namesMarks) ?? null;
  }

  /** Whether there is nothing to take out. */
  get clean(): boolean {
    return this.#header === null;
  }

  /** The next rows. */
  of(rows: readonly Row[]): readonly Row[] {
    if (this.#header === null) return rows;
    const unmarked = withoutReview([this.#header, ...rows], textOf).slice(1);
    this.#header = rows.findLast(namesMarks) ?? this.#header;
    return unmarked;
  }
}

const textOf = ({ text }: Cell) => text;
const namesMarks = (row: Row) => reviewColumnsIn(row.map(textOf)) !== null;
