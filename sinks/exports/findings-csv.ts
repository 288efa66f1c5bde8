import { stringify } from 'csv-stringify/sync';
import type { FindingRecord } from '../warehouse/findings';

/** The columns that scripts hold on to. New ones go to the end. */
const columns = [
  'id',
  'severity',
  'rule',
  'province',
  'period',
  'code',
  'sector',
  'file',
  'locator',
  'raw',
  'message',
  'proposal_value',
  'proposal_unit',
  'proposal_because',
  'status',
] as const;

/** One row for each finding; RFC 4180, UTF-8. */
export function findingsCsv(findings: readonly FindingRecord[]): string {
  const rows = findings.map(({ proposal, ...finding }) => ({
    ...finding,
    proposal_value: proposal?.value ?? null,
    proposal_unit: proposal?.unit ?? null,
    proposal_because: proposal?.because ?? null,
  }));
  return stringify(rows, { header: true, columns: [...columns], record_delimiter: '\r\n', cast: { string: harmless } });
}

/** What a spreadsheet would take for a formula begins with an apostrophe; `- 998.175` and `+836` are figures, and stay. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) && !/^[-+] ?[\d., ]*\d%?$/.test(text) ? `'${text}` : text;
}
