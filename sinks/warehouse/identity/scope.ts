import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ProvinceId } from '../../../schemas/codes';
import type { Database } from '../../../schemas/database';
import {
  type AcrossKeys,
  type Assignment,
  type Evidence,
  type IdentityModel,
  type Likeness,
  type RegisterOf,
  type RowId,
  rowId,
  type ScopeStore,
  type UnsurePair,
} from '../../../schemas/identity';
import { transaction } from '../connect';
import { decisionsMade } from './decisions';
import { type LoadedRegister, registerOf } from './rows';

/** The registers of the provinces that make up one of the 34; before one of which nothing waits any more. */
const registersSql = `
select submission, receipt::int as receipt, part, province, period, coalesce(successor, province) as scope
from submission
join province using (province)
where form = 'B02' and status in ('loaded', 'same')
  and receipt < coalesce((select min(receipt) from receipt where status = 'waiting'), 9223372036854775807)`;

/** Scopes with registers that are not resolved yet, or about which something was said since. */
export async function scopesToResolve(database: Database): Promise<ProvinceId[]> {
  const { rows } = await database.query<{ scope: ProvinceId }>(
    `with registers as (${registersSql}),
     arrived as (
       select distinct scope from registers
       where not exists (select from identity_register as known where known.submission = registers.submission)
     ),
     decided as (
       select distinct resolved.scope
       from identity_scope as resolved
       join identity_decision on identity_decision.decision > resolved.decision
       join identity_register as known
         on known.scope = resolved.scope
        and known.submission in (split_part(identity_decision.one, ':', 1), split_part(identity_decision.other, ':', 1))
     )
     select scope from arrived union select scope from decided order by scope`,
  );
  return rows.map(({ scope }) => scope);
}

/** Hands the work what is kept of a scope and takes what it adds, in one transaction; two of them take turns. */
export async function inScope(
  pool: Pool,
  scope: ProvinceId,
  work: (store: ScopeStore) => Promise<void>,
): Promise<void> {
  await transaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`identity ${scope}`]);
    await work(await openScope(client, scope));
  });
}

async function openScope(client: PoolClient, scope: ProvinceId): Promise<ScopeStore> {
  const { decisions, latest } = await decisionsMade(client);
  const kept = await client.query<{ model: IdentityModel | null }>(
    'select model from identity_scope where scope = $1',
    [scope],
  );
  const cooperativeOf = new Map<RowId, RowId>();
  const evidenceOf = new Map<RowId, readonly Likeness[]>();
  const added: { readonly register: RegisterOf; readonly keys: readonly AcrossKeys[] }[] = [];

  async function* known() {
    for (const register of await registersOf(client, scope, 'known')) {
      const { rows } = await client.query<{ number: number; cooperative: RowId; evidence: readonly Likeness[] | null }>(
        'select number, cooperative, evidence from identity_row where scope = $1 and submission = $2',
        [scope, register.submission],
      );
      const evidence: Evidence[] = [];
      for (const { number, cooperative, evidence: like } of rows) {
        const row = rowId(register.submission, number);
        cooperativeOf.set(row, cooperative);
        if (like !== null) evidence.push({ row, like });
      }
      yield { register: await registerOf(client, scope, register), evidence };
    }
  }
  async function* arrived() {
    for (const register of await registersOf(client, scope, 'arrived')) yield await registerOf(client, scope, register);
  }

  return {
    scope,
    decisions,
    model: kept.rows[0]?.model ?? null,
    known,
    arrived,
    keep(register, { evidence, keys }) {
      for (const { row, like } of evidence) evidenceOf.set(row, like);
      added.push({ register: { ...register, rows: [] }, keys });
    },
    async finish({ assignments, unsure, model }) {
      await insertRegisters(client, scope, added);
      await insertRows(
        client,
        scope,
        assignments.filter(({ row }) => !cooperativeOf.has(row)),
        evidenceOf,
      );
      const moved = assignments.filter(
        ({ row, cooperative }) => (cooperativeOf.get(row) ?? cooperative) !== cooperative,
      );
      await moveRows(client, scope, moved);
      await replacePairs(client, scope, unsure);
      await client.query(
        `insert into identity_scope (scope, model, decision) values ($1, $2, $3)
         on conflict (scope) do update set model = excluded.model, decision = excluded.decision`,
        [scope, JSON.stringify(model), latest],
      );
    },
  };
}

