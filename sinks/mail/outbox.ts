import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { giveUpAfterHours, retryMinutes } from '../../config/mail';
import type { ProvinceId } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import type { Contact, Letter, LetterKind } from '../../schemas/mail';
import type { Period } from '../../schemas/period';
import { storable } from '../../schemas/text';
import { transaction } from '../warehouse/connect';

/** Letters of one period or province only; null: of any. */
export interface Only {
  readonly period: Period | null;
  readonly province: ProvinceId | null;
}

/** A letter with one recipient's address on it, on its way out. */
export interface Outgoing {
  readonly mail: number;
  readonly kind: LetterKind;
  readonly province: ProvinceId;
  readonly period: Period;
  readonly email: string;
  readonly name: string;
  readonly message_id: string;
  readonly queued_at: Date;
  readonly attempts: number;
  readonly content: Letter;
  readonly attachment: Buffer | null;
}

/**
 * What a server made of a mail: it answers for it now; not yet (`unreachable`: nor would it take others); or never. `answer`
 * is what it said, for staff.
 */
export interface Outcome {
  readonly kind: 'sent' | 'later' | 'refused';
  readonly answer: string;
  readonly unreachable?: boolean;
}

/** Puts each contact's address on a written letter, once; `domain` is that of whoever sends it. Returns how many are new. */
export async function address(
  database: Database,
  letter: number,
  contacts: readonly Contact[],
  domain: string,
  now: Date,
): Promise<number> {
  const mails = contacts.map(({ name, email }) => ({ name, email, message_id: `<${randomUUID()}@${domain}>` }));
  const { rows } = await database.query(
    `insert into mail (letter, email, name, message_id, queued_at, due_at)
     select $1, email, name, message_id, $3, $3
     from jsonb_to_recordset($2) as mails (email text, name text, message_id text)
     on conflict (letter, email) do nothing
     returning mail`,
    [letter, JSON.stringify(mails), now],
  );
  return rows.length;
}

/**
 * Lets the next mail that is due be delivered, and writes down what came of it. Null where none is due. Its row stays locked
 * meanwhile, so no other worker has it, and one that dies leaves it as it was: only a death between the server's yes and the
 * commit here makes a second delivery, which bears the same Message-ID.
 */
export async function deliverNext(
  pool: Pool,
  only: Only,
  now: () => Date,
  deliver: (mail: Outgoing) => Promise<Outcome>,
): Promise<(Outcome & { readonly mail: Outgoing }) | null> {
  return transaction(pool, async (client) => {
    const { rows } = await client.query<Outgoing>(
      `select mail::int as mail, kind, province, period, email, name, message_id, queued_at, attempts, content, attachment
       from mail join letter using (letter)
       where status = 'waiting' and due_at <= $1
         and ($2::text is null or period = $2) and ($3::text is null or province = $3)
       order by mail
       limit 1
       for update of mail skip locked`,
      [now(), only.period, only.province],
    );
    const [mail] = rows;
    if (mail === undefined) return null;
    const outcome = await deliver(mail);
    const again = outcome.kind === 'later' ? nextAttempt(mail, now()) : null;
    const status = outcome.kind === 'sent' ? 'sent' : again === null ? 'failed' : 'waiting';
    await client.query(
      `update mail set status = $2, attempts = attempts + 1, due_at = coalesce($3, due_at), answer = $4,
                       ended_at = case when $2 = 'waiting' then null else $5::timestamptz end
       where mail = $1`,
      [mail.mail, status, again, storable(outcome.answer).slice(0, 1000), now()],
    );
    return { ...outcome, mail };
  });
}

/** When a mail is tried again that has failed once more; null: it has waited long enough. */
export function nextAttempt({ attempts, queued_at }: Pick<Outgoing, 'attempts' | 'queued_at'>, now: Date): Date | null {
  const minutes = retryMinutes[Math.min(attempts, retryMinutes.length - 1)] ?? 0;
  const next = new Date(now.getTime() + minutes * 60_000);
  return next.getTime() - queued_at.getTime() > giveUpAfterHours * 3_600_000 ? null : next;
}

/** Lets mails that were given up be tried again, one or (null) all of them. Returns how many. */
export async function retry(database: Database, mail: number | null, now: Date): Promise<number> {
  const { rows } = await database.query(
    `update mail set status = 'waiting', attempts = 0, queued_at = $2, due_at = $2, ended_at = null
     where status = 'failed' and ($1::bigint is null or mail = $1)
     returning mail`,
    [mail, now],
  );
  return rows.length;
}

/** How many mails wait, went out, were given up; how many letters have nobody to go to, and how many were set aside. */
export interface MailCounts {
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
  readonly unaddressed: number;
  readonly aside: number;
}

export async function mailCounts(database: Database, now: Date): Promise<MailCounts> {
  const { rows } = await database.query<MailCounts>(
    `select count(*) filter (where status = 'waiting')::int as waiting, count(*) filter (where status = 'sent')::int as sent,
            count(*) filter (where status = 'failed')::int as failed,
            (select count(*)::int from letter
             where (content is not null or (written_at is null and wanted_at < $1::timestamptz - interval '15 minutes'))
               and (expires_at is null or expires_at > $1)
               and not exists (select from mail where mail.letter = letter.letter)) as unaddressed,
            (select count(*)::int from letter
             where written_at is null and kind in ('receipt', 'verdict') and expires_at <= $1) as aside
     from mail`,
    [now],
  );
  return rows[0] ?? { waiting: 0, sent: 0, failed: 0, unaddressed: 0, aside: 0 };
}

/** A line of the list of mails; `mail` null: a letter without a recipient. */
export interface MailLine {
  readonly mail: number | null;
  readonly kind: LetterKind;
  readonly province: ProvinceId;
  readonly period: Period;
  readonly subject: string;
  readonly email: string | null;
  readonly status: 'waiting' | 'sent' | 'failed' | 'unaddressed';
  readonly attempts: number;
  readonly due_at: Date | null;
  readonly ended_at: Date | null;
  readonly answer: string | null;
}

/** The mails and the letters without a recipient, the oldest first; of one status only where it is given. */
export async function mailLines(
  database: Database,
  only: Only,
  status: MailLine['status'] | null,
  now: Date,
): Promise<MailLine[]> {
  const { rows } = await database.query<MailLine>(
    `select * from (
       select mail::int as mail, kind, province, period, content ->> 'subject' as subject, email,
              coalesce(status, 'unaddressed') as status, coalesce(attempts, 0) as attempts, due_at, ended_at, answer
       from letter left join mail using (letter)
       where content is not null and (mail is not null or expires_at is null or expires_at > $4)
         and ($1::text is null or period = $1) and ($2::text is null or province = $2)
       order by letter, mail) as lines
     where $3::text is null or status = $3`,
    [only.period, only.province, status, now],
  );
  return rows;
}

/** A mail as it goes out; null where there is none of that number. */
export async function mailOf(database: Database, mail: number): Promise<Outgoing | null> {
  const { rows } = await database.query<Outgoing>(
    `select mail::int as mail, kind, province, period, email, name, message_id, queued_at, attempts, content, attachment
     from mail join letter using (letter) where mail = $1`,
    [mail],
  );
  return rows[0] ?? null;
}
