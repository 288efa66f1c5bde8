import type { Catalogue } from '../../schemas/catalogue';
import type { Cell, Locator } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import type { Period } from '../../schemas/period';
import type { RegisterRow } from '../../schemas/register';
import type { Observation } from '../../schemas/submission';
import { besideOf, isNumbered, saysNothing } from './beside';
import { Doubts } from './doubts';
import { evidenceOf } from './evidence';
import { figuresOf } from './figures';
import { type Header, isSameHeader } from './header';
import { indicatorsOf } from './indicators';
import { type Group, groupOf, kinds } from './kinds';
import { Repeats } from './repeats';
import { readNameOnly, readRow } from './row';
import { anotherTable, besideTheTable, misfit, nameless, untyped } from './row-doubts';
import { RowReading, type RowSetting } from './row-reading';
import { Tally } from './tally';
import { wordsOf } from './words';

/** What a register comes to when its last row was read. */
export interface RegisterSummary {
  readonly rows: number;
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
}

/** A row of the table; not `whole`: its cells cannot be told apart. */
interface Kept {
  readonly cells: readonly Cell[];
  readonly at: Locator;
  readonly whole: boolean;
}

/** As many rows are kept until they have shown how the register is written; after that it streams. */
const evidenceRows = 5000;

/**
 * Reads a register row by row below its header: each cooperative is handed on as soon as it is understood, and `end` gives
 * what all of them come to. Of the rows that were handed on only the tax codes are kept.
 */
export class RegisterReader {
  readonly #doubts: Doubts;
  readonly #repeats = new Repeats();
  readonly #tallies: ReadonlyMap<Group, Tally>;
  #kept: Kept[] = [];
  #setting: RowSetting | null = null;
  #rows = 0;
  #untyped = false;
  /** A row with a number has been seen: the rows of this register have one. */
  #numbered = false;
  /** Below the header of another table, whose columns stand elsewhere. */
  #elsewhere = false;

  constructor(
    private readonly header: Header,
    private readonly period: Period,
    private readonly catalogue: Catalogue,
    private readonly take: (row: RegisterRow) => void,
  ) {
    this.#doubts = new Doubts(header.columns);
    const groups = Object.keys(kinds) as Group[];
    this.#tallies = new Map(groups.map((group) => [group, new Tally(kinds[group], period, catalogue)]));
  }

  /** A row of the table as it stands in the file; `at`: where the row is, if not where its first cell is. */
  push(cells: readonly Cell[], at = cells[0]?.at): void {
    const beside = besideOf(cells, this.header, this.#numbered, this.catalogue);
    this.#numbered ||= beside === null && isNumbered(cells, this.header);
    const [first] = cells;
    if (at === undefined || first === undefined) return;
    if (beside === 'header') this.#newPage(cells, first);
    if (beside === 'heading') this.#doubts.add(besideTheTable(cells));
    if (beside !== null) return;
    const surplus = cells.slice(this.header.width).find(({ text }) => text.trim() !== '');
    if (surplus !== undefined) this.#doubts.add(misfit(surplus, this.header.width));
    this.#understand({ cells, at, whole: surplus === undefined && !this.#elsewhere });
  }

  /** Nothing is pushed after it. */
  end(): RegisterSummary {
    if (this.#setting === null) this.#settle();
    const { period, catalogue } = this;
    const { columns } = this.header;
    const made = this.#untyped
      ? []
      : [...this.#tallies].map(([group, tally]) => indicatorsOf(group, tally, { columns, period, catalogue }));
    return {
      rows: this.#rows,
      observations: made.flatMap(({ observations }) => observations),
      findings: [...this.header.findings, ...this.#doubts.findings(), ...made.flatMap(({ findings }) => findings)],
    };
  }

  #newPage(cells: readonly Cell[], first: Cell): void {
    this.#elsewhere = !isSameHeader(cells, this.header, this.catalogue);
    if (this.#elsewhere) this.#doubts.add(anotherTable(first));
  }

  #understand(row: Kept): void {
    if (this.#setting !== null) this.#read(row, this.#setting);
    else if (this.#kept.push(copied(row)) === evidenceRows) this.#settle();
  }

  #settle(): void {
    const kept = this.#kept;
    const whole = kept.filter((row) => row.whole).map(({ cells }) => cells);
    const { columns } = this.header;
    const figures = figuresOf(columns, this.catalogue);
    const words = wordsOf(this.catalogue);
    const setting = { columns, figures, words, evidence: evidenceOf(whole, columns, figures, words) };
    this.#setting = setting;
    this.#kept = [];
    for (const row of kept) this.#read(row, setting);
  }

  #read({ cells, at, whole }: Kept, setting: RowSetting): void {
    const reading = new RowReading(cells, at, setting);
    const row = whole ? readRow(reading) : readNameOnly(reading);
    if (whole && saysNothing(row)) {
      this.#doubts.add(besideTheTable(cells));
      return;
    }
    for (const doubt of reading.doubts) this.#doubts.add(doubt);
    if (row.name === '') this.#doubts.add(nameless(cells));
    const taxCell = cells[this.header.columns.get('tax_code')?.index ?? cells.length];
    const twice = row.tax_code && taxCell ? this.#repeats.see(row.tax_code, taxCell) : null;
    if (twice !== null) this.#doubts.add(twice);
    if (row.type === null) {
      this.#untyped = true;
      this.#doubts.add(untyped(cells));
    } else this.#tallies.get(groupOf[row.type])?.add(row);
    this.#rows += 1;
    this.take(row);
  }
}

/**
 * What is kept is a copy, for V8 takes objects that come from where others were kept for long-lived ones: without it a
 * million rows took a fifth longer and 75 MB more.
 */
const copied = ({ cells, at, whole }: Kept): Kept => ({
  cells: cells.map((cell) => ({ ...cell, at: { ...cell.at } })),
  at: { ...at },
  whole,
});
