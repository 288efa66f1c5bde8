import type { Catalogue } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import { type Period, yearOf } from '../../schemas/period';
import { isFigure, measured } from '../../schemas/register';
import { excerpt } from '../../schemas/text';

function finding(rule: string, nature: Finding['nature'], header: Cell, message: string): Finding {
  return { rule, nature, code: null, sector: null, at: header.at, raw: header.text, message, proposal: null };
}

/** A column of money whose unit nobody understands is a loss; any other may well be the reporter's own. */
export function unknownColumn(header: Cell, catalogue: Catalogue): Finding {
  const name = excerpt(header.text);
  const money = catalogue.register.columnOf(name.replace(/[(,;:[].*$/, ''));
  return money !== null && isFigure(money) && measured[money] !== 'count'
    ? finding(
        'unit.unknown',
        'held',
        header,
        `Không hiểu đơn vị tính trong tiêu đề cột "${name}"; hãy ghi như "(triệu đồng)". Cột này chưa được nạp.`,
      )
    : finding('column.unknown', 'remark', header, `Cột "${name}" không có trong biểu B02 nên không được đọc.`);
}

/** Two columns of one meaning: only the first is read. */
export const secondColumn = (header: Cell, first: Cell) =>
  finding(
    'column.twice',
    'doubt',
    header,
    `Cột "${excerpt(header.text)}" cùng nghĩa với cột "${excerpt(first.text)}"; chỉ cột "${excerpt(first.text)}" được đọc. Hãy bỏ cột thừa.`,
  );

/** It names another year than the report's, and no column names that one. */
export const otherYear = (header: Cell, year: string | undefined, period: Period) =>
  finding(
    'column.other_year',
    'doubt',
    header,
    `Cột "${excerpt(header.text)}" ghi năm ${year}, khác với kỳ báo cáo (năm ${yearOf(period)}); đã đọc như số của kỳ báo cáo. Hãy kiểm tra lại tiêu đề cột hoặc kỳ báo cáo.`,
  );
