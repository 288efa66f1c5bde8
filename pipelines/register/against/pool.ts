import { groupOf } from '../kinds';
import { type Effects, type Rows, together } from './effects';
import type { Treatment } from './treatment';

/** One treatment, or the same done to all cooperatives of a group that it can be done to. */
export interface Element {
  readonly key: string;
  readonly treatments: readonly Treatment[];
  readonly effects: Effects;
  /** How many cooperatives it is thought to be; a rule that holds for all of them costs no more than a few. */
  readonly cost: number;
}

/** More than these are tried by themselves no more, only all together. */
const mostTried = 5000;

/** From more cooperatives than this one and the same treatment is a rule. */
const few = 3;

/** The treatments that change a figure, in their order, behind the rules. */
export function poolOf(treatments: readonly Treatment[], rows: Rows): Element[] {
  const elements: Element[] = [];
  const alike = new Map<string, Element[]>();
  for (const treatment of treatments) {
    const effects = rows.effectsOf(treatment);
    if (effects.size === 0) continue;
    const rule = ruleKey(treatment);
    const element = { key: `${rule} ${treatment.cooperative}`, treatments: [treatment], effects, cost: 1 };
    elements.push(element);
    const others = alike.get(rule);
    if (others === undefined) alike.set(rule, [element]);
    else others.push(element);
  }
  const rules = [...alike].filter(([, { length }]) => length > few).map(([key, each]) => ruleOf(key, each));
  return [...rules, ...elements.slice(0, mostTried)];
}

/** Whether no cooperative is treated twice. */
export function areApart(elements: readonly Element[]): boolean {
  const all = elements.flatMap(({ treatments }) => treatments.map(({ cooperative }) => cooperative));
  return new Set(all).size === all.length;
}

function ruleKey({ reason, as, rows: [{ type }] }: Treatment): string {
  return `${type && groupOf[type]} ${reason} ${as}`;
}

function ruleOf(key: string, elements: readonly Element[]): Element {
  return {
    key,
    treatments: elements.flatMap(({ treatments }) => treatments),
    effects: together(elements.map(({ effects }) => effects)),
    cost: few,
  };
}
