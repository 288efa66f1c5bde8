import type { Catalogue, Magnitude } from '../../schemas/catalogue';
import { type Decimal, decimal } from '../../schemas/decimal';
import { rational, rounded } from '../../schemas/rational';
import { vietnameseNumber } from '../../schemas/vietnamese';
import type { PrintedCell } from './cell';
import type { Figures } from './figures';

/** A figure of a size that none like it has, what it must be multiplied by to have a usual one, and why, in Vietnamese. */
export interface Oversized {
  readonly cell: PrintedCell;
  readonly factor: Decimal;
  readonly words: string;
}

/** The slips that people make, the commonest first: triệu for tỷ and tỷ for triệu, then nghìn and đồng. */
const slips = ['1e-3', '1e3', '1e-6', '1e6', '1e-9', '1e9'].map(decimal);
const one = decimal('1');
const hundred = decimal('100');

/** Figures in a wrong unit, by what is usual for each cooperative or member (config/magnitudes.csv). */
export function oversized(figures: Figures): Oversized[] {
  return figures.actuals().flatMap((cell): Oversized[] => {
    const size = cell.value.abs();
    if (size.eq('0')) return [];
    // A ratio of this catalogue is never below one in a hundred.
    if (cell.indicator.kind === 'ratio')
      return size.times(hundred).gt(hundred)
        ? []
        : [{ cell, factor: hundred, words: 'có lẽ ghi theo phần của 1 thay cho phần trăm' }];
    const usual = figures.catalogue.magnitudes.flatMap((each) => rangeOf(cell, each, figures));
    const oddIn = (value: Decimal) => usual.find(({ low, high }) => value.lt(low) || value.gt(high));
    const odd = oddIn(size);
    const factor = odd && slips.find((slip) => oddIn(size.times(slip)) === undefined);
    return odd === undefined || factor === undefined
      ? []
      : [{ cell, factor, words: wordsFor(cell, factor, odd, figures.catalogue) }];
  });
}

/** What is usual, in base units, for as many as `number` of `each`. */
interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly number: Decimal;
  readonly each: string | null;
}

/** A province's sum says nothing of the whole country's: without a number of cooperatives only averages are measured. */
function rangeOf(cell: PrintedCell, { code, per, low, high }: Magnitude, figures: Figures): Range[] {
  if (code !== cell.indicator.code || (per === null && cell.indicator.kind !== 'average')) return [];
  const count = per === null ? null : figures.get(per, cell.sector, 'actual');
  if (count === undefined || count?.value.lte('0')) return [];
  const number = count?.value ?? one;
  const scaled = (limit: typeof low) => decimal(limit.inBase()).times(number);
  return [{ low: scaled(low), high: scaled(high), number, each: count?.indicator.unit.name ?? null }];
}

function wordsFor(cell: PrintedCell, factor: Decimal, { number, each }: Range, catalogue: Catalogue): string {
  const size = (times: Decimal) => {
    const amount = rational(cell.value.times(times), number.times(cell.unit.factor));
    return `${vietnameseNumber(rounded(amount, 3).replace(/\.?0+$/, ''))} ${cell.unit.name}`;
  };
  const names = ['đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng', 'người', 'nghìn người'];
  const fit = names
    .map((name) => catalogue.unitOf(name)?.unit)
    .find((unit) => unit?.factor.eq(cell.unit.factor.times(factor)));
  const isMoney = cell.unit.dimension !== 'count';
  const unit = isMoney && fit?.dimension === 'money' ? fit.name : null;
  const per = each === null ? '' : ` một ${each}`;
  return `${size(one)}${per} là khác thường; ${unit === null ? `nếu nhân với ${vietnameseNumber(factor.toFixed())}` : `nếu đơn vị là ${unit}`} thì ${size(factor)}${per}`;
}
