import { loadCatalogue } from '../../../config/catalogue';
import { registersIn } from '../../../pipelines/register/registers';
import { locatorText } from '../../../schemas/cell';
import { severityOf } from '../../../schemas/rules';
import type { HandInOptions, Observation, Prepared, PreparedSubmission } from '../../../schemas/submission';
import { readText } from '../../../sources/read';

export const catalogue = loadCatalogue();

/** What a file comes to as registers; null where it holds none. */
export function taken(file: string, options: HandInOptions = {}): Prepared[] | null {
  const document = readText(Buffer.from(file), undefined);
  if (document.kind === 'refusal') throw new Error(document.sentence);
  const [part, other] = document.kind === 'tree' ? [document.root] : document.grids;
  if (part === undefined || other !== undefined) throw new Error('not one part');
  return registersIn(part, options, catalogue);
}

/** The one register in a file; throws with the sentence where it was refused. */
export function register(file: string, options: HandInOptions = {}): PreparedSubmission {
  const [only, other] = taken(file, options) ?? [];
  if (only?.kind !== 'prepared' || other)
    throw new Error(only?.kind === 'refused' ? only.sentence : 'not one register');
  return only;
}

/** A register of Bắc Giang for the first half of 2021; cells are written with ; between them. */
export function list(header: string, rows: readonly string[], preamble: readonly string[] = []): string {
  return ['Đơn vị báo cáo;Bắc Giang', 'Kỳ báo cáo;6 tháng đầu năm 2021', ...preamble, header, ...rows, ''].join('\n');
}

/** The first of its rows as understood, without where it stands. */
export function rowOf(file: string) {
  const [row] = register(file).register ?? [];
  if (row === undefined) throw new Error('no row');
  return row;
}

/** `htx.charter_capital agri 840.988 tỷ đồng`: a figure in the unit of the catalogue. */
export function line({ code, sector, amount }: Observation): string {
  const unit = catalogue.indicators.get(code)?.unit;
  return `${code} ${sector} ${unit && amount.in(unit)} ${unit?.name}`;
}

/** The figures of the whole, without its sectors. */
export const lines = ({ observations }: PreparedSubmission): string[] =>
  observations.filter(({ sector }) => sector === 'all').map(line);

/** `number.unreadable error at row 22, column 3: nhiều`: a finding without its sentence. */
export const findings = ({ findings }: PreparedSubmission): string[] =>
  findings.map(
    ({ rule, nature, at, raw }) =>
      `${rule} ${severityOf({ rule, nature }, catalogue.rules)} at ${at === null ? 'no cell' : locatorText(at)}: ${raw}`,
  );

/** The sentences of one rule. */
export const sentences = ({ findings }: PreparedSubmission, rule: string): string[] =>
  findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
