import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../config/root';
import type { Database } from '../../schemas/database';

/** The models of the national table, one `select` a file, each reading the ones before it by name. */
export const models = [
  'observed',
  'made',
  'province_figure',
  'province_plan',
  'unit',
  'area',
  'unit_figure',
  'beside',
  'pair',
  'area_figure',
  'plan_handed_in',
  'plan_given',
  'plan_figure',
  'reported_in',
  'table',
] as const;
export type Model = (typeof models)[number];

/**
 * What every model may ask (`valuesOf`): the periods, the maps of the table and of the units that it adds up, as
 * known when, and which indicators, provinces and areas (null: all).
 */
const asked = `asked as not materialized (
  select
    $1::text as period,
    $2::text as previous,
    $3::text as year_end,
    $4::text as map,
    $5::text as units,
    $6::timestamptz as known_at,
    $7::timestamptz as plan_at,
    $9::text[] as codes,
    $10::text[] as provinces,
    $11::text[] as areas
),
moment as (
  select province, period, at
  from jsonb_to_recordset($8::jsonb -> 'moments') as moment (province text, period text, at timestamptz)
),
instead as (
  select submission, code, sector, was, value_base
  from jsonb_to_recordset($8::jsonb -> 'instead')
    as instead (submission text, code text, sector text, was numeric, value_base numeric)
)`;

/** Where the provinces' figures come from: from the facts, or as they are kept, up to date since the table was (`keep`). */
export type From = 'facts' | 'kept';

/** A `with` of the models up to and with one, for a question of one's own on top of them; parameters as `valuesOf` has them. */
export function withModels(last: Model, from: From): string {
  const names = models.slice(0, models.indexOf(last) + 1).filter((name) => from === 'facts' || !behindKept.has(name));
  const each = names.map((name) => `"${name}" as ${inlined(name, from)}(\n${source(name, from)})`);
  return `with ${[asked, ...each].join(',\n')}`;
}

/** What the kept figures stand for: these are read, those before them are not needed. */
const kept: ReadonlySet<Model> = new Set(['province_figure', 'province_plan']);
const behindKept: ReadonlySet<Model> = new Set(['observed', 'made']);

/** Of what is kept each period is read by the index where it is wanted, which is less than to gather three of them first. */
const inlined = (model: Model, from: From) =>
  from === 'kept' && (kept.has(model) || model === 'unit_figure') ? 'not materialized ' : '';

function source(model: Model, from: From): string {
  const folder = from === 'kept' && kept.has(model) ? 'pipelines/national/kept' : 'pipelines/national';
  return readFileSync(path.join(projectRoot, folder, `${model}.sql`), 'utf8');
}

/** Changes with every model: what was kept by other ones is stale. */
export const modelsVersion = createHash('sha256').update(withModels('table', 'facts')).digest('hex').slice(0, 12);

/**
 * The models read each other as CTEs, of which PostgreSQL has no statistics: it expects one row and would nest loops over
 * thousands (measured on 63 provinces and two years: more than 60 s; with hash joins 0,2 s), and would compile what runs
 * once. For this transaction only.
 */
export async function noNestedLoops(database: Database): Promise<void> {
  await database.query('set local enable_nestloop = off; set local jit = off');
}
