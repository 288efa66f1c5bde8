import type { HandedIn, Reconciled } from '../../schemas/submission';
import { standing } from './standing';

/**
 * What the files handed in for one province, period and form come to: which of them are one submission in several copies
 * (the same bytes, or the same figures by another channel or in another format), and which stood when. Depends on nothing
 * but what was handed in and taken back.
 */
export function reconcile(handedIn: readonly HandedIn[]): Reconciled {
  const inOrder = [...handedIn].sort((a, b) => a.receipt - b.receipt || a.part - b.part);
  const originals: HandedIn[] = [];
  const sameAs = new Map<string, string>();
  for (const each of inOrder) {
    const original = originalOf(each, originals);
    if (original === null) originals.push(each);
    else sameAs.set(each.submission, original.submission);
  }
  return { standings: standing(originals), sameAs };
}

/** Bytes that came before change nothing, also after a revision; equal figures do only where they would replace their like. */
function originalOf(each: HandedIn, before: readonly HandedIn[]): HandedIn | null {
  const there = before.filter(({ withdrawnAt }) => withdrawnAt === null || withdrawnAt > each.receivedAt);
  const copied = there.find(({ bytes }) => bytes === each.bytes);
  if (copied !== undefined) return copied;
  const stood = standing(there).find(
    ({ from, until }) => from <= each.receivedAt && (until === null || until > each.receivedAt),
  );
  const stands = there.find(({ submission }) => submission === stood?.submission);
  return stands !== undefined && stands.content === each.content && agree(stands, each) ? stands : null;
}

/** One report bears one date; a copy may lack it. */
const agree = (one: HandedIn, other: HandedIn) =>
  one.documentDate === null || other.documentDate === null || one.documentDate === other.documentDate;
