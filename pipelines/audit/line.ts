import { placeName } from '../../schemas/cell';
import { plain } from '../../schemas/decimal';
import { type Rational, rational, rounded } from '../../schemas/rational';
import { excerpt } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';
import { isPercentage, type PrintedCell } from './cell';
import type { Fault, Kind } from './fault';
import type { Oversized } from './magnitude';
import { likelySlip } from './slip';

/** A printed cell that disagrees, as the contract names it; `recomputed` is a plain decimal in the printed unit. */
export interface AuditLine {
  readonly code: string;
  readonly sector: string;
  readonly column: string;
  readonly kind: Kind;
  readonly printed: string;
  readonly recomputed: string;
  readonly message: string;
}

/** The line on a cell that disagrees with others. */
export function faultLine(fault: Fault): AuditLine {
  const { cell, kind, recomputed } = fault;
  const right = inOwnUnit(cell, recomputed);
  const formulas = fault.checks.map((check) =>
    check.terms[0].cell === cell ? check.words : said(check.terms[0].cell),
  );
  const slip = kind === 'wrong' ? likelySlip(inOwnUnit(cell, rational(cell.value)), right) : null;
  const words = [`vì ${formulas.join('; ')}`, reasons[kind](fault), ...(slip === null ? [] : [slip])];
  return lineOf(cell, kind, right, words);
}

/** The line on a figure in a wrong unit. */
export function unitLine({ cell, factor, words }: Oversized): AuditLine {
  const right = plain(cell.value.times(factor).div(cell.unit.factor));
  return lineOf(cell, 'unit', right, [words, `gần như chắc chắn là sai đơn vị (đơn vị đã ghi: ${cell.unit.name})`]);
}

function lineOf(cell: PrintedCell, kind: Kind, recomputed: string, words: readonly string[]): AuditLine {
  const { indicator, sector, header, written } = cell;
  return {
    code: indicator.code,
    sector,
    column: header,
    kind,
    printed: written.text,
    recomputed,
    message: `${indicator.code} ${sector}, ${header} (${placeName(written.at)}): ghi "${excerpt(written.text)}", tính lại ${vietnameseNumber(recomputed)}${unitOf(cell)}; ${words.join('; ')}.`,
  };
}

function unitOf({ column, unit }: PrintedCell): string {
  if (unit.dimension !== 'percent') return ` ${unit.name}`;
  return column === 'change' || column === 'plan_change' ? ' điểm phần trăm' : '%';
}

/** How sure it is, and what may have happened. */
const reasons: Readonly<Record<Kind, (fault: Fault) => string>> = {
  wrong: ({ checks, otherwise }) => {
    if (checks.length > 1) return `gần như chắc chắn ô này sai: sửa một ô này thì ${checks.length} phép tính đều khớp`;
    const other = otherwise && inOwnUnit(otherwise.cell, otherwise.value);
    // Half a cooperative cannot be: then the other figure has no way to be the wrong one.
    if (otherwise === null || other === inOwnUnit(otherwise.cell, rational(otherwise.cell.value)))
      return 'chắc chắn có số sai';
    return `chắc chắn có một số sai, có lẽ là ô này; nếu ô này đúng thì ${otherwise.cell.indicator.code} ${otherwise.cell.header} phải là ${vietnameseNumber(other ?? '')}`;
  },
  cut: () => 'gần như chắc chắn các chữ số sau bị cắt bỏ, không được làm tròn',
  growth: () => 'gần như chắc chắn đây là mức tăng, không phải phần trăm so với số gốc (thiếu 100)',
  sum: ({ checks }) =>
    checks.length > 1
      ? `gần như chắc chắn số tổng sai: sửa một ô này thì ${checks.length} phép tính đều khớp`
      : 'chắc chắn tổng hoặc một phần sai',
  flow: () => 'chắc chắn mức tăng giảm, số thành lập mới hoặc số giải thể sai',
  unit: () => '',
};

const said = ({ indicator, header, written }: PrintedCell) =>
  `${indicator.code} ${header} ghi "${excerpt(written.text.trim())}"`;

/** What was summed stands unrounded; a quotient has the digits that are printed, a percentage one decimal at least. */
function inOwnUnit({ unit, column, decimals }: PrintedCell, { num, den }: Rational): string {
  if (den.eq('1')) return plain(num.div(unit.factor));
  const isShare = isPercentage(column) || unit.dimension === 'percent';
  return rounded({ num, den: den.times(unit.factor) }, isShare ? Math.max(1, decimals) : decimals);
}
