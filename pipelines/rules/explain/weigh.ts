import { rules } from '../../../config/thresholds';
import type { RuleCell } from '../cell';
import type { Change, Condition } from '../condition';
import { isIn, type Room, roomFor, valuesIn, widthOf } from './room';
import type { Graph } from './sets';
import { explains, type Slip, slipsOf } from './slips';

/** A cell thought wrong: what it would be, where only one value is left, and the slip that makes it likely. */
export interface Wrong {
  readonly cell: RuleCell;
  readonly value: bigint | null;
  readonly slip: Slip | null;
}

/** A change that satisfies every condition, and what it costs to believe it. */
export interface Explanation {
  readonly wrong: readonly Wrong[];
  readonly cost: number;
  /** All of it is one slip: the lines stand one too low or too high. */
  readonly isShift: boolean;
}

/** The ways in which a set of cells can be wrong: of one cell all, of several the likeliest. */
export function weighed(set: readonly RuleCell[], graph: Graph, beside: Beside): Explanation[] {
  const conditions = graph.touching(set);
  const [only, ...others] = set;
  if (only === undefined || others.length > 0) return [likeliest(set, new Map(), conditions, beside)];
  return waysOf(only, [], new Map(), conditions, beside).map(({ wrong, cost }) => ({
    wrong: [wrong],
    cost,
    isShift: false,
  }));
}

/** What is known of a cell beside the conditions: what its number may have been copied from, where it was before, and what goes with it. */
export interface Beside {
  readonly near: (cell: RuleCell) => readonly RuleCell[];
  readonly past: (cell: RuleCell, value: bigint) => number;
  readonly kin: (cell: RuleCell, value: bigint) => number;
}

/** The likeliest cell is taken as it would be, and the others follow from it. */
function likeliest(
  open: readonly RuleCell[],
  chosen: Change,
  conditions: readonly Condition[],
  beside: Beside,
): Explanation {
  const ways = open.map((cell) => {
    const rest = open.filter((each) => each !== cell);
    return waysOf(cell, rest, chosen, conditions, beside).reduce((a, b) => (b.cost < a.cost ? b : a));
  });
  const [best] = [...ways].sort((a, b) => a.cost - b.cost);
  // Where its value stays open, nothing follows from it.
  if (best === undefined || best.wrong.value === null)
    return {
      wrong: ways.map(({ wrong }) => wrong),
      cost: ways.reduce((sum, { cost }) => sum + cost, 0),
      isShift: false,
    };
  const { cell, value } = best.wrong;
  const others = open.filter((each) => each !== cell);
  const rest = likeliest(others, new Map([...chosen, [cell, value]]), conditions, beside);
  return { wrong: [best.wrong, ...rest.wrong], cost: best.cost + rest.cost, isShift: false };
}

interface Way {
  readonly wrong: Wrong;
  readonly cost: number;
}

function waysOf(
  cell: RuleCell,
  rest: readonly RuleCell[],
  chosen: Change,
  conditions: readonly Condition[],
  beside: Beside,
): Way[] {
  const room = roomFor([cell, ...rest], conditions, chosen);
  const trust = trustIn(cell) + rules.free;
  const value = room === null ? null : onlyValue(cell, rest, chosen, room, conditions);
  const cost = (as: bigint | null) => trust - (as === null ? 0 : beside.past(cell, as) + beside.kin(cell, as));
  const ways: Way[] = [{ wrong: { cell, value, slip: null }, cost: cost(value) }];
  if (room === null) return ways;
  for (const slip of slipsOf(cell, conditions, beside.near(cell))) {
    const width = slip.kind === 'copied' ? 0n : widthOf(room);
    if (width === null || (slip.value !== null && !isIn(room, slip.value))) continue;
    const off = explains(slip, cell.step, width);
    const as = slip.value ?? value;
    if (off > 0) ways.push({ wrong: { cell, value: as, slip }, cost: cost(as) - off });
  }
  return ways;
}

/** The value that the equations leave if nothing is rounded; null where they leave several. */
export function onlyValue(
  cell: RuleCell,
  rest: readonly RuleCell[],
  chosen: Change,
  room: Room,
  conditions: readonly Condition[],
): bigint | null {
  for (const { derived } of conditions) if (derived?.cell === cell) return derived.value;
  const solved = conditions.flatMap(({ equation }) => {
    const own = equation?.find((term) => term.cell === cell);
    if (!equation || !own || equation.some((term) => rest.includes(term.cell))) return [];
    let others = 0n;
    for (const term of equation)
      if (term.cell !== cell) others += term.factor * (chosen.get(term.cell) ?? term.cell.value);
    return [-others / own.factor];
  });
  const [first, ...more] = solved.filter((value) => isIn(room, value));
  if (first !== undefined) return more.every((value) => value === first) ? first : null;
  const values = valuesIn(room, cell.step);
  return values?.count === 1n ? values.first : null;
}

function trustIn({ role }: RuleCell): number {
  if (role === 'before') return rules.wrong.before;
  return role === 'actual' || role === 'plan' ? rules.wrong.figure : rules.wrong.derived;
}
