import type { Catalogue } from '../../../schemas/catalogue';
import { placeName } from '../../../schemas/cell';
import type { Quantity } from '../../../schemas/quantity';
import { vietnameseChange, vietnameseNumber } from '../../../schemas/vietnamese';
import type { Gap } from './gap';

/** `báo cáo 416, danh sách 417 (+1)`, in the unit of the catalogue; with the report's cell where it is asked for. */
export function amountsText(
  { figure, register, difference, missing }: Gap,
  catalogue: Catalogue,
  cell = false,
): string {
  const unit = catalogue.indicators.get(figure.code)?.unit;
  const plain = (amount: Quantity) => (unit === undefined ? amount.inBase() : amount.in(unit));
  const named = unit === undefined || unit.dimension === 'count' ? '' : ` ${unit.name}`;
  const stated = `báo cáo ${vietnameseNumber(plain(figure.amount))}${named}${cell ? ` (${placeName(figure.at)})` : ''}`;
  const made = `danh sách ${vietnameseNumber(plain(register))}${named} (${vietnameseChange(plain(difference))})`;
  return `${stated}, ${made}${missing > 0 ? `, thiếu số của ${vietnameseNumber(String(missing))} HTX` : ''}`;
}
