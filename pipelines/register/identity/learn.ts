import { identity } from '../../../config/thresholds';
import type { IdentityModel, Shares } from '../../../schemas/identity';
import type { Comparable } from './comparable';
import { fields } from './fields';
import type { Weigher } from './weigher';

/** What a model is learned from. */
export interface Lessons {
  /** The model before, by which levels are found and learning starts. */
  readonly weigher: Weigher;
  /** Pairs of rows that some key brought together, from two registers. */
  readonly likely: Iterable<readonly [Comparable, Comparable]>;
  /** The rows of one register, in which a cooperative hardly stands twice. */
  readonly register: readonly Comparable[];
  readonly rows: number;
  readonly cooperatives: number;
  readonly names: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
}

/** Pairs by their levels, one a field: a million pairs have a few thousand such patterns. */
type Patterns = ReadonlyMap<string, number>;

const rounds = 12;

/**
 * Learns how often the levels are found: u in random pairs of one register, m by expectation and maximisation in the likely
 * pairs, a mixture of pairs of one cooperative and of two that are much alike. Experience put in beforehand steadies both.
 */
export function learn({ weigher, likely, register, rows, cooperatives, names, words }: Lessons): IdentityModel {
  const random = patternsOf(randomPairs(register), weigher);
  const u = shares(random, () => 1, 'u');
  const m = maximised(patternsOf(likely, weigher), weigher.model.m, u);
  return {
    rows,
    cooperatives: Math.max(cooperatives, register.length),
    m,
    u,
    names: frequent(names),
    words: frequent(words),
  };
}

const frequent = (counts: ReadonlyMap<string, number>) =>
  Object.fromEntries([...counts].filter(([, count]) => count > 1));

/** The same pairs for the same register, well spread: the steps are prime to most lengths. */
function* randomPairs(register: readonly Comparable[]): Iterable<readonly [Comparable, Comparable]> {
  const { length } = register;
  const pairs = length < 2 ? 0 : Math.min(identity.randomPairs, identity.randomPairsEach * length);
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = (pair * 7919) % length;
    const second = (first + 1 + ((pair * 104_729 + Math.floor(pair / length) * 31) % (length - 1))) % length;
    const [one, other] = [register[first], register[second]];
    if (one !== undefined && other !== undefined) yield [one, other];
  }
}

function patternsOf(pairs: Iterable<readonly [Comparable, Comparable]>, weigher: Weigher): Patterns {
  const patterns = new Map<string, number>();
  for (const [one, other] of pairs) {
    const pattern = fields.map((field) => field.compare(one, other, weigher)).join('');
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
  }
  return patterns;
}

/** The start are the odds by what was known before; then pairs of two cooperatives get shares of their own, and are let go. */
function maximised(likely: Patterns, before: Shares, u: Shares): Shares {
  let m = before;
  let odds = (pattern: string) => 2 ** (evidence(pattern, m, u) - 6);
  for (let round = 0; round < rounds; round += 1) {
    const matched = new Map([...likely.keys()].map((pattern) => [pattern, share(odds(pattern))]));
    const isMatch = (pattern: string) => matched.get(pattern) ?? 0;
    m = shares(likely, isMatch, 'm');
    const alike = shares(likely, (pattern) => 1 - isMatch(pattern), 'u');
    const matches = total(likely, isMatch);
    const prior = (matches + 1) / (total(likely, () => 1) - matches + 1);
    const now = m;
    odds = (pattern) => prior * 2 ** evidence(pattern, now, alike);
  }
  return m;
}

const share = (odds: number) => (odds > 1e9 ? 1 : odds / (1 + odds));
const total = (patterns: Patterns, weight: (pattern: string) => number) =>
  [...patterns].reduce((sum, [pattern, count]) => sum + count * weight(pattern), 0);

function evidence(pattern: string, m: Shares, u: Shares): number {
  return fields.reduce((sum, { key, levels }, index) => {
    const level = Number(pattern[index]) - 1;
    const prior = levels[level];
    return prior === undefined ? sum : sum + Math.log2((m[key]?.[level] ?? prior.m) / (u[key]?.[level] ?? prior.u));
  }, 0);
}

/** Of each field the shares of its levels among the pairs that have it, with the experience put in beforehand. */
function shares(patterns: Patterns, weight: (pattern: string) => number, side: 'm' | 'u'): Shares {
  const counts = fields.map(({ levels }) => levels.map((level) => level[side] * identity.experience));
  for (const [pattern, count] of patterns) {
    const added = count * weight(pattern);
    for (const [index, levels] of counts.entries()) {
      const level = Number(pattern[index]) - 1;
      if (level >= 0) levels[level] = (levels[level] ?? 0) + added;
    }
  }
  return Object.fromEntries(
    fields.map(({ key }, index) => {
      const levels = counts[index] ?? [];
      const sum = levels.reduce((all, each) => all + each, 0);
      return [key, levels.map((each) => Math.round((each / sum) * 1e6) / 1e6)];
    }),
  );
}
