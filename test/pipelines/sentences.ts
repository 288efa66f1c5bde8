import { prepare } from '../../pipelines/ingest';
import { noEarlier } from '../../pipelines/normalise/report';
import type { Prepared } from '../../schemas/submission';
import { readFile } from '../../sources/read';
import { catalogue } from './take-in';

/** What a file comes to on its whole way up to the warehouse's door. */
export function prepared(bytes: Buffer): Promise<readonly Prepared[]> {
  return prepare(bytes, {}, { catalogue, read: readFile, earlier: async () => noEarlier });
}

/** All that is said to the reporter. */
export const sentencesOf = (parts: readonly Prepared[]): string[] =>
  parts.flatMap((part) => (part.kind === 'refused' ? part.sentence : part.findings.map(({ message }) => message)));

/** Whether it is one clear sentence: one line of Vietnamese, not too long, and nothing of the program's inside. */
export function isClear(sentence: string): boolean {
  const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(sentence);
  const program = /undefined|NaN|\[object|[A-Z]\w*Error|\bat .*:\d+:\d+/.test(sentence);
  return vietnamese && !program && sentence.length <= 500 && /^[^\p{Cc}\u2028\u2029]+$/u.test(sentence);
}
