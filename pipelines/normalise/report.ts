import type { Catalogue } from '../../schemas/catalogue';
import type { Cell, Reading } from '../../schemas/cell';
import type { DraftReport } from '../../schemas/draft';
import type { Finding } from '../../schemas/finding';
import type { Earlier, Observation, Prepared } from '../../schemas/submission';
import { check } from '../rules';
import { Adding } from './adding';
import { readAmount } from './amount';
import { oneForEachCause } from './cause';
import { dateFindings } from './dates';
import { notationFindings } from './doubt';
import { type Figure, figuresOf } from './figures';
import { type Settled, settle } from './notation';
import { sayingTheSame } from './same';
import { Notations } from './scope';
import { Sizes } from './size';
import { unitFindings } from './unit-doubt';
import { refused, type Whose } from './whose';

export const noEarlier: Earlier = { figures: [], register: [], plans: [], others: [], version: 0, late: null };

/** A report of which it is known whose and of when it is. */
export interface OwnedReport {
  readonly draft: DraftReport;
  readonly own: Whose;
  readonly reading: Reading | null;
}

/** One report, understood, with what its province had said before: its observations in base units and what is doubtful. */
export function normalise({ draft, own, reading }: OwnedReport, catalogue: Catalogue, earlier: Earlier): Prepared {
  const lines = draft.rows.map((row) => figuresOf(row, catalogue));
  const misfits = draft.findings.filter(({ nature }) => nature === 'held').length;
  const rows = lines.filter((line) => line.figures.length + line.findings.length > 0).length + misfits;
  // A blank form would otherwise stand in the place of the report that was sent before it.
  if (rows === 0) return refused(draft, {}, 'báo cáo không có số liệu nào; hãy kiểm tra lại và gửi tệp đầy đủ');
  const figures = lines.flatMap((line) => line.figures);
  const stated = draft.rows.flatMap((row) => row.stated.map(({ cell }) => cell));
  const notations = new Notations([...sureFigures(figures), ...stated.flatMap((cell) => sureCell(cell, catalogue))]);
  const sizes = new Sizes(figures, own.period, earlier, catalogue);
  const adding = new Adding(figures, catalogue);
  const read = settle(figures, { notations, sizes, adding, catalogue });
  const settled = [...read.values()].filter((each) => each !== null);
  const findings = [...notationFindings(read, sizes), ...unitFindings(settled, { sizes, adding, catalogue })];
  const { kept, findings: repeated } = sayingTheSame(settled);
  const all: Finding[] = [
    ...dateFindings(draft, own.period),
    ...draft.findings,
    ...oneForEachCause(lines.flatMap((line) => line.findings)),
    ...findings,
    ...repeated,
  ];
  const observations = kept.map(({ settled: one, also }) => observation(one, also));
  return {
    kind: 'prepared',
    ...own,
    reading,
    earlier: earlier.version,
    rows,
    rowsLoaded: new Set(kept.flatMap(({ settled: one, also }) => [one, ...also].map(({ figure }) => figure.row))).size,
    columns: draft.columns,
    observations,
    findings: [...all, ...check({ period: own.period, observations }, earlier, catalogue, all)],
  };
}

/** The notations that cells are surely written in: evidence for the rest of the file. */
function sureFigures(figures: readonly Figure[]) {
  return figures.flatMap(({ cell, candidates: [only, other] }) =>
    only?.notation && !other ? [{ cell, notation: only.notation }] : [],
  );
}

function sureCell(cell: Cell, catalogue: Catalogue) {
  const amount = readAmount(cell, catalogue);
  const [only, other] = amount.kind === 'amount' ? amount.readings : [];
  return only?.notation && !other ? [{ cell, notation: only.notation }] : [];
}

function observation({ figure, amount, choice }: Settled, also: readonly Settled[]): Observation {
  return {
    code: figure.indicator.code,
    sector: figure.sector,
    measure: figure.measure,
    amount,
    raw: figure.cell.text,
    unit: figure.unitText,
    unitFrom: figure.unitFrom,
    at: figure.cell.at,
    also: also.map((other) => other.figure.cell.at),
    conversion:
      [figure.conversion, choice?.scope === 'cell' ? choice.because : null].filter((part) => part).join('; ') || null,
    choice,
    stated:
      figure.measure === 'actual'
        ? figure.row.stated.map(({ what, cell }) => ({ what, raw: cell.text, at: cell.at }))
        : [],
    note: figure.row.note?.text ?? null,
  };
}
