import type { Catalogue } from '../../schemas/catalogue';
import { type Grid, sheetName } from '../../schemas/cell';
import type { DraftReport } from '../../schemas/draft';
import type { Finding } from '../../schemas/finding';
import { mapOf } from '../../schemas/period';
import { fold } from '../../schemas/text';
import { readPeriod } from '../normalise/period';
import { reportsInGrid } from './grid';
import { roundedCells } from './rounded';

/**
 * The reports on all sheets of a workbook, or in the one grid of a CSV. Sheets without a form are passed over, and so are
 * blank forms beside filled ones; the first report says which. Null where no sheet has a form.
 */
export function reportsInSheets(
  grids: readonly Grid[],
  catalogue: Catalogue,
  said: string | undefined,
): DraftReport[] | null {
  const { read, superseded } = withoutHidden(
    grids.map((grid) => ({ grid, reports: reportsInGrid(grid, catalogue, said) })),
    catalogue,
    said,
  );
  const forms = read.flatMap(({ reports }) => (reports === null ? [] : [reports]));
  if (forms.length === 0) return null;
  const filled = forms.some((reports) => !isBlank(reports));
  const taken = forms
    .filter((reports) => !filled || !isBlank(reports))
    .flat()
    .map((report) => ({ ...report, findings: [...report.findings, ...roundedCells(report)] }));
  const without = read.filter(({ grid, reports }) => reports === null && grid.rows.some((row) => row.length > 0));
  const blank = read.filter(({ reports }) => filled && reports !== null && isBlank(reports));
  const [first, ...others] = taken;
  if (first === undefined) return [];
  const notes = [
    ...passedOver(without, 'không có biểu B01'),
    ...passedOver(blank, 'có biểu B01 nhưng chưa điền số liệu'),
    ...passedOver(superseded, 'trang bị ẩn, và báo cáo của cùng tỉnh, cùng kỳ có ở trang khác'),
  ];
  return [{ ...first, findings: [...first.findings, ...notes] }, ...others];
}

interface Sheet {
  readonly grid: Grid;
  readonly reports: DraftReport[] | null;
}

/** What a hidden sheet reports, an old one mostly, gives way to a report of the same province and period that everybody sees. */
function withoutHidden(
  sheets: readonly Sheet[],
  catalogue: Catalogue,
  said: string | undefined,
): { read: readonly Sheet[]; superseded: readonly Sheet[] } {
  const whoseOf = ({ province, period }: DraftReport) => {
    const own = readPeriod(period?.text ?? said ?? '');
    const id = own && catalogue.provinceOf(province?.text ?? '', mapOf(own));
    return `${id ?? fold(province?.text ?? '')} ${own ?? fold(period?.text ?? '')}`;
  };
  const isHidden = ({ grid }: Sheet) => grid.frame?.hidden === true;
  const seen = new Set(
    sheets.filter((sheet) => !isHidden(sheet)).flatMap(({ reports }) => (reports ?? []).filter(isFilled).map(whoseOf)),
  );
  const isSuperseded = (sheet: Sheet) =>
    isHidden(sheet) && (sheet.reports ?? []).some((report) => seen.has(whoseOf(report)));
  return {
    read: sheets.flatMap((sheet) => {
      if (!isSuperseded(sheet)) return sheet;
      const reports = (sheet.reports ?? []).filter((report) => !seen.has(whoseOf(report)));
      return reports.length === 0 ? [] : { ...sheet, reports };
    }),
    superseded: sheets.filter(isSuperseded),
  };
}

const isFilled = (report: DraftReport) => !isBlank([report]);

/** Not one figure, and nothing that hides one. */
const isBlank = (reports: readonly DraftReport[]) =>
  reports.every(
    ({ rows, findings }) =>
      rows.every(({ value, plan }) => value === null && plan === null) &&
      findings.every(({ nature }) => nature !== 'held'),
  );

/** Which sheets were not read, so that nobody thinks they were. */
export function passedOver(read: readonly { readonly grid: Grid }[], why: string): Finding[] {
  const names = read.flatMap(({ grid: { sheet } }) => (sheet === undefined ? [] : [sheetName(sheet)]));
  if (names.length === 0) return [];
  return [
    {
      rule: 'sheet.passed_over',
      nature: 'remark',
      code: null,
      sector: null,
      at: null,
      raw: null,
      message: `Không đọc ${names.join(', ')} vì ${why}.`,
      proposal: null,
    },
  ];
}
