import { Groups } from './groups';
import type { Said } from './said';

/**
 * Which rows are one cooperative, row numbers counted from 0 in the order of receipt; with what that forbids. What persons
 * said goes first: the camps that they made are there before any row is, so that no likeness can come in between.
 */
export class Partition {
  readonly #groups = new Groups();
  readonly #camps: number;
  /** By the head of a group: its first row, the register of each of its rows, and their valid tax codes. */
  readonly #first: number[] = [];
  readonly #registers = new Map<number, readonly number[]>();
  readonly #codes = new Map<number, readonly string[]>();

  constructor({ camps, apart }: Pick<Said, 'camps' | 'apart'> = { camps: 0, apart: [] }) {
    this.#camps = camps;
    for (let camp = 0; camp < camps; camp += 1) this.#first[this.#groups.add()] = Number.POSITIVE_INFINITY;
    for (const [one, other] of apart) this.#groups.part(one, other);
  }

  /** The next row, on its own or in its camp. */
  add(register: number, code: string | null, camp?: number): void {
    const node = this.#groups.add();
    this.#first[node] = node - this.#camps;
    this.#registers.set(node, [register]);
    if (code !== null) this.#codes.set(node, [code]);
    if (camp !== undefined) this.#unite(node, camp);
  }

  /** The first row of the row's cooperative. */
  cooperative(row: number): number {
    return this.#first[this.#head(row)] ?? row;
  }

  areOne(one: number, other: number): boolean {
    return this.#head(one) === this.#head(other);
  }

  /** Somebody said that they are different, or they have two valid tax codes. */
  mayNotBeOne(one: number, other: number): 'said' | 'codes' | null {
    if (this.#groups.areApart(this.#node(one), this.#node(other))) return 'said';
    const [codes, others] = [this.#codes.get(this.#head(one)), this.#codes.get(this.#head(other))];
    if (codes === undefined || others === undefined) return null;
    return codes.some((code) => others.includes(code)) ? null : 'codes';
  }

  /** For how many rows of the register it still has room: for one in all, or for as many as it had in one before. */
  roomIn(row: number, register: number): number {
    const times = new Map<number, number>([[register, 0]]);
    for (const each of this.#registers.get(this.#head(row)) ?? []) times.set(each, (times.get(each) ?? 0) + 1);
    const now = times.get(register) ?? 0;
    times.delete(register);
    return Math.max(1, ...times.values()) - now;
  }

  /** They stood in one register, side by side. */
  stoodTogether(one: number, other: number): boolean {
    const others = this.#registers.get(this.#head(other)) ?? [];
    return (this.#registers.get(this.#head(one)) ?? []).some((register) => others.includes(register));
  }

  unite(one: number, other: number): boolean {
    return this.#unite(this.#node(one), this.#node(other));
  }

  #unite(one: number, other: number): boolean {
    const [a, b] = [this.#groups.head(one), this.#groups.head(other)];
    if (a === b) return true;
    if (!this.#groups.unite(a, b)) return false;
    const head = this.#groups.head(a);
    const joined = head === a ? b : a;
    const [first, second] = [this.#first[a] ?? 0, this.#first[b] ?? 0];
    this.#first[head] = Math.min(first, second);
    gather(this.#registers, head, joined);
    gather(this.#codes, head, joined);
    return true;
  }

  readonly #node = (row: number) => row + this.#camps;
  readonly #head = (row: number) => this.#groups.head(this.#node(row));
}

/** What two groups have, under the head of both. */
function gather<T>(lists: Map<number, readonly T[]>, head: number, joined: number): void {
  const list = lists.get(joined);
  lists.delete(joined);
  if (list !== undefined) lists.set(head, [...(lists.get(head) ?? []), ...list]);
}
