import { mostPoints } from '../../../config/mail';
import type { Catalogue } from '../../../schemas/catalogue';
import { placeName } from '../../../schemas/cell';
import type { IndicatorCode, SectorCode } from '../../../schemas/codes';
import type { OtherCells, Proposal } from '../../../schemas/finding';
import type { Block, Letter, Point, Tone } from '../../../schemas/mail';
import { periodName } from '../../../schemas/period';
import { excerpt } from '../../../schemas/text';
import { mendedValue, proposalText } from '../../exports/findings-wording';
import type { PlacedFinding } from '../../warehouse/findings';
import type { SubmissionLine } from '../../warehouse/submissions';
import { type Addressee, alliance, count, subject } from './wording';

/** The file with its doubtful cells marked, and what of it the copy could not keep; or why there is none. */
export type Attached = { readonly name: string; readonly lost: readonly string[] } | { readonly why: string };

/** After checking: what is to be done, the findings grouped by it, and the marked file. */
export function verdictLetter(
  whose: Addressee,
  line: SubmissionLine,
  findings: readonly PlacedFinding[],
  attached: Attached | null,
  catalogue: Catalogue,
): Letter {
  const form = line.form ?? 'B01';
  const groups = groupsOf(findings);
  const report = `biểu ${form}, ${periodName(whose.period)} (báo cáo ${line.submission})`;
  const toDo = groups.filter(({ tone, found }) => tone !== 'note' && found.length > 0);
  const words = toDo.map(({ found, short }) => `${count(found.length)} chỗ ${short}`);
  return {
    subject: subject(form, whose, words.length === 0 ? 'báo cáo đạt, không phải sửa' : words.join(', ')),
    to: alliance(whose.name),
    attached: attached !== null && 'name' in attached ? attached.name : null,
    blocks: [
      words.length === 0
        ? {
            kind: 'lead',
            tone: 'good',
            text: `Báo cáo ${report} đã được kiểm tra: không có chỗ nào phải sửa hay giải trình. Cảm ơn đơn vị.`,
          }
        : { kind: 'lead', tone: 'act', text: `Báo cáo ${report} đã được kiểm tra: có ${words.join(' và ')}.` },
      ...(toDo.length === 0 ? [] : whatToDo(attached)),
      ...groups.flatMap((group) => groupBlocks(group, line.file_name, catalogue)),
    ],
  };
}

/** What the reporter has to do about a finding decides its group: the first that takes it. */
const kinds = [
  { tone: 'ask', short: 'cần bổ sung', title: 'Cần bổ sung', takes: ({ rule }) => rule === 'indicator.missing' },
  { tone: 'note', short: '', title: 'Để biết', takes: ({ severity }) => severity === 'note' },
  {
    tone: 'act',
    short: 'cần sửa',
    title: 'Cần sửa',
    takes: ({ severity, proposal }) => severity === 'error' || proposal !== null,
  },
  { tone: 'ask', short: 'cần xác nhận', title: 'Cần xác nhận hoặc giải trình', takes: () => true },
] as const satisfies readonly { tone: Tone; short: string; title: string; takes(finding: PlacedFinding): boolean }[];

/** In the order in which they are to be done. */
const inOrder = [2, 3, 0, 1] as const;

function groupsOf(findings: readonly PlacedFinding[]) {
  const found = kinds.map((): PlacedFinding[] => []);
  for (const finding of findings) found[kinds.findIndex(({ takes }) => takes(finding))]?.push(finding);
  return inOrder.map((index) => ({ ...kinds[index], found: found[index] ?? [] }));
}

function whatToDo(attached: Attached | null): Block[] {
  const [file, remark] =
    attached === null || 'why' in attached
      ? ['Đề nghị đơn vị sửa trong tệp của mình rồi gửi lại cả tệp', attached?.why ?? '']
      : [
          'Tệp đính kèm là chính tệp của đơn vị, các ô cần xem đã được đánh dấu. Đề nghị sửa ngay trong tệp đó rồi gửi lại cả tệp',
          attached.lost.length === 0 ? '' : `Bản đính kèm không giữ được ${attached.lost.join(', ')} của tệp gốc.`,
        ];
  const sentence = 'tệp gửi lại thay cho báo cáo này. Số nào đúng như đã ghi thì xin trả lời thư này, nêu lý do.';
  return [{ kind: 'text', text: `${file}; ${sentence} ${remark}`.trim() }];
}

function groupBlocks(
  { title, tone, found }: ReturnType<typeof groupsOf>[number],
  file: string,
  catalogue: Catalogue,
): Block[] {
  if (found.length === 0) return [];
  const more = found.length - mostPoints;
  return [
    { kind: 'heading', text: `${title} (${count(found.length)})` },
    { kind: 'points', tone, items: found.slice(0, mostPoints).map((finding) => point(finding, file, catalogue)) },
    ...(more > 0 ? [{ kind: 'text' as const, text: `Còn ${count(more)} chỗ khác, đã đánh dấu trong tệp.` }] : []),
  ];
}

function point(finding: PlacedFinding, own: string, catalogue: Catalogue): Point {
  const { at, code, sector, message, proposal, file, others } = finding;
  const place = at === null ? 'cả báo cáo' : placeName(at);
  return {
    place: `${place.charAt(0).toUpperCase()}${place.slice(1)}${file === own ? '' : ` (tệp "${excerpt(file)}")`}`,
    about: figureName(code, sector, catalogue),
    message,
    proposal: proposal === null ? null : `sửa thành ${mended(proposal, message)}${likewise(others)}`,
  };
}

/** Why it would be that is said once. */
function mended(proposal: Proposal, message: string): string {
  return message.includes(proposal.because) ? mendedValue(proposal) : proposalText(proposal);
}

/** The other cells have proposals of their own, which stand in the file. */
function likewise(others: OtherCells | null): string {
  const cells = others?.wrong === 'all' ? others.cells.length : 0;
  return cells === 0 ? '' : `; ${cells} ô khác cũng sai như thế, xem trong tệp`;
}

/** `Tổng vốn điều lệ HTX, Môi trường`; empty where a finding is about no figure. */
function figureName(code: string | null, sector: string | null, { indicators, sectors }: Catalogue): string {
  if (code === null) return '';
  const indicator = indicators.get(code as IndicatorCode)?.label ?? code;
  return sector === null || sector === 'all'
    ? indicator
    : `${indicator}, ${sectors.get(sector as SectorCode)?.label ?? sector}`;
}
