import { isDeepStrictEqual } from 'node:util';
import type { Pool, PoolClient } from 'pg';
import { contentOf } from '../../schemas/content';
import type { Finding } from '../../schemas/finding';
import type { Period } from '../../schemas/period';
import { type Rules, severityOf } from '../../schemas/rules';
import type { Earlier, JudgedFigure } from '../../schemas/submission';
import { transaction } from './connect';
import { earlierThan } from './earlier';
import { insertFindings } from './findings';
import { countInput } from './input';
import { type KeptFinding, type KeptReport, keptReports } from './kept-reports';
import { decidedFindings, numbersOf } from './numbered';
import { firstRevisionNumber, type Key, lockKeys, makeStaged, type Reconciling, settle } from './settle';

/** What is found in a report by its figures alone, beside what reading it found. */
export interface Judging extends Reconciling {
  judge(
    report: { readonly period: Period; readonly observations: readonly JudgedFigure[] },
    earlier: Earlier,
    said: readonly Finding[],
  ): Finding[];
}

/** What judging a report again changed of its findings. */
export interface JudgedAgain {
  readonly submission: string;
  readonly came: readonly Finding[];
  readonly went: readonly Finding[];
  readonly changed: readonly Finding[];
}

/**
 * Judges what a province reported for a period on a form by the rules as they are now, without reading it again, in one
 * transaction that loading waits for. Findings that stay keep their numbers and what was decided about them. Its older reports
 * and copies are judged with it, for which reports are copies hangs on what is doubtful in them. `dryRun` changes nothing.
 */
export async function judgeAgain(
  pool: Pool,
  key: Key,
  judging: Judging,
  { dryRun }: { readonly dryRun: boolean },
): Promise<JudgedAgain[]> {
  return transaction(pool, async (client) => {
    await lockKeys(client, [key]);
    const verdicts: Verdict[] = [];
    for (const report of await keptReports(client, key, judging.catalogue))
      verdicts.push(await verdictOn(client, report, key, judging));
    if (!dryRun) await write(client, verdicts, key, judging);
    return verdicts.map(({ report, came, went, changed }) => ({ submission: report.submission, came, went, changed }));
  });
}

interface Verdict {
  readonly report: KeptReport;
  readonly came: readonly KeptFinding[];
  readonly went: readonly KeptFinding[];
  readonly changed: readonly KeptFinding[];
  readonly content: string;
}

async function verdictOn(client: PoolClient, report: KeptReport, key: Key, judging: Judging): Promise<Verdict> {
  const { rules } = judging.catalogue;
  const { findings } = report;
  const byRules = findings.filter(({ made_by }) => made_by === 'rules');
  const found = key.form === 'B01' ? await foundAnew(client, report, key, judging) : byRules;
  const is = [...findings.filter(({ made_by }) => made_by !== 'rules'), ...found].map((each) => graded(each, rules));
  const was = new Map(findings.map((each) => [each.number, each]));
  const numbers = new Set(is.map(({ number }) => number));
  const ofFile = is.filter(({ number }) => number < firstRevisionNumber);
  return {
    report,
    came: is.filter(({ number }) => !was.has(number)),
    went: byRules.filter(({ number }) => !numbers.has(number)),
    changed: is.filter((each) => was.has(each.number) && !isDeepStrictEqual(each, was.get(each.number))),
    // What a register says is in no finding of the rules.
    content:
      key.form === 'B01' ? contentOf({ observations: report.observations, findings: ofFile }, null) : report.content,
  };
}

/** What the rules find in it, under the numbers that the same findings had. */
async function foundAnew(
  client: PoolClient,
  { submission, receipt, observations, findings }: KeptReport,
  { province, period }: Key,
  { catalogue, judge }: Judging,
): Promise<KeptFinding[]> {
  const earlier = await earlierThan(client, catalogue, receipt, province, period);
  const said = findings.filter(({ made_by }) => made_by === 'reading');
  const found = judge({ period, observations }, earlier, said);
  // Of a finding that is gone the number is not given away either, where something was decided about it.
  const gone = (await decidedFindings(client, receipt)).filter(
    (each) => each.submission === submission && each.rule === null,
  );
  const known = findings.filter(({ number }) => number < firstRevisionNumber);
  const numbers = numbersOf(found, [...known.map((each) => ({ ...each, locator: each.at })), ...gone]);
  const was = new Map(known.map((each) => [each.number, each]));
  return found.map((finding, index) => {
    const number = numbers[index] as number;
    const { severity, status } = was.get(number) ?? { severity: 'note', status: 'open' };
    return { ...finding, number, finding: `${submission}-${number}`, submission, made_by: 'rules', severity, status };
  });
}

/** As grave as the house holds it to be; of a rule that is no more, as it was held to be. */
const graded = (finding: KeptFinding, rules: Rules): KeptFinding =>
  rules.all.has(finding.rule) ? { ...finding, severity: severityOf(finding, rules) } : finding;

async function write(client: PoolClient, verdicts: readonly Verdict[], key: Key, judging: Judging): Promise<void> {
  const { rules } = judging.catalogue;
  const of = (which: 'came' | 'went' | 'changed') => verdicts.flatMap((each) => each[which]);
  const [came, went, changed] = [of('came'), of('went'), of('changed')];
  if (went.length > 0)
    await client.query('delete from finding where finding = any($1)', [went.map(({ finding }) => finding)]);
  if (came.length > 0) await insertFindings(client, came, rules);
  if (changed.length > 0) await client.query(changeSql, [JSON.stringify(changed)]);
  const contents = verdicts.map(({ report, content }) => ({ submission: report.submission, content }));
  await client.query(judgedSql, [JSON.stringify(contents), rules.version]);
  if (verdicts.every(({ report, content }) => report.content === content)) return;
  await makeStaged(client);
  if (await settle(client, key, judging)) await countInput(client, [key]);
}

const changeSql = `
update finding
set severity = changed.severity, nature = changed.nature, raw = changed.raw, message = changed.message,
    proposal = changed.proposal, measure = changed.measure, others = changed.others
from jsonb_populate_recordset(null::finding, $1) as changed
where finding.finding = changed.finding`;

const judgedSql = `
update submission
set content = judged.content, rules = $2
from jsonb_to_recordset($1) as judged (submission text, content text)
where submission.submission = judged.submission
  and (submission.content, submission.rules) is distinct from (judged.content, $2)`;
