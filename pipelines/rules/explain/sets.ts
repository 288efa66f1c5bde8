import { rules } from '../../../config/thresholds';
import type { RuleCell } from '../cell';
import type { Condition } from '../condition';
import { roomFor } from './room';

/** The conditions of a report by the cells that they speak of. */
export class Graph {
  readonly #touching = new Map<RuleCell, Condition[]>();

  constructor(readonly conditions: readonly Condition[]) {
    for (const condition of conditions)
      for (const cell of condition.cells) {
        const list = this.#touching.get(cell);
        if (list) list.push(condition);
        else this.#touching.set(cell, [condition]);
      }
  }

  touching(cells: readonly RuleCell[]): Condition[] {
    return [...new Set(cells.flatMap((cell) => this.#touching.get(cell) ?? []))];
  }

  /** Failing conditions in groups that share no cell. */
  components(failing: readonly Condition[]): [Condition, ...Condition[]][] {
    const open = new Set(failing);
    const groups: [Condition, ...Condition[]][] = [];
    for (const start of failing) {
      if (!open.delete(start)) continue;
      const group: [Condition, ...Condition[]] = [start];
      for (const each of group) for (const next of this.touching(each.cells)) if (open.delete(next)) group.push(next);
      groups.push(group);
    }
    return groups;
  }
}

/**
 * All smallest sets of cells whose change can satisfy every condition (Fellegi and Holt 1976); none where these would be too
 * many cells, or too many sets had to be tried.
 */
export function smallestSets(failing: readonly Condition[], graph: Graph): (readonly RuleCell[])[] {
  let sets: (readonly RuleCell[])[] = [[]];
  const tried = new Set<string>();
  for (let size = 1; size <= rules.mostCells; size += 1) {
    sets = sets.flatMap((set) => larger(set, failing, graph)).filter((set) => isNew(set, tried));
    if (tried.size > rules.mostTried) return [];
    const enough = sets.filter((set) => canSatisfy(set, failing, graph));
    if (enough.length > 0) return enough;
  }
  return [];
}

/** One more cell: of a condition that fails whatever these become; where there is none, of any that they are bound by. */
function larger(set: readonly RuleCell[], failing: readonly Condition[], graph: Graph): (readonly RuleCell[])[] {
  const missed = failing.find(({ cells }) => !cells.some((cell) => set.includes(cell)));
  const from = missed ? missed.cells : graph.touching(set).flatMap(({ cells }) => cells);
  return [...new Set(from)].filter((cell) => !set.includes(cell)).map((cell) => [...set, cell]);
}

function isNew(set: readonly RuleCell[], tried: Set<string>): boolean {
  const key = set
    .map((cell) => cell.key)
    .sort()
    .join('|');
  return !tried.has(key) && Boolean(tried.add(key));
}

function canSatisfy(set: readonly RuleCell[], failing: readonly Condition[], graph: Graph): boolean {
  return (
    failing.every(({ cells }) => cells.some((cell) => set.includes(cell))) && roomFor(set, graph.touching(set)) !== null
  );
}
