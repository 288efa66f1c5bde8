import type { Indicator, WrittenUnit } from '../../schemas/catalogue';
import { type Decimal, decimal } from '../../schemas/decimal';
import type { Dimension } from '../../schemas/quantity';

const twelve = decimal('12');

/** What one of the written unit is in the indicator's base unit, and what was done beyond its factor; null where it does not fit. */
export function conversionTo(
  indicator: Indicator,
  written: WrittenUnit,
): { factor: Decimal; because: string | null } | null {
  const wanted: Dimension = indicator.unit.dimension;
  const { unit, per } = written;
  if (wanted === 'money_per_year') {
    if (unit.dimension !== 'money') return null;
    // Cumulative averages stay what they are (756 triệu for six months); only a monthly figure becomes the year's.
    if (per === 'month') return { factor: unit.factor.times(twelve), because: 'một tháng × 12' };
    return { factor: unit.factor, because: null };
  }
  if (unit.dimension !== wanted || per !== null || countsAnother(indicator.unit.name, unit.name)) return null;
  return { factor: unit.factor, because: null };
}

/** `LHHTX` on a line about cooperatives is a line about something else; `HTX` is written of unions and groups as well. */
function countsAnother(wanted: string, written: string): boolean {
  return written !== wanted && ['LHHTX', 'THT'].includes(written) && ['HTX', 'LHHTX', 'THT'].includes(wanted);
}
