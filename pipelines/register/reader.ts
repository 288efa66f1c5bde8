import type { Catalogue } from '../../schemas/catalogue';
import type { Area, Cell, Locator } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import type { Period } from '../../schemas/period';
import type { RegisterRow } from '../../schemas/register';
import { cellsIn, type TextRow } from '../../schemas/rows';
import type { Observation } from '../../schemas/submission';
import { besideOf, isBlank, isNameOnly, isNumbered, isNumberedWithin, mayHead, saysNothing } from './beside';
import { withChosen } from './choices';
import { Doubts } from './doubts';
import { type Header, isSameHeader } from './header';
import { Headings, noHeading, type Under } from './headings';
import { nothingCounted } from './incomplete';
import { indicatorsOf } from './indicators';
import { type Group, groupOf, kinds } from './kinds';
import { type PlainReader, plainReader } from './plain';
import { Repeats, repeated } from './repeats';
import { readNameOnly, readRow } from './row';
import { anotherTable, besideTheTable, misfit, nameless, untyped } from './row-doubts';
import { RowReading, type RowSetting } from './row-reading';
import { enteredTwice, SameRows } from './same-rows';
import { settingOf } from './setting';
import { Spans } from './spans';
import type { TotalledRows } from './sum-evidence';
import { Tally } from './tally';
import { Totals } from './totals';
import { unlikelyColumns } from './unit-doubt';

/** What a register comes to when its last row was read. */
export interface RegisterSummary {
  readonly rows: number;
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
}

/** A row of the table; not `whole`: its cells cannot be told apart. */
interface Row {
  readonly kind: 'row';
  readonly cells: readonly Cell[];
  readonly at: Locator;
  readonly whole: boolean;
  readonly under: Under;
}

type Kept = Row | { readonly kind: 'total'; readonly cells: readonly Cell[] } | { readonly kind: 'heading' };

/** A row as it came; `cells`: with what it chose. */
interface Pushed {
  readonly written: readonly Cell[];
  readonly cells: readonly Cell[];
  readonly at: Locator | undefined;
}

/** What a workbook's sheet merges, and remarks on its cells. */
interface Sheet extends Pick<RowSetting, 'remarkAt'> {
  readonly merges: readonly Area[];
}

const ofText: Sheet = { merges: [], remarkAt: null };

/** As many rows are kept until they have shown how the register is written; after that it streams. */
const evidenceRows = 5000;

/**
 * Reads a register row by row below its header: each cooperative is handed on as soon as it is understood, and `end` gives
 * what all of them come to. Of the rows that were handed on only the tax codes, a hash of each and the last row are kept.
 */
export class RegisterReader {
  readonly #doubts: Doubts;
  /** Rows that may count in any group; what is wrong with them is among the doubts. */
  readonly #untyped: Doubts;
  readonly #repeats = new Repeats();
  readonly #sameRows = new SameRows();
  readonly #tallies: ReadonlyMap<Group, Tally>;
  readonly #totals: Totals;
  readonly #headings: Headings;
  readonly #spans: Spans;
  #kept: Kept[] = [];
  #setting: RowSetting | null = null;
  #plain: PlainReader | null = null;
  #before: RegisterRow | null = null;
  #rows = 0;
  /** A row that heads those below it, if they are numbered within it. */
  #open: Pushed | null = null;
  /** A row with a number has been seen: the rows of this register have one. */
  #numbered = false;
  /** Below the header of another table, whose columns stand elsewhere. */
  #elsewhere = false;

  constructor(
    private readonly header: Header,
    private readonly period: Period,
    private readonly catalogue: Catalogue,
    private readonly take: (row: RegisterRow) => void,
    private readonly sheet: Sheet = ofText,
  ) {
    this.#doubts = new Doubts(header.columns);
    this.#untyped = new Doubts(header.columns);
    this.#headings = new Headings(header.columns, catalogue);
    this.#spans = new Spans(header.columns, sheet.merges);
    const groups = Object.keys(kinds) as Group[];
    this.#tallies = new Map(groups.map((group) => [group, new Tally(kinds[group], period, catalogue)]));
    this.#totals = new Totals([...this.#tallies.values()]);
  }

  /** A row of the table as it stands in the file; `at`: where the row is, if not where its first cell is. */
  push(written: readonly Cell[], at = written[0]?.at): void {
    if (isBlank(written)) return;
    const cells = withChosen(written, this.header.width, this.header.choices);
    this.#decide((outer) => isNumberedWithin(cells, outer, this.header));
    if (mayHead(cells, this.header, this.catalogue)) this.#open = { written, cells, at };
    else this.#put({ written, cells, at });
  }

