import { type Audited, audit } from '../../../pipelines/audit';
import type { Document, Refusal } from '../../../schemas/cell';
import { readText } from '../../../sources/read';
import { catalogue } from '../take-in';

export const header =
  'code,sector,printed_unit,actual_2020,vs_2019_amount,vs_2019_percent,vs_plan_amount,vs_plan_percent';

/** What the audit says of a document; throws with the sentence where it was refused. */
export function auditOf(document: Document | Refusal): Audited {
  const audited = document.kind === 'refusal' ? document : audit(document, catalogue);
  if ('sentence' in audited) throw new Error(audited.sentence);
  return audited;
}

export const auditText = (text: string): Audited => auditOf(readText(Buffer.from(text)));

/** `htx.count all vs_2019_percent cut 103,3% → 103.4`: the lines without their sentences. */
export const said = ({ lines }: Audited): string[] =>
  lines.map(
    ({ code, sector, column, kind, printed, recomputed }) =>
      `${code} ${sector} ${column} ${kind} ${printed} → ${recomputed}`,
  );

/** The same of rows under the header of the annex. */
export const saidOf = (...rows: string[]): string[] => said(auditText(`${[header, ...rows].join('\n')}\n`));
