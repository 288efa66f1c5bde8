/** Sharing a national figure out over the provinces: seeded factors, exact whole parts, averages with an exact mean. */
import Big from 'big.js';

/** A seeded stream of numbers in [0, 1); the seed is a name, so that a new stream leaves the others as they were. */
function stream(name: string): () => number {
  let state = 2166136261;
  for (const byte of Buffer.from(name)) state = Math.imul(state ^ byte, 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function factors(name: string, length: number, [low, high]: readonly [number, number]): number[] {
  const next = stream(name);
  return Array.from({ length }, () => low + (high - low) * next());
}

export const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

export function combine(a: number[], b: number[], join: (x: number, y: number) => number): number[] {
  return a.map((x, i) => join(x, b[i] ?? Number.NaN));
}
export const times = (a: number[], b: number[]): number[] => combine(a, b, (x, y) => x * y);
export const plus = (a: number[], b: number[]): number[] => combine(a, b, (x, y) => x + y);
export const minus = (a: number[], b: number[]): number[] => combine(a, b, (x, y) => x - y);

/** Parts in proportion to the weights; what goes beyond a cap is shared out over the others. */
function quotas(total: number, weights: number[], caps: number[]): number[] {
  const unit = total === 0 ? 0 : total / sum(weights);
  const over = combine(weights, caps, (weight, cap) => (weight * unit > cap ? cap : 0));
  if (sum(over) === 0) return weights.map((weight) => weight * unit);
  const others = combine(weights, over, (weight, cap) => (cap > 0 ? 0 : weight));
  return plus(over, quotas(total - sum(over), others, caps));
}

/** Whole numbers in proportion to the weights that add up to the total (largest remainders), none above its cap. */
export function apportion(total: number, weights: number[], caps = weights.map(() => total)): number[] {
  const open = combine(weights, caps, (weight, cap) => (cap > 0 ? weight : 0));
  const shares = quotas(total, open, caps);
  const floors = shares.map(Math.floor);
  const byRemainder = shares.map((share, i) => ({ i, rest: share - Math.floor(share) }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.i - b.i);
  const winners = new Set(byRemainder.slice(0, total - sum(floors)).map(({ i }) => i));
  return floors.map((floor, i) => floor + (winners.has(i) ? 1 : 0));
}

export function weightedMean(values: number[], weights: number[]): Big {
  const total = values.reduce((acc, value, i) => acc.plus(Big(value).times(weights[i] ?? 0)), Big(0));
  return total.div(sum(weights));
}

/** Averages of the given shape, with one or two decimals, whose weighted mean rounds to the target as printed. */
export function averages(target: number, decimals: number, weights: number[], shape: number[]): number[] {
  const scale = target / weightedMean(shape, weights).toNumber();
  const round = (value: number, i: number) => Number(Big(value).toFixed(i % 5 === 3 ? 2 : 1));
  const values = shape.map((value, i) => (weights[i] ? round(value * scale, i) : 0));
  for (let i = values.length - 1; ; i = i === 0 ? values.length - 1 : i - 1) {
    const short = Big(target).cmp(weightedMean(values, weights).round(decimals, Big.roundHalfUp));
    if (short === 0) return values;
    if (weights[i]) values[i] = round((values[i] ?? 0) + short * 0.1, i);
  }
}
