import { evidence } from '../../config/thresholds';
import type { Catalogue, Indicator, Magnitude } from '../../schemas/catalogue';
import { type Decimal, decimal } from '../../schemas/decimal';
import type { DraftRow } from '../../schemas/draft';
import { periodName } from '../../schemas/period';
import type { Quantity } from '../../schemas/quantity';
import { rational, rounded } from '../../schemas/rational';
import type { Earlier } from '../../schemas/submission';
import { vietnameseNumber } from '../../schemas/vietnamese';
import type { Figure } from './figures';

/** Whether an amount is of a size that such a figure has, by everything it can be measured with; in words. */
export interface Size {
  readonly verdict: 'usual' | 'unusual' | 'unknown';
  /** A province's sum measured by no more than what such sums are elsewhere: it raises doubts, it settles nothing. */
  readonly rough: boolean;
  readonly words: string;
}

/** Something that knows how large a figure should be: its province's own last figure, its plan, the other provinces. */
export interface Witness {
  readonly kind: 'history' | 'plan' | 'others';
  /** log10 of what it expects, in base units. */
  readonly expected: number;
  /** In powers of ten. */
  readonly spread: number;
  /** What it says of an amount, in Vietnamese. */
  readonly words: (amount: Quantity) => string;
}

/** A misread number or unit is a thousand times off; true growth of one period is not. */
const farOff = decimal('300');
const nearby = decimal('30');

/** Measures amounts by what the file itself says for sure (its cooperatives and members) and by what the province said before. */
export class Sizes {
  readonly #sure = new Map<string, Quantity>();
  readonly #before: ReadonlyMap<string, Earlier['figures'][number]>;
  readonly #lines = new Map<DraftRow, Figure[]>();

  constructor(
    figures: readonly Figure[],
    earlier: Earlier,
    private readonly catalogue: Catalogue,
  ) {
    this.#before = new Map(earlier.figures.map((each) => [`${each.code} ${each.sector}`, each]));
    for (const figure of figures) {
      const { measure, indicator, sector, candidates, row } = figure;
      this.#lines.set(row, [...(this.#lines.get(row) ?? []), figure]);
      const [only, other] = candidates;
      if (measure === 'actual' && only && !other) this.#sure.set(`${indicator.code} ${sector}`, only.amount);
    }
  }

