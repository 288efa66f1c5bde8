import type { IndicatorCode } from '../../../schemas/codes';
import type { Condition } from '../condition';
import type { Figures } from '../figures';
import { amountOf } from '../words';
import { agreeing, term } from './percentages';

/** A reported ratio against the two figures that it is made of. The effective ones are also counted among the active ones. */
export function ratios(figures: Figures): Condition[] {
  return figures.actuals().flatMap((ratio) => {
    const { aggregation } = ratio.indicator;
    if (aggregation.how !== 'ratio') return [];
    const part = figures.get(aggregation.numerator, ratio.sector);
    const wholes = [aggregation.denominator, activeOf(aggregation.denominator)];
    if (part === undefined) return [];
    const bases = wholes.flatMap((code) => {
      const whole = figures.get(code, ratio.sector);
      return whole
        ? [{ of: [term(part)], base: [term(whole)], words: `${amountOf(part)} trên ${amountOf(whole)}` }]
        : [];
    });
    return agreeing('ratio.differs', ratio, bases, figures);
  });
}

const activeOf = (code: IndicatorCode) => code.replace('.count', '.active') as IndicatorCode;
