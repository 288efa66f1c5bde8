import type { Database } from '../../../schemas/database';
import type { IdentityDecision, RowId } from '../../../schemas/identity';

/** What a person says of two cooperatives; `undo` takes back all that was said of the two. */
export interface SaidOfPair {
  readonly rows: readonly [RowId, RowId];
  readonly verdict: IdentityDecision['verdict'] | 'undo';
  readonly by: string;
  readonly why: string;
}

export async function insertDecision(
  database: Database,
  { rows: [one, other], verdict, by, why }: SaidOfPair,
  now: Date,
): Promise<void> {
  await database.query(
    `insert into identity_decision (one, other, verdict, decided_by, why, decided_at) values ($1, $2, $3, $4, $5, $6)`,
    [one, other, verdict, by, why, now],
  );
}

/** What persons said and did not take back, in the order in which they said it; and the number of the last saying of all. */
export async function decisionsMade(
  database: Database,
): Promise<{ readonly decisions: readonly IdentityDecision[]; readonly latest: number }> {
  const { rows } = await database.query<{
    decision: string;
    one: RowId;
    other: RowId;
    verdict: SaidOfPair['verdict'];
    by: string;
    why: string;
    at: Date;
  }>(
    'select decision, one, other, verdict, decided_by as by, why, decided_at as at from identity_decision order by decision',
  );
  const stands: IdentityDecision[] = [];
  for (const { one, other, verdict, by, why, at } of rows) {
    if (verdict === 'undo') {
      const kept = stands.filter(({ rows: pair }) => !(pair.includes(one) && pair.includes(other)));
      stands.splice(0, stands.length, ...kept);
    } else stands.push({ rows: [one, other], verdict, by, why, at: at.getTime() });
  }
  return { decisions: stands, latest: Number(rows.at(-1)?.decision ?? 0) };
}