  of(figure: Figure, amount: Quantity): Size {
    if (amount.isZero()) return unknown;
    const said = [
      ...this.catalogue.magnitudes
        .filter(({ code }) => code === figure.indicator.code)
        .map((each) => this.#byMagnitude(figure, amount, each)),
      this.#byHistory(figure, amount),
    ];
    const own = together(said.filter(({ rough }) => !rough));
    return own.verdict === 'unknown' ? together(said.filter(({ rough }) => rough)) : own;
  }

  /** All that can be asked how large a figure should be, whatever it is. */
  witnesses(figure: Figure): Witness[] {
    const { indicator, sector, measure, row } = figure;
    const own = this.catalogue.magnitudes.filter((each) => each.code === indicator.code);
    // What a province's sum is elsewhere says little beside what it is for each of its cooperatives.
    const each = own.filter(({ per }) => per !== null).flatMap((of) => this.#others(figure, of));
    const others =
      each.length > 0 ? each : own.filter(({ per }) => per === null).flatMap((of) => this.#others(figure, of));
    const said = measure === 'actual' ? this.#before.get(`${indicator.code} ${sector}`) : undefined;
    const plan = this.#lines.get(row)?.find((other) => other.measure !== measure && other.indicator === indicator);
    const planned = plan?.candidates.length === 1 ? plan.candidates[0]?.amount : undefined;
    const witness = (kind: 'history' | 'plan', amount: Quantity | undefined, words: string): Witness[] =>
      amount === undefined || amount.isZero()
        ? []
        : [{ kind, expected: logOf(amount), spread: evidence.spread[kind], words: () => words }];
    return [
      ...others,
      ...witness('history', said?.amount, said ? this.#saidThen(said, indicator) : ''),
      ...witness('plan', planned, `${measure === 'actual' ? 'kế hoạch' : 'thực hiện'} là ${plan?.cell.text}`),
    ];
  }

  #others(figure: Figure, magnitude: Magnitude): Witness[] {
    const number = this.#numberFor(figure, magnitude);
    if (number === null) return [];
    const [low, high] = [logOf(magnitude.low.times(number)), logOf(magnitude.high.times(number))];
    const words = (amount: Quantity) => this.#byMagnitude(figure, amount, magnitude).words;
    return [{ kind: 'others', expected: (low + high) / 2, spread: (high - low) / evidence.rangeIsSpreads, words }];
  }

  #numberFor({ sector }: Figure, { per }: Magnitude): Decimal | null {
    const count = per === null ? null : this.#sure.get(`${per} ${sector}`);
    if (count === undefined || count?.isZero() || (per === null && sector !== 'all')) return null;
    return decimal(count?.inBase() ?? '1');
  }

  #byMagnitude(figure: Figure, amount: Quantity, magnitude: Magnitude): Size {
    const { indicator } = figure;
    const { per, low, high } = magnitude;
    const number = this.#numberFor(figure, magnitude);
    if (number === null) return unknown;
    const size = amount.abs();
    const usual = size.compare(low.times(number)) >= 0 && size.compare(high.times(number)) <= 0;
    const each = per === null ? null : this.catalogue.indicators.get(per)?.unit.name;
    const words = each
      ? `bình quân ${shown(amount, number, indicator)} một ${each}`
      : `${usual ? 'trong' : 'ngoài'} khoảng thường gặp từ ${shown(low, number, indicator)} đến ${shown(high, number, indicator)}`;
    return { verdict: usual ? 'usual' : 'unusual', rough: per === null && indicator.kind !== 'average', words };
  }

  #byHistory({ indicator, sector, measure }: Figure, amount: Quantity): Size {
    const before = this.#before.get(`${indicator.code} ${sector}`);
    if (measure !== 'actual' || before === undefined || before.amount.isZero()) return unknown;
    const [now, then] = [amount.abs(), before.amount.abs()];
    const within = (factor: Decimal) => now.compare(then.times(factor)) <= 0 && then.compare(now.times(factor)) <= 0;
    const words = this.#saidThen(before, indicator);
    if (within(nearby)) return { verdict: 'usual', rough: false, words };
    return within(farOff) ? unknown : { verdict: 'unusual', rough: false, words };
  }

  #saidThen({ period, amount }: Earlier['figures'][number], { unit }: Indicator): string {
    return `${periodName(period)} là ${vietnameseNumber(amount.in(unit))} ${unit.name}`;
  }
}

/** Likelihoods are no figures: they need not be exact. */
export const logOf = (amount: Quantity) => Math.log10(Number(amount.abs().inBase()));

const unknown: Size = { verdict: 'unknown', rough: false, words: '' };

/** What the witnesses agree on; nothing where they contradict each other. */
function together(said: readonly Size[]): Size {
  const speaking = said.filter(({ verdict }) => verdict !== 'unknown');
  const [first, ...rest] = speaking;
  if (first === undefined || rest.some(({ verdict }) => verdict !== first.verdict)) return unknown;
  return { ...first, words: speaking.map(({ words }) => words).join('; ') };
}

/** An amount for each one: money in a unit fit for it, all else in the indicator's own. */
function shown(amount: Quantity, number: Decimal, { unit }: Indicator): string {
  if (unit.dimension === 'money' || unit.dimension === 'money_per_year') return money(amount, number);
  const each = rounded(rational(amount.inBase(), number.times(unit.factor)), 1);
  return `${vietnameseNumber(each.replace(/\.0$/, ''))} ${unit.name}`;
}

/** An amount for each one, in the largest of triệu and tỷ that leaves something before the comma. */
function money(amount: Quantity, number: Decimal): string {
  const inUnits = (factor: string) => rounded(rational(amount.inBase(), number.times(decimal(factor))), 3);
  const billions = inUnits('1e9');
  const [text, unit] = /^-?0\./.test(billions) ? [inUnits('1e6'), 'triệu đồng'] : [billions, 'tỷ đồng'];
  return `${vietnameseNumber(text.replace(/\.?0+$/, ''))} ${unit}`;
}
