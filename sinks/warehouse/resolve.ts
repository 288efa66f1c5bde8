import type { PoolClient } from 'pg';
import type { Locator } from '../../schemas/cell';
import type { IndicatorCode, ProvinceId, SectorCode, SubmissionId } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import type { Proposal } from '../../schemas/finding';
import type { Period } from '../../schemas/period';
import type { Quantity } from '../../schemas/quantity';
import type { Measure } from '../../schemas/submission';
import { countInput } from './input';

export type Verdict = 'keep' | 'correct' | 'reject' | 'undo';

/** A finding with the figure that it is about, as the warehouse has it; `unit_reported` null: it was not loaded. */
export interface DoubtedFigure {
  readonly submission: SubmissionId;
  readonly province: ProvinceId;
  readonly period: Period;
  readonly code: IndicatorCode | null;
  readonly sector: SectorCode | null;
  readonly locator: Locator | null;
  readonly raw: string | null;
  readonly proposal: Proposal | null;
  readonly status: string;
  readonly measure: Measure;
  readonly value_base: string | null;
  readonly unit_reported: string | null;
}

/** The figure of a finding; null where there is no such finding. */
export async function doubtedFigure(database: Database, finding: string): Promise<DoubtedFigure | null> {
  const { rows } = await database.query<DoubtedFigure>(
    `select submission.submission, submission.province, submission.period, finding.code, finding.sector, finding.locator,
            finding.raw, finding.proposal, finding.status, coalesce(fact.measure, 'actual') as measure,
            fact.value_base, fact.unit_reported
     from finding
     join submission using (submission)
     left join observation as fact
       on fact.submission = submission.submission and fact.form = submission.form
      and (fact.code, fact.sector) = (finding.code, coalesce(finding.sector, 'all'))
     where finding = $1
     order by fact.locator = finding.locator desc nulls last, fact.measure
     limit 1`,
    [finding],
  );
  return rows[0] ?? null;
}

/** A person's decision about a finding. */
export interface Decision {
  readonly finding: string;
  readonly verdict: Verdict;
  /** A plain decimal in `unit`. */
  readonly value: string | null;
  readonly unit: string | null;
  readonly by: string;
  readonly why: string;
}

const statuses = { keep: 'kept', correct: 'corrected', reject: 'rejected', undo: 'open' } as const;

/** Writes a decision down and lets it work: a correction stands before the figure, a rejected one is left out. In a transaction. */
export async function decide(
  client: PoolClient,
  { finding, verdict, value, unit, by, why }: Decision,
  figure: DoubtedFigure,
  corrected: Quantity | null,
  now: Date,
): Promise<void> {
  await client.query(
    `insert into decision (finding, verdict, value, unit, decided_by, why, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [finding, verdict, value, unit, by, why, now],
  );
  await client.query('update finding set status = $2 where finding = $1', [finding, statuses[verdict]]);
  if (figure.code === null) return;
  const { submission, province, period, code, measure, locator, raw } = figure;
  const sector = figure.sector ?? 'all';
  const form = `=${submission}`;
  const closed = await client.query(
    `update observation set known_until = $7
     where (province, period, form, code, sector, measure) = ($1, $2, $3, $4, $5, $6) and known_until = 'infinity'`,
    [province, period, form, code, sector, measure, now],
  );
  const base = corrected?.inBase() ?? (verdict === 'reject' ? figure.value_base : null);
  if (base !== null)
    await client.query(
      `insert into observation (province, period, form, code, sector, measure, value_base, raw, unit_reported, locator,
                                conversion, submission, known_from, rejected)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[province, period, form, code, sector, measure, base, raw ?? '', unit ?? figure.unit_reported],
        ...[
          JSON.stringify(locator),
          corrected === null ? null : `${by} đã chữa: ${why}`,
          submission,
          now,
          corrected === null,
        ],
      ],
    );
  if (base !== null || (closed.rowCount ?? 0) > 0) await countInput(client, [figure]);
}
