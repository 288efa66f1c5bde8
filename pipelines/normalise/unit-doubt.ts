import type { Catalogue } from '../../schemas/catalogue';
import { placeName } from '../../schemas/cell';
import { type Decimal, decimal } from '../../schemas/decimal';
import type { Finding } from '../../schemas/finding';
import { type Quantity, wholeShare } from '../../schemas/quantity';
import { excerpt } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';
import type { Settled } from './notation';
import type { Size, Sizes } from './size';

const one = decimal('1');
const hundred = decimal('100');
const twelve = decimal('12');

/** The slips of unit that people make, the commonest first: triệu for tỷ and tỷ for triệu, then nghìn and đồng; a month for a year. */
const slips = ['1e-3', '1e3', '1e-6', '1e6', '1e-9', '1e9', '12'].map(decimal);

interface Doubt {
  readonly settled: Settled;
  readonly as: Size;
  readonly slip: Decimal;
  readonly likely: Quantity;
  readonly likelySize: Size;
}

/**
 * Amounts of money of a size that such a figure never has, where another unit would give a usual one. They are loaded as
 * written; figures with the same slip in the same unit are one finding, for it is one cause.
 */
export function unitFindings(settled: readonly Settled[], sizes: Sizes, catalogue: Catalogue): Finding[] {
  const groups = new Map<string, Doubt[]>();
  for (const each of settled) {
    const doubt = doubted(each, sizes);
    if (doubt === null) continue;
    const key = `${each.figure.unit.name} ${doubt.slip}`;
    groups.set(key, [...(groups.get(key) ?? []), doubt]);
  }
  return [...groups.values()].map((doubts) => found(doubts, catalogue));
}

function doubted(settled: Settled, sizes: Sizes): Doubt | null {
  const { figure, amount, rather } = settled;
  if (rather !== null) return null; // its number is doubted already
  if (figure.unit.dimension === 'percent') return asFraction(settled);
  // People are counted one by one, unless somebody wrote `nghìn người`.
  if (figure.unit.dimension === 'count' && figure.unit.factor.eq(one)) return null;
  const as = sizes.of(figure, amount);
  if (as.verdict !== 'unusual' || as.rough) return null;
  for (const slip of slips) {
    const likely = amount.times(slip);
    const likelySize = sizes.of(figure, likely);
    if (likelySize.verdict === 'usual') return { settled, as, slip, likely, likelySize };
  }
  return null;
}

/** 0,353 where 35,3% is meant: a ratio of this catalogue is never below one in a hundred. */
function asFraction(settled: Settled): Doubt | null {
  const { figure, amount } = settled;
  if (figure.indicator.kind !== 'ratio' || amount.isZero() || amount.times(hundred).compare(wholeShare) > 0)
    return null;
  const as: Size = { verdict: 'unusual', rough: false, words: 'chưa đến 1%' };
  const likelySize: Size = {
    verdict: 'usual',
    rough: false,
    words: 'có lẽ số được ghi theo phần của 1 thay cho phần trăm',
  };
  return { settled, as, slip: hundred, likely: amount.times(hundred), likelySize };
}

function found(doubts: readonly Doubt[], catalogue: Catalogue): Finding {
  const [first] = doubts as [Doubt];
  const { figure } = first.settled;
  const { indicator, cell, unit } = figure;
  const isMoney = figure.unit.dimension === 'money' || figure.unit.dimension === 'money_per_year';
  const factor = unit.factor.times(first.slip);
  // A unit a month was multiplied by twelve.
  const names = isMoney ? [factor, factor.div(twelve)].map((each) => unitNamed(each, catalogue)) : [];
  const name = names.find((each) => each !== null) ?? null;
  const inUnit = (amount: Quantity) => `${vietnameseNumber(amount.in(indicator.unit))} ${indicator.unit.name}`;
  const others = doubts.slice(1).map(({ settled }) => placeName(settled.figure.cell.at));
  const also =
    others.length === 0
      ? ''
      : ` Cũng vậy ở ${others.slice(0, 4).join('; ')}${others.length > 4 ? ` và ${others.length - 4} ô khác` : ''}.`;
  const otherwise = first.slip.eq(twelve) ? 'nếu đó là số của một tháng' : name && `nếu đơn vị là ${name}`;
  const because = otherwise === null ? first.likelySize.words : `${otherwise} thì ${first.likelySize.words}`;
  return {
    rule: 'unit.contradicted',
    severity: 'warning',
    code: indicator.code,
    sector: figure.sector,
    at: cell.at,
    raw: cell.text,
    message: `Số "${excerpt(cell.text)}" (${placeName(cell.at)}) của chỉ tiêu "${indicator.label}" đọc theo đơn vị đã ghi là ${inUnit(first.settled.amount)} (${first.as.words}), khác thường về độ lớn; ${because}. Có lẽ số đúng là ${inUnit(first.likely)}. Đã nạp như đã ghi: hãy xác nhận hoặc sửa lại đơn vị.${also}`,
    proposal: { value: first.likely.in(indicator.unit), unit: indicator.unit.name, because },
  };
}

function unitNamed(factor: Decimal, catalogue: Catalogue): string | null {
  const units = ['đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng'].map((name) => catalogue.unitOf(name)?.unit);
  return units.find((unit) => unit?.factor.eq(factor))?.name ?? null;
}
