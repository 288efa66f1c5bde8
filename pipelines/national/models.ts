import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../config/root';

/** The models of the national table, one `select` a file, each reading the ones before it by name. */
export const models = [
  'observed',
  'made',
  'province_figure',
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
 * known when, and which indicators (null: all).
 */
const asked = `asked as (
  select
    $1::text as period,
    $2::text as previous,
    $3::text as year_end,
    $4::text as map,
    $5::text as units,
    $6::timestamptz as known_at,
    $7::timestamptz as plan_at,
    $9::text[] as codes
),
moment as (
  select province, period, at from jsonb_to_recordset($8::jsonb) as moment (province text, period text, at timestamptz)
)`;

/** The SQL of one model with all that it stands on; parameters as `asked` has them. */
export function sqlOf(model: Model): string {
  return `${withModels(models.slice(0, models.indexOf(model)))}\n${source(model)}`;
}

/** A `with` of models, for a question of one's own on top of them; they must come in their order and be complete. */
export function withModels(names: readonly Model[]): string {
  return `with ${[asked, ...names.map((name) => `"${name}" as (\n${source(name)})`)].join(',\n')}`;
}

/** The models up to and with one. */
export function upTo(model: Model): readonly Model[] {
  return models.slice(0, models.indexOf(model) + 1);
}

export function source(model: Model): string {
  return readFileSync(path.join(projectRoot, 'pipelines/national', `${model}.sql`), 'utf8');
}
