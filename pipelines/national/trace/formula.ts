import type { Leaf } from './leaf';

/** How a figure is made of its leaves. `alone`: a province's ratio or average that it gave without its parts. */
export type How = 'sum' | 'ratio' | 'mean' | 'alone';

/** One side of a comparison, or the only one. */
export interface Side {
  readonly how: How;
  readonly leaves: readonly Leaf[];
}

export interface Formula {
  readonly formula: string;
  readonly leaves: readonly Leaf[];
}

export const formulaOf = (only: Side): Formula => ({
  formula: `${figure(only.how, '')}${pairing(only)}`,
  leaves: only.leaves,
});

/** actual − base. */
export function changeOf(actual: Side, base: Side): Formula {
  const formula = `${figure(actual.how, '[actual]')} − ${figure(base.how, '[base]')}${pairing(actual, base)}`;
  return { formula, leaves: [...onSide('actual', actual), ...onSide('base', base)] };
}

/** actual ÷ base × 100. Of sums the terms of the one are the numerators, those of the other the denominators. */
export function percentOf(actual: Side, base: Side): Formula {
  if (isPlain(actual) && isPlain(base)) {
    const leaves = [
      ...onSide('actual', actual).map((leaf) => ({ ...leaf, role: 'numerator' as const })),
      ...onSide('base', base).map((leaf) => ({ ...leaf, role: 'denominator' as const })),
    ];
    return { formula: figure('ratio', ''), leaves };
  }
  const formula = `100 × (${figure(actual.how, '[actual]')}) ÷ (${figure(base.how, '[base]')})${pairing(actual, base)}`;
  return { formula, leaves: [...onSide('actual', actual), ...onSide('base', base)] };
}

const figure = (how: How, side: string) =>
  ({
    sum: `Σ term${side}`,
    ratio: `100 × Σ numerator${side} ÷ Σ denominator${side}`,
    mean: `Σ (term × weight)${side} ÷ Σ weight${side}`,
    alone: `term${side}`,
  })[how];

const isPlain = ({ how }: Side) => how === 'sum' || how === 'alone';
const pairing = (...sides: readonly Side[]) =>
  sides.some(({ how }) => how === 'mean') ? ', term and weight of one province' : '';
const onSide = (side: 'actual' | 'base', { leaves }: Side) => leaves.map((leaf) => ({ ...leaf, side }));
