import { countedOnce } from '../same-rows';
import { Rows } from './effects';
import { Explaining } from './explain';
import { agrees, figuresOf } from './figure';
import { type Gap, gapOf } from './gap';
import type { Sides } from './listed';
import { poolOf } from './pool';
import { treatmentsOf } from './treatments';
import { withoutFigure } from './without';

export { findings } from './findings';
export type { Cause, Gap } from './gap';
export { lines } from './lines';
export type { Listed, ListedRow, Sides } from './listed';
export type { Change, Reason, Treatment } from './treatment';

/**
 * The figures in which a report and the register of the same period differ, each with the cooperatives that explain it; in
 * the order of the catalogue. None where a row does not say its type, for the register then gives no figure.
 */
export function gaps(given: Sides): Gap[] {
  const sides = { ...given, register: { ...given.register, rows: countedOnce(given.register.rows) } };
  const { register, catalogue } = sides;
  const figures = figuresOf(sides);
  const open = figures.filter((figure) => !agrees(figure, figure.parts));
  if (open.length === 0) return [];
  const rows = new Rows(figures, register.period, catalogue);
  const explaining = new Explaining(figures, poolOf(treatmentsOf(sides, open, rows), rows));
  explaining.takeLikely();
  for (const [figure, cause] of withoutFigure(explaining, register.rows, rows)) explaining.close(figure, cause);
  explaining.takeUnlikely();
  return open.map((figure) => {
    const closed = explaining.closed.get(figure);
    return gapOf(figure, closed?.cause ?? null, closed?.also ?? []);
  });
}
