import type { HandedIn, Standing } from '../../schemas/submission';

/**
 * Which of the submissions for one province, period and form stood when. Of two, the one with the later document date
 * stands, else the later receipt; a withdrawn one gives way to what it had replaced. Depends on nothing but what was
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
    const stands = there.reduce<HandedIn | null>(
      (before, next) => (before && precedes(before, next) ? before : next),
      null,
    );
    if (stands === null) return;
    const until = moments[index + 1] ?? null;
    const last = intervals.at(-1);
    if (last?.submission === stands.submission && last.until === from)
      intervals[intervals.length - 1] = { ...last, until };
    else intervals.push({ submission: stands.submission, from, until });
  });
  return intervals;
}

/** The earlier receipt stands only against a later one that bears an earlier date. */
function precedes(earlier: HandedIn, later: HandedIn): boolean {
  return earlier.documentDate !== null && later.documentDate !== null && earlier.documentDate > later.documentDate;
}
