import { type Effects, together } from './effects';
import { agrees, type Figure, type Parts, plus } from './figure';
import type { Cause } from './gap';
import type { Element } from './pool';
import { closingSets } from './sets';
import type { Reason, Treatment } from './treatment';

/** What a figure's gap was closed by. */
export interface Closed {
  readonly cause: Cause;
  readonly also: readonly Treatment[];
}

/** Elements that close gaps, and figures that agreed and would no more. */
interface Explanation {
  readonly elements: readonly Element[];
  readonly closes: readonly Figure[];
  readonly breaks: number;
  readonly cost: number;
}

/** Faults that can be seen in the register by itself. */
const evident: readonly Reason[] = ['counted_twice', 'not_in_period', 'unit'];

/** Explains open gaps, by what closes most of them for each cooperative that it is thought to be. */
export class Explaining {
  readonly closed = new Map<Figure, Closed>();
  readonly open: Set<Figure>;
  readonly #accepted: Element[] = [];
  #offset: Effects = new Map();

  constructor(
    figures: readonly Figure[],
    private readonly pool: readonly Element[],
  ) {
    this.open = new Set(figures.filter((figure) => !agrees(figure, figure.parts)));
  }

  /** Takes the best explanations that close more figures than they make disagree. */
  takeLikely(): void {
    this.#takeWhile(({ closes, breaks }) => closes.length > breaks);
  }

  /** Then also those of the number of cooperatives that other figures speak against: sums fit too often by chance. */
  takeUnlikely(): void {
    this.#takeWhile(({ closes }) => closes.some(({ kind }) => kind.name === 'count'));
  }

  /** Closes a figure by a cause of another kind. */
  close(figure: Figure, cause: Cause): void {
    this.open.delete(figure);
    this.closed.set(figure, { cause, also: this.#alsoIn(figure) });
  }

  /** The figure as the treatments taken so far make it. */
  settled(figure: Figure): Parts {
    return plus(figure.parts, this.#offset.get(figure));
  }

  #takeWhile(isBelieved: (explanation: Explanation) => boolean): void {
    for (;;) {
      const all = this.#explanations().filter(isBelieved);
      const [first, ...rest] = all;
      if (first === undefined) return;
      this.#accept(
        rest.reduce((best, next) => (isBetter(next, best) ? next : best), first),
        all,
      );
    }
  }

  #explanations(): Explanation[] {
    const taken = new Set(this.#accepted.flatMap(({ treatments }) => treatments.map((each) => each.cooperative)));
    const free = this.pool.filter(({ treatments }) => treatments.every(({ cooperative }) => !taken.has(cooperative)));
    const found = new Map<string, Explanation>();
    for (const figure of this.open)
      for (const base of this.#offset.has(figure) ? [figure.parts, this.settled(figure)] : [figure.parts])
        for (const elements of closingSets(figure, base, free)) {
          const key = elements.map((element) => element.key).join('|');
          if (!found.has(key)) found.set(key, this.#judged(elements));
        }
    return [...found.values()];
  }

  #judged(elements: readonly Element[]): Explanation {
    const effects = together(elements.map((element) => element.effects));
    const touched = [...effects.keys()];
    const holds = (figure: Figure) =>
      agrees(figure, plus(figure.parts, effects.get(figure))) ||
      agrees(figure, plus(this.settled(figure), effects.get(figure)));
    return {
      elements,
      closes: touched.filter((figure) => this.open.has(figure) && holds(figure)),
      breaks: touched.filter((figure) => !this.open.has(figure) && !holds(figure)).length,
      cost: elements.reduce((sum, { cost }) => sum + cost, 0),
    };
  }

  #accept(best: Explanation, all: readonly Explanation[]): void {
    const named = new Set([nameOf(best)]);
    const alternatives = all.filter((each) => {
      const isAnother = !isBetter(best, each) && areSame(best.closes, each.closes) && !named.has(nameOf(each));
      return isAnother && named.add(nameOf(each));
    });
    const cause = { treatments: treatmentsOf(best), alternatives: alternatives.map(treatmentsOf) };
    const effects = together(best.elements.map((element) => element.effects));
    for (const figure of best.closes) {
      const isAlone = agrees(figure, plus(figure.parts, effects.get(figure)));
      this.open.delete(figure);
      this.closed.set(figure, { cause, also: isAlone ? [] : this.#alsoIn(figure) });
    }
    this.#accepted.push(...best.elements);
    this.#offset = together(this.#accepted.map((element) => element.effects));
  }

  #alsoIn(figure: Figure): Treatment[] {
    return this.#accepted.filter(({ effects }) => effects.has(figure)).flatMap(({ treatments }) => treatments);
  }
}

/** By figures closed for each cooperative, then by an evident fault, then by what it makes disagree. */
function isBetter(one: Explanation, other: Explanation): boolean {
  const [mine, its] = [one.closes.length * other.cost, other.closes.length * one.cost];
  if (mine !== its) return mine > its;
  if (isEvident(one) !== isEvident(other)) return isEvident(one);
  return one.breaks < other.breaks;
}

const treatmentsOf = ({ elements }: Explanation) => elements.flatMap(({ treatments }) => treatments);
const isEvident = (explanation: Explanation) =>
  treatmentsOf(explanation).every(({ reason }) => evident.includes(reason));
const nameOf = (explanation: Explanation) =>
  treatmentsOf(explanation)
    .map(({ reason, cooperative }) => `${reason} ${cooperative}`)
    .sort()
    .join('|');
const areSame = (some: readonly Figure[], others: readonly Figure[]) =>
  some.length === others.length && some.every((figure) => others.includes(figure));
