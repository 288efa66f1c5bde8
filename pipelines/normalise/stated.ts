import type { Catalogue } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import { type Decimal, decimal, plain } from '../../schemas/decimal';
import { Quantity } from '../../schemas/quantity';
import type { Rational } from '../../schemas/rational';
import type { Stated } from '../../schemas/submission';
import { excerpt } from '../../schemas/text';
import { readAmount } from './amount';
import type { Figure } from './figures';
import { conversionTo } from './unit';

/** What a figure can be measured against: the wholes that it may be a share of, and the plan in its own line. */
export interface Beside {
  readonly wholes: readonly Quantity[];
  readonly plan: Quantity | null;
}

const names: Readonly<Record<Exclude<Stated['what'], 'change'>, string>> = {
  share: 'tỷ trọng',
  percent: '% so với kỳ trước',
  plan_percent: '% so với kế hoạch',
};

/** The shares and percentages that a figure's own line states of it, to be held against a way to read it. */
export class StatedLine {
  readonly #percents: readonly { what: keyof typeof names; cell: Cell; percents: readonly Decimal[] }[];
  /** With an increase of so much and a percentage, the figure before is known. */
  readonly #changes: readonly Quantity[];

  constructor(figure: Figure, catalogue: Catalogue) {
    const stated = figure.measure === 'actual' ? figure.row.stated : [];
    this.#percents = stated.flatMap(({ what, cell }) => {
      const read = what === 'change' ? null : readAmount(cell, catalogue);
      if (what === 'change' || read?.kind !== 'amount') return [];
      return [{ what, cell, percents: read.readings.map(({ value }) => value) }];
    });
    this.#changes = stated.flatMap(({ what, cell }) => (what === 'change' ? amountsOf(cell, figure, catalogue) : []));
  }

  /** What this amount agrees with to the digits printed, rounded or cut; in words. */
  agreeing(amount: Quantity, beside: Beside): string[] {
    return this.#percents.flatMap(({ what, cell, percents }) => {
      const bases = this.#bases(what, amount, beside).filter((base) => !base.isZero());
      const agrees = bases.some((base) => percents.some((percent) => isPercent(amount.ratioTo(base), percent)));
      return agrees ? [`khớp với ${names[what]} "${excerpt(cell.text)}" đã ghi`] : [];
    });
  }

  #bases(what: keyof typeof names, amount: Quantity, { wholes, plan }: Beside): readonly Quantity[] {
    if (what === 'share') return wholes;
    if (what === 'plan_percent') return plan === null ? [] : [plan];
    return this.#changes.map((change) => amount.minus(change));
  }
}

function amountsOf(cell: Cell, figure: Figure, catalogue: Catalogue): Quantity[] {
  const read = readAmount(cell, catalogue);
  if (read.kind !== 'amount') return [];
  const unit = read.unit === null ? figure.unit : conversionTo(figure.indicator, read.unit)?.unit;
  return unit === undefined ? [] : read.readings.map(({ value }) => Quantity.of(value, unit));
}

const hundred = decimal('100');

function isPercent({ num, den }: Rational, percent: Decimal): boolean {
  const digits = plain(percent).split('.')[1]?.length ?? 0;
  const off = num.times(hundred).minus(percent.times(den)).abs();
  return off.lt(den.abs().times(decimal(`1e-${digits}`)));
}
