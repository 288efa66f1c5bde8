import type { PoolClient } from 'pg';
import type { Catalogue } from '../../schemas/catalogue';
import type { SubmissionId } from '../../schemas/codes';
import { decimal } from '../../schemas/decimal';
import type { Finding, Severity } from '../../schemas/finding';
import { Quantity } from '../../schemas/quantity';
import type { MadeBy } from '../../schemas/rules';
import type { JudgedFigure } from '../../schemas/submission';
import type { Key } from './settle';

/** A finding as it is kept. */
export type KeptFinding = Finding & {
  readonly finding: string;
  readonly submission: SubmissionId;
  readonly number: number;
  readonly severity: Severity;
  readonly made_by: MadeBy;
  readonly status: string;
};

/** A report that was taken in, as it was understood: its figures and its findings in their order. */
export interface KeptReport {
  readonly submission: SubmissionId;
  readonly receipt: number;
  readonly content: string;
  readonly observations: readonly JudgedFigure[];
  readonly findings: readonly KeptFinding[];
}

/** All that was reported for a province and period on a form and not taken back: standing, replaced, or a copy. */
export async function keptReports(
  client: PoolClient,
  { province, period, form }: Key,
  catalogue: Catalogue,
): Promise<KeptReport[]> {
  const of = [province, period, form];
  const { rows: reports } = await client.query<Pick<KeptReport, 'submission' | 'receipt' | 'content'>>(
    `select submission, receipt::int, content from submission
     where (province, period, form) = ($1, $2, $3) and status in ('loaded', 'same') and withdrawn_at is null
     order by receipt, part`,
    of,
  );
  // Of a register nothing is judged by its figures.
  const { rows: figures } =
    form === 'B01' ? await client.query<KeptFigure>(figuresSql, of) : { rows: [] as KeptFigure[] };
  const { rows: findings } = await client.query<KeptRow>(
    `select finding, submission, number, rule, nature, made_by, severity, code, sector, locator as at, raw, message, proposal,
            measure, others, status
     from finding where submission = any($1) order by number`,
    [reports.map(({ submission }) => submission)],
  );
  return reports.map((report) => ({
    ...report,
    observations: figures.filter(({ submission }) => submission === report.submission).flatMap(figureIn(catalogue)),
    findings: findings.filter(({ submission }) => submission === report.submission).map(findingIn),
  }));
}

type KeptRow = Omit<KeptFinding, 'measure' | 'others'> & { [Key in 'measure' | 'others']: Finding[Key] | null };

const findingIn = ({ measure, others, ...finding }: KeptRow): KeptFinding => ({
  ...finding,
  ...(measure ? { measure } : {}),
  ...(others ? { others } : {}),
});

type KeptFigure = Omit<JudgedFigure, 'amount'> & { readonly submission: string; readonly value_base: string };

// What stood, was replaced and stands again has its figures more than once.
const figuresSql = `
select distinct on (submission, line)
  submission, code, sector, measure, value_base, raw, unit_reported as unit, locator as at, stated
from observation
where (province, period, form) = ($1, $2, $3)
order by submission, line`;

const figureIn =
  (catalogue: Catalogue) =>
  ({ submission: _, value_base, ...figure }: KeptFigure): JudgedFigure[] => {
    const dimension = catalogue.indicators.get(figure.code)?.unit.dimension;
    return dimension === undefined ? [] : [{ ...figure, amount: Quantity.fromBase(decimal(value_base), dimension) }];
  };
