import type { Catalogue } from '../../schemas/catalogue';
import type { Cell, Grid } from '../../schemas/cell';
import { fold } from '../../schemas/text';
import { titleEnds } from './column';
import { type Header, headerAt, sameHeader } from './header';
import { type Preamble, preambleOf } from './preamble';

/** A row of a table and its number in the file or sheet, counted from 1. */
export interface BodyRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly header: Header;
  /** The unit that is said above it. */
  readonly unit: Cell | null;
  readonly body: readonly BodyRow[];
}

/** Tables that stand one below the other and speak for one report, with what is said above the first of them. */
export interface Part {
  readonly preamble: Preamble;
  readonly tables: readonly Table[];
}

/**
 * The tables of a grid. One that has a preamble of its own, with another province or period, is another report; any other
 * goes on with the report above it, and one with the same header is but the next page of the table above it.
 */
export function partsOf(grid: Grid, catalogue: Catalogue): Part[] {
  const headers = headersOf(grid, catalogue);
  const starts = headers.map((header, index) => preambleStart(grid, headers[index - 1], header.first, catalogue));
  const parts: { preamble: Preamble; tables: (Table & { body: BodyRow[] })[] }[] = [];
  headers.forEach((header, index) => {
    const own = preambleOf(grid.rows.slice(starts[index], header.first), catalogue);
    const body = bodyOf(grid, header, starts[index + 1]);
    const part = parts.at(-1);
    const last = part?.tables.at(-1);
    if (part === undefined) parts.push({ preamble: own, tables: [{ header, unit: own.unit, body }] });
    else if (isAnother(own, part.preamble)) {
      const preamble = goingOn(own, part.preamble);
      parts.push({ preamble, tables: [{ header, unit: preamble.unit, body }] });
    } else if (last && sameHeader(last.header, header) && own.unit === null)
      for (const row of body) last.body.push(row);
    else part.tables.push({ header, unit: own.unit ?? last?.unit ?? null, body });
  });
  return parts;
}

/** The rows from the header up to `end`; without blank ones and those that number the columns. */
function bodyOf({ rows }: Grid, header: Header, end = rows.length): BodyRow[] {
  return rows
    .slice(header.last + 1, end)
    .map((cells, index): BodyRow => ({ row: header.last + 2 + index, cells }))
    .filter(({ cells }) => cells.some(({ text }) => text.trim() !== '') && !numbersColumns(cells, header));
}

function headersOf(grid: Grid, catalogue: Catalogue): Header[] {
  const headers: Header[] = [];
  const ends = titleEnds(grid.frame ?? { merges: [] });
  for (let row = 0, from = 0; row < grid.rows.length; row += 1) {
    const header = headerAt(grid.rows, row, from, ends, catalogue);
    if (header === null) continue;
    headers.push(header);
    row = header.last;
    from = header.last + 1;
  }
  return headers;
}

/** Where the rows begin that tell of the table whose header is at `end`: below another, of those right above it the first that tells anything. */
function preambleStart({ rows }: Grid, before: Header | undefined, end: number, catalogue: Catalogue): number {
  if (before === undefined) return 0;
  let start = end;
  for (let row = end - 1; row > before.last; row -= 1) {
    const cells = rows[row] ?? [];
    const tells = Object.values(preambleOf([cells], catalogue)).some((cell) => cell !== null);
    if (tells) start = row;
    else if (cells.filter(({ text }) => text.trim() !== '').length > 1) break;
  }
  return start;
}

const isAnother = (own: Preamble, before: Preamble) =>
  (['province', 'period'] as const).some(
    (key) => own[key] !== null && fold(own[key].text) !== fold(before[key]?.text ?? ''),
  );

/** What a further report does not say again holds on, but for its day and document where its period is another. */
function goingOn(own: Preamble, before: Preamble): Preamble {
  const said = Object.fromEntries(Object.entries(own).filter(([, cell]) => cell !== null));
  return { ...before, ...(own.period === null ? {} : { asOf: null, document: null }), ...said };
}

/** `A B 1 2`, `(1) (2) (3) (4)=(3)/(2)` under printed headers: no row whose label is a bare number or letter holds a figure. */
function numbersColumns(cells: readonly Cell[], { columns }: Header): boolean {
  const marks = cells.filter(({ text }) => text.trim() !== '');
  const label = cells.find((_, index) => ['label', 'code'].includes(columns[index]?.role ?? ''));
  return (
    marks.includes(label as Cell) && marks.every(({ text }) => /^\s*[([]?([A-Z]|\d{1,2})[)\]]?\s*(=.*)?$/.test(text))
  );
}
