import { evidence } from '../../config/thresholds';
import type { Catalogue, Indicator, Magnitude } from '../../schemas/catalogue';
import type { SectorCode } from '../../schemas/codes';
import { type Decimal, decimal } from '../../schemas/decimal';
import type { DraftRow } from '../../schemas/draft';
import { type Period, periodName } from '../../schemas/period';
import type { Quantity } from '../../schemas/quantity';
import { rational, rounded } from '../../schemas/rational';
import type { Earlier, KnownFigure } from '../../schemas/submission';
import { vietnameseNumber } from '../../schemas/vietnamese';
import type { Figure } from './figures';
import { History } from './history';

/** Whether an amount is of a size that such a figure has, by everything it can be measured with; in words. */
export interface Size {
  readonly verdict: 'usual' | 'unusual' | 'unknown';
  /** A province's sum measured by no more than what such sums are elsewhere: it raises doubts, it settles nothing. */
  readonly rough: boolean;
  readonly words: string;
}

/** Something that knows how large a figure should be: what its province said before, its plan, its register, the other provinces. */
export interface Witness {
  readonly kind: Known['kind'] | 'others';
  /** log10 of what it expects, in base units. */
  readonly expected: number;
  /** In powers of ten. */
  readonly spread: number;
  /** What it says of an amount, in Vietnamese. */
  readonly words: (amount: Quantity) => string;
}

/** The same figure, or what it is measured against, as its province gave it elsewhere. */
interface Known {
  readonly kind: 'history' | 'plan' | 'register';
  readonly amount: Quantity;
  readonly words: string;
}

/** A misread number or unit is a thousand times off; true growth of one period is not. */
const farOff = decimal('300');
const nearby = decimal('30');

/** Measures amounts by what the file itself says for sure (its cooperatives and members) and by what the province said elsewhere. */
export class Sizes {
  readonly #sure = new Map<string, Quantity>();
  readonly #history: History;
  readonly #register: ReadonlyMap<string, Quantity>;
  readonly #plans: ReadonlyMap<string, Quantity>;
  readonly #others: Earlier['others'];
  readonly #lines = new Map<DraftRow, Figure[]>();

  constructor(
    figures: readonly Figure[],
    period: Period,
    earlier: Earlier,
    private readonly catalogue: Catalogue,
  ) {
    this.#history = new History(earlier.figures, period);
    this.#register = byKey(earlier.register);
    this.#plans = byKey(earlier.plans);
    this.#others = earlier.others;
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
      ...this.#known(figure).flatMap((known) => (known.kind === 'plan' ? [] : [besideKnown(amount, known)])),
    ];
    const own = together(said.filter(({ rough }) => !rough));
    return own.verdict === 'unknown' ? together(said.filter(({ rough }) => rough)) : own;
  }

  /** All that can be asked how large a figure should be, whatever it is. */
  witnesses(figure: Figure): Witness[] {
    const { indicator, sector } = figure;
    const own = this.#magnitudes(indicator, sector);
    // What a province's sum is elsewhere says little beside what it is for each of its cooperatives.
    const each = own.filter(({ per }) => per !== null).flatMap((of) => this.#within(figure, of));
    const others =
      each.length > 0 ? each : own.filter(({ per }) => per === null).flatMap((of) => this.#within(figure, of));
    const known = this.#known(figure).map(
      ({ kind, amount, words }): Witness => ({
        ...{ kind, expected: logOf(amount), spread: evidence.spread[kind] },
        words: () => words,
      }),
    );
    return [...others, ...known];
  }

  #known({ indicator, sector, measure, row }: Figure): Known[] {
    const key = `${indicator.code} ${sector}`;
    const inUnit = (amount: Quantity) => `${vietnameseNumber(amount.in(indicator.unit))} ${indicator.unit.name}`;
    const known = (kind: Known['kind'], amount: Quantity | undefined, words: (amount: Quantity) => string): Known[] =>
      amount === undefined || amount.isZero() ? [] : [{ kind, amount, words: words(amount) }];
    const beside = this.#lines.get(row)?.find((other) => other.measure !== measure && other.indicator === indicator);
    const [only, other] = beside?.candidates ?? [];
    const plan =
      only !== undefined && other === undefined
        ? known('plan', only.amount, () => `${measure === 'actual' ? 'kế hoạch' : 'thực hiện'} là ${beside?.cell.text}`)
        : known('plan', this.#plans.get(key), (amount) => `kế hoạch năm là ${inUnit(amount)}`);
    if (measure === 'plan') return plan;
    const said = this.#history.usual(indicator, sector);
    return [
      ...(said ? known('history', said.amount, (amount) => `${periodName(said.period)} là ${inUnit(amount)}`) : []),
      ...known('register', this.#register.get(key), (amount) => `danh sách B02 cùng kỳ cộng được ${inUnit(amount)}`),
      ...plan,
    ];
  }

  /** As the provinces themselves have it, where enough of them were published; else as they do by experience. */
  #magnitudes({ code }: Indicator, sector: SectorCode): readonly Magnitude[] {
    const published = this.#others.filter((each) => each.code === code && each.sector === sector);
    const known = new Set(published.map(({ per }) => per));
    return [...published, ...this.catalogue.magnitudes.filter((each) => each.code === code && !known.has(each.per))];
  }

  #within(figure: Figure, magnitude: Magnitude): Witness[] {
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
}

/** Likelihoods are no figures: they need not be exact. */
export const logOf = (amount: Quantity) => Math.log10(Number(amount.abs().inBase()));

const unknown: Size = { verdict: 'unknown', rough: false, words: '' };

const byKey = (figures: readonly KnownFigure[]) =>
  new Map(figures.map(({ code, sector, amount }) => [`${code} ${sector}`, amount]));

function besideKnown(amount: Quantity, known: Known): Size {
  const [now, then] = [amount.abs(), known.amount.abs()];
  const within = (factor: Decimal) => now.compare(then.times(factor)) <= 0 && then.compare(now.times(factor)) <= 0;
  const { words } = known;
  if (within(nearby)) return { verdict: 'usual', rough: false, words };
  return within(farOff) ? unknown : { verdict: 'unusual', rough: false, words };
}

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
