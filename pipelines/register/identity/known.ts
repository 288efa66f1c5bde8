import { identity } from '../../../config/thresholds';
import type { ProvinceId } from '../../../schemas/codes';
import type { IdentityModel } from '../../../schemas/identity';
import { type ArrivedRow, inOrder } from './arrived';
import { Blocks } from './blocks';
import type { Comparable } from './comparable';
import { Scope } from './scope';
import type { Edge } from './settle';
import { rounded, type Weigher } from './weigher';

/** What a cooperative's rows say, each saying once, by the latest row that said so; the latest saying last. */
interface Profile {
  readonly sayings: { readonly row: number; readonly is: Comparable }[];
}

/** A likeness that was found, with what the other row says for the order among equals. */
interface Found extends Edge {
  readonly says: Comparable;
}

/** The cooperatives as found by likeness alone, by the numbers of their first rows; where each is found, and what a row is like. */
export class Known {
  readonly #profiles = new Map<number, Profile>();
  readonly #scopes = new Map<ProvinceId, Scope>();

  constructor(private readonly models: ReadonlyMap<ProvinceId, IdentityModel>) {}

  scope(id: ProvinceId): Scope {
    const scope = this.#scopes.get(id) ?? new Scope(this.models.get(id));
    this.#scopes.set(id, scope);
    return scope;
  }

  scopes(): Iterable<readonly [ProvinceId, Scope]> {
    return this.#scopes;
  }

  /** What the cooperative's latest row says. */
  readonly latestOf = (cooperative: number): Comparable | undefined =>
    this.#profiles.get(cooperative)?.sayings.at(-1)?.is;

  /** The likest of the cooperatives known before the register, and the likest rows beside it; of each row the strongest first. */
  likenesses(rows: readonly ArrivedRow[]): Edge[] {
    const [first] = rows;
    if (first === undefined) return [];
    const { weigher } = this.scope(first.scope);
    const beside = new Blocks();
    for (const [index, { keys }] of rows.entries()) beside.add(index, keys);
    return rows.flatMap((row, index) => {
      const others = [...beside.find(row.keys)]
        .filter((other) => other > index)
        .map((other) => rows[other] as ArrivedRow);
      const found = [...this.#before(row, weigher), ...besides(row, others, weigher)];
      return found.sort(strongestFirst).map(({ like, weight }) => ({ row: row.row, like, weight }));
    });
  }

  /** Keeps what a row of the cooperative says, to be found from now on; true where it is something new. */
  keep({ row, is, scope, keys }: ArrivedRow, cooperative: number): boolean {
    const { sayings } = this.#profile(cooperative);
    const before = sayings.findIndex((saying) => saying.is.says === is.says);
    if (before >= 0) sayings.splice(before, 1);
    else this.scope(scope).blocks.add(cooperative, keys);
    sayings.push({ row, is });
    if (sayings.length > identity.sayings) sayings.shift();
    return before < 0;
  }

  #profile(cooperative: number): Profile {
    const profile = this.#profiles.get(cooperative) ?? { sayings: [] };
    this.#profiles.set(cooperative, profile);
    return profile;
  }

  #before(row: ArrivedRow, weigher: Weigher): Found[] {
    return [...this.scope(row.scope).blocks.find(row.keys)]
      .map((cooperative) => likest(row, this.#profiles.get(cooperative), weigher))
      .filter((found) => found !== null)
      .sort(strongestFirst)
      .slice(0, identity.kept);
  }
}

/** Of what the cooperative's rows say the likest; null where that is too little to be remembered. */
function likest({ row, is }: ArrivedRow, profile: Profile | undefined, weigher: Weigher): Found | null {
  let best: Found | null = null;
  for (const saying of profile?.sayings ?? []) {
    const weight = weigher.weigh(is, saying.is);
    if (weight >= Math.max(floor, best?.weight ?? floor)) best = { row, like: saying.row, weight, says: saying.is };
  }
  return best;
}

const floor = identity.unsure - identity.keptBelow;

function besides(row: ArrivedRow, others: readonly ArrivedRow[], weigher: Weigher): Found[] {
  return others
    .map(({ row: like, is }) => ({
      row: row.row,
      like,
      weight: rounded(weigher.weigh(row.is, is) + elsewhere(row.is, is)),
      says: is,
    }))
    .filter(({ weight }) => weight + identity.withinRegister >= floor)
    .sort(strongestFirst)
    .slice(0, identity.kept);
}

/** What it weighs that a register has two such rows in two communes: namesakes that were founded together. */
export const elsewhere = (one: Comparable, other: Comparable): number =>
  one.commune === null || other.commune === null || one.commune === other.commune
    ? 0
    : identity.withinRegisterElsewhere;

/** Of equal ones a fixed order, which is not that of the file. */
const strongestFirst = (one: Found, other: Found) => other.weight - one.weight || inOrder(one.says, other.says);
