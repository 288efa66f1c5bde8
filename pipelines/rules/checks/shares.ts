import { SectorCode } from '../../../schemas/codes';
import type { RuleCell } from '../cell';
import type { Condition } from '../condition';
import type { Figures } from '../figures';
import { amountOf } from '../words';
import { agreeing, term } from './percentages';

/** A stated share (`Tỷ trọng`) of a sector in the total, or in the sector above it; of a part in what the catalogue divides it by. */
export function shares(figures: Figures): Condition[] {
  return figures.actuals().flatMap((part) => {
    const share = figures.beside(part, 'share');
    if (share === undefined) return [];
    const bases = wholesOf(part, figures).map((whole) => ({
      of: [term(part)],
      base: [term(whole)],
      words: `${amountOf(part)} trên ${amountOf(whole)}`,
    }));
    return agreeing('share.differs', share, bases, figures);
  });
}

const whole = SectorCode.parse('all');

function wholesOf({ indicator, sector }: RuleCell, figures: Figures): RuleCell[] {
  const parent = figures.catalogue.sectors.get(sector)?.parent ?? null;
  if (parent !== null) return [whole, parent].flatMap((each) => figures.get(indicator.code, each) ?? []);
  return [...figures.catalogue.indicators.values()].flatMap(({ aggregation }) =>
    aggregation.how === 'ratio' && aggregation.numerator === indicator.code
      ? (figures.get(aggregation.denominator, sector) ?? [])
      : [],
  );
}
