import { createHash } from 'node:crypto';
import type { PreparedSubmission } from './submission';

/**
 * What a report says, apart from how it is written: two files of equal content are one submission. The figures, what is
 * doubtful about them, for mending a doubt is a revision, and the rows of a register, of which `rows` is a hash.
 */
export function contentOf(
  { observations, findings }: Pick<PreparedSubmission, 'observations' | 'findings'>,
  rows: string | null,
): string {
  const figures = observations.map(
    ({ code, sector, measure, amount }) => `${code} ${sector} ${measure} ${amount.inBase()}`,
  );
  const doubts = findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ rule, code, sector }) => `${rule} ${code} ${sector}`);
  const hash = createHash('sha256');
  for (const line of [...figures.sort(), ...doubts.sort()]) hash.update(`${line}\n`);
  if (rows !== null) hash.update(rows);
  return hash.digest('hex');
}
