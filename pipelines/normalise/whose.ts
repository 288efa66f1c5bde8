import type { Catalogue } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { DraftReport } from '../../schemas/draft';
import { mapOf, type Period, periodName } from '../../schemas/period';
import type { Form, HandInOptions, PreparedSubmission, RefusedSubmission } from '../../schemas/submission';
import { excerpt, fold } from '../../schemas/text';
import { readDate, readDocument, readPeriod } from './period';

/** What a report says of itself, as cells. */
type Heading = Omit<DraftReport, 'columns' | 'rows' | 'findings'>;

/** Whose and of when a report is. */
export type Whose = Pick<
  PreparedSubmission,
  'province' | 'period' | 'form' | 'documentNumber' | 'documentDate' | 'asOf' | 'sample'
>;

/** Whose and of when a report on this form is; refused where nobody can tell, or where it is on another form. */
export function whose(
  draft: Heading,
  form: Form,
  options: HandInOptions,
  catalogue: Catalogue,
): Whose | RefusedSubmission {
  const no = (sentence: string) => refused(draft, options, sentence);
  // Whoever hands a file in may say what its own words leave open.
  const unclear = draft.period !== null && readPeriod(draft.period.text) === null;
  const period = agreed(unclear && options.period ? null : draft.period, options.period, readPeriod);
  if (period.kind === 'none')
    return no('báo cáo không ghi kỳ báo cáo; hãy ghi, ví dụ: Kỳ báo cáo;6 tháng đầu năm 2021');
  if (period.kind === 'unknown')
    return no(
      `không hiểu kỳ báo cáo "${excerpt(period.text)}"; hãy ghi như "6 tháng đầu năm 2021", "Quý I/2021" hoặc "Năm 2020"`,
    );
  if (period.kind === 'differs')
    return no(
      `tệp ghi kỳ báo cáo "${excerpt(period.text)}", nhưng khi gửi lại chọn kỳ ${excerpt(options.period ?? '')}; hãy kiểm tra lại`,
    );

  const map = mapOf(period.value);
  const province = agreed(draft.province, options.province, (text) => catalogue.provinceOf(text, map));
  if (province.kind === 'none')
    return no('báo cáo không ghi đơn vị báo cáo; hãy ghi, ví dụ: Đơn vị báo cáo;Liên minh HTX tỉnh Bắc Giang');
  if (province.kind === 'unknown') return no(unknownProvince(province.text, period.value, catalogue));
  if (province.kind === 'differs')
    return no(
      `tệp là của "${excerpt(province.text)}", nhưng khi gửi lại chọn tỉnh ${excerpt(options.province ?? '')}; hãy kiểm tra lại`,
    );
  if (draft.form !== null && !isForm(draft.form.text, form)) {
    return no(
      `tệp ghi mẫu biểu "${excerpt(draft.form.text)}", nhưng bảng trong tệp là của biểu ${form}; hãy kiểm tra lại`,
    );
  }

  const document = draft.document === null ? { number: null, date: null } : readDocument(draft.document.text);
  return {
    province: province.value,
    period: period.value,
    form,
    documentNumber: document.number,
    documentDate: document.date,
    asOf: draft.asOf === null ? null : readDate(draft.asOf.text),
    sample: draft.nature !== null && fold(draft.nature.text).includes('mau'),
  };
}

/** The refusal of a report, with what is known of whose it is. */
export function refused(draft: Heading, options: HandInOptions, sentence: string): RefusedSubmission {
  return {
    kind: 'refused',
    province: draft.province?.text ?? options.province ?? null,
    period: draft.period?.text ?? options.period ?? null,
    sentence,
  };
}

/** `B01`, `Biểu b 01`, `Mẫu B-01`: whether it is this form's name. */
export function isForm(text: string, form: Form): boolean {
  return fold(text).replaceAll(' ', '').includes(form.toLowerCase());
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
    return `từ 01/7/2025 không còn đơn vị "${excerpt(text)}" (nay thuộc ${name}); số liệu ${periodName(period)} phải báo cáo theo ${name}`;
  }
  return `không có tỉnh, thành phố nào tên "${excerpt(text)}"; hãy ghi đúng tên tỉnh hoặc mã GSO hai chữ số ở dòng "Đơn vị báo cáo"`;
}
