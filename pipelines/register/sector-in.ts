import type { SectorCode } from '../../schemas/codes';
import { contradictsHeading } from './heading-doubt';
import type { RowReading } from './row-reading';

/** The sector of a row, or that of the heading it stands under. */
export function sectorIn(reading: RowReading): SectorCode | null {
  const { sectorOf, sameBranch } = reading.setting.words;
  const cell = reading.cell('sector');
  const above = reading.under.sector;
  const own = reading.word('sector', sectorOf);
  if (cell !== null && own !== null && above !== null && !sameBranch(own, above))
    reading.doubt('sector', cell, contradictsHeading);
  return own ?? (cell === null ? above : null);
}
