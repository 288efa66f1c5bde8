import { loadCatalogue } from '../../config/catalogue';
import { understood } from '../../pipelines/ingest';
import { locatorText } from '../../schemas/cell';
import { severityOf } from '../../schemas/rules';
import type { HandInOptions, Observation, Prepared, PreparedSubmission } from '../../schemas/submission';
import { readText } from '../../sources/read';

export const catalogue = loadCatalogue();

/** What a file comes to, with nothing loaded. */
export function takeIn(file: string | Buffer, options: HandInOptions = {}): readonly Prepared[] {
  return understood(readText(Buffer.from(file as string), options.encoding), options, catalogue);
}

/** The one report in a file; throws with the sentence where it was refused. */
export function report(file: string | Buffer, options: HandInOptions = {}): PreparedSubmission {
  const [only, other] = takeIn(file, options);
  if (only?.kind !== 'prepared' || other) throw new Error(only?.kind === 'refused' ? only.sentence : 'not one report');
  return only;
}

/** A report of Bắc Giang for 2020 in the annex layout; rows are written with ; between the cells. */
export function annex(rows: readonly string[], header = 'TT;Chỉ tiêu;Đơn vị tính;Thực hiện;Kế hoạch'): string {
  return ['Đơn vị báo cáo;Bắc Giang', 'Kỳ báo cáo;Năm 2020', header, ...rows, ''].join('\n');
}

/** `htx.charter_capital agri actual 840.988 tỷ đồng`: a figure in the unit of the catalogue. */
export function line({ code, sector, measure, amount }: Observation): string {
  const unit = catalogue.indicators.get(code)?.unit;
  return `${code} ${sector} ${measure} ${unit && amount.in(unit)} ${unit?.name}`;
}

export const lines = ({ observations }: PreparedSubmission): string[] => observations.map(line);

/** `label.unknown error at row 22, column 3: htx.moi`: a finding without its sentence. */
export const findings = (submission: PreparedSubmission): string[] =>
  submission.findings.map(
    ({ rule, nature, at, raw }) =>
      `${rule} ${severityOf({ rule, nature }, catalogue.rules)} at ${at === null ? 'no cell' : locatorText(at)}: ${raw}`,
  );
