import type { Catalogue } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { DraftReport } from '../../schemas/draft';
import type { Finding } from '../../schemas/finding';
import { mapOf, type Period, periodName } from '../../schemas/period';
import type { HandInOptions, Observation, Prepared, RefusedSubmission } from '../../schemas/submission';
import { fold, oneLine } from '../../schemas/text';
import { readAmount } from './amount';
import { figuresOf } from './figures';
import { notationOf, type Settled, settle } from './notation';
import { readDate, readDocument, readPeriod } from './period';
import { sayingTheSame } from './same';

/** One report, understood: its observations in base units and what is doubtful; or refused, where nobody can tell whose or of when it is. */
export function normalise(draft: DraftReport, options: HandInOptions, catalogue: Catalogue): Prepared {
  const refused = (sentence: string): RefusedSubmission => ({
    kind: 'refused',
    province: draft.province?.text ?? options.province ?? null,
    period: draft.period?.text ?? options.period ?? null,
    sentence,
  });
  const period = agreed(draft.period, options.period, readPeriod);
  if (period.kind === 'none')
    return refused('báo cáo không ghi kỳ báo cáo; hãy ghi, ví dụ: Kỳ báo cáo;6 tháng đầu năm 2021');
  if (period.kind === 'unknown')
    return refused(
      `không hiểu kỳ báo cáo "${oneLine(period.text)}"; hãy ghi như "6 tháng đầu năm 2021", "Quý I/2021" hoặc "Năm 2020"`,
    );
  if (period.kind === 'differs')
    return refused(
      `tệp ghi kỳ báo cáo "${oneLine(period.text)}", nhưng khi gửi lại chọn kỳ ${options.period}; hãy kiểm tra lại`,
    );

  const map = mapOf(period.value);
  const province = agreed(draft.province, options.province, (text) => catalogue.provinceOf(text, map));
  if (province.kind === 'none')
    return refused('báo cáo không ghi đơn vị báo cáo; hãy ghi, ví dụ: Đơn vị báo cáo;Liên minh HTX tỉnh Bắc Giang');
  if (province.kind === 'unknown') return refused(unknownProvince(province.text, period.value, catalogue));
  if (province.kind === 'differs')
    return refused(
      `tệp là của "${oneLine(province.text)}", nhưng khi gửi lại chọn tỉnh ${options.province}; hãy kiểm tra lại`,
    );
  if (draft.form !== null && !/b\s*01/i.test(draft.form.text)) {
    return refused(`tệp ghi mẫu biểu "${oneLine(draft.form.text)}"; chương trình nhận biểu B01`);
  }

  const lines = draft.rows.map((row) => figuresOf(row, catalogue));
  const misfits = draft.findings.filter(({ rule }) => rule === 'row.misfit').length;
  const rows = lines.filter((line) => line.figures.length + line.findings.length > 0).length + misfits;
  // A blank form would otherwise stand in the place of the report that was sent before it.
  if (rows === 0) return refused('báo cáo không có số liệu nào; hãy kiểm tra lại và gửi tệp đầy đủ');
  const figures = lines.flatMap((line) => line.figures);
  const stated = draft.rows.flatMap((row) => row.stated.map(({ cell }) => cell));
  const { settled, findings } = settle(
    figures,
    notationOf(
      figures,
      stated.flatMap((cell) => surely(cell, catalogue)),
    ),
    catalogue,
  );
  const { kept, findings: repeated } = sayingTheSame(settled);
  const document = draft.document === null ? { number: null, date: null } : readDocument(draft.document.text);
  const all: Finding[] = [...draft.findings, ...lines.flatMap((line) => line.findings), ...findings, ...repeated];
  return {
    kind: 'prepared',
    province: province.value,
    period: period.value,
    form: 'B01',
    documentNumber: document.number,
    documentDate: document.date,
    asOf: draft.asOf === null ? null : readDate(draft.asOf.text),
    sample: draft.nature !== null && fold(draft.nature.text).includes('mau'),
    reading: null,
    rows,
    rowsLoaded: new Set(kept.flatMap(({ settled: one, also }) => [one, ...also].map(({ figure }) => figure.row))).size,
    observations: kept.map(({ settled: one, also }) => observation(one, also)),
    findings: all,
  };
}

type Agreed<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'differs'; readonly text: string };

/** What the file says and what was said at hand-in have to mean the same, where both are there. */
function agreed<T extends string>(
  cell: Cell | null,
  option: string | undefined,
  read: (text: string) => T | null,
): Agreed<T> {
  const texts = [cell?.text, option].filter((text): text is string => text !== undefined && text.trim() !== '');
  const values = texts.map(read);
  const unknown = texts.find((_, index) => values[index] === null);
  if (unknown !== undefined) return { kind: 'unknown', text: unknown };
  const [first, second] = values;
  if (first === undefined || first === null) return { kind: 'none' };
  return second !== undefined && second !== first
    ? { kind: 'differs', text: texts[0] ?? '' }
    : { kind: 'value', value: first };
}

/** A name that was right on another map gets the reason with it. */
function unknownProvince(text: string, period: Period, catalogue: Catalogue): string {
  const old = catalogue.provinceOf(text, '63');
  const successor = old === null ? null : (catalogue.provinces.get(old)?.successor ?? null);
  if (mapOf(period) === '34' && successor !== null) {
    const name = catalogue.provinces.get(successor)?.names[0]?.name;
    return `từ 01/7/2025 không còn đơn vị "${oneLine(text)}" (nay thuộc ${name}); số liệu ${periodName(period)} phải báo cáo theo ${name}`;
  }
  return `không có tỉnh, thành phố nào tên "${oneLine(text)}"; hãy ghi đúng tên tỉnh hoặc mã GSO hai chữ số ở dòng "Đơn vị báo cáo"`;
}

/** The notation that a stated comparison is surely written in; evidence for the rest of the file. */
function surely(cell: Cell, catalogue: Catalogue) {
  const amount = readAmount(cell, catalogue);
  return amount.kind === 'amount' && amount.readings.length === 1
    ? amount.readings.map((reading) => reading.notation)
    : [];
}

function observation({ figure, amount, because }: Settled, also: readonly Settled[]): Observation {
  return {
    code: figure.indicator.code,
    sector: figure.sector,
    measure: figure.measure,
    amount,
    raw: figure.cell.text,
    unit: figure.unitText,
    at: figure.cell.at,
    also: also.map((other) => other.figure.cell.at),
    conversion: [figure.conversion, because].filter((part) => part !== null).join('; ') || null,
    stated:
      figure.measure === 'actual'
        ? figure.row.stated.map(({ what, cell }) => ({ what, raw: cell.text, at: cell.at }))
        : [],
    note: figure.row.note?.text ?? null,
  };
}
