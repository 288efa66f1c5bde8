import type { Indicator, WrittenUnit } from '../../schemas/catalogue';
import { decimal } from '../../schemas/decimal';
import type { Unit } from '../../schemas/quantity';

const twelve = decimal('12');

/** The written unit as one of the indicator's dimension, and what was done beyond its factor; null where it does not fit. */
export function conversionTo(
  indicator: Indicator,
  written: WrittenUnit,
): { unit: Unit; because: string | null } | null {
  const wanted = indicator.unit.dimension;
  const { unit, per, counts } = written;
  if (wanted === 'money_per_year') {
    if (unit.dimension !== 'money') return null;
    // Cumulative averages stay what they are (756 triệu for six months); only a monthly figure becomes the year's.
    const factor = per === 'month' ? unit.factor.times(twelve) : unit.factor;
    return { unit: { name: unit.name, dimension: wanted, factor }, because: per === 'month' ? 'một tháng × 12' : null };
  }
  if (unit.dimension !== wanted || per !== null) return null;
  // `HTX` on a line about labour is a line about something else, or its unit is: nobody can tell which.
  if (counts !== null && !indicator.counts.includes(counts)) return null;
  return { unit, because: null };
}
