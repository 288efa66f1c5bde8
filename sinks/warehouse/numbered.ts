import type { PoolClient } from 'pg';
import { type Locator, locatorText } from '../../schemas/cell';
import type { SubmissionId } from '../../schemas/codes';
import type { Finding } from '../../schemas/finding';
import { firstRevisionNumber } from './settle';

/** A finding of a report about which something was decided, and that may be read once more; `rule` null: it is gone. */
export interface DecidedFinding {
  readonly submission: SubmissionId;
  readonly number: number;
  readonly rule: string | null;
  readonly code: string | null;
  readonly sector: string | null;
  readonly locator: Locator | null;
}

/** The findings of a file's reports about which something was decided, with all others of those reports. */
export async function decidedFindings(client: PoolClient, receipt: number): Promise<DecidedFinding[]> {
  const { rows } = await client.query<DecidedFinding>(
    `with decided as (
       select distinct submission, (regexp_match(decision.finding, '-([0-9]+)$'))[1]::int as number
       from submission join decision on starts_with(decision.finding, submission || '-')
       where receipt = $1 and decision.finding ~ '^[0-9]+-[0-9]+-[0-9]+$'
     )
     select submission, number, rule, code, sector, locator from decided left join finding using (submission, number)
     union
     select submission, number, rule, code, sector, locator from finding where submission in (select submission from decided)
     order by submission, number`,
    [receipt],
  );
  return rows;
}

/**
 * The numbers of findings, in their order; where something was decided about them, each has the number that it had, and new
 * ones come after all, so that no decision is taken for one about another finding.
 */
export function numbersOf(findings: readonly Finding[], decided: readonly DecidedFinding[]): number[] {
  if (decided.length === 0) return findings.map((_, index) => index + 1);
  const known = new Map<string, number[]>();
  for (const { number, rule, code, sector, locator } of decided) {
    const key = JSON.stringify([rule, code, sector, locator && locatorText(locator)]);
    known.set(key, [...(known.get(key) ?? []), number]);
  }
  let next = Math.max(...decided.map(({ number }) => number).filter((number) => number < firstRevisionNumber));
  return findings.map(({ rule, code, sector, at }) => {
    const before = known.get(JSON.stringify([rule, code, sector, at && locatorText(at)]))?.shift();
    if (before !== undefined) return before;
    next += 1;
    return next;
  });
}
