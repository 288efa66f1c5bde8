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

/** Added where the findings were asked for by their effect. */
export interface Effect {
  readonly effect?: string;
  readonly needed?: boolean | undefined;
}

/** One row for each finding; RFC 4180, UTF-8. */
export function findingsCsv(findings: readonly (FindingRecord & Effect)[]): string {
  const rows = findings.map(({ proposal, needed, ...finding }) => ({
    ...finding,
    needed: String(needed),
    proposal_value: proposal?.value ?? null,
    proposal_unit: proposal?.unit ?? null,
    proposal_because: proposal?.because ?? null,
  }));
  const more = findings.some(({ effect }) => effect !== undefined) ? ['effect', 'needed'] : [];
  return stringify(rows, {
    header: true,
    columns: [...columns, ...more],
    record_delimiter: '\r\n',
    cast: { string: harmless },
  });
}

/** What a spreadsheet would take for a formula begins with an apostrophe; `- 998.175` and `+836` are figures, and stay. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) && !/^[-+] ?[\d., ]*\d%?$/.test(text) ? `'${text}` : text;
}
