/** How many pairs of rows are truly one cooperative, how many are said to be, and how many are both. */
export interface PairScore {
  readonly precision: number;
  readonly recall: number;
}

/** Holds groups against the truth; of each row its true cooperative, and the group that it was put into. */
export function pairScore(truth: readonly number[], groups: readonly number[]): PairScore {
  const both = new Map<string, number>();
  for (const [index, one] of truth.entries()) count(both, `${one} ${groups[index]}`);
  const right = pairs(both);
  return { precision: right / pairs(counted(groups)), recall: right / pairs(counted(truth)) };
}

function counted(groups: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const group of groups) count(counts, group);
  return counts;
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const pairs = (counts: ReadonlyMap<unknown, number>) =>
  [...counts.values()].reduce((sum, rows) => sum + (rows * (rows - 1)) / 2, 0);
