import type { Catalogue } from '../../schemas/catalogue';
import { placeName } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import type { ReportedFigure, ReportedFile } from '../../schemas/submission';
import { oneLine } from '../../schemas/text';

/** So many figures are named; of the others the number is. */
const mostNamed = 5;

/**
 * What is to be settled about a report that takes the place of another: figures that it leaves out and, where both bear the
 * number of one document and so are one report by two channels, each figure in which they differ.
 */
export function revisionFindings(before: ReportedFile, after: ReportedFile, catalogue: Catalogue): Finding[] {
  const key = ({ code, sector, measure }: ReportedFigure) => `${code} ${sector} ${measure}`;
  const now = new Map(after.figures.map((figure) => [key(figure), figure]));
  const left = before.figures.filter((figure) => !now.has(key(figure)));
  const isOneReport = before.documentNumber !== null && before.documentNumber === after.documentNumber;
  const differing = before.figures.flatMap((was) => {
    const is = now.get(key(was));
    return isOneReport && is && !is.amount.equals(was.amount) ? [differs(was, is, before, after, catalogue)] : [];
  });
  return [...(left.length > 0 ? [leftOut(left, before, catalogue)] : []), ...differing];
}

function leftOut(left: readonly ReportedFigure[], before: ReportedFile, catalogue: Catalogue): Finding {
  const [first] = left as [ReportedFigure];
  const names = left
    .slice(0, mostNamed)
    .map((figure) => `${nameOf(figure, catalogue)} "${oneLine(figure.raw)}" (${placeName(figure.at)})`);
  const more = left.length > mostNamed ? ` và ${left.length - mostNamed} số khác` : '';
  return {
    rule: 'revision.left_out',
    severity: 'warning',
    code: left.length === 1 ? first.code : null,
    sector: left.length === 1 ? first.sector : null,
    at: null,
    raw: null,
    message: `Báo cáo này thay báo cáo ${before.submission} (tệp "${oneLine(before.file)}") nhưng không còn ${left.length} số mà báo cáo trước có: ${names.join('; ')}${more}. Hãy bổ sung, hoặc xác nhận là bỏ.`,
    proposal: null,
  };
}

function differs(
  was: ReportedFigure,
  is: ReportedFigure,
  before: ReportedFile,
  after: ReportedFile,
  catalogue: Catalogue,
): Finding {
  const cell = (figure: ReportedFigure, { file }: ReportedFile) =>
    `"${oneLine(figure.raw)}" ${figure.raw.includes(figure.unit) ? '' : `${oneLine(figure.unit)} `}(tệp "${oneLine(file)}", ${placeName(figure.at)})`;
  return {
    rule: 'revision.differs',
    severity: 'warning',
    code: is.code,
    sector: is.sector,
    at: is.at,
    raw: is.raw,
    message: `Hai tệp cùng số văn bản "${oneLine(after.documentNumber ?? '')}" nhưng ghi khác nhau về ${nameOf(is, catalogue)}: ${cell(was, before)} và ${cell(is, after)}. Đang dùng số sau; hãy xác nhận số đúng.`,
    proposal: null,
  };
}

function nameOf({ code, sector, measure }: ReportedFigure, catalogue: Catalogue): string {
  const place = sector === 'all' ? '' : `, ${catalogue.sectors.get(sector)?.label}`;
  return `chỉ tiêu "${catalogue.indicators.get(code)?.label}${place}"${measure === 'plan' ? ' (kế hoạch)' : ''}`;
}
