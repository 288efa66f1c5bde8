import type { Catalogue } from '../schemas/catalogue';
import { type Document, type Refusal, sheetName } from '../schemas/cell';
import type { ProvinceId } from '../schemas/codes';
import type { DraftReport } from '../schemas/draft';
import { Ending } from '../schemas/ending';
import type { FileBytes } from '../schemas/file';
import type { Period } from '../schemas/period';
import type { Rows } from '../schemas/rows';
import type { StreamedRegister } from '../schemas/streamed';
import type { Earlier, HandInOptions, Prepared } from '../schemas/submission';
import { noEarlier, normalise, type OwnedReport } from './normalise/report';
import { whose } from './normalise/whose';
import { refusedFile, streamedRegister } from './register/bulk/streamed';
import { takeRegisters } from './register/in-file';
import { encodingFindings } from './understand/encoding';
import { findReports } from './understand/reports';
import { unmarked } from './understand/review';
import { passedOver } from './understand/sheets';
import { together } from './understand/together';

/** A file that was handed in, waiting to be taken in. */
export interface Waiting {
  readonly receipt: number;
  readonly bytes: Buffer | FileBytes;
  readonly options: HandInOptions;
}

/** The world outside: how files are read and where reports go. Loading twice changes nothing the second time. */
export interface IngestPorts<Loaded> {
  readonly catalogue: Catalogue;
  /** `Rows`: a large file of text, which is read row by row. */
  read(bytes: Buffer | FileBytes, encoding?: string): Promise<Document | Rows | Refusal>;
  /** What a province had said of earlier periods by the files received before. */
  earlier(province: ProvinceId, period: Period): Promise<Earlier>;
  /** `outdated`: a file that was received before this one was taken in since it was understood. */
  load(receipt: number, parts: readonly (Prepared | StreamedRegister)[]): Promise<Loaded | 'outdated'>;
}

/** The whole way of one file: read → understand → normalise and check → reconcile and load. */
export async function ingest<Loaded>(waiting: Waiting, ports: IngestPorts<Loaded>): Promise<Loaded> {
  for (;;) {
    const parts = await understand(waiting.bytes, waiting.options, ports);
    const loaded = await ports.load(waiting.receipt, parts);
    if (loaded !== 'outdated') return loaded;
  }
}

/** The way up to the warehouse's door: what a file says, without loading anything. */
export async function prepare(
  bytes: Buffer | FileBytes,
  options: HandInOptions,
  ports: Pick<IngestPorts<unknown>, 'catalogue' | 'read' | 'earlier'>,
): Promise<readonly Prepared[]> {
  const parts = await understand(bytes, options, ports);
  return Promise.all(parts.map((part) => (part.kind === 'streamed' ? readThrough(part) : part)));
}

/** The parts of a file; of a large register only its head is understood yet. */
async function understand(
  bytes: Buffer | FileBytes,
  options: HandInOptions,
  { catalogue, read, earlier }: Pick<IngestPorts<unknown>, 'catalogue' | 'read' | 'earlier'>,
): Promise<readonly (Prepared | StreamedRegister)[]> {
  const seen = await read(bytes, options.encoding);
  const register = seen.kind === 'rows' ? await streamedRegister(seen, options, catalogue) : null;
  if (register !== null) return [register];
  const prepared: Prepared[] = [];
  for (const part of partsOf(seen.kind === 'rows' ? await seen.whole() : seen, options, catalogue)) {
    if ('kind' in part) prepared.push(part);
    else
      prepared.push(
        refusedWhereEmpty(normalise(part, catalogue, await earlier(part.own.province, part.own.period)), catalogue),
      );
  }
  return prepared;
}

async function readThrough(register: StreamedRegister): Promise<Prepared> {
  const rows = new Ending(register.rows());
  for await (const _ of rows);
  return rows.end;
}

/** The same of a file that was read, by itself: as if the province had said nothing before. */
export function understood(
  document: Document | Refusal,
  options: HandInOptions,
  catalogue: Catalogue,
): readonly Prepared[] {
  const parts = partsOf(document, options, catalogue);
  return parts.map((part) => ('kind' in part ? part : normalise(part, catalogue, noEarlier)));
}

/** The reports that a file holds, with whose and of when they are; what cannot be taken in is refused with a sentence. */
function partsOf(
  document: Document | Refusal,
  options: HandInOptions,
  catalogue: Catalogue,
): readonly (OwnedReport | Prepared)[] {
  const refused = (why: Refusal): Prepared[] => [refusedFile(why, options)];
  if (document.kind === 'refusal') return refused(document);
  const { registers, rest } = takeRegisters(unmarked(document), options, catalogue);
  const reports = rest === null ? [] : findReports(rest, catalogue, options.period);
  if ('sentence' in reports) return registers.length > 0 ? besideRegisters(registers, rest) : refused(reports);
  const doubts = encodingFindings(document.reading);
  const owned = together(reports, options, catalogue).map((report) => {
    const own = whose(report, 'B01', options, catalogue);
    if ('sentence' in own) return { ...own, sentence: `${sheetOf(report, document)}${own.sentence}` };
    return { own, reading: document.reading ?? null, draft: { ...report, findings: [...doubts, ...report.findings] } };
  });
  return [...owned, ...registers];
}

/** Beside a register the other sheets need hold no form; which were not read is said. */
function besideRegisters([first, ...others]: readonly Prepared[], rest: Document | null): readonly Prepared[] {
  const grids = rest?.kind === 'grids' ? rest.grids : [];
  const notes = passedOver(
    grids.map((grid) => ({ grid })),
    'không có biểu B01 hay B02',
  );
  if (first?.kind !== 'prepared') return first ? [first, ...others] : [];
  return [{ ...first, findings: [...first.findings, ...notes] }, ...others];
}

/** Of several sheets the one that a report stands on, as the beginning of a sentence about it. */
function sheetOf({ province, period, rows }: DraftReport, document: Document): string {
  if (document.kind === 'tree' || document.grids.length === 1) return '';
  const cells = [province, period, ...rows.flatMap(({ value, label, code }) => [value, label, code])];
  const at = cells.find((cell) => cell !== null)?.at;
  return at && 'sheet' in at && at.sheet !== undefined ? `${sheetName(at.sheet)}: ` : '';
}

/** So many findings are told of a report that is refused for them. */
const mostTold = 3;

/** A report of which not one line could be read must not take the place of the one before it. */
function refusedWhereEmpty(part: Prepared, catalogue: Catalogue): Prepared {
  if (part.kind !== 'prepared' || part.form !== 'B01' || part.observations.length > 0) return part;
  const errors = part.findings.filter(({ nature }) => nature === 'held');
  if (errors.length === 0) return part;
  const told = errors.slice(0, mostTold).map(({ message }, index) => `(${index + 1}) ${message}`);
  const more = errors.length > mostTold ? ` Và ${errors.length - mostTold} điểm khác.` : '';
  const sentence = `không đọc được dòng số liệu nào trong ${part.rows} dòng: ${told.join(' ')}${more}`;
  const names = catalogue.provinces.get(part.province)?.names;
  return { kind: 'refused', province: names?.at(-1)?.name ?? part.province.slice(3), period: part.period, sentence };
}
