import path from 'node:path';
import { largestAttachment } from '../config/mail';
import { timeZone } from '../config/schedules';
import { readPeriod } from '../pipelines/normalise/period';
import type { ProvinceId } from '../schemas/codes';
import { mapOf, type Period } from '../schemas/period';
import { fileSize } from '../sinks/mail/file-size';
import { cardLetter } from '../sinks/mail/letters/card';
import { receiptLetter } from '../sinks/mail/letters/receipt';
import { reminderLetter } from '../sinks/mail/letters/reminder';
import { type Attached, verdictLetter } from '../sinks/mail/letters/verdict';
import type { Addressee } from '../sinks/mail/letters/wording';
import { owedFor } from '../sinks/mail/owed';
import { recordOf } from '../sinks/mail/record';
import { understoodFigures } from '../sinks/mail/understood';
import { notToldYet, type Wanted, type Written } from '../sinks/mail/wanted';
import { type PlacedFinding, placedFindings } from '../sinks/warehouse/findings';
import { periodLives } from '../sinks/warehouse/periods';
import { type SubmissionLine, submissionsOf } from '../sinks/warehouse/submissions';
import { markedCopy } from './commands/annotate';
import { CommandError } from './commands/error';
import type { Warehouse } from './warehouse';
import { provinceName } from './wording';

/** Writes a letter from what the warehouse has now. Null: there is nothing to say, or nobody known to say it to. */
export async function writeLetter(wanted: Wanted, warehouse: Warehouse): Promise<Written | null> {
  const { province, period } = wanted;
  if (wanted.submission !== null) return aboutSubmission(wanted, wanted.submission, warehouse);
  if (province === null || period === null) return null;
  const whose = addressee(province, period, warehouse);
  if (wanted.kind === 'card') {
    const record = await recordOf(warehouse.pool, province, period, warehouse.catalogue, timeZone);
    if (record.periods.every(({ received }) => received === null)) return null;
    return { ...whose, content: cardLetter(whose, record), attachment: null, told: [] };
  }
  const [life] = await periodLives(warehouse.pool, timeZone, period);
  const owed = await owedFor(warehouse.pool, period, mapOf(period));
  const own = owed.find((each) => each.province === province);
  if (own === undefined || life?.due_on == null) return null;
  const content = reminderLetter(whose, own, life.due_on, wanted.kind === 'after_due');
  return { ...whose, content, attachment: null, told: [] };
}

async function aboutSubmission({ kind }: Wanted, submission: string, warehouse: Warehouse): Promise<Written | null> {
  const lines = await submissionsOf(warehouse.pool, [Number(submission.split('-')[0])]);
  const line = lines.find((each) => each.submission === submission);
  const whose = line === undefined ? null : owner(line, warehouse);
  if (line === undefined || whose === null) return null;
  if (kind === 'receipt') {
    const figures = await understoodFigures(warehouse.pool, submission, warehouse.catalogue);
    return { ...whose, content: receiptLetter(whose, line, figures), attachment: null, told: [] };
  }
  // A report that another one took the place of, or that says the same as one, needs no mending.
  if (line.status !== 'loaded' || !line.stands) return null;
  return verdict(whose, line, lines, warehouse);
}

/** Whose a submission is; a refused one says it in its own words, or not at all. */
function owner(line: SubmissionLine, warehouse: Warehouse): Addressee | null {
  const period = (line.period ?? readPeriod(line.said_period ?? '')) as Period | null;
  if (period === null) return null;
  const said = warehouse.catalogue.provinceOf(line.said_province ?? '', mapOf(period));
  const province = (line.province as ProvinceId | null) ?? said;
  return province === null ? null : addressee(province, period, warehouse);
}

function addressee(province: ProvinceId, period: Period, { catalogue }: Warehouse): Addressee {
  return { province, period, name: provinceName(province, period, catalogue) };
}

async function verdict(
  whose: Addressee,
  line: SubmissionLine,
  ofFile: readonly SubmissionLine[],
  warehouse: Warehouse,
): Promise<Written> {
  const { pool, catalogue } = warehouse;
  const of = { province: null, period: null, submission: line.submission };
  const found = [...(await placedFindings(pool, of)), ...(await againstRegister(line, warehouse))];
  const told = found
    .filter(({ status }) => status === 'open')
    .map((finding) => ({ ...finding, submission: submissionOf(finding) }));
  const copy = told.length === 0 ? null : await attachment(line, ofFile, warehouse);
  const attached: Attached | null = copy;
  return {
    ...whose,
    content: verdictLetter(whose, line, told, attached, catalogue),
    attachment: copy !== null && 'content' in copy ? copy.content : null,
    told: told.filter(({ severity }) => severity !== 'note'),
  };
}

/** A register shows what is doubtful in the report beside it: told with the register, where the report's letter was too early. */
async function againstRegister(
  { form, province, period }: SubmissionLine,
  { pool }: Warehouse,
): Promise<PlacedFinding[]> {
  if (form !== 'B02') return [];
  const found = await placedFindings(pool, { province, period });
  return notToldYet(
    pool,
    found.filter(({ rule }) => rule === 'register.report'),
  );
}

const submissionOf = ({ id }: PlacedFinding) => id.split('-').slice(0, 2).join('-');

/** The marked file, unless it has something of another province in it, or is none that can be marked or sent. */
async function attachment(
  line: SubmissionLine,
  ofFile: readonly SubmissionLine[],
  warehouse: Warehouse,
): Promise<(Attached & { readonly content: Buffer }) | { readonly why: string }> {
  if (ofFile.some(({ province }) => province !== line.province))
    return { why: 'Tệp đã gửi có số liệu của nhiều đơn vị nên không đính kèm thư này.' };
  const tooLarge = { why: 'Tệp quá lớn nên không đính kèm thư này.' };
  if ((await fileSize(warehouse.pool, line.submission)) > largestAttachment) return tooLarge;
  const { name } = path.parse(line.file_name);
  try {
    const { content, ending, lost } = await markedCopy(
      warehouse,
      [{ province: null, period: null, submission: line.submission }],
      name,
    );
    if (content.length > largestAttachment) return tooLarge;
    return { name: `${name}_da-danh-dau${ending}`, lost, content };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { why: 'Tệp này không đánh dấu được nên không đính kèm thư này.' };
  }
}
