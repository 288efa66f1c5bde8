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
  const unitOf = (role: 'value' | 'plan') => columns.find((column) => column.role === role)?.unit ?? preamble.unit;
  const wideUnit = { value: unitOf('value'), plan: unitOf('plan') };

  const lines: Line[] = [];
  const nesting = new Nesting(catalogue);
  for (const row of body) {
    if (row.every((cell) => cell.text.trim() === '') || isHeader(row, catalogue)) continue;
    const cells = cellsByRole(row, columns);
    if (isCutInTwo(row, header.length, cells.get('value'))) {
      lines.push({ cells, draft: null, misfit: tooManyCells(row, header.length) });
      continue;
    }
    if (isTotalRow(cells, catalogue)) {
      lines.push({ cells, draft: null, misfit: totalRow(row, cells) });
      continue;
    }
    const place = nesting.place(cells);
    if (place !== null) lines.push({ cells, draft: draftRow(cells, place, wideUnit), misfit: null });
  }
  const ofTheTable = [...unknownColumns(columns, body), ...otherYears(columns, preamble.period)];
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
  const text = header.text.replace(/\s+/g, ' ').trim();
  const withUnit = /^(.*?)[ ,]*\( ?(?:ĐVT|Đơn vị tính|Đơn vị)? ?:? ?([^()]+?) ?\)$/iu.exec(text);
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

/** A value column that names another year than the report's, and has no rival: read, but somebody has to look. */
function otherYears(columns: readonly Column[], period: Cell | null): Finding[] {
  const own = readPeriod(period?.text ?? '');
  return columns.flatMap(({ role, header }) => {
    const year = /\b(?:19|20)\d\d\b/.exec(header.text)?.[0];
    if (own === null || (role !== 'value' && role !== 'plan') || year === undefined || Number(year) === yearOf(own))
      return [];
    return {
      rule: 'column.other_year',
      severity: 'warning' as const,
      code: null,
      sector: null,
      at: header.at,
      raw: header.text,
      message: `Cột "${oneLine(header.text)}" ghi năm ${year}, khác với kỳ báo cáo "${oneLine(period?.text ?? '')}"; đã đọc như số của kỳ báo cáo. Hãy kiểm tra lại tiêu đề cột hoặc kỳ báo cáo.`,
      proposal: null,
    };
  });
}

/**
 * More cells than the header has: empty ones at the end are nobody's, a filled one means that a number was cut in two by
 * its comma, and so do digits right beside a value of digits, for then the row's empty last cell was pushed out.
 */
function isCutInTwo(row: Row, width: number, value: Cell | undefined): boolean {
  if (row.length <= width) return false;
  if (row.slice(width).some((cell) => cell.text.trim() !== '')) return true;
  const next = value && row[row.indexOf(value) + 1];
  return value !== undefined && /^[\d.]+$/.test(value.text.trim()) && /^\d+\D*$/.test(next?.text.trim() ?? '');
}

/** A line of totals at the foot of the table: it belongs to no indicator. */
function isTotalRow(cells: ReadonlyMap<ColumnRole, Cell>, catalogue: Catalogue): boolean {
  const label = cells.get('label');
  return (
    label !== undefined &&
    !cells.has('number') &&
    !cells.has('unit') &&
    !/^\s*[-+]/.test(label.text) &&
    catalogue.sectorOf(label.text) === 'all'
  );
}

function totalRow(row: Row, cells: ReadonlyMap<ColumnRole, Cell>): Finding {
  const label = cells.get('label');
  return {
    rule: 'row.total',
    severity: 'note',
    code: null,
    sector: null,
    at: label?.at ?? row[0]?.at ?? null,
    raw: row.map((cell) => cell.text).join(' | '),
    message: `Dòng "${oneLine(label?.text ?? '')}" không thuộc chỉ tiêu nào (không có số thứ tự và đơn vị tính) nên không được đọc.`,
    proposal: null,
  };
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
