import { decimal } from '../../schemas/decimal';
import type { Quantity } from '../../schemas/quantity';

/** So many different amounts are kept before they are added up. */
const mostKept = 5000;

/**
 * An exact sum of amounts. Amounts that are one object are counted first and added up late: a register's figure is read once
 * and comes again, and to add it each time took a third of the time of reading.
 */
export class Sum {
  #sum: Quantity | null = null;
  readonly #counts = new Map<Quantity<'count'> | null, Map<Quantity, { rows: number }>>();
  #kept = 0;

  /** The amount, or so many times over as there are people. */
  add(amount: Quantity, people: Quantity<'count'> | null): void {
    const counts = this.#counts.get(people) ?? new Map<Quantity, { rows: number }>();
    if (counts.size === 0) this.#counts.set(people, counts);
    const count = counts.get(amount);
    if (count !== undefined) {
      count.rows += 1;
      return;
    }
    counts.set(amount, { rows: 1 });
    this.#kept += 1;
    if (this.#kept === mostKept) this.#addUp();
  }

  /** Null where nothing was added. */
  total(): Quantity | null {
    this.#addUp();
    return this.#sum;
  }

  #addUp(): void {
    for (const [people, counts] of this.#counts) {
      for (const [amount, { rows }] of counts) {
        const once = people === null ? amount : amount.times(decimal(people.inBase()));
        const all = rows === 1 ? once : once.times(decimal(String(rows)));
        this.#sum = this.#sum?.plus(all) ?? all;
      }
    }
    this.#counts.clear();
    this.#kept = 0;
  }
}
