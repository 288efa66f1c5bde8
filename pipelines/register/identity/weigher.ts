import type { IdentityModel } from '../../../schemas/identity';
import type { Comparable } from './comparable';
import { fields } from './fields';
import type { Vocabulary } from './fields/field';
import { name as nameField } from './fields/name';

/** What a field's level weighs in one comparison. */
export interface Weighed {
  readonly field: string;
  readonly level: number;
  readonly weight: number;
}

/** A single field is never believed beyond this, however seldom it was seen to err. */
const [least, most] = [-9, 13];

/**
 * Weighs two rows by a model (Fellegi and Sunter): for each field log2(m ÷ u) of the level found, where a name that is the
 * same is held against its own frequency; and to begin with, that of all cooperatives only one is the same.
 */
export class Weigher implements Vocabulary {
  readonly #weights: readonly (readonly number[])[];
  readonly #words: ReadonlyMap<string, number>;
  readonly #commonFrom: number;
  readonly start: number;

  constructor(readonly model: IdentityModel) {
    this.#weights = fields.map(({ key, levels }) => [
      0,
      ...levels.map(({ m, u }, index) => bits(model.m[key]?.[index] ?? m, model.u[key]?.[index] ?? u)),
    ]);
    this.#words = new Map(Object.entries(model.words));
    this.#commonFrom = Math.max(3, model.rows / 1000);
    this.start = -Math.log2(Math.max(2, model.cooperatives));
  }

  /** log2 of the odds that both are one cooperative of the province, to three decimals. */
  weigh(one: Comparable, other: Comparable): number {
    let sum = this.start;
    for (let index = 0; index < fields.length; index += 1) {
      const level = fields[index]?.compare(one, other, this) ?? 0;
      sum += this.#weight(index, level, one);
    }
    return rounded(sum);
  }

  /** The same field by field, without the fields that one of them lacks. */
  each(one: Comparable, other: Comparable): Weighed[] {
    return fields.flatMap((field, index) => {
      const level = field.compare(one, other, this);
      return level === 0 ? [] : [{ field: field.key, level, weight: this.#weight(index, level, one) }];
    });
  }

  rarity(word: string): number {
    return Math.log2((this.model.rows + 1) / (this.#words.get(word) ?? 1));
  }

  isCommon = (word: string): boolean => (this.#words.get(word) ?? 0) >= this.#commonFrom;

  #weight(index: number, level: number, one: Comparable): number {
    if (level !== 1 || fields[index] !== nameField) return this.#weights[index]?.[level] ?? 0;
    const { names, rows, cooperatives, m } = this.model;
    const frequency = rows === 0 ? 0 : (names[one.name.letters] ?? 1) / rows;
    const [first] = nameField.levels;
    const fallback = rows === 0 ? (first?.u ?? 1) : 1 / Math.max(2, cooperatives);
    return bits(m[nameField.key]?.[0] ?? first?.m ?? 1, Math.max(frequency, fallback));
  }
}

const bits = (m: number, u: number) => Math.min(most, Math.max(least, Math.log2(m / u)));

/** Weights are kept beside the rows, and have to come back as they were. */
export const rounded = (weight: number): number => Math.round(weight * 1000) / 1000;
