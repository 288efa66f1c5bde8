import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import { type Cell, placeName } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import { excerpt } from '../../schemas/text';
import { readNumber } from '../normalise/number';

type Row = readonly Cell[];
type Cells = ReadonlyMap<ColumnRole, Cell>;

/** Why a row cannot be read as the columns say, as the finding that holds it; null where it can. `width`: of the header in CSV, else null. */
export function misfitOf(row: Row, cells: Cells, width: number | null, catalogue: Catalogue): Finding | null {
  if (width !== null && isCutInTwo(row, width, cells.get('value'))) return tooManyCells(row, width);
  if (isTotalRow(cells, catalogue)) return totalRow(row, cells);
  const unit = cells.get('unit');
  if (unit && !cells.has('value') && !cells.has('plan') && isFigure(unit.text, catalogue)) return shifted(row, unit);
  return null;
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

function tooManyCells(row: Row, width: number): Finding {
  return {
    ...aboutRow(row, 'row.misfit', row[width] ?? null),
    severity: 'error',
    message: `${rowName(row)} có ${row.length} ô, nhiều hơn ${width} cột của bảng, nên không biết số nào thuộc cột nào; dòng này chưa được nạp. Hãy đặt ô có dấu phân cách trong dấu ngoặc kép.`,
  };
}

/** A figure in the column of units, and none where figures belong: a cell before it was lost. */
const isFigure = (text: string, catalogue: Catalogue) =>
  readNumber(text).kind === 'number' && catalogue.unitOf(text) === null;

function shifted(row: Row, unit: Cell): Finding {
  return {
    ...aboutRow(row, 'row.misfit', unit),
    severity: 'error',
    message: `${rowName(row)} có số "${excerpt(unit.text)}" (${placeName(unit.at)}) ở cột đơn vị tính mà không có số liệu ở cột của nó, có lẽ vì thiếu một ô; dòng này chưa được nạp. Hãy đặt lại các ô cho đúng cột.`,
  };
}

/** A line of totals at the foot of the table: it belongs to no indicator. */
function isTotalRow(cells: Cells, catalogue: Catalogue): boolean {
  const label = cells.get('label');
  return (
    label !== undefined &&
    !cells.has('number') &&
    !cells.has('unit') &&
    !/^\s*[-+]/.test(label.text) &&
    catalogue.sectorOf(label.text) === 'all'
  );
}

function totalRow(row: Row, cells: Cells): Finding {
  const label = cells.get('label');
  return {
    ...aboutRow(row, 'row.total', label ?? row[0] ?? null),
    severity: 'note',
    message: `Dòng "${excerpt(label?.text ?? '')}" không thuộc chỉ tiêu nào (không có số thứ tự và đơn vị tính) nên không được đọc.`,
  };
}

function rowName([first]: Row): string {
  return first !== undefined && 'row' in first.at ? `Dòng ${first.at.row}` : 'Dòng này';
}

const aboutRow = (row: Row, rule: string, cell: Cell | null) => ({
  rule,
  code: null,
  sector: null,
  at: cell?.at ?? null,
  raw: row.map(({ text }) => text).join(' | '),
  proposal: null,
});
