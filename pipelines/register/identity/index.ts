/**
 * Which rows of the registers are one cooperative.
 *
 * 1. A row is made comparable (comparable.ts): its name taken apart, its places without `xã` and `huyện`, its tax code checked.
 * 2. It is looked for among the rows that are known in its province (a province of the 34: two old ones that merged are one),
 *    by keys of which one cooperative's rows should share one (keys.ts, blocks.ts, known.ts).
 * 3. Each pair is weighed field by field (fields/, weigher.ts), by a model that is learned from the province's own registers
 *    whenever they have doubled (learn.ts). The likest known rows are the row's evidence: it is kept, and never changes.
 * 4. Evidence settles who is who, register by register in the order of receipt (settle.ts): the strongest likeness first, one
 *    row of a register to one cooperative. What is sure is merged, what is not waits for a person, the rest is new.
 * 5. What persons said goes before any likeness, for ever and through any chain (said.ts, partition.ts). Evidence is found as
 *    if nobody had said anything, so a decision that is taken back leaves no trace.
 * 6. Provinces know nothing of one another up to here; the cooperatives of two of them are one by a valid tax code, or by a
 *    rare name with the day of founding, or because somebody said so (across.ts).
 *
 * A caller loads the registers of a province that it keeps, in the order of receipt, each with its evidence; adds new ones,
 * and keeps what each adds, the model, the assignments and the unsure pairs (identify.ts). After a decision the same is
 * loaded again with it: nothing is compared. `explain` and `merged` need rows (and a model) only. Other thresholds settle
 * the same evidence in another way, so they are changed for a reason.
 */
import type { ProvinceId } from '../../../schemas/codes';
import type {
  Added,
  Assignment,
  Evidence,
  IdentityDecision,
  IdentityModel,
  Likeness,
  RegisterOf,
  UnsurePair,
} from '../../../schemas/identity';
import { type ArrivedRow, arrivedRows } from './arrived';
import { validCode } from './comparable';
import { acrossKeys } from './keys';
import { Known } from './known';
import { Partition } from './partition';
import { Roll } from './roll';
import { type Said, saidBy } from './said';
import { type Edge, settle } from './settle';
import { unsurePairs } from './unsure';

export { explain } from './explain';
export { merged } from './merged';

/** Takes registers in the order of their receipt, and says which rows are one cooperative. Deterministic; no I/O. */
export class Resolver {
  readonly #said: Said;
  readonly #known: Known;
  readonly #roll = new Roll();
  /** As if nobody had said anything: what is like what is found by it. */
  readonly #unsaid = new Partition();
  /** As it is; the same one where nobody said anything. */
  readonly #settled: Partition;
  readonly #doubtful: Edge[] = [];

  /** `models`: those kept, each as it was when the last register that is loaded had been added. */
  constructor(decisions: readonly IdentityDecision[] = [], models: ReadonlyMap<ProvinceId, IdentityModel> = new Map()) {
    this.#said = saidBy(decisions);
    this.#known = new Known(models);
    this.#settled = decisions.length === 0 ? this.#unsaid : new Partition(this.#said);
  }

  /** A new register. One that is known already changes nothing. */
  add(register: RegisterOf): Added {
    if (this.#roll.has(register.submission)) return { evidence: [], keys: [] };
    const rows = this.#enter(register);
    const scope = this.#known.scope(register.scope);
    scope.learnWhereDue(rows, this.#known.latestOf);
    const edges = this.#known.likenesses(rows);
    const fresh = this.#settle(rows, edges);
    const keys = fresh.map(({ row, is }) => ({ row: this.#roll.id(row), keys: acrossKeys(is) }));
    return { evidence: this.#evidence(edges), keys };
  }

  /** A register that was added before, with the evidence that this gave. A row that it names and that was not loaded is passed over. */
  load(register: RegisterOf, evidence: readonly Evidence[]): void {
    if (this.#roll.has(register.submission)) return;
    const rows = this.#enter(register);
    const byRow = new Map(evidence.map(({ row, like }) => [this.#roll.number(row), like]));
    const edges = rows.flatMap(({ row }) =>
      (byRow.get(row) ?? []).flatMap(({ row: id, weight }) => {
        const like = this.#roll.number(id);
        return like === undefined ? [] : [{ row, like, weight }];
      }),
    );
    this.#settle(rows, edges);
  }

  /** Every row with its cooperative, in the order of receipt. */
  assignments(): Assignment[] {
    return Array.from({ length: this.#roll.length }, (_, row) => ({
      row: this.#roll.id(row),
      cooperative: this.#roll.id(this.#settled.cooperative(row)),
    }));
  }

  /** What waits for a person, the likest first. */
  pairs(): UnsurePair[] {
    return unsurePairs(this.#doubtful, this.#settled).map(({ row, like, weight }) => ({
      cooperatives: [this.#settled.cooperative(like), this.#settled.cooperative(row)]
        .sort((a, b) => a - b)
        .map((each) => this.#roll.id(each)) as [never, never],
      rows: [this.#roll.id(like), this.#roll.id(row)],
      weight,
    }));
  }

  /** By province: to be kept when it has changed. */
  models(): Map<ProvinceId, IdentityModel> {
    return new Map([...this.#known.scopes()].map(([id, { weigher }]) => [id, weigher.model]));
  }

  #enter(register: RegisterOf): ArrivedRow[] {
    const first = this.#roll.add(register);
    const rows = arrivedRows(register, first);
    for (const { row, is } of rows.toSorted((a, b) => a.row - b.row)) {
      const camp = this.#said.campOf.size > 0 ? this.#said.campOf.get(this.#roll.id(row)) : undefined;
      this.#unsaid.add(this.#roll.registers, validCode(is));
      if (this.#settled !== this.#unsaid) this.#settled.add(this.#roll.registers, validCode(is), camp);
    }
    this.#known.scope(register.scope).count(rows);
    return rows;
  }

  /** The rows that say something new of their cooperatives. */
  #settle(rows: readonly ArrivedRow[], likenesses: readonly Edge[]): ArrivedRow[] {
    const edges = likenesses.toSorted((one, other) => other.weight - one.weight);
    const arrival = {
      register: this.#roll.registers,
      first: this.#roll.length - rows.length,
      rows: rows.length,
      edges,
    };
    const doubtful = settle(arrival, this.#unsaid);
    const unsure = this.#settled === this.#unsaid ? doubtful : settle(arrival, this.#settled);
    for (const edge of unsure) this.#doubtful.push(edge);
    return rows.filter((row) => {
      const cooperative = this.#unsaid.cooperative(row.row);
      if (cooperative === row.row) this.#known.scope(row.scope).cooperatives += 1;
      return this.#known.keep(row, cooperative);
    });
  }

  #evidence(edges: readonly Edge[]): Evidence[] {
    const byRow = new Map<number, Likeness[]>();
    for (const { row, like, weight } of edges)
      byRow.set(row, [...(byRow.get(row) ?? []), { row: this.#roll.id(like), weight }]);
    return [...byRow].map(([row, like]) => ({ row: this.#roll.id(row), like }));
  }
}
