import path from 'node:path';
import { Eta } from 'eta';
import { projectRoot } from '../../config/root';
import { placeName } from '../../schemas/cell';
import { type Period, periodName } from '../../schemas/period';
import { oneLine } from '../../schemas/text';
import type { PlacedFinding } from '../warehouse/findings';
import { decisionText, proposalText, severityWords } from './findings-wording';

const eta = new Eta({ views: path.join(projectRoot, 'sinks/exports'), autoEscape: true, cache: true });

/** The names of what the findings have codes for. */
export interface Names {
  province(finding: PlacedFinding): string;
  /** What the figure is: indicator and sector; empty where the finding is about none. */
  figure(finding: PlacedFinding): string;
}

/** One page that needs nothing else: the findings by province and file, in words, for a screen, a phone or paper. */
export function findingsPage(findings: readonly PlacedFinding[], names: Names): string {
  return eta.render('./findings', {
    title: 'Các điểm cần xem lại',
    count: countText(findings),
    provinces: groups(findings, names.province).map(([name, ofProvince]) => ({
      name,
      files: groups(ofProvince, fileName).map(([file, found]) => ({
        name: file,
        count: countText(found),
        findings: found.map((finding) => shown(finding, names)),
      })),
    })),
  });
}

const fileName = ({ file, period }: PlacedFinding) => `${oneLine(file)}, ${periodName(period as Period)}`;

function groups(
  findings: readonly PlacedFinding[],
  keyOf: (finding: PlacedFinding) => string,
): [string, PlacedFinding[]][] {
  const found = new Map<string, PlacedFinding[]>();
  for (const finding of findings) found.set(keyOf(finding), [...(found.get(keyOf(finding)) ?? []), finding]);
  return [...found];
}

function shown(finding: PlacedFinding, names: Names) {
  const { id, severity, at, raw, message, proposal, decision, status } = finding;
  return {
    id,
    severity: status === 'open' ? severity : 'decided',
    word: severityWords[severity],
    place: at === null ? 'Cả báo cáo' : capitalised(placeName(at)),
    figure: names.figure(finding),
    raw: raw === null ? '' : oneLine(raw),
    message: oneLine(message),
    proposal: proposal === null || status !== 'open' ? '' : proposalText(proposal),
    decision: decision === null ? '' : decisionText(decision),
  };
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `3 điểm: 2 lỗi, 1 cảnh báo, 1 đã quyết định`. */
function countText(findings: readonly PlacedFinding[]): string {
  const open = findings.filter(({ status }) => status === 'open');
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = open.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : `${count} ${severityWords[severity].toLowerCase()}`;
  });
  const decided = findings.length - open.length;
  return `${findings.length} điểm: ${[...counts, ...(decided === 0 ? [] : [`${decided} đã quyết định`])].join(', ')}`;
}
