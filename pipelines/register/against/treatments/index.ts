import type { Rows } from '../effects';
import type { Figure } from '../figure';
import type { Sides } from '../listed';
import type { Treatment } from '../treatment';
import { notInPeriod, notListedBefore } from './founded';
import { noLongerListed } from './gone';
import { otherSector } from './sector';
import { otherStatus } from './status';
import { countedTwice } from './twice';
import { otherUnit } from './unit';

/** All that may explain why these figures do not agree: what is a fault in the register by itself comes first. */
export function treatmentsOf({ register, before }: Sides, open: readonly Figure[], rows: Rows): Treatment[] {
  const listed = register.rows;
  const widestOf = new Map(open.map((figure) => [figure.indicator, widest(figure, open, rows)]));
  return [
    ...countedTwice(listed),
    ...notInPeriod(register),
    ...[...widestOf.values()].flatMap((figure) => otherUnit(listed, figure, rows)),
    ...otherStatus(listed),
    ...(before === null ? [] : noLongerListed(listed, before.rows)),
    ...(before === null ? [] : notListedBefore(register, before.rows)),
    ...otherSector(listed, open, rows),
  ];
}

/** Of the figures of one indicator the one that is about most sectors. */
function widest(of: Figure, open: readonly Figure[], rows: Rows): Figure {
  const depth = ({ sector }: Figure) => rows.sectorsOf(sector).length;
  return open
    .filter(({ indicator }) => indicator === of.indicator)
    .reduce((best, next) => (depth(next) < depth(best) ? next : best));
}
