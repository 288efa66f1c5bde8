import type { Pool, PoolClient } from 'pg';
import { identity } from '../../../config/thresholds';
import type { ProvinceId, SubmissionId } from '../../../schemas/codes';
import {
  type Across,
  type AcrossPair,
  type AcrossRow,
  type IdentityDecision,
  type RowId,
  rowId,
} from '../../../schemas/identity';
import type { Period } from '../../../schemas/period';
import { transaction } from '../connect';
import { decisionsMade } from './decisions';
import { reportedRow, type StoredRow, storedColumns } from './rows';
import { replacePairs } from './scope';

export type JoinAcross = (
  pairs: readonly AcrossPair[],
  codes: ReadonlyMap<RowId, string>,
  decisions: readonly IdentityDecision[],
) => Across;

/** Links the cooperatives of different provinces anew, where registers or decisions came since they were linked. */
export async function linkAcross(pool: Pool, join: JoinAcross): Promise<void> {
  await transaction(pool, async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtextextended('identity VN', 0))");
    const { decisions, latest } = await decisionsMade(client);
    const { rows } = await client.query<{ registers: string; linked: boolean }>(
      `select registers, exists (select from identity_linked as linked where linked.registers = now.registers and linked.decision = $1) as linked
       from (select count(*) as registers from identity_register) as now`,
      [latest],
    );
    const [state] = rows;
    if (state === undefined || state.linked) return;
    const named = await cooperativesNamed(client, decisions);
    const { links, unsure } = join(await pairsAcross(client), await validCodes(client), named);
    await client.query('delete from identity_link');
    await client.query(
      'insert into identity_link select * from jsonb_to_recordset($1) as l (cooperative text, is_one_with text)',
      [JSON.stringify([...links].map(([cooperative, is_one_with]) => ({ cooperative, is_one_with })))],
    );
    await replacePairs(client, 'VN', unsure);
    await client.query(
      `insert into identity_linked (registers, decision) values ($1, $2)
       on conflict (singleton) do update set registers = excluded.registers, decision = excluded.decision`,
      [state.registers, latest],
    );
  });
}

/** With no more cooperatives than this a name is rare in the whole country. */
const rare = 3;

/**
 * Each row that first showed a key, with each earlier one of another scope: what came later changes nothing. A key that very
 * many share says nothing.
 */
const pairsSql = `
with keyed as (
  select *, row_number() over (partition by key order by receipt, part, number) as position
  from identity_key
  where key like 'tax %' or key like 'day %'
),
matched as (
  select later.scope, later.submission, later.number, later.receipt, later.part, later.key,
         earlier.scope as other_scope, earlier.submission as other_submission, earlier.number as other_number
  from keyed as later
  join keyed as earlier on earlier.key = later.key and earlier.position < later.position and earlier.scope <> later.scope
  where later.position <= $1
)
select distinct scope, submission, number, other_scope, other_submission, other_number
from matched
where key like 'tax %' or $2 >= (
  select count(*) from identity_key as named
  where named.key = 'name ' || split_part(matched.key, ' ', 3)
    and (named.receipt, named.part, named.number) < (matched.receipt, matched.part, matched.number)
)
order by scope, submission, number, other_scope, other_submission, other_number`;

async function pairsAcross(client: PoolClient): Promise<AcrossPair[]> {
  const { rows: pairs } = await client.query<{
    scope: ProvinceId;
    submission: SubmissionId;
    number: number;
    other_scope: ProvinceId;
    other_submission: SubmissionId;
    other_number: number;
  }>(pairsSql, [identity.largestBlock, rare]);
  const wanted = pairs.flatMap((pair) => [
    { submission: pair.submission, number: pair.number },
    { submission: pair.other_submission, number: pair.other_number },
  ]);
  const rows = await rowsOf(client, wanted);
  return pairs.flatMap((pair) => {
    const one = rows.get(rowId(pair.other_submission, pair.other_number));
    const other = rows.get(rowId(pair.submission, pair.number));
    return one && other ? [[one, other] as const] : [];
  });
}

/** The rows of these numbers, each with its scope and the cooperative that it is there. */
export async function rowsOf(
  client: Pick<PoolClient, 'query'>,
  wanted: readonly { readonly submission: string; readonly number: number }[],
): Promise<Map<RowId, AcrossRow>> {
  const { rows } = await client.query<
    StoredRow & { submission: SubmissionId; scope: ProvinceId; period: Period; cooperative: RowId }
  >(
    `select submission.submission, submission.period, identity_row.scope, identity_row.cooperative,
            ${storedColumns
              .split(', ')
              .map((column) => `register_row.${column}`)
              .join(', ')}
     from (select distinct submission, number from jsonb_to_recordset($1) as w (submission text, number int)) as wanted
     join submission using (submission)
     join register_row using (province, submission, number)
     join province using (province)
     join identity_row
       on identity_row.scope = coalesce(province.successor, province.province)
      and (identity_row.submission, identity_row.number) = (wanted.submission, wanted.number)`,
    [JSON.stringify(wanted)],
  );
  return new Map(
    rows.map(({ submission, scope, period, cooperative, ...stored }) => {
      const row = rowId(submission, stored.number);
      return [row, { row, cooperative, submission, scope, period, reported: reportedRow(stored) }];
    }),
  );
}

/** The valid tax code of each cooperative that shares its code with another province's; of several the first that it showed. */
async function validCodes(client: PoolClient): Promise<Map<RowId, string>> {
  const { rows } = await client.query<{ cooperative: RowId; code: string }>(
    `select distinct on (cooperative) cooperative, substr(key, 5) as code
     from identity_key join identity_row using (scope, submission, number)
     where key like 'tax %'
     order by cooperative, receipt, identity_key.part, number`,
  );
  return new Map(rows.map(({ cooperative, code }) => [cooperative, code]));
}

/** The decisions with each row put for its province's cooperative. */
async function cooperativesNamed(
  client: PoolClient,
  decisions: readonly IdentityDecision[],
): Promise<IdentityDecision[]> {
  const { rows } = await client.query<{ row: RowId; cooperative: RowId }>(
    `select row, cooperative
     from unnest($1::text[]) as row
     join identity_register on submission = split_part(row, ':', 1)
     join identity_row using (scope, submission)
     where number = split_part(row, ':', 2)::int`,
    [[...new Set(decisions.flatMap(({ rows: pair }) => pair))]],
  );
  const of = new Map(rows.map(({ row, cooperative }) => [row, cooperative]));
  return decisions.flatMap((decision) => {
    const [one, other] = decision.rows.map((row) => of.get(row));
    return one && other && one !== other ? [{ ...decision, rows: [one, other] as const }] : [];
  });
}
