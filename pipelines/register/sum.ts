import { decimal } from '../../schemas/decimal';
import type { Quantity } from '../../schemas/quantity';

/** So many different amounts are kept before they are added up. */
const mostKept = 5000;

type Counts = Map<Quantity, { rows: number }>;

/**
 * An exact sum of amounts. Amounts that are one object are counted first and added up late: a register's figure is read once
 * and comes again, and to add it each time took a third of the time of reading.
 */
export class Sum {
  #sum: Quantity | null = null;
  readonly #once: Counts = new Map();
  readonly #byPeople = new Map<Quantity<'count'>, Counts>();
  #kept = 0;

  /** The amount, or so many times over as there are people. */
  add(amount: Quantity, people: Quantity<'count'> | null): void {
    const counts = people === null ? this.#once : this.#of(people);
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
    this.#addAll(this.#once, null);
    for (const [people, counts] of this.#byPeople) this.#addAll(counts, people);
    this.#once.clear();
    this.#byPeople.clear();
    this.#kept = 0;
  }

  #addAll(counts: Counts, people: Quantity<'count'> | null): void {
    for (const [amount, { rows }] of counts) {
      const once = people === null ? amount : amount.times(decimal(people.inBase()));
      const all = rows === 1 ? once : once.times(decimal(String(rows)));
      this.#sum = this.#sum?.plus(all) ?? all;
    }
  }

  #of(people: Quantity<'count'>): Counts {
    const counts = this.#byPeople.get(people) ?? new Map();
    if (counts.size === 0) this.#byPeople.set(people, counts);
    return counts;
  }
}
