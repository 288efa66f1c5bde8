import { rules } from '../../../config/thresholds';
import type { RuleCell } from '../cell';
import { type Condition, holds } from '../condition';
import type { Figures } from '../figures';
import { roomFor } from './room';
import type { Graph } from './sets';
import { type Explanation, onlyValue, type Wrong } from './weigh';

/** Lines one after the other whose numbers stand one line too low or too high: each is its neighbour's, and the last is lost. */
export function shiftsOf(failing: readonly Condition[], graph: Graph, figures: Figures): Explanation[] {
  const doubtful = new Set(failing.flatMap(({ cells }) => cells.map(columnOf)));
  const columns = new Map<string, RuleCell[]>();
  for (const cell of figures.cells) {
    const key = columnOf(cell);
    if (doubtful.has(key)) columns.set(key, [...(columns.get(key) ?? []), cell]);
  }
  return [...columns.values()].flatMap((column) =>
    [column, column.toReversed()].flatMap((cells) =>
      runsOf(cells).flatMap((run) => shifted(run, failing, graph) ?? []),
    ),
  );
}

const columnOf = ({ role, indicator }: RuleCell) => `${role} ${indicator.code}`;

/** All runs of neighbouring lines that are long enough not to be a number copied from the next line. */
function runsOf(cells: readonly RuleCell[]): (readonly RuleCell[])[] {
  return cells.flatMap((_, from) =>
    cells.flatMap((__, to) => (to - from + 1 >= rules.shortestShift ? [cells.slice(from, to + 1)] : [])),
  );
}

/** The run with every number back on its line, and what is then left for the last one; null where that does not fit. */
function shifted(run: readonly RuleCell[], failing: readonly Condition[], graph: Graph): Explanation | null {
  const last = run.at(-1) as RuleCell;
  if (run.some((cell, at) => at > 0 && Math.abs(cell.line - (run[at - 1] as RuleCell).line) !== 1)) return null;
  const moved = run.slice(0, -1).map((cell, at): Wrong => ({ cell, value: run[at + 1]?.value ?? null, slip: null }));
  if (moved.some(({ cell, value }) => cell.value === value)) return null;
  const change = new Map(moved.map(({ cell, value }) => [cell, value ?? 0n]));
  const touching = graph.touching(run);
  if (!failing.every((condition) => condition.cells.some((cell) => run.includes(cell)))) return null;
  if (!touching.every((condition) => condition.cells.includes(last) || holds(condition, change))) return null;
  const room = roomFor([last], touching, change);
  if (room === null) return null;
  const value = onlyValue(last, [], change, room, touching);
  if (value === last.value) return null;
  return { wrong: [...moved, { cell: last, value, slip: null }], cost: rules.shift, isShift: true };
}
