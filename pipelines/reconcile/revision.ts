import type { Catalogue } from '../../schemas/catalogue';
import { placeName } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import type { ReportedFigure, ReportedFile } from '../../schemas/submission';
import { excerpt } from '../../schemas/text';

/** So many figures are named in one sentence; of the others the number is. */
const mostNamed = 5;
/** So many figures that differ are findings of their own; the others are one together. */
const mostApart = 20;

/**
 * What is to be settled about a report that takes the place of others, the last one first: figures that it leaves out, also
 * those that the last one did; and, where it bears the number of the last one's document and so is one report by two
 * channels, each figure in which they differ.
 */
export function revisionFindings(
  before: readonly [ReportedFile, ...ReportedFile[]],
  after: ReportedFile,
  catalogue: Catalogue,
): Finding[] {
  const now = figuresByKey(after);
  const [last] = before;
  const isOneReport = last.documentNumber !== null && last.documentNumber === after.documentNumber;
  const differing = last.figures.flatMap((was): [ReportedFigure, ReportedFigure][] => {
    const is = now.get(key(was));
    return isOneReport && is && !is.amount.equals(was.amount) ? [[was, is]] : [];
  });
  const rest = differing.slice(mostApart).map(([, is]) => is);
  const said = new Set(now.keys());
  const left = before.flatMap((each) => {
    const missing = each.figures.filter((figure) => !said.has(key(figure)));
    for (const figure of missing) said.add(key(figure));
    return missing.length > 0 ? [leftOut(missing, each, each === last, catalogue)] : [];
  });
  return [
    ...left,
    ...differing.slice(0, mostApart).map(([was, is]) => differs(was, is, last, after, catalogue)),
    ...(rest.length > 0 ? [alsoDiffer(rest, last, after, catalogue)] : []),
  ];
}

const key = ({ code, sector, measure }: ReportedFigure) => `${code} ${sector} ${measure}`;
const figuresByKey = ({ figures }: ReportedFile) => new Map(figures.map((figure) => [key(figure), figure]));

function leftOut(
  left: readonly ReportedFigure[],
  before: ReportedFile,
  isLast: boolean,
  catalogue: Catalogue,
): Finding {
  const [first] = left as [ReportedFigure];
  const whose = `báo cáo ${before.submission} (tệp "${excerpt(before.file)}")`;
  const what = `${left.length} số`;
  const lacks = isLast
    ? `Báo cáo này thay ${whose} nhưng không còn ${what} mà báo cáo trước có`
    : `Báo cáo này, cũng như báo cáo ngay trước nó, không có ${what} mà ${whose} có`;
  return {
    rule: 'revision.left_out',
    nature: 'doubt',
    code: left.length === 1 ? first.code : null,
    sector: left.length === 1 ? first.sector : null,
    at: null,
    raw: null,
    message: `${lacks}: ${named(left, catalogue)}. Hãy bổ sung, hoặc xác nhận là bỏ.`,
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
    `"${excerpt(figure.raw)}" ${figure.raw.includes(figure.unit) ? '' : `${excerpt(figure.unit)} `}(tệp "${excerpt(file)}", ${placeName(figure.at)})`;
  return {
    rule: 'revision.differs',
    nature: 'doubt',
    code: is.code,
    sector: is.sector,
    at: is.at,
    raw: is.raw,
    message: `Hai tệp cùng số văn bản "${excerpt(after.documentNumber ?? '')}" nhưng ghi khác nhau về ${nameOf(is, catalogue)}: ${cell(was, before)} và ${cell(is, after)}. Đang dùng số sau; hãy xác nhận số đúng.`,
    proposal: null,
  };
}

function alsoDiffer(
  rest: readonly ReportedFigure[],
  before: ReportedFile,
  after: ReportedFile,
  catalogue: Catalogue,
): Finding {
  return {
    rule: 'revision.differs',
    nature: 'doubt',
    code: null,
    sector: null,
    at: null,
    raw: null,
    message: `Hai tệp cùng số văn bản "${excerpt(after.documentNumber ?? '')}" ("${excerpt(before.file)}" và "${excerpt(after.file)}") còn ghi khác nhau ${rest.length} số nữa: ${named(rest, catalogue)}. Đang dùng số của tệp sau; hãy xác nhận tệp đúng.`,
    proposal: null,
  };
}

/** The first few with their places, and how many more there are. */
function named(figures: readonly ReportedFigure[], catalogue: Catalogue): string {
  const names = figures
    .slice(0, mostNamed)
    .map((figure) => `${nameOf(figure, catalogue)} "${excerpt(figure.raw)}" (${placeName(figure.at)})`);
  const more = figures.length > mostNamed ? ` và ${figures.length - mostNamed} số khác` : '';
  return `${names.join('; ')}${more}`;
}

function nameOf({ code, sector, measure }: ReportedFigure, catalogue: Catalogue): string {
  const place = sector === 'all' ? '' : `, ${catalogue.sectors.get(sector)?.label}`;
  return `chỉ tiêu "${catalogue.indicators.get(code)?.label}${place}"${measure === 'plan' ? ' (kế hoạch)' : ''}`;
}