  /** Puts the row that may be a heading, now that the one below it is known. */
  #decide(heads: (outer: readonly Cell[]) => boolean): void {
    const open = this.#open;
    this.#open = null;
    if (open !== null) this.#put(open, heads(open.cells));
  }

  #put({ written, cells, at }: Pushed, heads = false): void {
    const spanned = this.#spans.of(cells);
    const beside = heads ? 'heading' : besideOf(cells, this.header, this.#numbered, this.catalogue);
    this.#numbered ||= beside === null && isNumbered(cells, this.header);
    const [first] = cells;
    if (at === undefined || first === undefined) return;
    if (beside === 'header') this.#newPage(cells, first);
    if (beside === 'total') this.#understand({ kind: 'total', cells });
    if (beside === 'heading' || (beside === null && isNameOnly(cells, this.header))) {
      if (this.#headings.see(cells)) {
        this.#understand({ kind: 'heading' });
        return;
      }
      if (beside === 'heading') this.#doubts.add(besideTheTable(cells));
    }
    if (beside !== null) return;
    const surplus = written.slice(this.header.width).find(({ text }) => text.trim() !== '');
    if (surplus !== undefined) this.#doubts.add(misfit(surplus, this.header.width));
    const whole = surplus === undefined && !this.#elsewhere;
    this.#understand({ kind: 'row', cells: spanned, at, whole, under: this.#headings.under });
  }

  /** The same of a row of a CSV file; one that is written plainly is not taken apart into cells. */
  pushText(written: TextRow): void {
    const readable = !this.#elsewhere && this.#open === null && this.#headings.under === noHeading;
    const row = (readable && this.#plain?.(written)) || null;
    if (row === null) this.push(cellsIn(written));
    else this.#count(row, () => cellsIn(written));
  }

  /** Nothing is pushed after it. */
  end(): RegisterSummary {
    this.#decide(() => false);
    const setting = this.#setting ?? this.#settle();
    const { period, catalogue } = this;
    for (const doubt of this.#totals.end(setting)) this.#doubts.add(doubt);
    const [uncounted] = this.#untyped.findings([]);
    const { observations, wanting } = uncounted
      ? { observations: [], wanting: [nothingCounted(uncounted)] }
      : indicatorsOf(this.#tallies, { columns: setting.columns, period, catalogue });
    const slips = unlikelyColumns(setting, observations, catalogue);
    return {
      rows: this.#rows,
      observations,
      findings: [...this.header.findings, ...slips, ...this.#doubts.findings(wanting)],
    };
  }

  #newPage(cells: readonly Cell[], first: Cell): void {
    this.#elsewhere = !isSameHeader(cells, this.header, this.catalogue);
    if (this.#elsewhere) this.#doubts.add(anotherTable(first));
  }

  #understand(kept: Kept): void {
    if (this.#setting !== null) this.#read(kept, this.#setting);
    else if (this.#kept.push(kept) === evidenceRows) this.#settle();
  }

  #settle(): RowSetting {
    const kept = this.#kept;
    const rows = kept.filter((each) => each.kind === 'row' && each.whole) as Row[];
    const { remarkAt } = this.sheet;
    const setting = {
      ...settingOf({ rows, totals: totalsIn(kept) }, this.header, this.period, this.catalogue),
      remarkAt,
    };
    this.#setting = setting;
    this.#plain = plainReader(setting, this.header, this.catalogue);
    this.#kept = [];
    for (const each of kept) this.#read(each, setting);
    return setting;
  }

  #read(kept: Kept, setting: RowSetting): void {
    if (kept.kind === 'row') this.#readRow(kept, setting);
    else if (kept.kind === 'heading') this.#totals.start();
    else for (const doubt of this.#totals.check(kept.cells, setting)) this.#doubts.add(doubt);
  }

  #readRow({ cells, at, whole, under }: Row, setting: RowSetting): void {
    const reading = new RowReading(cells, at, setting, under, this.#before);
    const row = whole ? readRow(reading) : readNameOnly(reading);
    if (whole && saysNothing(row)) {
      this.#doubts.add(besideTheTable(cells));
      return;
    }
    for (const doubt of reading.doubts) this.#doubts.add(doubt);
    if (row.name === '') this.#doubts.add(nameless(cells));
    this.#count(row, () => cells);
  }

  /** A cooperative that was understood; `cellsOf`: its row's cells, where something is to be said of them. */
  #count(row: RegisterRow, cellsOf: () => readonly Cell[]): void {
    const same = this.#sameRows.see(row);
    if (same === null) this.#seeTaxCode(row, cellsOf);
    const name = same === null ? undefined : cellsOf()[this.header.columns.get('name')?.index ?? 0];
    if (same !== null && name !== undefined) this.#doubts.add(enteredTwice(same.before, same.counts, name));
    if (row.type === null) this.#untyped.add(untyped(cellsOf()));
    else if (same?.counts ?? true) this.#tallies.get(groupOf[row.type])?.add(row);
    this.#totals.add(row, same?.counts ?? true);
    this.#before = row;
    this.#rows += 1;
    this.take(row);
  }

  #seeTaxCode(row: RegisterRow, cellsOf: () => readonly Cell[]): void {
    const before = row.tax_code && this.#repeats.see(row.tax_code, row.at);
    const cell = before && cellsOf()[this.header.columns.get('tax_code')?.index ?? 0];
    if (row.tax_code && before && cell) this.#doubts.add(repeated(row.tax_code, before, cell));
  }
}

/** So many totals are added up before the rows are read: a list may have one for each of its thousand communes. */
const mostTotals = 20;

/** The last totals among the first rows, each with the rows that it may be of: all above, or those below the heading or total before. */
function totalsIn(kept: readonly Kept[]): TotalledRows[] {
  const rows: (readonly Cell[])[] = [];
  const totals: { readonly cells: readonly Cell[]; readonly start: number; readonly end: number }[] = [];
  let start = 0;
  for (const each of kept) {
    if (each.kind === 'row') rows.push(each.cells);
    else {
      if (each.kind === 'total') totals.push({ cells: each.cells, start, end: rows.length });
      start = rows.length;
    }
  }
  return totals
    .slice(-mostTotals)
    .map(({ cells, start, end }) => ({ cells, of: [rows.slice(0, end), rows.slice(start, end)] }));
}
