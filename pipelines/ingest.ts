import type { Catalogue } from '../schemas/catalogue';
import type { Document, Refusal } from '../schemas/cell';
import type { HandInOptions, Prepared } from '../schemas/submission';
import { normalise } from './normalise/report';
import { encodingFindings } from './understand/encoding';
import { findReports } from './understand/reports';
import { together } from './understand/together';

/** A file that was handed in, waiting to be taken in. */
export interface Waiting {
  readonly receipt: number;
  readonly bytes: Buffer;
  readonly options: HandInOptions;
}

/** The world outside: how files are read and where reports go. Loading twice changes nothing the second time. */
export interface IngestPorts<Loaded> {
  readonly catalogue: Catalogue;
  read(bytes: Buffer, encoding?: string): Document | Refusal;
  load(receipt: number, prepared: readonly Prepared[]): Promise<Loaded>;
}

/** The whole way of one file: read → understand → normalise and check → reconcile and load. */
export async function ingest<Loaded>(waiting: Waiting, ports: IngestPorts<Loaded>): Promise<Loaded> {
  const prepared = prepare(waiting.bytes, waiting.options, ports).map(refusedWhereEmpty);
  return ports.load(waiting.receipt, prepared);
}

/** The way up to the warehouse's door: what a file says, without loading anything. */
export function prepare(
  bytes: Buffer,
  options: HandInOptions,
  ports: Pick<IngestPorts<unknown>, 'catalogue' | 'read'>,
): readonly Prepared[] {
  const refused = ({ sentence }: Refusal): Prepared[] => [
    { kind: 'refused', province: options.province ?? null, period: options.period ?? null, sentence },
  ];
  const document = ports.read(bytes, options.encoding);
  if (document.kind === 'refusal') return refused(document);
  const reports = findReports(document, ports.catalogue);
  if ('sentence' in reports) return refused(reports);
  const doubts = encodingFindings(document.reading);
  return together(reports, options, ports.catalogue).map((report) => {
    const prepared = normalise({ ...report, findings: [...doubts, ...report.findings] }, options, ports.catalogue);
    return prepared.kind === 'refused' ? prepared : { ...prepared, reading: document.reading ?? null };
  });
}

/** A report of which not one line could be read must not take the place of the one before it. */
function refusedWhereEmpty(part: Prepared): Prepared {
  const [worst] = part.kind === 'prepared' ? part.findings.filter(({ severity }) => severity === 'error') : [];
  if (part.kind === 'refused' || part.observations.length > 0 || worst === undefined) return part;
  const sentence = `không đọc được dòng số liệu nào trong ${part.rows} dòng; ví dụ: ${worst.message}`;
  return { kind: 'refused', province: part.province.slice(3), period: part.period, sentence };
}
