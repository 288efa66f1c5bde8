import type { HandedIn, Standing } from '../../schemas/submission';

/**
 * Which of the submissions for one province, period and form stood when: the one with the latest document date, else the
 * latest receipt; a withdrawn one gives way to what it had replaced. Depends on nothing but what was
 * handed in and taken back, so the order in which workers get to the files changes nothing.
 */
export function standing(handedIn: readonly HandedIn[]): Standing[] {
  const inOrder = [...handedIn].sort((a, b) => a.receipt - b.receipt || a.part - b.part);
  const moments = [...new Set(inOrder.flatMap((each) => [each.receivedAt, each.withdrawnAt ?? each.receivedAt]))].sort(
    (a, b) => a - b,
  );
  const intervals: Standing[] = [];
  moments.forEach((from, index) => {
    const there = inOrder.filter(
      (each) => each.receivedAt <= from && (each.withdrawnAt === null || each.withdrawnAt > from),
    );
    const stands = lastWord(there);
    if (stands === null) return;
    const until = moments[index + 1] ?? null;
    const last = intervals.at(-1);
    if (last?.submission === stands.submission && last.until === from)
      intervals[intervals.length - 1] = { ...last, until };
    else intervals.push({ submission: stands.submission, from, until });
  });
  return intervals;
}

/** Of files in the order of receipt: each takes the place of those before it, unless its date is before one of theirs. */
function lastWord(inOrder: readonly HandedIn[]): HandedIn | null {
  let stands: HandedIn | null = null;
  // Held against the latest date so far, not the standing file's: one without a date must not let an outdated one in.
  let latest: string | null = null;
  for (const each of inOrder) {
    const { documentDate } = each;
    if (documentDate !== null && latest !== null && documentDate < latest) continue;
    stands = each;
    latest = documentDate ?? latest;
  }
  return stands;
}
