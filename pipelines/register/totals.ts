import type { Cell } from '../../schemas/cell';
import { decimal } from '../../schemas/decimal';
import { Quantity, type Unit } from '../../schemas/quantity';
import type { RegisterRow } from '../../schemas/register';
import type { Doubt } from './doubts';
import type { RowSetting } from './row-reading';
import { RunningSums, type Snapshot, type Summed, summed } from './running-sums';
import type { Tally } from './tally';
import { type Difference, differentTotal, shownIn } from './total-doubt';
import { countNamed, isOfAll, totalCell } from './total-row';

/** So many headings and totals above are remembered, for a total to begin below. */
const mostStarts = 50;

/** A total in the list: the cell that names it, and the row that it stands in. */
interface Total {
  readonly name: Cell;
  readonly cells: readonly Cell[];
}

/** Compares the totals in a list with the rows that they stand below, or, before the first row, above. */
export class Totals {
  readonly #sums: RunningSums;
  readonly #beginning: Snapshot;
  #starts: Snapshot[] = [];
  readonly #atTop: Total[] = [];

  constructor(tallies: readonly Tally[]) {
    this.#sums = new RunningSums(tallies);
    this.#beginning = this.#sums.now();
  }

  /** `counts`: the row is counted, and not the same as one above. */
  add(row: RegisterRow, counts: boolean): void {
    this.#sums.add(row, counts);
  }

  /** A heading or total: one below may be of the rows from here on. */
  start(): void {
    this.#starts = [...this.#starts.slice(1 - mostStarts), this.#sums.now()];
  }

  /** What is doubtful about a row that names a total. */
  check(cells: readonly Cell[], setting: RowSetting): Doubt[] {
    const name = totalCell(cells);
    if (name === null) return [];
    const now = this.#sums.now();
    if (now.rows === 0) this.#atTop.push({ name, cells });
    const doubts = now.rows === 0 ? [] : this.#compared({ name, cells }, now, setting);
    this.start();
    return doubts;
  }

  /** The same of the totals above the first row. */
  end(setting: RowSetting): Doubt[] {
    return this.#atTop.flatMap((total) => this.#compared(total, this.#sums.now(), setting));
  }

  /** A total agrees where any stretch of rows that ends above it comes to the same, with those that are dissolved or twice there, or without. */
  #compared({ name, cells }: Total, now: Snapshot, setting: RowSetting): Doubt[] {
    const starts = [this.#beginning, ...this.#starts.filter(({ rows }) => rows < now.rows)];
    const start = (isOfAll(name.text) ? null : starts.at(-1)) ?? this.#beginning;
    const stretch = { starts, start, now };
    const sums = summed.map((role) => differentSum(role, cells, stretch, setting));
    const differing = [differentCount(name, stretch), ...sums].filter((each) => each !== null);
    return [differentTotal(differing, now.rows - start.rows) ?? []].flat();
  }
}

/** The rows that a total may be of: from any of `starts`, likeliest from `start`. */
interface Stretch {
  readonly starts: readonly Snapshot[];
  readonly start: Snapshot;
  readonly now: Snapshot;
}

function differentCount(name: Cell, { starts, start, now }: Stretch): Difference | null {
  const count = countNamed(name.text);
  const counts = starts.flatMap((each) => {
    const rows = now.rows - each.rows;
    return [rows, rows - now.dissolved + each.dissolved];
  });
  if (count === null || counts.includes(count)) return null;
  return { cell: name, said: `${count} đơn vị`, sum: `${now.rows - start.rows}` };
}

function differentSum(
  role: Summed,
  cells: readonly Cell[],
  { starts, start, now }: Stretch,
  { columns, figures, evidence }: RowSetting,
): Difference | null {
  const cell = cells[columns.get(role)?.index ?? cells.length];
  const read = cell && figures[role](cell);
  // Of a column in which a cell could not be read nobody knows the sum.
  if (cell === undefined || read?.kind !== 'figure' || now.unread.get(role) !== start.unread.get(role)) return null;
  const { unit, candidates } = read;
  const [only, other] = candidates;
  const notation = evidence.notations.get(role)?.notation;
  const said = (other === undefined ? only : candidates.find((each) => each.notation === notation))?.amount;
  if (said === undefined) return null;
  const slack = slackOf(said, unit, now.rows - start.rows);
  const sums = starts.flatMap((each) => sumsBetween(role, each, now));
  if (sums.some((sum) => sum.minus(said).abs().compare(slack) <= 0)) return null;
  return { cell, said: shownIn(said, unit), sum: shownIn(sumsBetween(role, start, now)[0], unit) };
}

const sumsBetween = (role: Summed, start: Snapshot, end: Snapshot): [Quantity, Quantity, Quantity] => [
  end.sums[role].all.minus(start.sums[role].all),
  end.sums[role].standing.minus(start.sums[role].standing),
  end.sums[role].listed.minus(start.sums[role].listed),
];

/** How far rounding of the rows may take a total from their sum: they err by half a last digit, up and down alike. */
function slackOf(said: Quantity, unit: Unit, rows: number): Quantity {
  if (unit.dimension === 'count') return Quantity.of(decimal('0'), unit);
  const decimals = said.in(unit).split('.')[1]?.length ?? 0;
  const digit = Quantity.of(decimal(`1e-${decimals}`), unit);
  return digit.times(decimal(String(rows)).sqrt().round(0).plus('1'));
}
