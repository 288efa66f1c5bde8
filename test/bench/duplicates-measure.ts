/** One measurement in a process of its own, so that its memory is its own: `node duplicates-measure.js SEED ROWS QUARTERS WAY`. */
import { Resolver } from '../../pipelines/register/identity';
import type { RowId } from '../../schemas/identity';
import { registers } from './duplicates-registers';
import { type PairScore, pairScore } from './duplicates-score';
import { type TrigramScore, trigramScore } from './duplicates-trigram';

export interface Measured {
  readonly rows: number;
  readonly ms: number;
  /** For each tenth of the rows: whether it slows down as it knows more. */
  readonly tenths: readonly number[];
  /** Of the whole process at its highest, what was made up for it included, in MB. */
  readonly memory: number;
  readonly sure: PairScore;
  readonly withQueue: PairScore;
  readonly queue: number;
  readonly queueRight: number;
}

function measure(seed: number, count: number, quarters: number): Measured {
  const resolver = new Resolver();
  const truth: number[] = [];
  const tenths: number[] = [];
  let ms = 0;
  for (const { register, truth: own } of registers(seed, count, quarters)) {
    const start = performance.now();
    resolver.add(register);
    const took = performance.now() - start;
    ms += took;
    const tenth = Math.min(9, Math.floor((10 * truth.length) / count));
    tenths[tenth] = (tenths[tenth] ?? 0) + took;
    for (const is of own) truth.push(is);
  }
  const start = performance.now();
  const assigned = resolver.assignments();
  const pairs = resolver.pairs();
  ms += performance.now() - start;
  const numbers = new Map(assigned.map(({ row }, index) => [row, index]));
  const numberOf = (row: RowId) => numbers.get(row) ?? 0;
  const groups = assigned.map(({ cooperative }) => numberOf(cooperative));
  const right = pairs.filter(({ rows: [one, other] }) => truth[numberOf(one)] === truth[numberOf(other)]);
  const decided = union(
    groups,
    right.map(({ cooperatives }) => cooperatives.map(numberOf)),
  );
  return {
    rows: truth.length,
    ms,
    tenths,
    memory: process.resourceUsage().maxRSS / 1024,
    sure: pairScore(truth, groups),
    withQueue: pairScore(truth, decided),
    queue: pairs.length,
    queueRight: right.length,
  };
}

/** The groups as they are when a person has joined these pairs of them. */
function union(groups: readonly number[], pairs: readonly (readonly number[])[]): number[] {
  const above = new Map<number, number>();
  const head = (group: number): number => {
    const next = above.get(group);
    return next === undefined ? group : head(next);
  };
  for (const [one = 0, other = 0] of pairs) if (head(one) !== head(other)) above.set(head(one), head(other));
  return groups.map(head);
}

const [, , seed, rows, quarters, way] = process.argv;
const [a, b, c] = [Number(seed), Number(rows), Number(quarters)];
const result: Measured | TrigramScore = way === 'trigram' ? trigramScore(registers(a, b, c)) : measure(a, b, c);
process.stdout.write(JSON.stringify(result));
