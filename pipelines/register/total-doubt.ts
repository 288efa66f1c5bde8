import type { Cell } from '../../schemas/cell';
import type { Quantity, Unit } from '../../schemas/quantity';
import { vietnameseNumber } from '../../schemas/vietnamese';
import type { Doubt } from './doubts';

/** What a total says and what the rows come to. */
export interface Difference {
  readonly cell: Cell;
  readonly said: string;
  readonly sum: string;
}

/** An amount as the total writes it. */
export const shownIn = (amount: Quantity, unit: Unit) => `${vietnameseNumber(amount.in(unit))} ${unit.name}`;

/** A total that differs from so many rows above it, at the first cell that does; null where it does not. */
export function differentTotal([first, ...others]: readonly Difference[], rows: number): Doubt | null {
  if (first === undefined) return null;
  const all = [first, ...others].map(({ said, sum }) => `${said} (các dòng: ${sum})`);
  return {
    rule: 'register.total',
    nature: 'doubt',
    said: 'each',
    role: 'name',
    cell: first.cell,
    says: (it) =>
      `Dòng tổng cộng có ô ${it} không khớp với ${rows} dòng của danh sách: ${all.join('; ')}. Số liệu được tính từ các dòng: hãy kiểm tra xem có dòng nào thiếu, thừa hoặc sai không.`,
  };
}
