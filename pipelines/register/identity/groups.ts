/** Things that are one or must not become one: a union that also knows what was said to be different. */
export class Groups {
  readonly #above: number[] = [];
  /** By the head of a group, the heads of the groups that must stay apart from it. */
  readonly #apart = new Map<number, Set<number>>();

  /** The next thing, on its own. */
  add(): number {
    return this.#above.push(this.#above.length) - 1;
  }

  /** The head of its group: of all in a group the same. */
  head(thing: number): number {
    let at = thing;
    for (let above = this.#above[at] ?? at; above !== at; above = this.#above[at] ?? at) {
      const next = this.#above[above] ?? above;
      this.#above[at] = next;
      at = next;
    }
    return at;
  }

  areApart(one: number, other: number): boolean {
    return this.#apart.get(this.head(one))?.has(this.head(other)) ?? false;
  }

  /** Makes them one; false, and nothing happens, where they must stay apart. The earlier head becomes the head of both. */
  unite(one: number, other: number): boolean {
    const [head, joined] = [this.head(one), this.head(other)].sort((a, b) => a - b) as [number, number];
    if (head === joined) return true;
    if (this.areApart(head, joined)) return false;
    this.#above[joined] = head;
    for (const foe of this.#apart.get(joined) ?? []) {
      this.#apart.get(foe)?.delete(joined);
      this.#keepApart(foe, head);
    }
    this.#apart.delete(joined);
    return true;
  }

  /** Keeps them apart from now on; false, and nothing happens, where they are one. */
  part(one: number, other: number): boolean {
    const [a, b] = [this.head(one), this.head(other)];
    if (a === b) return false;
    this.#keepApart(a, b);
    return true;
  }

  #keepApart(one: number, other: number): void {
    for (const [head, foe] of [
      [one, other],
      [other, one],
    ] as const) {
      const foes = this.#apart.get(head) ?? new Set();
      this.#apart.set(head, foes.add(foe));
    }
  }
}
