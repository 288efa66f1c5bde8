import type { Catalogue } from '../../schemas/catalogue';
import type { Finding } from '../../schemas/finding';
import type { Earlier } from '../../schemas/submission';
import { comparisons } from './checks/comparisons';
import { flowSizes } from './checks/flow-sizes';
import { flows } from './checks/flows';
import { history } from './checks/history';
import { planPercents } from './checks/plan-percents';
import { plans } from './checks/plans';
import { ratios } from './checks/ratios';
import { shares } from './checks/shares';
import { sums } from './checks/sums';
import { wholes } from './checks/wholes';
import { type Condition, holds } from './condition';
import { explained } from './explain';
import { Figures, type Report } from './figures';
import { late } from './late';
import { missing } from './missing';
import { repeated } from './repeated';
import { Said } from './said';

export type { Report } from './figures';

/** Each turns a report into the conditions that its figures must satisfy (rules.md, Checks). */
const rules: readonly ((figures: Figures) => Condition[])[] = [
  sums,
  wholes,
  shares,
  ratios,
  planPercents,
  plans,
  comparisons,
  flows,
  flowSizes,
  history,
];

/** Each looks at a report as a whole, and has at most one thing to say. */
const notes: readonly ((figures: Figures) => Finding[])[] = [late, missing, repeated];

/**
 * What is doubtful in a report by its own figures and what its province said before: one finding for each smallest change that
 * makes all rules hold again. `said`: findings that were made already; the rules do not speak of their figures again.
 */
export function check(report: Report, earlier: Earlier, catalogue: Catalogue, said: readonly Finding[]): Finding[] {
  const figures = new Figures(report, earlier, catalogue);
  const known = new Said(said, figures);
  const conditions = rules
    .flatMap((rule) => rule(figures))
    .filter(({ cells }) => !cells.some((cell) => known.doubts(cell)));
  const failing = conditions.filter((condition) => !holds(condition));
  return [...explained(failing, conditions, figures, known), ...notes.flatMap((note) => note(figures))];
}
