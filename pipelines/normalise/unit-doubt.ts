import type { Catalogue } from '../../schemas/catalogue';
import { placeName } from '../../schemas/cell';
import { type Decimal, decimal } from '../../schemas/decimal';
import { type DoubtedCell, type Finding, wrongTogether } from '../../schemas/finding';
import { Quantity, wholeShare } from '../../schemas/quantity';
import { excerpt } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';
import type { Figure } from './figures';
import type { Evidence, Settled } from './notation';
import type { Witness } from './size';
import type { SlipKind } from './slip-kinds';
import { type UnitSlip, unitSlips } from './unit-slips';

const one = decimal('1');
const hundred = decimal('100');
const twelve = decimal('12');

/**
 * Amounts that by all evidence were written in another unit, and ratios written as parts of one. They are loaded as written;
 * all figures that one slip reaches are one finding, for it is one cause.
 */
export function unitFindings(
  settled: readonly Settled[],
  { sizes, adding, catalogue }: Pick<Evidence, 'sizes' | 'adding' | 'catalogue'>,
): Finding[] {
  const open = settled.filter(canSlip);
  const found = unitSlips(open, sizes, adding).map((slip) => {
    const [{ figure, amount }] = slip.among;
    const words = (of: Quantity) => wordsOf(sizes.witnesses(figure), of);
    return finding({ ...slip, is: words(amount), wouldBe: words(slip.kind.mended(amount)) }, catalogue);
  });
  const [first, ...rest] = settled.filter(isFraction);
  if (first === undefined) return found;
  const wouldBe = 'có lẽ số được ghi theo phần của 1 thay cho phần trăm';
  const kind = { of: null, mended: (amount: Quantity) => amount.times(hundred) };
  return [...found, finding({ among: [first, ...rest], kind, probability: 1, is: 'chưa đến 1%', wouldBe }, catalogue)];
}

function canSlip({ figure, amount, rather }: Settled): boolean {
  if (rather !== null || amount.isZero()) return false; // its number is doubted already
  // People are counted one by one, unless somebody wrote `nghìn người`.
  return figure.unit.dimension !== 'percent' && !(figure.unit.dimension === 'count' && figure.unit.factor.eq(one));
}

/** 0,353 where 35,3% is meant: a ratio of this catalogue is never below one in a hundred. */
function isFraction({ figure, amount, rather }: Settled): boolean {
  return (
    rather === null &&
    figure.indicator.kind === 'ratio' &&
    !amount.isZero() &&
    amount.times(hundred).compare(wholeShare) <= 0
  );
}

/** What each witness says, once. */
function wordsOf(witnesses: readonly Witness[], amount: Quantity): string {
  return [...new Set(witnesses.map(({ words }) => words(amount)))].join('; ');
}

/** A slip with what it reaches, and what the witnesses say of its first amount as it is and as it would be. */
type Doubt = Omit<UnitSlip, 'kind'> & {
  readonly kind: Pick<SlipKind, 'mended' | 'of'>;
  readonly is: string;
  readonly wouldBe: string;
};

function finding({ among, kind, probability, is, wouldBe }: Doubt, catalogue: Catalogue): Finding {
  const [first, ...rest] = among;
  const { indicator, cell } = first.figure;
  const likely = kind.mended(first.amount);
  const inUnit = (of: Quantity) => `${vietnameseNumber(of.in(indicator.unit))} ${indicator.unit.name}`;
  const others = rest.map((each) => placeName(each.figure.cell.at));
  const also =
    others.length === 0
      ? ''
      : ` Cũng vậy ở ${others.slice(0, 4).join('; ')}${others.length > 4 ? ` và ${others.length - 4} ô khác` : ''}.`;
  const because = [supposed(first.figure, kind, catalogue), wouldBe].filter((part) => part).join(' thì ');
  const sure = probability === 1 ? '' : ` (xác suất khoảng ${Math.min(99, Math.floor(probability * 100))}%)`;
  const doubted = ({ figure, amount }: Settled, why: string): DoubtedCell => ({
    ...{ code: figure.indicator.code, sector: figure.sector, measure: figure.measure },
    ...{ at: figure.cell.at, raw: figure.cell.text },
    proposal: {
      ...{ value: kind.mended(amount).in(figure.indicator.unit), unit: figure.indicator.unit.name, because: why },
    },
  });
  return {
    rule: 'unit.contradicted',
    nature: 'doubt',
    ...doubted(first, because),
    message: `Số "${excerpt(cell.text)}" (${placeName(cell.at)}) của chỉ tiêu "${indicator.label}" đọc theo đơn vị đã ghi là ${inUnit(first.amount)}${is && ` (${is})`}, khác thường về độ lớn; ${because || 'theo đơn vị khác thì các số khớp nhau'}. Có lẽ số đúng là ${inUnit(likely)}${sure}. Đã nạp như đã ghi: hãy xác nhận hoặc sửa lại đơn vị.${also}`,
    ...wrongTogether(rest.map((each) => doubted(each, `như ở ${placeName(cell.at)}`))),
  };
}

/** What the slip supposes, in Vietnamese; null where its unit has no name. */
function supposed({ unit }: Figure, { mended, of }: Doubt['kind'], catalogue: Catalogue): string | null {
  if (of !== null) return of === 'month' ? 'nếu đó là số của một tháng' : 'nếu đó là số của cả năm';
  if (unit.dimension !== 'money' && unit.dimension !== 'money_per_year') return null;
  const worth = decimal(mended(Quantity.of(one, unit)).inBase());
  // A unit a month was multiplied by twelve.
  const names = [worth, worth.div(twelve)].map((each) => unitNamed(each, catalogue));
  const name = names.find((each) => each !== null);
  return name === undefined ? null : `nếu đơn vị là ${name}`;
}

function unitNamed(factor: Decimal, catalogue: Catalogue): string | null {
  const units = ['đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng'].map((name) => catalogue.unitOf(name)?.unit);
  return units.find((unit) => unit?.factor.eq(factor))?.name ?? null;
}
