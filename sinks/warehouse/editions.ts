import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { Pool, PoolClient } from 'pg';
import type { Places } from '../../schemas/catalogue';
import type { MapName, ProvinceId } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { frozen, frozenPlaces, Manifest, thawed, thawedPlaces } from '../../schemas/edition';
import type { FileBytes } from '../../schemas/file';
import { type Period, yearBefore, yearOf } from '../../schemas/period';
import type { Table } from '../../schemas/table';
import { keptChunks } from './chunks';
import { migrationsFolder } from './migrate';
import { usualSizesBefore } from './usual-sizes';

/** What is published: the tables on each map, as they were drawn, and what they are as CSV. */
export interface Drawn {
  readonly table: Table;
  readonly csv: string;
}

/** Writes an edition down, with the manifest of all that it was made from. Returns its number. To be run in a transaction. */
export async function insertEdition(
  client: PoolClient,
  of: {
    readonly period: Period;
    readonly at: Date;
    readonly by: string;
    readonly overrideWhy: string | null;
    readonly version: string;
    readonly catalogue: string;
    readonly places: Places;
  },
  drawn: readonly Drawn[],
): Promise<number> {
  const { rows } = await client.query<{ edition: string }>(
    `insert into edition (period, published_at, published_by, override_why, places, manifest)
     values ($1, $2, $3, $4, $5, '{}')
     returning edition`,
    [of.period, of.at, of.by, of.overrideWhy, JSON.stringify(frozenPlaces(of.places))],
  );
  const edition = Number(rows[0]?.edition);
  const manifest: Manifest = {
    edition,
    period: of.period,
    published_at: of.at.toISOString(),
    published_by: of.by,
    override_why: of.overrideWhy,
    program: { version: of.version, catalogue: of.catalogue, migrations: readdirSync(migrationsFolder).sort() },
    rounding: 'half away from zero, once, where a figure is shown',
    ...(await madeFrom(client, of.period, of.at)),
    tables: Object.fromEntries(drawn.map(({ table, csv }) => [table.map, sha256(csv)])) as Manifest['tables'],
  };
  await client.query('update edition set manifest = $2 where edition = $1', [edition, JSON.stringify(manifest)]);
  for (const { table } of drawn)
    await client.query('insert into edition_table (edition, map, content) values ($1, $2, $3)', [
      edition,
      table.map,
      JSON.stringify(frozen(table)),
    ]);
  return edition;
}

export const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

async function madeFrom(
  client: PoolClient,
  period: Period,
  at: Date,
): Promise<Pick<Manifest, 'receipts' | 'submissions' | 'plans' | 'usual_sizes' | 'withdrawals' | 'decisions'>> {
  const receipts = await client.query<Manifest['receipts'][number] & { received_at: Date }>(
    `select receipt::int as receipt, encode(sha256, 'hex') as sha256, file_name as file, channel, options, received_at
     from receipt where received_at <= $1 and status <> 'failed' order by receipt`,
    [at],
  );
  const submissions = await client.query<Manifest['submissions'][number]>(
    `select submission, province, period, form, receipt::int as receipt
     from standing join submission using (submission, province, period, form)
     where known_from <= $1 and (known_until > $1 or known_until = 'infinity')
       and (period in ($2, $3, $4) or split_part(period, '-', 1) = split_part($2, '-', 1))
     order by period, province, form`,
    [at, period, yearBefore(period), `${yearOf(period) - 1}-Q4`],
  );
  const plans = await client.query<{ sha256: string; file: string; taken_in_at: Date }>(
    `select encode(sha256, 'hex') as sha256, file_name as file, min(known_from) as taken_in_at
     from plan where known_from <= $1 group by sha256, file_name, known_from order by known_from, file_name`,
    [at],
  );
  const withdrawals = await client.query<{ submission: string; at: Date; by: string | null; why: string | null }>(
    `select submission, withdrawn_at as at, withdrawn_by as by, withdrawn_why as why
     from submission where withdrawn_at <= $1 order by withdrawn_at, receipt, part`,
    [at],
  );
  const decisions = await client.query<Omit<Manifest['decisions'][number], 'at'> & { at: Date }>(
    `select finding, verdict, value, unit, place, decided_by as by, why, decided_at as at
     from decision where decided_at <= $1 order by decision`,
    [at],
  );
  return {
    receipts: receipts.rows.map((row) => ({ ...row, received_at: row.received_at.toISOString() })),
    submissions: submissions.rows,
    plans: plans.rows.map((row) => ({ ...row, taken_in_at: row.taken_in_at.toISOString() })),
    usual_sizes: await usualSizesBefore(client, at),
    withdrawals: withdrawals.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    decisions: decisions.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
  };
}

/** What an edition was made from; null where there is none of that number. */
export async function manifestOf(database: Database, edition: number): Promise<Manifest | null> {
  const { rows } = await database.query<{ manifest: unknown }>('select manifest from edition where edition = $1', [
    edition,
  ]);
  return rows[0] ? Manifest.parse(rows[0].manifest) : null;
}

/** The provinces and regions that an edition was drawn on; null where they were not written down yet. */
export async function placesOf(database: Database, edition: number): Promise<Places | null> {
  const { rows } = await database.query<{ places: unknown }>('select places from edition where edition = $1', [
    edition,
  ]);
  const places = rows[0]?.places ?? null;
  return places === null ? null : thawedPlaces(places);
}

/** An edition's table on a map, all areas; null where it was not drawn. */
export async function editionTable(database: Database, edition: number, map: MapName): Promise<Table | null> {
  const { rows } = await database.query<{ content: unknown }>(
    'select content from edition_table where (edition, map) = ($1, $2)',
    [edition, map],
  );
  return rows[0] ? thawed(rows[0].content) : null;
}

/** Files by their hashes; large ones as streams. */
export async function* filesOf(pool: Pool, hashes: readonly string[]): AsyncGenerator<[string, Buffer | FileBytes]> {
  for (const hash of new Set(hashes)) {
    const { rows } = await pool.query<{ bytes: Buffer | null; size: string }>(
      "select bytes, size from file where sha256 = decode($1, 'hex')",
      [hash],
    );
    const [file] = rows;
    if (file) yield [hash, file.bytes ?? keptChunks(pool, Buffer.from(hash, 'hex'), Number(file.size))];
  }
}

/** A province's report of a period that is another one, or other in what it says, at one moment than at another. */
export interface StandingChange {
  readonly province: ProvinceId;
  readonly period: Period;
  readonly form: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Of the periods that a period's table is made from, the reports that came, went or were replaced between two moments. */
export async function standingChanges(
  database: Database,
  period: Period,
  from: Date,
  to: Date,
): Promise<StandingChange[]> {
  const at = (moment: string) => `select province, period, form, submission from standing
     where known_from <= ${moment} and (known_until > ${moment} or known_until = 'infinity')
       and (period in ($1, $2, $3) or split_part(period, '-', 1) = split_part($1, '-', 1))`;
  const { rows } = await database.query<StandingChange>(
    `with was as (${at('$4::timestamptz')}), is_now as (${at('$5::timestamptz')})
     select province, period, form, was.submission as before, is_now.submission as after
     from was full join is_now using (province, period, form)
     where was.submission is distinct from is_now.submission
     order by period, province, form`,
    [period, yearBefore(period), `${yearOf(period) - 1}-Q4`, from, to],
  );
  return rows;
}
