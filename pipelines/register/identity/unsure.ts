import { identity } from '../../../config/thresholds';
import type { Partition } from './partition';
import type { Edge } from './settle';

/** Of the doubtful likenesses those that still wait for a person: one for two cooperatives, the strongest; strongest first. */
export function unsurePairs(doubtful: readonly Edge[], partition: Partition): Edge[] {
  const strongest = new Map<string, Edge>();
  for (const edge of doubtful) {
    const { row, like } = edge;
    if (partition.areOne(row, like) || partition.mayNotBeOne(row, like) === 'said') continue;
    const penalty = partition.stoodTogether(row, like) ? identity.withinRegister : 0;
    const weight = edge.weight + penalty;
    if (weight < identity.unsure) continue;
    const pair = [partition.cooperative(row), partition.cooperative(like)].sort((a, b) => a - b).join(' ');
    const before = strongest.get(pair);
    if (before === undefined || before.weight < weight) strongest.set(pair, { row, like, weight });
  }
  return [...strongest.values()].sort((a, b) => b.weight - a.weight || a.row - b.row || a.like - b.like);
}
