import { rules } from '../../../config/thresholds';
import type { Finding } from '../../../schemas/finding';
import type { RuleCell } from '../cell';
import type { Condition } from '../condition';
import type { Figures } from '../figures';
import type { Said } from '../said';
import { contradicted, shifted, undecided, unexplained } from './findings';
import { kin } from './kin';
import { neighbours } from './near';
import { past } from './past';
import { Graph, smallestSets } from './sets';
import { shiftsOf } from './shifts';
import { type Explanation, type Wrong, weighed } from './weigh';

/** The failing conditions as findings: one for each cell that has to be another, or for the cells one of which has to be. */
export function explained(
  failing: readonly Condition[],
  conditions: readonly Condition[],
  figures: Figures,
  said: Said,
): Finding[] {
  if (failing.length === 0) return [];
  const graph = new Graph(conditions);
  const beside = { near: neighbours(figures), past: past(figures), kin: kin(figures) };
  return graph.components(failing).flatMap((group) => {
    const sets = smallestSets(group, graph).flatMap((set) => weighed(set, graph, beside));
    const all = [...sets, ...shiftsOf(group, graph, figures)];
    const [best, ...others] = all.sort((a, b) => a.cost - b.cost);
    if (best === undefined) return unexplained(group, figures);
    const rivals = others.filter(({ cost }) => cost < best.cost + rules.margin);
    if (best.isShift && rivals.length === 0) return [shifted(best.wrong, group, figures)];
    if (best.isShift) return unexplained(group, figures);
    return findingsOf(
      best,
      rivals.filter(({ isShift }) => !isShift),
      group,
      figures,
      said,
    );
  });
}

function findingsOf(
  best: Explanation,
  rivals: readonly Explanation[],
  failing: readonly Condition[],
  figures: Figures,
  said: Said,
): Finding[] {
  return shared(best.wrong, failing).flatMap(([wrong, conditions]) => {
    if (conditions.length === 0) return [];
    const others = rivals.flatMap((rival) => inItsPlace(wrong.cell, best, rival) ?? []);
    const elsewhere = others.filter(({ cell }) => cell !== wrong.cell);
    const isSaid = ({ cell, slip }: Wrong) => said.has(cell) && (elsewhere.length === 0 || slip?.kind === 'unit');
    if ([wrong, ...elsewhere].some(isSaid)) return [];
    // What it would be may hang on what else is changed: every explanation with it counts.
    const cells = new Set([wrong, ...elsewhere].map(({ cell }) => cell));
    const all = [best, ...rivals].flatMap((each) => each.wrong.filter(({ cell }) => cells.has(cell)));
    if (elsewhere.length > 0) return [undecided([wrong, ...elsewhere, ...all], conditions, figures)];
    const sure = others.every(({ value }) => value === wrong.value) && isSure(wrong, figures);
    return [contradicted(sure ? wrong : { ...wrong, value: null }, conditions, figures)];
  });
}

/** What another explanation changes in the place of that cell, if it is the same otherwise. */
function inItsPlace(cell: RuleCell, best: Explanation, rival: Explanation): Wrong | null {
  const rest = best.wrong.map((each) => each.cell).filter((each) => each !== cell);
  if (!rest.every((each) => rival.wrong.some((other) => other.cell === each))) return null;
  return rival.wrong.find((other) => !rest.includes(other.cell)) ?? null;
}

/** Each condition is said once, with the cell that has the fewest of them. */
function shared(wrong: readonly Wrong[], failing: readonly Condition[]): [Wrong, Condition[]][] {
  const of = ({ cell }: Wrong) => failing.filter(({ cells }) => cells.includes(cell));
  const open = new Set(failing);
  return [...wrong]
    .sort((a, b) => of(a).length - of(b).length)
    .map((each) => [each, of(each).filter((condition) => open.delete(condition))]);
}

/** A value that only the balance of sums gives is as exact as the report's sums are. */
function isSure({ cell, slip }: Wrong, figures: Figures): boolean {
  const byBalance = slip === null || slip.kind === 'copied';
  return !byBalance || cell.counted || cell.role !== 'actual' || figures.sumsAreExact;
}
