import { columnLetters } from '../../../schemas/cell';
import type { Finding, Severity } from '../../../schemas/finding';
import { reviewColumns } from '../../../schemas/review';
import { excerpt, oneLine } from '../../../schemas/text';
import { proposalText } from '../findings-wording';

/** What a marked copy says of a finding. */
export type Doubtful = Pick<Finding, 'at' | 'raw' | 'message' | 'proposal'> & { readonly severity: Severity };

/** The texts of the two cells beside a row; empty where there is nothing to say. */
export interface Beside {
  readonly wrong: string;
  readonly mend: string;
}

/**
 * What is wrong in a row and what would mend it, a sentence for each finding. `header` has the cells that name the table's
 * columns. Every text begins with a word of ours, so that no spreadsheet takes it for a formula.
 */
export function besideRow(findings: readonly Doubtful[], header: readonly string[], headerRow: number): Beside {
  const place = (finding: Doubtful) => placeInRow(finding, header, headerRow);
  return {
    wrong: findings.map((finding) => `${place(finding)}: ${oneLine(finding.message)}`).join(separator),
    mend: findings
      .flatMap((finding) =>
        finding.proposal === null ? [] : `${place(finding)}: sửa thành ${proposalText(finding.proposal)}`,
      )
      .join(separator),
  };
}

/** No delimiter of any table, or a copy would look as if it had two. */
const separator = ' • ';

/** `cột D (Thực hiện) "34.357 tỷ đồng"`. */
function placeInRow({ at, raw, message }: Doubtful, header: readonly string[], headerRow: number): string {
  if (at === null || 'pointer' in at) return 'Cả báo cáo';
  const name = shortened(header[at.column - 1] ?? '');
  const column = `cột ${columnLetters(at.column)}${name === '' ? '' : ` (${name})`}`;
  if (at.row === headerRow) return `Tiêu đề ${column}`;
  // Many sentences quote the cell themselves, and a whole row is no cell.
  const quoted = raw === null || raw.trim() === '' || raw.includes(' | ') || message.includes(excerpt(raw));
  return quoted ? column : `${column} "${shortened(raw)}"`;
}

function shortened(text: string): string {
  const line = oneLine(text);
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** The same in a comment on the cell itself. */
export function commentText(findings: readonly Doubtful[]): string {
  return findings
    .flatMap(({ message, proposal }) => [
      `${reviewColumns.wrong}: ${oneLine(message)}`,
      ...(proposal === null ? [] : [`${reviewColumns.mend}: ${proposalText(proposal)}`]),
    ])
    .join('\n');
}

/** The worst of the findings on one cell. */
export function worstOf(findings: readonly Doubtful[]): Severity {
  return (['error', 'warning'] as const).find((one) => findings.some(({ severity }) => severity === one)) ?? 'note';
}
