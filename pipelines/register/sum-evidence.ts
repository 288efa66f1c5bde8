import type { Cell } from '../../schemas/cell';
import { Quantity } from '../../schemas/quantity';
import type { RegisterColumn } from '../../schemas/register';
import type { Notation } from '../normalise/number';
import type { EvidenceSetting } from './evidence';
import { type Summed, summed } from './running-sums';

/** A row that names a total, and the rows that it may be of. */
export interface TotalledRows {
  readonly cells: readonly Cell[];
  readonly of: readonly (readonly (readonly Cell[])[])[];
}

/**
 * The columns of which a total comes to what its rows make in one notation, and in the other to something else: of `1.100`,
 * `500` and the total `1.600` the dot parts thousands.
 */
export function notationsBySum(
  totals: readonly TotalledRows[],
  setting: EvidenceSetting,
): ReadonlyMap<RegisterColumn, Notation> {
  const notations = new Map<RegisterColumn, Notation>();
  for (const role of summed) {
    const adding = (['vi', 'en'] as const).filter((notation) =>
      totals.some((total) => addsUp(total, role, notation, setting)),
    );
    const [only, other] = adding;
    if (only !== undefined && other === undefined) notations.set(role, only);
  }
  return notations;
}

function addsUp({ cells, of }: TotalledRows, role: Summed, notation: Notation, setting: EvidenceSetting): boolean {
  const said = amountIn(cells, role, notation, setting);
  if (said === null || said === 'unclear') return false;
  return of.some((rows) => {
    const amounts = rows.map((row) => amountIn(row, role, notation, setting));
    if (amounts.includes('unclear')) return false;
    const parts = amounts.filter((each): each is Quantity => each !== null && each !== 'unclear');
    return parts.length > 1 && Quantity.sum([parts[0] as Quantity, ...parts.slice(1)]).equals(said);
  });
}

/** Null where the cell says nothing. */
function amountIn(
  cells: readonly Cell[],
  role: Summed,
  notation: Notation,
  { columns, figures }: EvidenceSetting,
): Quantity | null | 'unclear' {
  const cell = cells[columns.get(role)?.index ?? cells.length];
  const read = cell && figures[role](cell);
  if (read === undefined || read.kind === 'none') return null;
  if (read.kind === 'doubt') return 'unclear';
  const [only, other] = read.candidates;
  const meant = other === undefined ? only : read.candidates.find((each) => each.notation === notation);
  return meant?.amount ?? 'unclear';
}
