import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import { type Cell, type Grid, usualWidth } from '../../schemas/cell';
import type { DraftReport, DraftRow } from '../../schemas/draft';
import type { Finding } from '../../schemas/finding';
import { Nesting } from './nesting';
import { draftRow } from './row';

interface Column {
  readonly role: ColumnRole | null;
  readonly header: Cell;
  /** `Thực hiện (triệu đồng)`: the unit of the whole column. */
  readonly unit: Cell | null;
}

type Row = readonly Cell[];

/**
 * Reports written as a table: the annex layout (preamble, header, nested rows), or the flat one (every row names its
 * province and period). Null where no header row is found.
 */
export function reportsInGrid(grid: Grid, catalogue: Catalogue): DraftReport[] | null {
  const headerIndex = grid.rows.findIndex((row) => isHeader(row, catalogue));
  const header = grid.rows[headerIndex];
  if (header === undefined) return null;
  const columns = header.map((cell) => columnOf(cell, catalogue));
  const preamble = preambleOf(grid.rows.slice(0, headerIndex), catalogue);
  const findings = unknownColumns(columns, grid.rows.slice(headerIndex + 1));

  const rows: { draft: DraftRow; province: Cell | null; period: Cell | null; cells: Map<ColumnRole, Cell> }[] = [];
  const nesting = new Nesting(catalogue);
  const body = grid.rows.slice(headerIndex + 1);
  const width = Math.max(header.length, usualWidth(body));
  for (const row of body) {
    if (row.every((cell) => cell.text.trim() === '') || isHeader(row, catalogue)) continue;
    if (row.length > width) {
      findings.push(tooManyCells(row, width));
      continue;
    }
    const cells = cellsByRole(row, columns);
    const place = nesting.place(cells);
    if (place === null) continue;
    const unit = columns.find((column) => column.role === 'value')?.unit ?? preamble.unit;
    const draft = draftRow(cells, place, unit);
    rows.push({ draft, province: cells.get('province') ?? null, period: cells.get('period') ?? null, cells });
  }
  return byReport(rows, preamble).map((report, index) => ({ ...report, findings: index === 0 ? findings : [] }));
}

/** A header names a label or a code, and a value. */
function isHeader(row: Row, catalogue: Catalogue): boolean {
  const roles = new Set(row.map((cell) => columnOf(cell, catalogue).role));
  return roles.has('value') && (roles.has('label') || roles.has('code'));
}

function columnOf(header: Cell, catalogue: Catalogue): Column {
  const role = catalogue.columnOf(header.text);
  if (role !== null || header.text.trim() === '') return { role, header, unit: null };
  const withUnit = /^(.*?)[\s,]*\(\s*(?:ĐVT|Đơn vị tính|Đơn vị)?\s*:?\s*([^()]+?)\s*\)\s*$/iu.exec(header.text);
  const inner = withUnit ? catalogue.columnOf(withUnit[1] ?? '') : null;
  return { role: inner, header, unit: inner === null ? null : { ...header, text: withUnit?.[2] ?? '' } };
}

function cellsByRole(row: Row, columns: readonly Column[]): Map<ColumnRole, Cell> {
  const cells = new Map<ColumnRole, Cell>();
  row.forEach((cell, index) => {
    const role = columns[index]?.role;
    if (role && cell.text.trim() !== '' && !cells.has(role)) cells.set(role, cell);
  });
  return cells;
}

type Preamble = Omit<DraftReport, 'rows' | 'findings'> & { readonly unit: Cell | null };

/** Rows of `key;value`, or `key: value` in one cell. */
function preambleOf(rows: readonly Row[], catalogue: Catalogue): Preamble {
  const found = new Map<string, Cell>();
  for (const row of rows) {
    const filled = row.filter((cell) => cell.text.trim() !== '');
    const [first, second] = filled;
    if (first === undefined) continue;
    const inline = /^([^:]+):\s*(\S.*)$/s.exec(first.text);
    const [key, value] = inline
      ? [inline[1] ?? '', { ...first, text: inline[2] ?? '' }]
      : [first.text.replace(/:\s*$/, ''), second];
    if (value === undefined) continue;
    const role = catalogue.columnOf(key);
    if (role !== null && !found.has(role)) found.set(role, value);
  }
  const cell = (role: ColumnRole) => found.get(role) ?? null;
  return {
    province: cell('province'),
    period: cell('period'),
    asOf: cell('as_of'),
    document: cell('document'),
    form: cell('form'),
    nature: cell('nature'),
    unit: cell('unit'),
  };
}

/** In the flat layout each row says whose it is; rows of one province and period make one report. */
function byReport(
  rows: readonly { draft: DraftRow; province: Cell | null; period: Cell | null; cells: Map<ColumnRole, Cell> }[],
  preamble: Preamble,
): DraftReport[] {
  const groups = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = JSON.stringify([row.province?.text.trim() ?? null, row.period?.text.trim() ?? null]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => {
    const first = group[0]?.cells;
    return {
      province: first?.get('province') ?? preamble.province,
      period: first?.get('period') ?? preamble.period,
      asOf: first?.get('as_of') ?? preamble.asOf,
      document: first?.get('document') ?? preamble.document,
      form: first?.get('form') ?? preamble.form,
      nature: first?.get('nature') ?? preamble.nature,
      rows: group.map((row) => row.draft),
      findings: [],
    };
  });
}

function unknownColumns(columns: readonly Column[], rows: readonly Row[]): Finding[] {
  return columns.flatMap((column, index) => {
    if (column.role !== null || !rows.some((row) => row[index]?.text.trim())) return [];
    const name = column.header.text.trim();
    return {
      rule: 'column.unknown',
      severity: 'note' as const,
      code: null,
      sector: null,
      at: column.header.at,
      raw: column.header.text,
      message: name
        ? `Cột "${name}" không có trong biểu B01 nên không được đọc.`
        : `Cột ${index + 1} không có tiêu đề nên không được đọc.`,
      proposal: null,
    };
  });
}

function tooManyCells(row: Row, width: number): Finding {
  const at = row[width]?.at ?? null;
  const raw = row.map((cell) => cell.text).join(' | ');
  const line = at !== null && 'row' in at ? `Dòng ${at.row}` : 'Dòng này';
  return {
    rule: 'row.misfit',
    severity: 'error',
    code: null,
    sector: null,
    at,
    raw,
    message: `${line} có ${row.length} ô, nhiều hơn ${width} cột của bảng, nên không biết số nào thuộc cột nào; dòng này chưa được nạp. Hãy đặt ô có dấu phân cách trong dấu ngoặc kép.`,
    proposal: null,
  };
}
