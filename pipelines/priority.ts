import { effect } from '../config/thresholds';
import type { Catalogue } from '../schemas/catalogue';
import { decimal } from '../schemas/decimal';
import type { Stake } from '../schemas/stake';

/** What to look at first: a likelihood, and no figure that is published. */
export interface Priority {
  /** By what part of itself the national figure is expected to be off for it: 0.01 is 1%. */
  readonly effect: number;
  /** Whether some national figure is still expected to be off by as much as the limit if this and all after it are left. */
  readonly needed: boolean;
}

/**
 * Findings in the order of their expected effect on the national figures, the largest first. A decided one has none; one that
 * speaks of several figures has the largest of theirs.
 */
export function priorities(stakes: readonly Stake[], catalogue: Catalogue): ReadonlyMap<string, Priority> {
  const findings = new Map<string, Weighed[]>();
  for (const stake of stakes) {
    const weighed = { figure: `${stake.period} ${stake.code} ${stake.sector}`, effect: effectOf(stake, catalogue) };
    findings.set(stake.finding, [...(findings.get(stake.finding) ?? []), weighed]);
  }
  const ordered = [...findings]
    .map(([finding, figures]) => ({ finding, figures, effect: Math.max(...figures.map((each) => each.effect)) }))
    .sort((a, b) => b.effect - a.effect);
  const left = new Map<string, number>();
  let needed = false;
  const fromLast = ordered.toReversed().map(({ finding, figures, effect: own }) => {
    for (const each of figures) {
      const sum = (left.get(each.figure) ?? 0) + each.effect;
      left.set(each.figure, sum);
      needed ||= sum >= effect.limit;
    }
    return [finding, { effect: own, needed }] as const;
  });
  return new Map(fromLast.toReversed());
}

/** A national figure, and by what part of itself it is expected to be off. */
interface Weighed {
  readonly figure: string;
  readonly effect: number;
}

/** How probable the finding is × by how much the figure would change ÷ the national figure as it would then be. */
function effectOf({ rule, severity, status, code, proposal, value, national, provinces }: Stake, catalogue: Catalogue) {
  if (severity === 'note' || status !== 'open') return 0;
  const sum = Number(national);
  const now = value === null ? null : Math.abs(Number(value));
  const mean = provinces === 0 ? 0 : sum / provinces;
  const unit = proposal === null ? undefined : catalogue.unitOf(proposal.unit)?.unit;
  const factor = unit?.factor ?? catalogue.indicators.get(code)?.unit.factor;
  const meant =
    proposal === null || factor === undefined
      ? (now ?? mean) * (now === null ? 1 : 1 + effect.unknown)
      : Math.abs(Number(decimal(proposal.value).times(factor).toFixed()));
  const would = sum - (now ?? 0) + meant;
  const probability = now === null ? 1 : (effect.probability[rule] ?? effect.otherwise);
  return would > 0 ? (probability * Math.abs(meant - (now ?? 0))) / would : 0;
}