async function registersOf(
  client: PoolClient,
  scope: ProvinceId,
  which: 'known' | 'arrived',
): Promise<LoadedRegister[]> {
  const known = '(select from identity_register as known where known.submission = registers.submission)';
  const { rows } = await client.query<LoadedRegister>(
    `select * from (${registersSql}) as registers
     where scope = $1 and ${which === 'known' ? '' : 'not '}exists ${known}
     order by receipt, part`,
    [scope],
  );
  return rows;
}

async function insertRegisters(
  client: PoolClient,
  scope: ProvinceId,
  added: readonly { readonly register: RegisterOf; readonly keys: readonly AcrossKeys[] }[],
): Promise<void> {
  await client.query(
    `insert into identity_register (scope, submission, receipt, part)
     select $1, submission, receipt, part from submission where submission = any($2)`,
    [scope, added.map(({ register }) => register.submission)],
  );
  await copy(
    client,
    'identity_key (scope, key, receipt, part, number, submission)',
    added.flatMap(({ keys }) =>
      keys.flatMap(({ row, keys: each }) => {
        const [submission = '', number = ''] = row.split(':');
        const [receipt = '', part = ''] = submission.split('-');
        return each.map((key) => [scope, key, receipt, part, number, submission]);
      }),
    ),
  );
}

async function insertRows(
  client: PoolClient,
  scope: ProvinceId,
  rows: readonly Assignment[],
  evidenceOf: ReadonlyMap<RowId, readonly Likeness[]>,
): Promise<void> {
  await copy(
    client,
    'identity_row (scope, submission, number, cooperative, evidence)',
    rows.map(({ row, cooperative }) => {
      const [submission = '', number = ''] = row.split(':');
      const evidence = evidenceOf.get(row);
      return [scope, submission, number, cooperative, evidence === undefined ? '\\N' : JSON.stringify(evidence)];
    }),
  );
}

/** What is written here are ids and folded letters: nothing that COPY's text format would have to escape. */
async function copy(client: PoolClient, into: string, rows: readonly (readonly string[])[]): Promise<void> {
  if (rows.length === 0) return;
  const lines = Readable.from(rows.map((row) => `${row.join('\t')}\n`));
  await pipeline(lines, client.query(copyFrom(`copy ${into} from stdin`)));
}

/** Where somebody said something a row goes to another cooperative. */
async function moveRows(client: PoolClient, scope: ProvinceId, moved: readonly Assignment[]): Promise<void> {
  await client.query(
    `update identity_row set cooperative = moved.cooperative
     from jsonb_to_recordset($2) as moved (row text, cooperative text)
     where scope = $1 and submission = split_part(moved.row, ':', 1) and number = split_part(moved.row, ':', 2)::int`,
    [scope, JSON.stringify(moved)],
  );
}

/** What waits in the scope (`VN`: between scopes), all of it. */
export async function replacePairs(client: PoolClient, scope: string, unsure: readonly UnsurePair[]): Promise<void> {
  await client.query('delete from identity_pair where scope = $1', [scope]);
  const pairs = unsure.map(({ cooperatives: [one, other], rows: [row_one, row_other], weight }) => ({
    ...{ scope, one, other, row_one, row_other },
    weight,
  }));
  await client.query('insert into identity_pair select * from jsonb_populate_recordset(null::identity_pair, $1)', [
    JSON.stringify(pairs),
  ]);
}
