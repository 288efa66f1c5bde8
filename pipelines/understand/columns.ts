import { placeName } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import { isTerm, type Period, periodName, yearOf } from '../../schemas/period';
import { excerpt, fold } from '../../schemas/text';
import type { Column } from './column';
import type { BodyRow } from './tables';

/** Which of a table's columns are read: of several for one thing the one of the report's own year; and what was doubtful about that. */
export function columnsToRead(
  columns: readonly Column[],
  body: readonly BodyRow[],
  period: Period | null,
): { columns: readonly Column[]; findings: Finding[] } {
  const own = cumulative(ofThePeriod(columns, period));
  const filled = own.filter((_, index) => body.some(({ cells }) => cells[index]?.text.trim()));
  const rivals = (['value', 'plan'] as const).map((role) => filled.filter((column) => column.role === role));
  const surplus = new Set(rivals.flatMap(([, ...others]) => others));
  const read = own.map((column) => (surplus.has(column) ? { ...column, role: null } : column));
  return {
    columns: read,
    findings: [
      ...filled.flatMap(unknownColumn),
      ...rivals.flatMap(severalColumns),
      ...otherPeriods(read, period),
      ...quartersAlone(columns, read),
    ],
  };
}

/** Whether a header names another year than the report's, or of its values other months or quarters; nothing where it names none. */
function isOther({ header, role }: Column, period: Period): boolean {
  const year = /\b(?:19|20)\d\d\b/.exec(header.text)?.[0];
  if (year !== undefined && Number(year) !== yearOf(period)) return true;
  const named = quarterOf(header);
  return role === 'value' && named !== null && !isTerm(period) && !period.endsWith(`Q${named}`);
}

/** `6 tháng`, `quý II`, `đến 30/6`: at which quarter's end the figures of a column stand. */
function quarterOf({ text }: Column['header']): number | null {
  const name = ` ${fold(text)} `;
  const quarter = / quy (i{1,3}|iv|[1-4]) /.exec(name)?.[1];
  if (quarter !== undefined) return { i: 1, ii: 2, iii: 3, iv: 4 }[quarter] ?? Number(quarter);
  const months = (/ (3|6|9|12) ?t(?:hang)? /.exec(name) ?? / den (?:ngay )?3[01] 0?(3|6|9|12) /.exec(name))?.[1];
  return months === undefined ? null : Number(months) / 3;
}

/** Beside what was done within the quarter stands what was done since January, which is what a report gives. */
function cumulative(columns: readonly Column[]): readonly Column[] {
  const isCumulative = ({ role, header }: Column) => role === 'value' && fold(header.text).includes('luy ke');
  if (!columns.some(isCumulative)) return columns;
  return columns.map((column) =>
    column.role === 'value' && !isCumulative(column) ? { ...column, role: null } : column,
  );
}

/** Of `Thực hiện năm 2019` and `Thực hiện năm 2020`, or of two plans, the one of another period than the report's is not read. */
function ofThePeriod(columns: readonly Column[], period: Period | null): readonly Column[] {
  if (period === null) return columns;
  const isOwn = (column: Column) => !isOther(column, period);
  return columns.map((column) => {
    const { role } = column;
    const rival = (role === 'value' || role === 'plan') && columns.some((each) => each.role === role && isOwn(each));
    return rival && !isOwn(column) ? { ...column, role: null } : column;
  });
}

/** Nothing tells which of them is the report's own: the first is read, and somebody has to look. */
function severalColumns([first, ...others]: readonly Column[]): Finding[] {
  if (first === undefined || others.length === 0) return [];
  const names = others.map(({ header }) => `"${excerpt(header.text)}" (${placeName(header.at)})`).join(', ');
  return [
    {
      ...aboutColumn(first, 'column.several'),
      nature: 'doubt',
      message: `Bảng có nhiều cột cho cùng một loại số liệu: đã đọc cột "${excerpt(first.header.text)}" (${placeName(first.header.at)}), không đọc cột ${names}. Hãy kiểm tra lại, và chỉ giữ cột của kỳ báo cáo nếu đã đọc nhầm.`,
    },
  ];
}

/** A value column that names another period than the report's, and has no rival: read, but somebody has to look. */
function otherPeriods(columns: readonly Column[], period: Period | null): Finding[] {
  return columns.flatMap((column) => {
    const { role, header } = column;
    if (period === null || (role !== 'value' && role !== 'plan') || !isOther(column, period)) return [];
    return {
      ...aboutColumn(column, 'column.other_year'),
      nature: 'doubt',
      message: `Cột "${excerpt(header.text)}" (${placeName(header.at)}) không phải của kỳ báo cáo (${periodName(period)}); đã đọc như số của kỳ báo cáo. Hãy kiểm tra lại tiêu đề cột hoặc kỳ báo cáo.`,
    };
  });
}

/** `Quý I`, `Quý II` side by side: each is of its own quarter, where a report gives what was done since January. */
function quartersAlone(columns: readonly Column[], read: readonly Column[]): Finding[] {
  const isQuarter = ({ role, header }: Column) =>
    role === 'value' && / quy /.test(` ${fold(header.text)}`) && !fold(header.text).includes('luy ke');
  const [first, second] = columns.filter(isQuarter);
  const own = read.find(isQuarter);
  if (first === undefined || second === undefined || own === undefined || quarterOf(own.header) === 1) return [];
  return [
    {
      ...aboutColumn(own, 'column.quarter_alone'),
      nature: 'doubt',
      message: `Bảng có nhiều cột quý; đã đọc cột "${excerpt(own.header.text)}" (${placeName(own.header.at)}) như số lũy kế từ đầu năm. Nếu cột này chỉ là của riêng một quý, hãy gửi lại với cột lũy kế từ đầu năm.`,
    },
  ];
}

/** A column that holds something and has no header that anybody knows. */
function unknownColumn(column: Column): Finding[] {
  if (column.role !== null) return [];
  const name = excerpt(column.header.text);
  const place = placeName(column.header.at);
  return [
    {
      ...aboutColumn(column, 'column.unknown'),
      nature: 'remark',
      message: name
        ? `Cột "${name}" (${place}) không có trong biểu B01, hoặc là của kỳ khác, nên không được đọc.`
        : `Cột không có tiêu đề (${place}) nên không được đọc.`,
    },
  ];
}

const aboutColumn = ({ header }: Column, rule: string) => ({
  rule,
  code: null,
  sector: null,
  at: header.at,
  raw: header.text,
  proposal: null,
});
