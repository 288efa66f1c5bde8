import type { Catalogue } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import { fold } from '../../schemas/text';
import { readNumber } from '../normalise/number';
import { isFilled } from './column';
import { markOf } from './mark';
import type { BodyRow, Table } from './tables';

/**
 * The rows of a table without what stands below it: who signed, who gets a copy, when and where. It begins with a line that
 * says so, and holds no line of the table any more.
 */
export function withoutFooter({ header, body }: Table, catalogue: Catalogue): readonly BodyRow[] {
  const isLine = ({ cells }: BodyRow) => {
    const of = (...roles: string[]) => cells.filter((_, index) => roles.includes(header.columns[index]?.role ?? ''));
    const [number, label] = [of('number')[0]?.text ?? '', of('label', 'code').find(isFilled)];
    if (label === undefined) return false;
    const figures = of('value', 'plan').some(({ text }) => readNumber(text).kind === 'number');
    return figures || of('unit').some(({ text }) => catalogue.unitOf(text) !== null) || isNumbered(number);
  };
  const start = body.findLastIndex(isLine) + 1;
  const end = body.findIndex(({ cells }, index) => index >= start && cells.some(closes));
  return end < 0 ? body : body.slice(0, end);
}

const isNumbered = (number: string) => number.length <= 6 && markOf(number, '') !== null;

const closing =
  /^(noi nhan|nguoi (lap|bao cao|tong hop|ky)|can bo (lap|tong hop)|ke toan|thu truong|giam doc|pho giam doc|chu tich|pho chu tich|chanh van phong|tm|kt|tl|tuq|xac nhan|ky ten|ky (va )?(ghi ro|dong dau)|da ky|ghi chu|trang \d+)( |$)/;

/** `Nơi nhận:`, `TM. BAN THƯỜNG VỤ`, `Hưng Yên, ngày 20 tháng 6 năm 2022`. */
const closes = ({ text }: Cell) =>
  text.length <= 300 &&
  (closing.test(fold(text)) || /(^|,\s*)ngày .{1,4} tháng .{1,4} năm/i.test(text.normalize('NFC')));
