import type { SectorCode } from '../../../../schemas/codes';
import type { Rows } from '../effects';
import { agrees, type Figure, type Parts } from '../figure';
import type { ListedRow } from '../listed';
import { movedTo, type Treatment } from '../treatment';

/** More rows than this that fit alike explain nothing. */
const mostAlike = 100;

/** Two sectors of one group, and the figures of which the one has too much by what the other lacks. */
interface Move {
  readonly from: SectorCode;
  readonly to: SectorCode;
  readonly figures: Figure[];
  best: number;
  fitting: ListedRow[];
}

/** Rows that close the gaps of two sectors when they go from the one to the other: those that close most of them. */
export function otherSector(listed: readonly ListedRow[], open: readonly Figure[], rows: Rows): Treatment[] {
  const moves = movesOf(open, rows);
  for (const row of listed) for (const move of moves) tryOn(row, move, rows);
  return moves
    .filter(({ fitting }) => fitting.length <= mostAlike)
    .flatMap(({ fitting, to }) => fitting.map((row) => movedTo(row, to)));
}

function movesOf(open: readonly Figure[], rows: Rows): Move[] {
  const moves = new Map<string, Move>();
  for (const from of open)
    for (const to of open) {
      const isApart = !rows.sectorsOf(to.sector).includes(from.sector);
      if (from.indicator !== to.indicator || !isApart || from.parts.by !== null) continue;
      const surplus = gap(from);
      if (surplus.lte('0') || gap(to).plus(surplus).abs().gte(to.lastDigit)) continue;
      const key = `${from.group} ${from.sector} ${to.sector}`;
      const move = moves.get(key) ?? { from: from.sector, to: to.sector, figures: [], best: 1, fitting: [] };
      move.figures.push(from);
      moves.set(key, move);
    }
  return [...moves.values()];
}

function tryOn(row: ListedRow, move: Move, rows: Rows): void {
  const [first] = move.figures;
  if (first === undefined || !rows.isOf(row, first) || rows.sectorsOf(row.sector).includes(move.to)) return;
  const closed = move.figures.filter((figure) => {
    const adds = rows.adds(row, figure);
    return adds !== null && agrees(figure, less(figure.parts, adds));
  }).length;
  if (closed < move.best) return;
  if (closed > move.best) move.fitting = [];
  move.best = closed;
  // One more than may be, so that too many are known as such.
  if (move.fitting.length <= mostAlike) move.fitting.push(row);
}

/** How much more the register has than the report. */
const gap = ({ parts, stated }: Figure) => parts.sum.minus(stated);
const less = (one: Parts, other: Parts): Parts => ({ sum: one.sum.minus(other.sum), by: null });
