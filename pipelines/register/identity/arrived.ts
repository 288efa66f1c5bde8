import type { ProvinceId } from '../../../schemas/codes';
import type { RegisterOf } from '../../../schemas/identity';
import { type Comparable, comparable } from './comparable';
import { keysOf } from './keys';

/** A row that came in: its number, and what it is looked for by. */
export interface ArrivedRow {
  readonly row: number;
  readonly scope: ProvinceId;
  readonly is: Comparable;
  readonly keys: readonly number[];
}

/** The rows of a register from the number of the first, in an order that does not depend on how the file had them. */
export function arrivedRows({ rows, scope, period }: RegisterOf, first: number): ArrivedRow[] {
  return rows
    .map(({ reported }, index) => {
      const is = comparable(reported, period);
      return { row: first + index, scope, is, keys: keysOf(is) };
    })
    .sort((one, other) => inOrder(one.is, other.is));
}

/** An order of rows by what they say alone. */
export function inOrder(one: Comparable, other: Comparable): number {
  if (one.says !== other.says) return one.says < other.says ? -1 : 1;
  return (one.members ?? 0) - (other.members ?? 0) || (one.capital ?? 0) - (other.capital ?? 0);
}
