import type { Pool } from 'pg';
import type { ProvinceId } from '../../schemas/codes';
import type { Period } from '../../schemas/period';
import type { Form } from '../../schemas/submission';
import { transaction } from './connect';
import { countInput } from './input';
import { lockKeys, makeStaged, type Reconciling, settle } from './settle';

/** What became of the wish to take a submission back. */
export type Withdrawn =
  | { readonly what: 'withdrawn' | 'again'; readonly period: Period; readonly stands: string | null }
  | { readonly what: 'unknown' }
  | { readonly what: 'refused' }
  | { readonly what: 'same'; readonly as: string };

/** Takes a submission back; what it had replaced stands again, and its file may be handed in anew. One that was taken back before is left as it is. */
export async function withdraw(
  pool: Pool,
  { submission, by, why }: { readonly submission: string; readonly by: string; readonly why: string },
  reconciling: Reconciling,
  now: Date,
): Promise<Withdrawn> {
  return transaction(pool, async (client) => {
    const { rows } = await client.query<{
      status: string;
      same_as: string | null;
      province: ProvinceId;
      period: Period;
      form: Form;
    }>('select status, same_as, province, period, form from submission where submission = $1', [submission]);
    const [found] = rows;
    if (found === undefined) return { what: 'unknown' };
    if (found.status === 'refused') return { what: 'refused' };
    await lockKeys(client, [found]);
    if (found.same_as !== null) return { what: 'same', as: found.same_as };
    const taken = await client.query(
      `update submission set withdrawn_at = $2, withdrawn_by = $3, withdrawn_why = $4
       where submission = $1 and withdrawn_at is null`,
      [submission, now, by, why],
    );
    if (taken.rowCount === 1) {
      await client.query(
        `update receipt set status = 'withdrawn'
         where receipt = (select receipt from submission where submission = $1)
           and not exists (
             select from submission where submission.receipt = receipt.receipt and status <> 'refused' and withdrawn_at is null
           )`,
        [submission],
      );
      await makeStaged(client);
      await settle(client, found, reconciling);
      await countInput(client, [found]);
    }
    const standing = await client.query<{ submission: string }>(
      `select submission from standing where (province, period, form) = ($1, $2, $3) and known_until = 'infinity'`,
      [found.province, found.period, found.form],
    );
    return {
      what: taken.rowCount === 1 ? 'withdrawn' : 'again',
      period: found.period,
      stands: standing.rows[0]?.submission ?? null,
    };
  });
}
