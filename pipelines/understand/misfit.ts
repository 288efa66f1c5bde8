import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import { type Cell, placeName } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import { excerpt } from '../../schemas/text';
import { readAmount } from '../normalise/amount';
import { readNumber } from '../normalise/number';

type Row = readonly Cell[];
type Cells = ReadonlyMap<ColumnRole, Cell>;

/** Why a row cannot be read as the columns say, as the finding that holds it; null where it can. `width`: of the header in CSV, else null. */
export function misfitOf(row: Row, cells: Cells, width: number | null, catalogue: Catalogue): Finding | null {
  if (width !== null && isCutInTwo(row, width, cells.get('value'))) return tooManyCells(row, width);
  if (isTotalRow(cells, catalogue)) return totalRow(row, cells);
  const unit = cells.get('unit');
  if (unit && isFigure(unit.text, catalogue)) return shifted(row, unit, 'đơn vị tính');
  const value = cells.get('value');
  if (unit === undefined && value && isUnit(value.text, catalogue)) return unitMoved(row, value);
  const note = cells.get('note');
  if (note && !isFilled(value) && holdsFigure(note, catalogue)) return shifted(row, note, 'ghi chú');
  return null;
}

/** A figure that stands beside an empty cell, where it may belong: in the notes by the plan, in a comparison by the value. */
export function strayFigure(row: Row, cells: Cells, hasPlan: boolean, catalogue: Catalogue): Finding[] {
  const note = cells.get('note');
  if (hasPlan && note && isFilled(cells.get('value')) && !isFilled(cells.get('plan')) && holdsFigure(note, catalogue))
    return [stray(row, note, 'ghi chú', 'kế hoạch')];
  const change = cells.get('change');
  // What a formula makes of an empty cell is nothing, or less.
  if (
    change &&
    !cells.has('value') &&
    /[1-9]/.test(change.text.replace(/^\s*[-−–(].*/s, '')) &&
    holdsFigure(change, catalogue)
  )
    return [stray(row, change, 'so sánh', 'số liệu')];
  return [];
}

function stray(row: Row, figure: Cell, column: string, empty: string): Finding {
  return {
    ...aboutRow(row, 'row.stray', figure),
    nature: 'doubt',
    message: `${rowName(row)} có số "${excerpt(figure.text)}" (${placeName(figure.at)}) ở cột ${column} mà cột ${empty} để trống, có lẽ vì lệch một ô; số này không được nạp. Hãy đặt lại vào đúng cột nếu đúng là bị lệch.`,
  };
}

const isFilled = (cell: Cell | undefined) => cell !== undefined && readNumber(cell.text).kind !== 'none';

/** `12`, `530,25 tỷ đồng`; a bracketed number is a footnote, and one from 1900 to 2099 a year. */
const holdsFigure = ({ text, literal }: Cell, catalogue: Catalogue) =>
  !/^\s*([([].*|(19|20)\d\d)\s*$/s.test(text) && readAmount({ text, literal }, catalogue).kind === 'amount';

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
    nature: 'held',
    message: `${rowName(row)} có ${row.length} ô, nhiều hơn ${width} cột của bảng, nên không biết số nào thuộc cột nào; dòng này chưa được nạp. Hãy đặt ô có dấu phân cách trong dấu ngoặc kép.`,
  };
}

/** A figure in the column of units: a cell before it was lost. */
const isFigure = (text: string, catalogue: Catalogue) =>
  readNumber(text).kind === 'number' && catalogue.unitOf(text) === null;

/** `HTX` where the figure should be, and no unit where it should be: a cell too many before it. */
const isUnit = (text: string, catalogue: Catalogue) => !/\d/.test(text) && catalogue.unitOf(text) !== null;

function unitMoved(row: Row, unit: Cell): Finding {
  return {
    ...aboutRow(row, 'row.misfit', unit),
    nature: 'held',
    message: `${rowName(row)} có đơn vị tính "${excerpt(unit.text)}" (${placeName(unit.at)}) ở cột số liệu, có lẽ vì thừa một ô; dòng này chưa được nạp. Hãy đặt lại các ô cho đúng cột.`,
  };
}

function shifted(row: Row, figure: Cell, column: string): Finding {
  return {
    ...aboutRow(row, 'row.misfit', figure),
    nature: 'held',
    message: `${rowName(row)} có số "${excerpt(figure.text)}" (${placeName(figure.at)}) ở cột ${column}, có lẽ vì lệch hoặc thiếu một ô; dòng này chưa được nạp. Hãy đặt lại các ô cho đúng cột.`,
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
    (catalogue.sectorOf(label.text) === 'all' || /^\s*cộng\s*$/i.test(label.text.normalize('NFC')))
  );
}

function totalRow(row: Row, cells: Cells): Finding {
  const label = cells.get('label');
  return {
    ...aboutRow(row, 'row.total', label ?? row[0] ?? null),
    nature: 'remark',
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
