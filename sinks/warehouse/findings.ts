import { maxFileBytes } from '../../config/thresholds';
import { type Locator, locatorText, type Reading } from '../../schemas/cell';
import type { Database } from '../../schemas/database';
import type { Finding, OtherCells, Proposal, Severity } from '../../schemas/finding';
import { madeBy, type Rules, severityOf } from '../../schemas/rules';

/** Puts findings down, each as grave as the house holds it to be, under its submission and number. */
export async function insertFindings(
  database: Database,
  findings: readonly (Finding & {
    readonly finding: string;
    readonly submission: string;
    readonly number: number;
    readonly status: string;
  })[],
  rules: Rules,
): Promise<void> {
  const rows = findings.map(({ at, ...finding }) => ({
    ...finding,
    severity: severityOf(finding, rules),
    made_by: madeBy(finding, rules),
    locator: at,
  }));
  await database.query('insert into finding select * from jsonb_populate_recordset(null::finding, $1)', [
    JSON.stringify(rows),
  ]);
}

/** A finding as the outside sees it (`findings --format json`). */
export interface FindingRecord {
  readonly id: string;
  readonly severity: Severity;
  readonly rule: string;
  /** GSO code, on the map of the period. */
  readonly province: string;
  readonly period: string;
  readonly code: string | null;
  readonly sector: string | null;
  readonly file: string;
  readonly locator: string | null;
  readonly raw: string | null;
  readonly message: string;
  readonly proposal: Proposal | null;
  /** The other cells that it speaks of; null where there are none. */
  readonly others: Others | null;
  readonly status: string;
  /** What a person decided about it last; null where nobody did, or it was taken back. */
  readonly decision: DecisionRecord | null;
  /** The version of the rules by which its report was judged last; null where that was not written down. */
  readonly rules: string | null;
}

export interface DecisionRecord {
  readonly verdict: 'keep' | 'correct' | 'reject';
  readonly by: string;
  readonly why: string;
  /** ISO 8601. */
  readonly at: string;
}

interface Others {
  /** `all`: wrong by the same cause; `one`: may be wrong in its place. */
  readonly wrong: OtherCells['wrong'];
  readonly cells: readonly Pick<FindingRecord, 'code' | 'sector' | 'locator' | 'raw' | 'proposal'>[];
}

/** A finding with its places as the readers gave them. */
export type PlacedFinding = Omit<FindingRecord, 'locator' | 'others'> & {
  readonly at: Locator | null;
  readonly others: OtherCells | null;
};

/** Of a province, a period (of the reports that stand), or one submission. */
export interface FindingsOf {
  readonly province: string | null;
  readonly period: string | null;
  readonly submission?: string;
}

/** The findings of the reports that stand, of a province or a period where one is given. */
export async function openFindings(database: Database, of: FindingsOf): Promise<FindingRecord[]> {
  return (await placedFindings(database, of)).map(findingRecord);
}

/** As the outside has it: the place as a text. */
export function findingRecord({
  at,
  raw,
  message,
  proposal,
  others,
  status,
  decision,
  rules,
  ...finding
}: PlacedFinding): FindingRecord {
  const place = (of: Locator | null) => (of === null ? null : locatorText(of));
  const cells = others?.cells.map((each) => ({
    ...{ code: each.code, sector: each.sector, locator: place(each.at), raw: each.raw, proposal: each.proposal },
  }));
  return {
    ...{ ...finding, locator: place(at), raw, message, proposal },
    ...{ others: others && cells ? { wrong: others.wrong, cells } : null, status, decision, rules },
  };
}

/** The same findings, with their places. */
export async function placedFindings(database: Database, of: FindingsOf): Promise<PlacedFinding[]> {
  const { rows } = await database.query<PlacedFinding>(
    `select finding as id, severity, rule, right(province, 2) as province, period, code, sector, file_name as file,
            locator as at, raw, finding.message, proposal, others, finding.status, rules,
            case when last.verdict <> 'undo'
                 then json_build_object('verdict', verdict, 'by', decided_by, 'why', why, 'at', decided_at) end as decision
     from finding
     join submission using (submission)
     join receipt using (receipt)
     left join lateral (select verdict, decided_by, why, decided_at from decision
                        where decision.finding = finding.finding order by decision desc limit 1) as last
       on true
     where ($3::text is not null or exists (select from standing where standing.submission = submission.submission and known_until = 'infinity'))
       and ($1::text is null or province = $1)
       and ($2::text is null or period = $2)
       and ($3::text is null or submission = $3)
     order by period, province, array_position(array['error', 'warning', 'note'], severity), receipt, part, number`,
    [of.province, of.period, of.submission ?? null],
  );
  return rows;
}

/** A report that was taken in, and the file that it came in. */
export interface ReportFile {
  readonly submission: string;
  readonly province: string;
  readonly period: string;
  readonly form: string;
  readonly file: string;
}

/** The reports that stand, of a province or a period where one is given; or one submission, standing or not. */
export async function reportFiles(database: Database, of: FindingsOf): Promise<ReportFile[]> {
  const { rows } = await database.query<ReportFile>(
    `select submission.submission, province, period, form, file_name as file
     from submission
     join receipt using (receipt)
     where ($3::text is not null or exists (select from standing where standing.submission = submission.submission and known_until = 'infinity'))
       and ($1::text is null or province = $1)
       and ($2::text is null or period = $2)
       and ($3::text is null or submission = $3)
       and submission.status <> 'refused'
     order by period, province, form`,
    [of.province, of.period, of.submission ?? null],
  );
  return rows;
}

/** The bytes of a submission's file, and how they were taken for text: null for a workbook. Null where they are too many. */
export async function fileOf(
  database: Database,
  submission: string,
): Promise<{ readonly bytes: Buffer; readonly reading: Reading | null } | null> {
  const { rows } = await database.query<{ bytes: Buffer; reading: Reading | null }>(
    `select coalesce(bytes, (select string_agg(bytes, '' order by number) from file_chunk where sha256 = file.sha256)) as bytes, reading
     from submission join receipt using (receipt) join file using (sha256)
     where submission = $1 and coalesce(size, 0) <= $2`,
    [submission, maxFileBytes],
  );
  return rows[0] ?? null;
}
