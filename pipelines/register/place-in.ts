import { fold } from '../../schemas/text';
import { isDitto } from './ditto';
import { contradictsHeading } from './heading-doubt';
import { type RowReading, unknown } from './row-reading';

/** The district or commune of a row as written, or that of the row above it or of the heading. */
export function placeIn(reading: RowReading, role: 'district' | 'commune'): string | null {
  const cell = reading.cell(role);
  const above = reading.under[role];
  if (cell === null) return above;
  const own = cell.text.trim();
  if (isDitto(own)) return reading.again(role, cell) ?? reading.refuse(role, cell, unknown(role, reading.nameOf(role)));
  if (above !== null && bare(own) !== bare(above)) reading.doubt(role, cell, contradictsHeading);
  return own;
}

/** `HUYỆN YÊN DŨNG` and `Yên Dũng` are one place. */
const bare = (place: string) =>
  fold(place).replace(/^(huyen|quan|thi xa|thanh pho|tp|tx|h|xa|phuong|thi tran|tt|dac khu) /, '');
