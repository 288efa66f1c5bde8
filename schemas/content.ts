import { createHash } from 'node:crypto';
import type { Finding } from './finding';
import type { Observation } from './submission';

/** What it takes to tell what a report says. */
export interface Content {
  readonly observations: readonly Pick<Observation, 'code' | 'sector' | 'measure' | 'amount'>[];
  readonly findings: readonly Pick<Finding, 'rule' | 'nature' | 'code' | 'sector' | 'others'>[];
}

/**
 * What a report says, apart from how it is written: two files of equal content are one submission. The figures, what is
 * doubtful about them, for mending a doubt is a revision, and the rows of a register, of which `rows` is a hash. How grave a
 * house holds a doubt to be is no part of it.
 */
export function contentOf({ observations, findings }: Content, rows: string | null): string {
  const figures = observations.map(
    ({ code, sector, measure, amount }) => `${code} ${sector} ${measure} ${amount.inBase()}`,
  );
  const doubts = findings
    .filter(({ nature }) => nature !== 'remark')
    .flatMap((finding) =>
      [finding, ...(finding.others?.cells ?? [])].map(({ code, sector }) => `${finding.rule} ${code} ${sector}`),
    );
  const hash = createHash('sha256');
  for (const line of [...figures.sort(), ...doubts.sort()]) hash.update(`${line}\n`);
  if (rows !== null) hash.update(rows);
  return hash.digest('hex');
}
