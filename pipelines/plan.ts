import type { Catalogue } from '../schemas/catalogue';
import { type Cell, type Document, type Grid, placeName, type Refusal, refusal } from '../schemas/cell';
import type { IndicatorCode, ProvinceId, SectorCode } from '../schemas/codes';
import { mapOf, yearOf } from '../schemas/period';
import type { PlanLine } from '../schemas/plan';
import { Quantity } from '../schemas/quantity';
import { excerpt } from '../schemas/text';
import { readAmount } from './normalise/amount';
import { readPeriod } from './normalise/period';
import { conversionTo } from './normalise/unit';
import { remarksOf } from './understand/cell-doubt';

const columns = ['period', 'area', 'code', 'sector', 'unit', 'plan'] as const;
type Columns = Readonly<Record<(typeof columns)[number], Cell>>;

/** The lines of a plan (`period,area,code,sector,unit,plan`, in CSV or on a sheet), and a sentence for each line that cannot be used. */
export function readPlan(document: Document, catalogue: Catalogue): { lines: PlanLine[]; refused: string[] } | Refusal {
  const tables = document.kind === 'grids' ? document.grids.map(tableOf) : [];
  const table = tables.find(({ missing }) => missing.length === 0);
  if (table === undefined) {
    const missing = tables[0]?.missing ?? columns;
    return refusal(`tệp kế hoạch phải có dòng tiêu đề ${columns.join(',')}; thiếu ${missing.join(', ')}`);
  }
  const { header, rows, index } = table;
  const remarkAt = remarksOf(table.grid);
  const lines: PlanLine[] = [];
  const refused: string[] = [];
  for (const row of rows) {
    if (row.every((cell) => cell.text.trim() === '')) continue;
    const extra = row.slice(header.length).find((cell) => cell.text.trim() !== '');
    // On a sheet no comma can cut a number in two.
    if (extra !== undefined && table.grid.sheet === undefined) {
      refused.push(wrong(extra, 'dòng có nhiều ô hơn tiêu đề (số có dấu phẩy phải đặt trong ngoặc kép), thừa ô'));
      continue;
    }
    const empty = (i: number): Cell => ({
      text: '',
      literal: false,
      at: { row: 0, ...row[0]?.at, column: i + 1 },
      ...row[i],
    });
    const cells = Object.fromEntries(columns.map((name, i) => [name, empty(index[i] ?? -1)])) as Columns;
    const line =
      remarkAt(cells.plan.at) === undefined
        ? readLine(cells, catalogue)
        : wrong(cells.plan, 'ô không hiển thị đúng số lưu trong ô (định dạng rút gọn, hoặc công thức chưa được tính)');
    if (typeof line === 'string') refused.push(line);
    else lines.push(line);
  }
  const { once, twice } = withoutContradictions(lines, catalogue);
  return { lines: once, refused: [...refused, ...twice] };
}

/** The table of a grid, whose header is the first row that holds anything. */
function tableOf(grid: Grid) {
  const start = grid.rows.findIndex((row) => row.some(({ text }) => text.trim() !== ''));
  const [header = [], ...rows] = start === -1 ? [] : grid.rows.slice(start);
  const index = columns.map((name) => header.findIndex((cell) => cell.text.trim().toLowerCase() === name));
  return { grid, header, rows, index, missing: columns.filter((_, i) => index[i] === -1) };
}

const wrong = (cell: Cell, why: string) =>
  `${placeName(cell.at)}: ${why} "${excerpt(cell.text)}"; dòng này chưa được nạp`;

/** As in a report (rules.md, Duplicates 3): what is said twice alike is one line; of differing ones none is preferred. */
function withoutContradictions(
  lines: readonly PlanLine[],
  catalogue: Catalogue,
): { once: PlanLine[]; twice: string[] } {
  const groups = new Map<string, PlanLine[]>();
  for (const line of lines) {
    const key = `${line.year} ${line.area} ${line.code} ${line.sector}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const once: PlanLine[] = [];
  const twice: string[] = [];
  for (const [first, ...rest] of groups.values()) {
    if (first === undefined) continue;
    if (rest.every((other) => other.amount.equals(first.amount))) once.push(first);
    else {
      const values = [first, ...rest].map(({ raw, at }) => `"${excerpt(raw)}" (${placeName(at)})`).join(' và ');
      const area =
        first.area === 'VN' ? 'cả nước' : catalogue.provinces.get(first.area as ProvinceId)?.names.at(-1)?.name;
      twice.push(`${first.code} của ${area} được ghi với số khác nhau: ${values}; các dòng này chưa được nạp`);
    }
  }
  return { once, twice };
}

function readLine(cells: Columns, catalogue: Catalogue): PlanLine | string {
  const period = readPeriod(cells.period.text);
  if (period === null) return wrong(cells.period, 'không hiểu kỳ');
  const area = cells.area.text.trim() === 'VN' ? 'VN' : catalogue.provinceOf(cells.area.text, mapOf(period));
  if (area === null) return wrong(cells.area, 'không có tỉnh, thành phố');
  const indicator = catalogue.indicators.get(cells.code.text.trim() as IndicatorCode);
  if (indicator === undefined) return wrong(cells.code, 'không có chỉ tiêu');
  const sector = (cells.sector.text.trim() || 'all') as SectorCode;
  if (!indicator.sectors.includes(sector)) return wrong(cells.sector, `chỉ tiêu ${indicator.code} không có lĩnh vực`);
  const amount = readAmount(cells.plan, catalogue);
  if (amount.kind !== 'amount') return wrong(cells.plan, 'không đọc được số');
  const unitText = amount.unitText ?? (cells.unit.text.trim() || indicator.unit.name);
  const written = amount.unit ?? catalogue.unitOf(unitText);
  const conversion = written === null ? null : conversionTo(indicator, written);
  if (conversion === null) return wrong(cells.unit, `đơn vị không hợp với ${indicator.code} (${indicator.unit.name})`);
  const read = amount.readings.map(({ value }) => Quantity.of(value, conversion.unit));
  const [planned, other] = indicator.unit.dimension === 'count' ? read.filter((each) => each.isWhole()) : read;
  if (planned === undefined) return wrong(cells.plan, `${indicator.code} phải là số nguyên, không phải`);
  if (other !== undefined) return wrong(cells.plan, 'số này đọc được hai cách; hãy ghi lại cho rõ');
  if (planned.isNegative() && indicator.kind !== 'average') return wrong(cells.plan, `${indicator.code} không thể âm`);
  return {
    year: yearOf(period),
    area,
    code: indicator.code,
    sector,
    amount: planned,
    raw: cells.plan.text,
    unit: unitText,
    at: cells.plan.at,
  };
}
