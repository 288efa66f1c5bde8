import { identity } from '../../../config/thresholds';

/** Numbers of cooperatives (or of rows) by key. A key with too many stops growing and finds nothing. */
export class Blocks {
  readonly #blocks = new Map<number, number | number[]>();

  add(number: number, keys: readonly number[]): void {
    for (const key of keys) {
      const before = this.#blocks.get(key);
      if (before === undefined) this.#blocks.set(key, number);
      else if (typeof before === 'number') {
        if (before !== number) this.#blocks.set(key, [before, number]);
      } else if (before.length <= identity.largestBlock && !before.includes(number)) before.push(number);
    }
  }

  /** All that share a key, in the order in which they were added to the first that they share. */
  find(keys: readonly number[]): Set<number> {
    const found = new Set<number>();
    for (const key of keys) {
      const block = this.#blocks.get(key);
      if (typeof block === 'number') found.add(block);
      else if (block !== undefined && block.length <= identity.largestBlock)
        for (const number of block) found.add(number);
    }
    return found;
  }
}
