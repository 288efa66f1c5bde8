import { z } from 'zod';
import type { Finding, Severity } from './finding';

/**
 * What makes a rule's findings: reading the file, the rules that its figures are held against, what the report replaced, or
 * the register of the same period.
 */
export const MadeBy = z.enum(['reading', 'rules', 'revision', 'register']);
export type MadeBy = z.infer<typeof MadeBy>;

/** A kind of finding. `severity`: `error` where it keeps a figure out, else what the house holds it to be. */
export interface Rule {
  readonly rule: string;
  readonly madeBy: MadeBy;
  readonly severity: Severity;
  /** In a few words, for staff. */
  readonly title: string;
  /** What is wrong, in an English sentence. */
  readonly english: string;
}

/** All kinds of findings by their codes. `version` is another one wherever the same report may be judged otherwise. */
export interface Rules {
  readonly version: string;
  readonly all: ReadonlyMap<string, Rule>;
}

/** How grave a finding is in this house. Throws where the rule is in no list: a bug. */
export function severityOf({ rule, nature }: Pick<Finding, 'rule' | 'nature'>, { all }: Rules): Severity {
  return nature === 'held' ? 'error' : ruleOf(rule, all).severity;
}

/** What made it. Throws where the rule is in no list: a bug. */
export function madeBy({ rule }: Pick<Finding, 'rule'>, { all }: Rules): MadeBy {
  return ruleOf(rule, all).madeBy;
}

function ruleOf(rule: string, all: Rules['all']): Rule {
  const known = all.get(rule);
  if (known === undefined) throw new Error(`config/rules.csv has no ${rule}`);
  return known;
}
