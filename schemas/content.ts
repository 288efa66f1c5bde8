import { createHash } from 'node:crypto';
import type { PreparedSubmission } from './submission';

/**
 * What a report says, apart from how it is written: two files of equal content are one submission. The figures, the rows of
 * a register, and what is doubtful about them, for mending a doubt is a revision.
 */
export function contentOf({ observations, findings, register }: PreparedSubmission): string {
  const figures = observations.map(
    ({ code, sector, measure, amount }) => `${code} ${sector} ${measure} ${amount.inBase()}`,
  );
  const doubts = findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ rule, code, sector }) => `${rule} ${code} ${sector}`);
  const hash = createHash('sha256');
  for (const line of [...figures.sort(), ...doubts.sort()]) hash.update(`${line}\n`);
  for (const { at: _, ...row } of register ?? []) hash.update(`${JSON.stringify(row)}\n`);
  return hash.digest('hex');
}
