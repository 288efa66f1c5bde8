import type { Catalogue } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import { isFilled, stacked, type TitleEnds } from '../understand/column';
import { choiceIn } from './choices';
import { isRegisterHeader, meaningOf } from './header';

type Row = readonly Cell[];

/** The rows from `first` to `last` (counted from 0) that name the columns, and what they name them together. */
export interface HeaderRows {
  readonly first: number;
  readonly last: number;
  readonly names: readonly Cell[];
}

const mostRows = 3;

/**
 * The first header of a register among the rows: one row, or up to three where titles stand over divided columns, as
 * `Vốn (triệu đồng)` over `Điều lệ | Doanh thu`. Null where there is none.
 */
export function headerRowsIn(rows: readonly Row[], ends: TitleEnds, catalogue: Catalogue): HeaderRows | null {
  for (const [anchor, row] of rows.entries()) {
    const name = row.findIndex(({ text }) => catalogue.register.columnOf(text) === 'name');
    if (name === -1) continue;
    let first = anchor;
    let last = anchor;
    while (last - first + 1 < mostRows && divides(rows[last + 1] ?? [], row, name)) last += 1;
    if (first > 0 && last === anchor && isTitle(rows[first - 1] ?? [], row, name)) first -= 1;
    const several = namedBy(rows.slice(first, last + 1), ends, catalogue);
    if (last > first && isRegisterHeader(several, catalogue) && counts(several, catalogue) > counts(row, catalogue))
      return { first, last, names: several };
    if (isRegisterHeader(row, catalogue)) return { first: anchor, last: anchor, names: row };
  }
  return null;
}

/** How many columns have a name with a meaning, and how many of those a unit. */
const counts = (names: Row, catalogue: Catalogue) =>
  names.reduce((sum, { text }) => {
    const meaning = meaningOf(text, catalogue);
    return sum + (meaning === null ? Number(choiceIn(text, catalogue) !== null) : meaning.unit === null ? 1 : 2);
  }, 0);

/** A row below that has no cooperative in it, only names. */
const divides = (row: Row, above: Row, name: number) =>
  row.some(isFilled) && row.every(mayName) && (!isFilled(row[name]) || row[name]?.text === above[name]?.text);

/** A row above with titles over columns that have names, and none over that of the cooperatives' names. */
const isTitle = (row: Row, names: Row, name: number) =>
  row.some(isFilled) &&
  row.every((cell, column) => !isFilled(cell) || (mayName(cell) && column > name && isFilled(names[column])));

const mayName = ({ text }: Cell) => text.length <= 200 && !/^[-+~(]*\d[\d.,\s%)]*$/.test(text.trim());

function namedBy(rows: readonly Row[], ends: TitleEnds, catalogue: Catalogue): Cell[] {
  return stacked(rows, ends).map((stack, column) => {
    const text = nameOf(stack, catalogue);
    const last = stack.at(-1)?.cell ?? rows.at(-1)?.[column] ?? rows[0]?.[column];
    return { literal: false, at: { row: 0, column: column + 1 }, ...last, text };
  });
}

type Stack = ReturnType<typeof stacked>[number];

/** What the names one below the other come to: the first way to put them together that means something. */
function nameOf(stack: Stack, catalogue: Catalogue): string {
  const texts = stack.map(({ text }) => text.trim());
  const own = texts.at(-1) ?? '';
  const title = stack.find(({ shared }) => shared)?.text.trim();
  const choice = title === undefined ? null : `${title}: ${own}`;
  if (choice !== null && choiceIn(choice, catalogue) !== null) return choice;
  const unit = texts.map((text) => unitIn(text, catalogue)).findLast((each) => each !== null) ?? null;
  const bare = texts.map((text) => (unitIn(text, catalogue) === null ? text : text.replace(inBrackets, '').trim()));
  // `Tổng số` below `Số thành viên` says nothing more.
  const names = bare.filter(
    (text, index) => text !== '' && (index === 0 || !/^(tổng( số)?|chung|số lượng)$/iu.test(text)),
  );
  const ways = names.flatMap((_, first) => {
    const some = names.slice(first);
    return [some.join(' '), some.toReversed().join(' ')];
  });
  const whole = unit === null ? ways : [...ways.map((way) => `${way} (${unit})`), ...ways];
  return whole.find((way) => meaningOf(way, catalogue) !== null) ?? texts.join(' ');
}

const inBrackets = /[([]([^()[\]]{1,60})[)\]]\s*$/u;

/** The unit that a name ends with in brackets, as it is written. */
function unitIn(text: string, catalogue: Catalogue): string | null {
  const inner = inBrackets
    .exec(text)?.[1]
    ?.replace(/^\s*(ĐVT|Đơn vị tính|Đơn vị)\s*:?\s*/iu, '')
    .trim();
  return inner !== undefined && catalogue.unitOf(inner) !== null ? inner : null;
}
