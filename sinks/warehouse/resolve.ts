import type { PoolClient } from 'pg';
import { type Locator, locatorText } from '../../schemas/cell';
import type { ProvinceId, SectorCode, SubmissionId } from '../../schemas/codes';
import { type DoubtedCell, doubtedCell, type OtherCells } from '../../schemas/finding';
import type { Period } from '../../schemas/period';
import type { Quantity } from '../../schemas/quantity';
import type { Measure } from '../../schemas/submission';
import { countInput } from './input';
import { type Key, lockKeys } from './settle';

export type Verdict = 'keep' | 'correct' | 'reject' | 'undo';

/** A finding with the cells that it is about, its own first. */
export interface Doubt {
  readonly finding: string;
  readonly submission: SubmissionId;
  readonly province: ProvinceId;
  readonly period: Period;
  /** Of several cells all are wrong, or one of them. */
  readonly wrong: OtherCells['wrong'];
  readonly figures: readonly [DoubtedFigure, ...DoubtedFigure[]];
}

/** A cell in doubt, with the figure as the warehouse has it; `loaded` null: it was not loaded. */
export interface DoubtedFigure extends DoubtedCell {
  readonly sector: SectorCode;
  readonly measure: Measure | 'stated';
  readonly loaded: Pick<Fact, 'value_base' | 'unit_reported'> | null;
}

interface Fact {
  readonly code: string;
  readonly sector: string;
  readonly measure: Measure;
  readonly locator: Locator;
  readonly value_base: string;
  readonly unit_reported: string;
}

/** What a finding is about, which nobody else decides about until the transaction ends; null where there is no such finding. */
export async function doubtOf(client: PoolClient, finding: string): Promise<Doubt | null> {
  const { rows: keys } = await client.query<Key>(
    'select province, period, form from finding join submission using (submission) where finding = $1',
    [finding],
  );
  await lockKeys(client, keys);
  const { rows } = await client.query<
    DoubtedCell & Pick<Doubt, 'submission' | 'province' | 'period'> & { readonly others: OtherCells | null }
  >(
    `select submission, province, period, code, sector, measure, locator as at, raw, proposal, others
     from finding join submission using (submission)
     where finding = $1`,
    [finding],
  );
  const [own] = rows;
  if (own === undefined) return null;
  const { submission, province, period, others } = own;
  const { rows: facts } = await client.query<Fact>(
    `select code, sector, measure, locator, value_base, unit_reported
     from observation join submission using (submission)
     where submission = $1 and observation.form = submission.form`,
    [submission],
  );
  const [first, ...rest] = [own, ...(others?.cells ?? [])].map((cell) => figureIn(doubtedCell(cell), facts));
  return {
    finding,
    submission,
    province,
    period,
    wrong: others?.wrong ?? 'all',
    figures: [first as DoubtedFigure, ...rest],
  };
}

function figureIn(cell: DoubtedCell, facts: readonly Fact[]): DoubtedFigure {
  const sector = cell.sector ?? ('all' as SectorCode);
  const own = facts.filter((fact) => fact.code === cell.code && fact.sector === sector);
  const there = own.find(({ locator }) => cell.at !== null && locatorText(locator) === locatorText(cell.at));
  const measure = cell.measure ?? there?.measure ?? 'actual';
  return { ...cell, sector, measure, loaded: own.find((fact) => fact.measure === measure) ?? null };
}

/** A person's decision about a finding. */
export interface Decision {
  readonly verdict: Verdict;
  /** A plain decimal in `unit`; null without a value: what was proposed, or, with a unit, the numbers as they stand there. */
  readonly value: string | null;
  readonly unit: string | null;
  /** The only cell that is decided about (`row 8, column 4`); null: all that the finding speaks of. */
  readonly place: string | null;
  readonly by: string;
  readonly why: string;
}

/** What a figure is corrected to, and in what unit that was said. */
export interface Correction {
  readonly amount: Quantity;
  readonly unit: string;
}

const statuses = { keep: 'kept', correct: 'corrected', reject: 'rejected', undo: 'open' } as const;

/**
 * Writes a decision down and lets it work: a correction stands before the figure, a rejected one is left out. `status`: open
 * where something is left to decide. In a transaction.
 */
export async function decide(
  client: PoolClient,
  { finding, ...doubt }: Pick<Doubt, 'finding' | 'submission' | 'province' | 'period'>,
  decision: Decision,
  figures: readonly { readonly figure: DoubtedFigure; readonly corrected: Correction | null }[],
  status: 'open' | null,
  now: Date,
): Promise<void> {
  const { verdict, value, unit, place, by, why } = decision;
  await client.query(
    `insert into decision (finding, verdict, value, unit, place, decided_by, why, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [finding, verdict, value, unit, place, by, why, now],
  );
  await client.query('update finding set status = $2 where finding = $1', [finding, status ?? statuses[verdict]]);
  let isChanged = false;
  for (const each of figures) isChanged = (await letWork(client, doubt, decision, each, now)) || isChanged;
  if (isChanged) await countInput(client, [doubt]);
}

/** Whether it changed anything. */
async function letWork(
  client: PoolClient,
  { submission, province, period }: Pick<Doubt, 'submission' | 'province' | 'period'>,
  { verdict, by, why }: Decision,
  { figure, corrected }: { readonly figure: DoubtedFigure; readonly corrected: Correction | null },
  now: Date,
): Promise<boolean> {
  const { code, sector, measure, at, raw, loaded } = figure;
  if (code === null || measure === 'stated') return false;
  const form = `=${submission}`;
  // Whoever waited for another's decision comes after it, whatever the clock said when he began.
  const { rows: closed } = await client.query<{ known_until: Date }>(
    `update observation set known_until = greatest(known_from, $7)
     where (province, period, form, code, sector, measure) = ($1, $2, $3, $4, $5, $6) and known_until = 'infinity'
     returning known_until`,
    [province, period, form, code, sector, measure, now],
  );
  const from = closed[0]?.known_until ?? now;
  const base = corrected?.amount.inBase() ?? (verdict === 'reject' ? loaded?.value_base : undefined);
  if (base !== undefined)
    await client.query(
      `insert into observation (province, period, form, code, sector, measure, value_base, raw, unit_reported, locator,
                                conversion, submission, known_from, rejected)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[province, period, form, code, sector, measure, base, raw ?? '', corrected?.unit ?? loaded?.unit_reported],
        ...[
          JSON.stringify(at),
          corrected === null ? null : `${by} đã chữa: ${why}`,
          submission,
          from,
          corrected === null,
        ],
      ],
    );
  return base !== undefined || closed.length > 0;
}
