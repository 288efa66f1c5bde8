import type { Catalogue, Indicator } from '../../../schemas/catalogue';
import { type Decimal, decimal } from '../../../schemas/decimal';
import type { Unit } from '../../../schemas/quantity';
import type { ReportedFigure } from '../../../schemas/submission';

/**
 * What one of the last digit that a reporter wrote stands for, in the base unit: a million đồng for `17,546 tỷ`. What lies
 * nearer than this may be rounded or cut off.
 */
export function lastDigit(figure: ReportedFigure, indicator: Indicator, catalogue: Catalogue): Decimal {
  const unit = unitOf(figure, indicator, catalogue);
  const [whole = '', fraction = ''] = figure.amount.in(unit).split('.');
  const places = fraction.length + zerosBehind(figure.raw, whole + fraction);
  return unit.factor.times(decimal(`1e-${places}`));
}

function unitOf({ unit, amount }: ReportedFigure, indicator: Indicator, catalogue: Catalogue): Unit {
  const written = catalogue.unitOf(unit);
  if (written === null) return indicator.unit;
  const months = amount.dimension === 'money_per_year' && written.per === 'month' ? '12' : '1';
  return { name: unit, dimension: amount.dimension, factor: written.unit.factor.times(decimal(months)) };
}

/** `17,500` has two more digits than the 17.5 that it is; none where the cell says more than one number. */
function zerosBehind(raw: string, digits: string): number {
  const significant = digits.replace(/^-?0*/, '');
  const rest = new RegExp(`^0*${significant}(0*)$`).exec(raw.replace(/\D/g, ''));
  return significant === '' ? 0 : (rest?.[1]?.length ?? 0);
}
