import { identity } from '../../../config/thresholds';
import type { IdentityModel } from '../../../schemas/identity';
import type { ArrivedRow } from './arrived';
import { Blocks } from './blocks';
import type { Comparable } from './comparable';
import { learn } from './learn';
import { Weigher } from './weigher';

/** What one province's registers have shown: its frequent names and words, its model, and where its cooperatives are found. */
export class Scope {
  readonly blocks = new Blocks();
  /** How many were found. */
  cooperatives = 0;
  readonly #names = new Map<string, number>();
  readonly #words = new Map<string, number>();
  #rows = 0;
  #weigher: Weigher;

  constructor(model: IdentityModel = unlearned) {
    this.#weigher = new Weigher(model);
  }

  get weigher(): Weigher {
    return this.#weigher;
  }

  /** Counts the names of a register that came in. */
  count(rows: readonly ArrivedRow[]): void {
    this.#rows += rows.length;
    for (const { is } of rows) {
      if (is.name.letters !== '') countOne(this.#names, is.name.letters);
      for (const word of is.name.words) countOne(this.#words, word);
    }
  }

  /** At fixed points, so that the same registers always make the same model: at so many rows, and whenever they doubled. */
  learnWhereDue(rows: readonly ArrivedRow[], latestOf: (cooperative: number) => Comparable | undefined): void {
    if (this.#rows < Math.max(identity.firstLearned, 2 * this.#weigher.model.rows)) return;
    const model = learn({
      weigher: this.#weigher,
      likely: this.#likely(rows, latestOf),
      register: rows.map(({ is }) => is),
      rows: this.#rows,
      cooperatives: this.cooperatives,
      names: this.#names,
      words: this.#words,
    });
    this.#weigher = new Weigher(model);
  }

  *#likely(
    rows: readonly ArrivedRow[],
    latestOf: (cooperative: number) => Comparable | undefined,
  ): Iterable<[Comparable, Comparable]> {
    const step = Math.max(1, Math.floor(rows.length / identity.probedRows));
    for (let at = 0; at < rows.length; at += step) {
      const probe = rows[at];
      if (probe === undefined) continue;
      for (const cooperative of this.blocks.find(probe.keys)) {
        const latest = latestOf(cooperative);
        if (latest !== undefined) yield [probe.is, latest];
      }
    }
  }
}

/** Before anything was learned, and for rows of two provinces, of which too few are one to learn from. */
export const unlearned: IdentityModel = { rows: 0, cooperatives: 500, m: {}, u: {}, names: {}, words: {} };

const countOne = (counts: Map<string, number>, what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
