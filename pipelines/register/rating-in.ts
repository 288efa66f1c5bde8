import type { CooperativeRating } from '../../schemas/register';
import { type RowReading, unknown } from './row-reading';

/** How a row is rated; null as well where it says that it is not yet. */
export function ratingIn(reading: RowReading): CooperativeRating | null {
  const cell = reading.cell('rating');
  const rating = cell && (reading.setting.words.ratingOf(cell.text) ?? reading.again('rating', cell));
  if (cell !== null && rating === null)
    return reading.refuse('rating', cell, unknown('rating', reading.nameOf('rating')));
  return rating === 'none' ? null : rating;
}
