import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import type { Cell, Grid } from '../../schemas/cell';
import type { DraftReport, DraftRow } from '../../schemas/draft';
import type { Finding } from '../../schemas/finding';
import { readPeriod } from '../normalise/period';
import { remarksOf, withoutDoubtful } from './cell-doubt';
import type { Column } from './column';
import { columnsToRead } from './columns';
import { withoutFooter } from './footer';
import { GivenOnce, UnitsAbove, withBlocks } from './given-once';
import { hiddenFindings } from './hidden';
import { withLabelUnit } from './label';
import { misfitOf, strayFigure } from './misfit';
import { Nesting } from './nesting';
import type { Preamble } from './preamble';
import { draftRow } from './row';
import { mendedRow } from './row-mended';
import { type BodyRow, partsOf, type Table } from './tables';

type Cells = ReadonlyMap<ColumnRole, Cell>;

/** A row of the table with the cells that its columns name: a draft, or the finding why it is none, or both. */
interface Line {
  readonly cells: Cells;
  readonly draft: DraftRow | null;
  readonly findings: readonly Finding[];
}

/**
 * Reports written as a table: the annex layout (preamble, header, nested rows), or the flat one (every row names its
 * province and period). Null where no header row is found. `said`: the period that was said at hand-in.
 */
export function reportsInGrid(grid: Grid, catalogue: Catalogue, said: string | undefined): DraftReport[] | null {
  const parts = partsOf(grid, catalogue);
  if (parts.length === 0) return null;
  const reports = parts.flatMap(({ preamble, tables }) => {
    const period = readPeriod(preamble.period?.text ?? said ?? '');
    const nesting = new Nesting(catalogue);
    const read = tables.map((whole) => {
      const table = { ...whole, body: withoutFooter(whole, catalogue) };
      const { columns, findings } = columnsToRead(columnsOf(grid, table), table.body, period);
      return { columns, findings, lines: linesOf(grid, { ...table, columns }, nesting, catalogue) };
    });
    const found = byReport(
      read.flatMap(({ lines }) => lines),
      preamble,
      read.flatMap(({ columns }) => columns),
    );
    return withFindings(
      found,
      read.flatMap(({ findings }) => findings),
    );
  });
  return withFindings(reports, hiddenFindings(grid, parts));
}

/** The header's columns; on a sheet also those beyond it, for there a cell stands where somebody put it. */
function columnsOf({ sheet }: Grid, { header, body }: Table): readonly Column[] {
  const width = sheet === undefined ? 0 : body.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const beyond = Array.from({ length: Math.max(0, width - header.columns.length) }, (_, index): Column => {
    const at = { sheet: sheet ?? '', row: header.last + 1, column: header.columns.length + index + 1 };
    return { role: null, header: { text: '', literal: false, at }, unit: null };
  });
  return [...header.columns, ...beyond];
}

function linesOf(
  grid: Grid,
  { header, unit, columns, body }: Table & { readonly columns: readonly Column[] },
  nesting: Nesting,
  catalogue: Catalogue,
): Line[] {
  const remarkAt = remarksOf(grid);
  const mended = new Map(grid.mended?.map((each) => [each.row, each]));
  const unitOf = (role: 'value' | 'plan') => columns.find((column) => column.role === role)?.unit ?? unit;
  const wideUnit = { value: unitOf('value'), plan: unitOf('plan') };
  const width = grid.sheet === undefined ? header.columns.length : null;
  const hasPlan = columns.some(({ role }) => role === 'plan');
  const labels = new GivenOnce();
  const units = new UnitsAbove();
  return body.flatMap((bodyRow): Line[] => {
    const cells = withLabelUnit(labels.filled(cellsByRole(bodyRow.cells, columns)), catalogue);
    // Also a row that is held has rows below it, which are none of the row above.
    const place = nesting.place(cells);
    const misfit = misfitOf(bodyRow.cells, cells, width, catalogue);
    if (misfit !== null) return [{ cells, draft: null, findings: [misfit] }];
    if (place === null) return [];
    const figures = { value: figureCell(bodyRow, 'value', columns), plan: figureCell(bodyRow, 'plan', columns) };
    const row = units.given(draftRow(cells, place, wideUnit));
    const { draft, findings } = withoutDoubtful(row, figures, remarkAt, catalogue);
    const stray = strayFigure(bodyRow.cells, cells, hasPlan, catalogue);
    const how = cells.has('value') || cells.has('plan') ? mended.get(bodyRow.row) : undefined;
    const faults = how === undefined ? [] : [mendedRow(bodyRow, how)];
    return [{ cells, draft, findings: [...findings, ...stray, ...faults] }];
  });
}

function cellsByRole(row: readonly Cell[], columns: readonly Column[]): Map<ColumnRole, Cell> {
  const cells = new Map<ColumnRole, Cell>();
  row.forEach((cell, index) => {
    const role = columns[index]?.role;
    if (role && cell.text.trim() !== '' && !cells.has(role)) cells.set(role, cell);
  });
  return cells;
}

/** The row's cell in that column, also where it is empty or the row ends before it. */
function figureCell({ row, cells }: BodyRow, role: 'value' | 'plan', columns: readonly Column[]): Cell | null {
  const index = columns.findIndex((column) => column.role === role);
  const column = columns[index];
  if (column === undefined) return null;
  return cells[index] ?? { text: '', literal: false, at: { ...column.header.at, row } };
}

/** In the flat layout each row says whose it is; rows of one province and period make one report. */
function byReport(lines: readonly Line[], preamble: Preamble, columns: readonly Column[]): DraftReport[] {
  const groups = new Map<string, Line[]>();
  for (const line of withBlocks(lines)) {
    const key = JSON.stringify([line.cells.get('province')?.text.trim(), line.cells.get('period')?.text.trim()]);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const named = columns.flatMap(({ header, role }) =>
    header.text.trim() === '' ? [] : [{ header: header.text, role }],
  );
  return [...groups.values()].map((group) => {
    const first = group[0]?.cells;
    return {
      province: first?.get('province') ?? preamble.province,
      period: first?.get('period') ?? preamble.period,
      asOf: first?.get('as_of') ?? preamble.asOf,
      document: first?.get('document') ?? preamble.document,
      form: first?.get('form') ?? preamble.form,
      nature: first?.get('nature') ?? preamble.nature,
      columns: named,
      rows: group.flatMap(({ draft }) => draft ?? []),
      findings: group.flatMap(({ findings }) => findings),
    };
  });
}

/** What concerns the whole table is said once, with its first report. */
function withFindings([first, ...others]: readonly DraftReport[], findings: readonly Finding[]): DraftReport[] {
  return first === undefined ? [] : [{ ...first, findings: [...findings, ...first.findings] }, ...others];
}
