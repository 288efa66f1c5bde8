import type { Catalogue } from '../../schemas/catalogue';
import { type Decimal, decimal } from '../../schemas/decimal';
import { Quantity } from '../../schemas/quantity';
import { type FigureColumn, measured } from '../../schemas/register';
import type { Group } from './kinds';

/** The columns of money, with the indicator whose usual size is that of one cooperative. */
const sized = {
  charter_capital: 'charter_capital',
  revenue: 'revenue_avg',
  profit: 'profit_avg',
  labour_income: 'labour_income_avg',
} as const satisfies Partial<Record<FigureColumn, string>>;
export type SizedColumn = keyof typeof sized;
export const sizedColumns = Object.keys(sized) as SizedColumn[];

/** The indicator that is made of such a column. */
export const indicatorOf = (role: SizedColumn, group: Group) => `${group}.${sized[role]}`;

/** Whether amounts in the column can be measured at all. */
export const isSized = (role: FigureColumn): role is SizedColumn => role in sized;

/** So much farther than the mean of a province may lie what one cooperative has, or the middle one of a list. */
const wider = { one: decimal('10'), middle: decimal('3') } as const;

/** The slips of unit that people make, the commonest first; the last is a month for a year. */
const slips = ['1e-3', '1e3', '1e-6', '1e6', '1e-9', '1e9'].map(decimal);
const aMonth = decimal('12');

interface Range {
  readonly low: Quantity;
  readonly high: Quantity;
}

/** Measures amounts of single cooperatives by what the means of provinces are (config/magnitudes.csv). */
export class Sizes {
  readonly #ranges = new Map<string, Range>();
  readonly #sure = new Map<SizedColumn, { readonly low: number; readonly high: number }>();

  constructor(catalogue: Catalogue) {
    for (const group of ['htx', 'lh', 'tht'] as const)
      for (const role of sizedColumns) {
        const code = indicatorOf(role, group);
        const per = role === 'charter_capital' ? `${group}.count` : null;
        const found = catalogue.magnitudes.find((each) => each.code === code && each.per === per);
        if (found === undefined) continue;
        // Of an average the dimension is money a year; what one cooperative earned in the year is money.
        const inColumn = (amount: Quantity) => Quantity.fromBase(decimal(amount.inBase()), measured[role]);
        this.#narrow(role, found.low, found.high);
        this.#ranges.set(`${group} ${role}`, { low: inColumn(found.low), high: inColumn(found.high) });
      }
  }

  /** Whether an amount of so many powers of ten (of đồng) is of no doubtful size in any group; a look, where `slip` reckons. */
  surelyUsual(role: SizedColumn, power: number): boolean {
    const sure = this.#sure.get(role);
    return sure === undefined || (power > sure.low && power < sure.high);
  }

  /** Whether the amount may be what one such cooperative has; null where nothing is known of its size. */
  fits(role: SizedColumn, group: Group, amount: Quantity): boolean | null {
    const range = this.#ranges.get(`${group} ${role}`);
    return range === undefined || amount.isZero() ? null : within(amount, range, wider.one);
  }

  /** What an amount of a size that it cannot have has to be multiplied by to be usual; null where nothing is wrong with it. */
  slip(role: SizedColumn, group: Group, amount: Quantity, as: keyof typeof wider): Decimal | null {
    const range = this.#ranges.get(`${group} ${role}`);
    if (range === undefined || amount.isZero() || within(amount, range, wider[as])) return null;
    const possible = role === 'labour_income' ? [...slips, aMonth] : slips;
    return possible.find((slip) => within(amount.times(slip), range, decimal('1'))) ?? null;
  }

  #narrow(role: SizedColumn, low: Quantity, high: Quantity): void {
    const [least, most] = [low.inBase(), high.times(wider.one).inBase()].map((plain) => decimal(plain).e);
    const before = this.#sure.get(role) ?? { low: -Infinity, high: Infinity };
    this.#sure.set(role, { low: Math.max(before.low, (least ?? 0) - 1), high: Math.min(before.high, most ?? 0) });
  }
}

function within(amount: Quantity, { low, high }: Range, times: Decimal): boolean {
  const size = amount.abs();
  return size.times(times).compare(low) >= 0 && size.compare(high.times(times)) <= 0;
}
