import { identity } from '../../../config/thresholds';
import type { Across, AcrossPair, IdentityDecision, RowId, UnsurePair } from '../../../schemas/identity';
import { comparable } from './comparable';
import { Partition } from './partition';
import { saidBy } from './said';
import { unlearned } from './scope';
import { rounded, Weigher } from './weigher';

/**
 * Which cooperatives of different provinces are one: what persons said first (their decisions name the provinces' own
 * cooperatives here), then the sure likenesses, the strongest first. `codes`: the valid tax code of each that has one.
 */
export function joinAcross(
  pairs: readonly AcrossPair[],
  codes: ReadonlyMap<RowId, string>,
  decisions: readonly IdentityDecision[],
): Across {
  const edges = pairs.map(weighed).filter(({ weight }) => weight >= identity.unsure);
  const named = [...edges.flatMap(({ cooperatives }) => cooperatives), ...decisions.flatMap(({ rows }) => rows)];
  const inOrder = [...new Set(named)].sort(byReceipt);
  const numbers = new Map(inOrder.map((cooperative, number) => [cooperative, number]));
  const number = (cooperative: RowId) => numbers.get(cooperative) ?? 0;
  const said = saidBy(decisions);
  const partition = new Partition(said);
  for (const cooperative of inOrder) partition.add(0, codes.get(cooperative) ?? null, said.campOf.get(cooperative));

  const doubtful: UnsurePair[] = [];
  for (const edge of edges.sort(strongestFirst)) {
    const [one, other] = [number(edge.cooperatives[0]), number(edge.cooperatives[1])];
    const forbidden = partition.mayNotBeOne(one, other);
    if (forbidden === 'said' || partition.areOne(one, other)) continue;
    if (edge.weight >= identity.sure && forbidden === null) partition.unite(one, other);
    else doubtful.push(edge);
  }
  const is = (cooperative: RowId) => inOrder[partition.cooperative(number(cooperative))] ?? cooperative;
  const unsure = new Map<string, UnsurePair>();
  for (const { cooperatives, rows, weight } of doubtful) {
    const [one, other] = [is(cooperatives[0]), is(cooperatives[1])].sort(byReceipt) as [RowId, RowId];
    const pair = `${one} ${other}`;
    if (one !== other && !unsure.has(pair)) unsure.set(pair, { cooperatives: [one, other], rows, weight });
  }
  return {
    links: new Map(inOrder.map((each) => [each, is(each)] as const).filter(([each, first]) => each !== first)),
    unsure: [...unsure.values()],
  };
}

const weigher = new Weigher(unlearned);

function weighed([one, other]: AcrossPair): UnsurePair {
  const weight = weigher.weigh(comparable(one.reported, one.period), comparable(other.reported, other.period));
  return {
    cooperatives: [one.cooperative, other.cooperative],
    rows: [one.row, other.row],
    weight: rounded(weight + identity.otherProvince),
  };
}

const strongestFirst = (one: UnsurePair, other: UnsurePair) =>
  other.weight - one.weight || byReceipt(one.rows[0], other.rows[0]) || byReceipt(one.rows[1], other.rows[1]);

/** The order in which rows were received: by receipt, part of the file, row. */
function byReceipt(one: RowId, other: RowId): number {
  const [a, b] = [one, other].map((id) => id.split(/[-:]/).map(Number)) as [number[], number[]];
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0);
}
