import { identity } from '../../../config/thresholds';
import type { Partition } from './partition';

/** A row of a register and a row before it, or beside it in the register, that it is like. Rows by their numbers. */
export interface Edge {
  readonly row: number;
  readonly like: number;
  readonly weight: number;
}

/** The rows of one register with what they are like, the strongest edges first; equal ones in an order that is theirs alone. */
export interface Arrival {
  readonly register: number;
  readonly first: number;
  readonly rows: number;
  readonly edges: readonly Edge[];
}

/**
 * Puts the rows of a register to known cooperatives, or to one another, by the strongest likeness first; gives the edges
 * that are too strong to pass over and too weak to decide. Nothing that was decided before moves.
 */
export function settle(arrival: Arrival, partition: Partition): Edge[] {
  const settling = new Settling(arrival, partition);
  const known = arrival.edges.filter(({ like }) => like < arrival.first);
  const beside = arrival.edges.filter(({ like }) => like >= arrival.first);
  const rest = known.filter((edge) => !settling.tryKnown(edge, identity.sure));
  const enough = identity.sure - settling.returning();
  const left = rest.filter((edge) => !settling.tryKnown(edge, enough));
  for (const edge of beside) settling.tryBeside(edge);
  for (const edge of left) settling.leave(edge);
  return settling.doubtful;
}

class Settling {
  /** Rows that fit two cooperatives, or a cooperative that another row fits as well. */
  readonly #torn = new Set<number>();
  readonly #byRow: ReadonlyMap<number, readonly Edge[]>;
  readonly #byCooperative: ReadonlyMap<number, readonly Edge[]>;
  readonly doubtful: Edge[] = [];

  constructor(
    private readonly arrival: Arrival,
    private readonly partition: Partition,
  ) {
    const known = arrival.edges.filter(({ like }) => like < arrival.first);
    this.#byRow = grouped(known, ({ row }) => row);
    this.#byCooperative = grouped(known, ({ like }) => partition.cooperative(like));
  }

  /** Puts the row to the cooperative if that weighs enough; true when that is all there is to say of the edge. */
  tryKnown(edge: Edge, enough: number): boolean {
    const { row, like, weight } = edge;
    const forbidden = this.partition.mayNotBeOne(row, like);
    if (forbidden === 'said' || this.partition.areOne(row, like)) return true;
    if (this.#isKnown(row)) return this.#alsoLike(edge);
    if (forbidden === 'codes' || this.#torn.has(row)) return this.#doubt(edge);
    if (weight < enough || this.#isTaken(like)) return false;
    if (this.#isTorn(edge)) {
      this.#torn.add(row);
      return this.#doubt(edge);
    }
    return this.partition.unite(row, like);
  }

  /**
   * What it weighs for a row without a cooperative that of this register nearly all rows were known: it is seldom a new one,
   * and all known ones were looked at. Without it a row that says little would be asked about anew each quarter.
   */
  returning(): number {
    const { first, rows } = this.arrival;
    const known = Array.from({ length: rows }, (_, index) => first + index).filter((row) => this.#isKnown(row)).length;
    const odds = (known + 1) / (rows - known + 1);
    return Math.min(identity.returning, Math.max(0, Math.log2(odds)));
  }

  /** Two rows of one register: seldom are they one cooperative. */
  tryBeside(edge: Edge): void {
    const { row, like } = edge;
    const weight = edge.weight + identity.withinRegister;
    if (weight < identity.unsure || this.partition.areOne(row, like)) return;
    if (this.#isKnown(row) && this.#isKnown(like)) return;
    const free = this.partition.mayNotBeOne(row, like) === null && !this.#torn.has(row) && !this.#torn.has(like);
    if (weight >= identity.sure && free) this.partition.unite(row, like);
    else this.doubtful.push(edge);
  }

  /** What is not enough, or for a cooperative that has another row of the register. */
  leave(edge: Edge): void {
    if (!this.partition.areOne(edge.row, edge.like) && !this.#isKnown(edge.row)) this.#doubt(edge);
  }

  #doubt(edge: Edge): true {
    if (edge.weight >= identity.unsure) this.doubtful.push(edge);
    return true;
  }

  /** Whether the row has a cooperative that was there before the register, by its likeness or because somebody said so. */
  #isKnown(row: number): boolean {
    return this.partition.cooperative(row) < this.arrival.first;
  }

  #isTaken(like: number): boolean {
    return this.partition.roomIn(like, this.arrival.register) <= 0;
  }

  /** A row that has its cooperative and is surely like another one, which never stood beside it: they may be one. */
  #alsoLike(edge: Edge): boolean {
    const { row, like, weight } = edge;
    if (weight >= identity.sure && !this.partition.stoodTogether(row, like)) this.doubtful.push(edge);
    return true;
  }

  /**
   * Whether another cooperative fits the row, or another row the cooperative, nearly as well. Where as many rows as
   * cooperatives fit exactly as well, nobody could tell them apart: they go together in their order.
   */
  #isTorn({ row, like, weight }: Edge): boolean {
    const isRival = (edge: Edge) => edge.weight > weight - identity.margin && edge.weight >= identity.unsure;
    const others = (this.#byRow.get(row) ?? []).filter((edge) => {
      if (!isRival(edge) || this.partition.areOne(edge.like, like) || this.#isTaken(edge.like)) return false;
      return this.partition.mayNotBeOne(row, edge.like) === null && this.partition.stoodTogether(edge.like, like);
    });
    const rivals = (this.#byCooperative.get(this.partition.cooperative(like)) ?? []).filter((edge) => {
      if (edge.row === row || !isRival(edge) || this.#isKnown(edge.row)) return false;
      return (
        this.#byRow.get(edge.row)?.[0]?.weight === edge.weight && this.partition.mayNotBeOne(edge.row, like) === null
      );
    });
    if (others.length === 0 && rivals.length < this.partition.roomIn(like, this.arrival.register)) return false;
    const isTie = [...others, ...rivals].every((edge) => edge.weight === weight);
    return others.length + rivals.length > 0 && !(isTie && others.length === rivals.length);
  }
}

function grouped(edges: readonly Edge[], by: (edge: Edge) => number): ReadonlyMap<number, readonly Edge[]> {
  const groups = new Map<number, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(by(edge));
    if (group === undefined) groups.set(by(edge), [edge]);
    else group.push(edge);
  }
  return groups;
}
