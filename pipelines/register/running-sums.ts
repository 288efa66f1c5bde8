import { zero } from '../../schemas/decimal';
import { Quantity } from '../../schemas/quantity';
import { type FigureColumn, measured, type RegisterRow } from '../../schemas/register';
import { Sum } from './sum';
import type { Tally } from './tally';

/** The columns that a total adds up. */
export const summed = ['members', 'labour', 'charter_capital', 'revenue', 'profit'] as const satisfies FigureColumn[];
export type Summed = (typeof summed)[number];

/** What the rows up to a place in the list come to. */
export interface Snapshot {
  readonly rows: number;
  /** Those of them that are dissolved, and add to `all` but not to `standing`. */
  readonly dissolved: number;
  readonly sums: Readonly<Record<Summed, Sums>>;
  /** How many cells of the column could not be read. */
  readonly unread: ReadonlyMap<string, number>;
}

/** `listed`: with the rows that stand twice, which count once. */
interface Sums {
  readonly standing: Quantity;
  readonly all: Quantity;
  readonly listed: Quantity;
}

/** Adds up what the tallies leave out, so that they need not add twice; together they are all rows. */
export class RunningSums {
  readonly #dissolved = sumsByColumn();
  readonly #untyped = sumsByColumn();
  readonly #twice = sumsByColumn();
  readonly #unread = new Map<string, number>();
  #rows = 0;
  #dissolvedRows = 0;

  constructor(private readonly tallies: readonly Tally[]) {}

  /** `counts`: it is in the tallies, where it has a type; else it stands in the list twice. */
  add(row: RegisterRow, counts: boolean): void {
    this.#rows += 1;
    const isDissolved = row.status === 'dissolved';
    if (isDissolved) this.#dissolvedRows += 1;
    const beside = counts ? (row.type === null ? this.#untyped : null) : this.#twice;
    const sums = isDissolved ? this.#dissolved : beside;
    if (sums !== null)
      for (const role of summed) {
        const amount = row[role];
        if (amount !== null) sums[role].add(amount, null);
      }
    for (const role of row.unreadable) this.#unread.set(role, (this.#unread.get(role) ?? 0) + 1);
  }

  now(): Snapshot {
    const sums = summed.map((role) => {
      const standing = together(role, [...this.tallies.map((tally) => tally.sumOf(role)), this.#untyped[role].total()]);
      const all = together(role, [standing, this.#dissolved[role].total()]);
      return [role, { standing, all, listed: together(role, [all, this.#twice[role].total()]) }];
    });
    return {
      rows: this.#rows,
      dissolved: this.#dissolvedRows,
      sums: Object.fromEntries(sums),
      unread: new Map(this.#unread),
    };
  }
}

const sumsByColumn = (): Record<Summed, Sum> => ({
  members: new Sum(),
  labour: new Sum(),
  charter_capital: new Sum(),
  revenue: new Sum(),
  profit: new Sum(),
});

function together(role: Summed, amounts: readonly (Quantity | null)[]): Quantity {
  return Quantity.sum([Quantity.fromBase(zero, measured[role]), ...amounts.filter((each) => each !== null)]);
}
