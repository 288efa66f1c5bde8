import type { Pool } from 'pg';
import type { ProvinceId } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import type { Letter, LetterKind } from '../../schemas/mail';
import type { Period } from '../../schemas/period';
import { transaction } from '../warehouse/connect';
import type { PlacedFinding } from '../warehouse/findings';
import type { Only } from './outbox';

/** A letter that is to be written. Province and period are null where the file did not say them. */
export interface Wanted {
  readonly letter: number;
  readonly kind: LetterKind;
  readonly province: ProvinceId | null;
  readonly period: Period | null;
  readonly submission: string | null;
  readonly wanted_at: Date;
}

/** A letter as it was written, with what goes with it. */
export interface Written {
  readonly province: ProvinceId;
  readonly period: Period;
  readonly content: Letter;
  readonly attachment: Buffer | null;
  /** The points that it tells the province of. */
  readonly told: readonly (PlacedFinding & { readonly submission: string })[];
}

/** A letter that is due; `occasion` tells two of one kind, period and province apart, as a submission does. */
export interface Due {
  readonly kind: LetterKind;
  readonly province: ProvinceId;
  readonly period: Period;
  readonly submission: string | null;
  readonly occasion: string;
  readonly expiresAt: Date | null;
}

/** Of these, the ones that nobody has wanted yet. */
export async function notWantedYet(database: Database, due: readonly Due[]): Promise<Due[]> {
  const { rows } = await database.query<{ key: string }>('select key from letter where key = any($1)', [
    due.map(keyOf),
  ]);
  const known = new Set(rows.map(({ key }) => key));
  return due.filter((each) => !known.has(keyOf(each)));
}

/** Wants letters, each once however often it is due. */
export async function wantLetters(database: Database, due: readonly Due[], now: Date): Promise<void> {
  await database.query(
    `insert into letter (key, kind, province, period, submission, wanted_at, expires_at)
     select key, kind, province, period, submission, $2, "expiresAt"
     from jsonb_to_recordset($1)
       as due (key text, kind text, province text, period text, submission text, "expiresAt" timestamptz)
     on conflict do nothing`,
    [JSON.stringify(due.map((each) => ({ ...each, key: keyOf(each) }))), now],
  );
}

/** As the trigger on submissions makes it for the letters about one. */
function keyOf({ kind, province, period, submission, occasion }: Due): string {
  return submission === null ? `${kind} ${province} ${period} ${occasion}`.trim() : `${kind} ${submission}`;
}

/** The letters about the reports that stand for a period. */
export async function dueOnReports(database: Database, period: Period): Promise<Due[]> {
  const { rows } = await database.query<Due>(
    `select kind, province, period, submission, '' as occasion, null as "expiresAt"
     from standing
     join submission using (submission, province, period)
     cross join unnest(array['receipt', 'verdict']) as kind
     where period = $1 and known_until = 'infinity' and not sample
     order by province, submission, kind`,
    [period],
  );
  return rows;
}

/** Of these findings, the ones that no letter has told of. */
export async function notToldYet<T extends { readonly id: string }>(
  database: Database,
  findings: readonly T[],
): Promise<T[]> {
  const { rows } = await database.query<{ finding: string }>('select finding from told where finding = any($1)', [
    findings.map(({ id }) => id),
  ]);
  const told = new Set(rows.map(({ finding }) => finding));
  return findings.filter(({ id }) => !told.has(id));
}

/**
 * Sets aside the letters about reports of a province that hands in more than so many a day: years of files that are taken in
 * at once are no reason to write to anybody. Those of a period that somebody asks for go out all the same.
 */
export async function setCrowdsAside(database: Database, mostADay: number, now: Date): Promise<number> {
  const { rows } = await database.query(
    `with news as (
       select letter, province, submission, written_at from letter
       where kind in ('receipt', 'verdict') and expires_at is null
         and (written_at is null or wanted_at > $2::timestamptz - interval '1 day')
     ),
     crowd as (select province from news group by province having count(distinct submission) > $1)
     update letter set expires_at = $2
     where letter in (select letter from news join crowd using (province) where written_at is null)
     returning letter`,
    [mostADay, now],
  );
  return rows.length;
}

/** What is no longer of use goes out only where it was set aside and somebody asks for its period. Of $1, $3. */
const ofUse = "(expires_at is null or expires_at > $3 or ($1::text is not null and kind in ('receipt', 'verdict')))";

/** Letters that nobody has written yet, in order. */
export async function wantedLetters(database: Database, only: Only, now: Date): Promise<Wanted[]> {
  const { rows } = await database.query<Wanted>(
    `select letter::int as letter, kind, province, period, submission, wanted_at
     from letter
     where written_at is null and ${ofUse}
       and ($1::text is null or period = $1) and ($2::text is null or province = $2)
     order by letter`,
    [only.period, only.province, now],
  );
  return rows;
}

/** Keeps a letter as it was written, or that there was nothing to write; where somebody was quicker, theirs stays. */
export async function keepWritten(pool: Pool, letter: number, written: Written | null, now: Date): Promise<void> {
  await transaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `update letter set written_at = $2, province = coalesce($3, province), period = coalesce($4, period), content = $5, attachment = $6
       where letter = $1 and written_at is null`,
      [
        letter,
        now,
        written?.province ?? null,
        written?.period ?? null,
        written === null ? null : JSON.stringify(written.content),
        written?.attachment ?? null,
      ],
    );
    if (rowCount !== 1 || written === null) return;
    await client.query(
      `insert into told (letter, submission, number, finding, rule, code, sector, raw)
       select $1, submission, row_number() over (), id, rule, code, sector, raw
       from jsonb_to_recordset($2) as told (submission text, id text, rule text, code text, sector text, raw text)`,
      [letter, JSON.stringify(written.told)],
    );
  });
}

/** Written letters that nobody's address is on yet and that are still of use. */
export async function unaddressed(
  database: Database,
  only: Only,
  now: Date,
): Promise<{ readonly letter: number; readonly province: ProvinceId; readonly content: Letter }[]> {
  const { rows } = await database.query<{ letter: number; province: ProvinceId; content: Letter }>(
    `select letter::int as letter, province, content
     from letter
     where content is not null and ${ofUse}
       and ($1::text is null or period = $1) and ($2::text is null or province = $2)
       and not exists (select from mail where mail.letter = letter.letter)
     order by letter`,
    [only.period, only.province, now],
  );
  return rows;
}
