import type { IdentityDecision, RowId } from '../../../schemas/identity';
import { Groups } from './groups';

/** What persons said, free of contradictions: rows in camps, each camp one cooperative, and which camps are different ones. */
export interface Said {
  readonly camps: number;
  readonly campOf: ReadonlyMap<RowId, number>;
  readonly apart: readonly (readonly [number, number])[];
}

/** From the latest decision to the first (of one time: the later in the list), leaving out what a later one contradicts. */
export function saidBy(decisions: readonly IdentityDecision[]): Said {
  const groups = new Groups();
  const numbers = new Map<RowId, number>();
  const numberOf = (row: RowId) => {
    const number = numbers.get(row) ?? groups.add();
    numbers.set(row, number);
    return number;
  };
  const apart: [number, number][] = [];
  const latestFirst = decisions
    .map((decision, index) => ({ ...decision, index }))
    .sort((a, b) => b.at - a.at || b.index - a.index);
  for (const { rows, verdict } of latestFirst) {
    const [one, other] = [numberOf(rows[0]), numberOf(rows[1])];
    if (verdict === 'same') groups.unite(one, other);
    else if (groups.part(one, other)) apart.push([one, other]);
  }
  const heads = new Map(
    [...new Set([...numbers.values()].map((number) => groups.head(number)))].map((head, camp) => [head, camp]),
  );
  const camp = (number: number) => heads.get(groups.head(number)) ?? number;
  return {
    camps: heads.size,
    campOf: new Map([...numbers].map(([row, number]) => [row, camp(number)])),
    apart: apart.map(([one, other]) => [camp(one), camp(other)]),
  };
}
