import type { Catalogue } from '../../schemas/catalogue';
import { type Cell, type Document, type Grid, placeName, type Refusal, refusal } from '../../schemas/cell';
import type { IndicatorCode } from '../../schemas/codes';
import { excerpt } from '../../schemas/text';
import { readAmount } from '../normalise/amount';
import type { Notation } from '../normalise/number';
import { remarksOf } from '../understand/cell-doubt';
import { columns, type Place, type PrintedCell, readPrinted, sureNotation } from './cell';

/** The printed figures of a table, and a sentence for everything in it that cannot be used. */
export interface PrintedTable {
  readonly cells: readonly PrintedCell[];
  readonly unusable: readonly string[];
}

/** Reads a table with the columns of the printed annex, as CSV or on a sheet; refused where it has no codes, sectors or figures. */
export function readPrintedTable(document: Document, catalogue: Catalogue): PrintedTable | Refusal {
  const table = (document.kind === 'grids' ? document.grids : []).map(tableOf).find((each) => each !== null);
  if (!table) return refusal(`bảng in phải có dòng tiêu đề ${Object.values(shown).join(',')}`);
  const unusable = names
    .filter((name) => table.index[name] === -1)
    .map((name) => `thiếu cột ${shown[name]}: những gì phải tính từ cột này không được tính lại`);
  const places: Place[] = [];
  const seen = new Map<string, Cell>();
  for (const row of table.rows) {
    const line = lineOf(row, table, seen, catalogue);
    if (typeof line === 'string') unusable.push(line);
    else if (line !== null) places.push(...placesOf(line, row, table, catalogue));
  }
  const remarkAt = remarksOf(table.grid);
  const usual = usualNotation(places, catalogue);
  const cells = places.flatMap((place): PrintedCell[] => {
    const why = 'ô không hiển thị đúng số lưu trong ô, hoặc công thức chưa được tính';
    const read = remarkAt(place.written.at) === undefined ? readPrinted(place, usual, catalogue) : why;
    if (typeof read === 'string') unusable.push(`${wrong(place.written, read)}; ô này không được tính lại`);
    return read === null || typeof read === 'string' ? [] : [read];
  });
  if (cells.length + unusable.length === 0) unusable.push('bảng không có số liệu nào để tính lại');
  return { cells, unusable };
}

const names = ['code', 'sector', 'unit', ...columns] as const;
type Name = (typeof names)[number];

/** The columns by their names; the years in them may be any. */
const patterns: Readonly<Record<Name, RegExp>> = {
  code: /^code$/,
  sector: /^sector$/,
  unit: /^printed_unit$/,
  actual: /^actual_\d{4}$/,
  change: /^vs_\d{4}_amount$/,
  percent: /^vs_\d{4}_percent$/,
  plan_change: /^vs_plan_amount$/,
  plan_percent: /^vs_plan_percent$/,
};
const shown: Readonly<Record<Name, string>> = {
  code: 'code',
  sector: 'sector',
  unit: 'printed_unit',
  actual: 'actual_<năm>',
  change: 'vs_<năm trước>_amount',
  percent: 'vs_<năm trước>_percent',
  plan_change: 'vs_plan_amount',
  plan_percent: 'vs_plan_percent',
};

interface Table {
  readonly grid: Grid;
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  readonly index: Readonly<Record<Name, number>>;
}

/** The table of a grid: its header is the first row that names codes, sectors and figures; a title may stand above. */
function tableOf(grid: Grid): Table | null {
  for (const [start, header] of grid.rows.entries()) {
    const find = (name: Name) => header.findIndex(({ text }) => patterns[name].test(text.trim().toLowerCase()));
    const index = Object.fromEntries(names.map((name) => [name, find(name)])) as Record<Name, number>;
    if (index.code !== -1 && index.sector !== -1 && index.actual !== -1)
      return { grid, header, rows: grid.rows.slice(start + 1), index };
  }
  return null;
}

type Line = Pick<Place, 'indicator' | 'sector'>;

/** What a row is about; null for an empty one, a sentence for one that cannot be used. */
function lineOf(
  row: readonly Cell[],
  table: Table,
  seen: Map<string, Cell>,
  catalogue: Catalogue,
): Line | string | null {
  const first = row.find(({ text }) => text.trim() !== '');
  if (first === undefined) return null;
  const lost = '; dòng này không được tính lại';
  const extra = row.slice(table.header.length).find(({ text }) => text.trim() !== '');
  // On a sheet no comma can cut a number in two.
  if (extra !== undefined && table.grid.sheet === undefined)
    return `${wrong(extra, 'dòng có nhiều ô hơn tiêu đề (số có dấu phẩy phải đặt trong ngoặc kép), thừa ô')}${lost}`;
  const code = row[table.index.code] ?? { ...first, text: '' };
  const indicator = catalogue.indicators.get(code.text.trim() as IndicatorCode);
  if (indicator === undefined) return `${wrong(code, 'không có chỉ tiêu')}${lost}`;
  const written = row[table.index.sector]?.text.trim() || 'all';
  const sector = catalogue.sectorOf(written);
  if (sector === null || !indicator.sectors.includes(sector))
    return `${wrong(row[table.index.sector] ?? code, `chỉ tiêu ${indicator.code} không có lĩnh vực`)}${lost}`;
  const key = `${indicator.code} ${sector}`;
  const before = seen.get(key);
  if (before !== undefined) return `${placeName(code.at)}: ${key} đã có ở ${placeName(before.at)}${lost}`;
  seen.set(key, code);
  return { indicator, sector };
}

/** The cells of a row that hold something; a unit in the cell of the actual figure beats the one in its column. */
function placesOf(line: Line, row: readonly Cell[], { header, index }: Table, catalogue: Catalogue): Place[] {
  const actual = row[index.actual];
  const amount = actual && readAmount(actual, catalogue);
  const inCell = amount?.kind === 'amount' ? amount.unitText : null;
  const unitText = inCell ?? row[index.unit]?.text.trim() ?? '';
  return columns.flatMap((column) => {
    const written = row[index[column]];
    return written ? [{ ...line, column, header: header[index[column]]?.text.trim() ?? '', written, unitText }] : [];
  });
}

/** The notation of most numbers that read in one way only; a printed table is Vietnamese where nothing speaks against it. */
function usualNotation(places: readonly Place[], catalogue: Catalogue): Notation {
  const sure = places.map((place) => sureNotation(place, catalogue));
  const count = (notation: Notation) => sure.filter((each) => each === notation).length;
  return count('en') > count('vi') ? 'en' : 'vi';
}

const wrong = (cell: Cell, why: string) => `${placeName(cell.at)}: ${why} "${excerpt(cell.text)}"`;
