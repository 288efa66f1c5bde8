import type { Catalogue, WrittenUnit } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import { type Decimal, decimal } from '../../schemas/decimal';
import { cleaned, type Notation, readNumber } from './number';

/** No figure is longer or has a greater exponent; one digit string of a hundred thousand took more than a minute to try. */
const longest = 1000;

/** A way to read a cell's number, still without the unit that stands outside the cell. */
export interface AmountReading {
  readonly value: Decimal;
  readonly notation: Notation | null;
}

/** What a cell says: its number and the unit that stands in it, or why it says nothing. */
export type WrittenAmount =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'amount';
      readonly readings: readonly AmountReading[];
      readonly unit: WrittenUnit | null;
      readonly unitText: string | null;
      readonly approximate: boolean;
    }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unknown_unit'; readonly unitText: string };

/** `2.056,598 tỷ đồng`, `17 tỷ 546 triệu đồng`, `3.000.000.000đ`, `63,2%`, `4,3 triệu đồng/người/tháng`, `- 998.175`, `(381)`. */
export function readAmount(cell: Pick<Cell, 'text' | 'literal'>, catalogue: Catalogue): WrittenAmount {
  if (cell.text.length > longest) return { kind: 'unreadable' };
  if (cell.literal) return literalAmount(cell.text, catalogue);
  // `₫1.250.000.000`, `VND 500.000`, as spreadsheets show money.
  const text = cleaned(cell.text)
    .replace(/^(₫|đ|vnđ|vnd) ?(?=\d)(.*)$/is, '$2 đồng')
    .replace(/₫$/, 'đ');
  const alone = readNumber(text);
  if (alone.kind === 'none') return alone;
  if (alone.kind === 'number') return { ...alone, kind: 'amount', unit: null, unitText: null };

  const parts = [...text.matchAll(/([~≈+−–(-]?[\s(]*\d[\d.,]*(?: \d{3}(?!\d)[\d.,]*)*\)?)\s*([^\d~≈+−–(]+)/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text) return { kind: 'unreadable' };
  const amounts = [];
  for (const [, number = '', unitText = ''] of parts) {
    const read = readNumber(number);
    if (read.kind !== 'number') return { kind: 'unreadable' };
    // `180,` and `180 "` lost something, but no unit.
    if (!/[\p{L}%]/u.test(unitText)) return { kind: 'unreadable' };
    const unit = catalogue.unitOf(unitText.trim());
    if (unit === null) return { kind: 'unknown_unit', unitText: unitText.trim() };
    amounts.push({ ...read, unit, unitText: unitText.trim() });
  }
  return amounts.length === 1 && amounts[0] ? { ...amounts[0], kind: 'amount' } : compound(amounts);
}

/** JSON and workbooks type their numbers, with a point: taken as they are. A workbook's format may show a unit beside it. */
function literalAmount(text: string, catalogue: Catalogue): WrittenAmount {
  const [, before = '', number = '', after = ''] = /^([^\d-]*)(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(.*)$/is.exec(text) ?? [];
  // Written out, `1e999999999` would fill the memory.
  if (Math.abs(Number(/e(.+)$/i.exec(number)?.[1] ?? 0)) > longest) return { kind: 'unreadable' };
  const unitText = `${before.replace(/[~≈]/, '')}${after}`.replace('₫', 'đ').trim();
  const unit = unitText === '' ? null : catalogue.unitOf(unitText);
  try {
    const readings = [{ value: decimal(number), notation: null }];
    if (unitText !== '' && unit === null) return { kind: 'unknown_unit', unitText };
    return { kind: 'amount', readings, unit, unitText: unitText || null, approximate: /[~≈]/.test(before) };
  } catch {
    return { kind: 'unreadable' };
  }
}

type Part = Extract<WrittenAmount, { kind: 'amount' }> & { readonly unit: WrittenUnit; readonly unitText: string };

/** `17 tỷ 546 triệu đồng`: whole numbers of falling units of money, each smaller than one of the unit before. */
function compound(parts: readonly Omit<Part, 'kind'>[]): WrittenAmount {
  const last = parts.at(-1);
  let sum = decimal('0');
  let before: Decimal | null = null;
  for (const { readings, unit } of parts) {
    // In `1.159 tỷ 95 triệu` and `772.000 tỷ 1 triệu` the dot can only be a thousands mark: the greater whole number.
    const [reading] = readings
      .filter(({ value }) => value.eq(value.round(0)))
      .sort((a, b) => (a.value.lt(b.value) ? 1 : -1));
    if (!reading || !last || unit.unit.dimension !== 'money' || reading.value.lt('0')) return { kind: 'unreadable' };
    const worth = reading.value.times(unit.unit.factor);
    if (before?.lte(worth)) return { kind: 'unreadable' };
    sum = sum.plus(worth);
    before = unit.unit.factor;
  }
  if (!last) return { kind: 'unreadable' };
  const approximate = parts.some((part) => part.approximate);
  const value = sum.div(last.unit.unit.factor);
  return {
    kind: 'amount',
    readings: [{ value, notation: null }],
    unit: last.unit,
    unitText: last.unitText,
    approximate,
  };
}
