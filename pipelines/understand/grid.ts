import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import type { Cell, Grid } from '../../schemas/cell';
import type { DraftReport, DraftRow } from '../../schemas/draft';
import type { Finding } from '../../schemas/finding';
import { yearOf } from '../../schemas/period';
import { oneLine } from '../../schemas/text';
import { readPeriod } from '../normalise/period';
import { Nesting } from './nesting';
import { draftRow } from './row';

interface Column {
  readonly role: ColumnRole | null;
  readonly header: Cell;
  /** `Thực hiện (triệu đồng)`: the unit of the whole column. */
  readonly unit: Cell | null;
}

type Row = readonly Cell[];

/** A row of the table with the cells that its columns name: a draft, or the finding why it is none. */
interface Line {
  readonly cells: ReadonlyMap<ColumnRole, Cell>;
  readonly draft: DraftRow | null;
  readonly misfit: Finding | null;
}

/**
 * Reports written as a table: the annex layout (preamble, header, nested rows), or the flat one (every row names its
 * province and period). Null where no header row is found.
 */
export function reportsInGrid(grid: Grid, catalogue: Catalogue): DraftReport[] | null {
  const headerIndex = grid.rows.findIndex((row) => isHeader(row, catalogue));
  const header = grid.rows[headerIndex];
  if (header === undefined) return null;
  const preamble = preambleOf(grid.rows.slice(0, headerIndex), catalogue);
  const columns = ofTheYear(
    header.map((cell) => columnOf(cell, catalogue)),
    preamble.period,
  );
  const body = grid.rows.slice(headerIndex + 1);
  const unit = columns.find((column) => column.role === 'value')?.unit ?? preamble.unit;

  const lines: Line[] = [];
  const nesting = new Nesting(catalogue);
  for (const row of body) {
    if (row.every((cell) => cell.text.trim() === '') || isHeader(row, catalogue)) continue;
    const cells = cellsByRole(row, columns);
    // Trailing empty cells are nobody's; a filled one beyond the header means that a number was cut in two by its comma.
    if (row.slice(header.length).some((cell) => cell.text.trim() !== '')) {
      lines.push({ cells, draft: null, misfit: tooManyCells(row, header.length) });
      continue;
    }
    const place = nesting.place(cells);
    if (place !== null) lines.push({ cells, draft: draftRow(cells, place, unit), misfit: null });
  }
  const ofTheTable = unknownColumns(columns, body);
  return byReport(lines, preamble).map((report, index) =>
    index === 0 ? { ...report, findings: [...ofTheTable, ...report.findings] } : report,
  );
}

/** A header names a label or a code, and a value. */
function isHeader(row: Row, catalogue: Catalogue): boolean {
  const roles = new Set(row.map((cell) => columnOf(cell, catalogue).role));
  return roles.has('value') && (roles.has('label') || roles.has('code'));
}

function columnOf(header: Cell, catalogue: Catalogue): Column {
  const role = catalogue.columnOf(header.text);
  // No header is longer; a cell of a million blanks would keep the pattern below busy for hours.
  if (role !== null || header.text.trim() === '' || header.text.length > 200) return { role, header, unit: null };
  const withUnit = /^(.*?)[\s,]*\(\s*(?:ĐVT|Đơn vị tính|Đơn vị)?\s*:?\s*([^()]+?)\s*\)\s*$/iu.exec(header.text);
  const inner = withUnit ? catalogue.columnOf(withUnit[1] ?? '') : null;
  return { role: inner, header, unit: inner === null ? null : { ...header, text: withUnit?.[2] ?? '' } };
}

/** Of `Thực hiện năm 2019` and `Thực hiện năm 2020`, or of two plans, the one of another year than the report's is not read. */
function ofTheYear(columns: readonly Column[], period: Cell | null): Column[] {
  const own = readPeriod(period?.text ?? '');
  if (own === null) return [...columns];
  const isOwn = ({ header }: Column) => {
    const year = /\b(?:19|20)\d\d\b/.exec(header.text)?.[0];
    return year === undefined || Number(year) === yearOf(own);
  };
  return columns.map((column) => {
    const { role } = column;
    const rival = (role === 'value' || role === 'plan') && columns.some((each) => each.role === role && isOwn(each));
    return rival && !isOwn(column) ? { ...column, role: null } : column;
  });
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
function byReport(lines: readonly Line[], preamble: Preamble): DraftReport[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.cells.get('province')?.text.trim(), line.cells.get('period')?.text.trim()]);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
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
      rows: group.flatMap(({ draft }) => draft ?? []),
      findings: group.flatMap(({ misfit }) => misfit ?? []),
    };
  });
}

function unknownColumns(columns: readonly Column[], rows: readonly Row[]): Finding[] {
  return columns.flatMap((column, index) => {
    if (column.role !== null || !rows.some((row) => row[index]?.text.trim())) return [];
    const name = oneLine(column.header.text);
    return {
      rule: 'column.unknown',
      severity: 'note' as const,
      code: null,
      sector: null,
      at: column.header.at,
      raw: column.header.text,
      message: name
        ? `Cột "${name}" không có trong biểu B01 hoặc là của năm khác nên không được đọc.`
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
