import type { Catalogue, Per, WrittenUnit } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import { type Period, yearOf } from '../../schemas/period';
import { isFigure, measured, type RegisterColumn } from '../../schemas/register';
import { fold } from '../../schemas/text';
import { type Choice, type Chosen, choiceIn } from './choices';
import { otherYear, secondColumn, unknownColumn } from './header-findings';

/** A column of the register: where it stands, and the unit that its header or the preamble gives all of it. */
export interface Column {
  readonly role: RegisterColumn;
  readonly index: number;
  readonly header: Cell;
  readonly unit: WrittenUnit | null;
  readonly per: Per;
}

export type Columns = ReadonlyMap<RegisterColumn, Column>;

/** A table's header as understood; `width`: how many cells it has; `choices`: the columns of marks that say one word together. */
export interface Header {
  readonly columns: Columns;
  readonly width: number;
  readonly choices: readonly Chosen[];
  /** The rows of a header of several, to be known when they come again on a new page. */
  readonly printed: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/** Names of cooperatives and at least two more columns of the form: no header of B01 has that. */
export function isRegisterHeader(row: readonly Cell[], catalogue: Catalogue): boolean {
  const roles = new Set(row.map((cell) => meaningOf(cell.text, catalogue)?.role));
  roles.delete(undefined);
  roles.delete('note');
  return roles.has('name') && roles.size >= 3;
}

/** What each column means and counts in; `unit` is the preamble's, for the columns that it fits. */
export function readHeader(row: readonly Cell[], unit: Cell | null, period: Period, catalogue: Catalogue): Header {
  const columns = new Map<RegisterColumn, Column>();
  const findings: Finding[] = [];
  const wide = (unit?.text ?? '').split(/[,;]/).flatMap((text) => catalogue.unitOf(text.trim()) ?? []);
  const ofTheYear = [...row.entries()].sort(
    ([, a], [, b]) => Number(isOtherYears(a, period)) - Number(isOtherYears(b, period)),
  );
  const marks: Mark[] = [];
  for (const [index, header] of ofTheYear) {
    const choice = choiceIn(header.text, catalogue);
    const meaning = choice?.title ? null : meaningOf(header.text, catalogue);
    if (meaning === null) {
      if (choice !== null) marks.push({ ...choice, index, header });
      else if (header.text.trim() !== '') findings.push(unknownColumn(header, catalogue));
      continue;
    }
    const first = columns.get(meaning.role);
    if (first !== undefined) {
      findings.push(secondColumn(header, first.header));
      continue;
    }
    if (isFigure(meaning.role) && isOtherYears(header, period))
      findings.push(otherYear(header, yearIn(header), period));
    const fitting = wide.find((each) => fits(meaning.role, each)) ?? null;
    columns.set(meaning.role, { ...meaning, index, header, unit: meaning.unit ?? fitting });
  }
  const choices = chosenFrom(marks, row.length, columns);
  const used = new Set(choices.flatMap(({ words }) => words.map(({ index }) => index)));
  findings.push(...marks.filter(({ index }) => !used.has(index)).map(({ header }) => unknownColumn(header, catalogue)));
  return { columns, width: row.length, choices, printed: new Set(), findings };
}

type Mark = Choice & { readonly index: number; readonly header: Cell };

/** A choice has two words at least, and no column that says it outright; it becomes a column behind the last. */
function chosenFrom(marks: readonly Mark[], width: number, columns: Map<RegisterColumn, Column>): Chosen[] {
  const choices: Chosen[] = [];
  for (const role of ['type', 'status', 'rating'] as const) {
    const own = marks.filter((mark) => mark.role === role);
    const [first, second] = own;
    if (first === undefined || second === undefined || columns.has(role)) continue;
    const index = width + choices.length;
    const header = { ...first.header, text: first.title ?? own.map(({ word }) => word).join(', ') };
    columns.set(role, { role, index, header, unit: null, per: null });
    choices.push({ role, index, words: own });
  }
  return choices;
}

/** Rows as they are known again. */
export const printedAs = (rows: readonly (readonly Cell[])[]): ReadonlySet<string> =>
  new Set(rows.map((row) => fold(row.map(({ text }) => text).join(' '))));

/** Whether a header that comes again, on a new page, is the same: each column where it was, in its unit. */
export function isSameHeader(row: readonly Cell[], { columns, width }: Header, catalogue: Catalogue): boolean {
  return [...columns.values()].every(({ index, header }) => {
    if (index >= width) return true;
    const [then, now] = [header.text, row[index]?.text ?? ''].map((text) => meaningOf(text, catalogue));
    return then?.role === now?.role && then?.unit?.unit === now?.unit?.unit && then?.per === now?.per;
  });
}

/** What a header says of its column. */
export type Meaning = Pick<Column, 'role' | 'unit' | 'per'>;

/** `Vốn điều lệ (ĐVT: triệu đồng)`, `Doanh thu, triệu đồng`, `Thu nhập bình quân/tháng`: a name, its unit, its time. */
export function meaningOf(header: string, catalogue: Catalogue): Meaning | null {
  // No header is longer; a cell of a million blanks would keep the patterns below busy for hours.
  if (header.length > 200) return null;
  // A unit on a line of its own is one after a comma; within a name, a comma more changes nothing.
  const text = header
    .trim()
    .replace(/\s*\n\s*/g, ', ')
    .replace(/\s+/g, ' ');
  const plain = named(text, catalogue);
  if (plain !== null) return plain;
  const bracketed = /^(.*?)[ ,]*[([] ?(?:(?:ĐVT|Đơn vị tính|Đơn vị|tính bằng) ?:? ?)?([^()[\]]+?) ?[)\]]$/iu.exec(text);
  const [, name = '', inner = ''] =
    bracketed ?? /^(.*?) ?[,;:–-] ?(?:(?:ĐVT|Đơn vị tính) ?:? ?)?([^,;:–-]+)$/iu.exec(text) ?? [];
  const meaning = named(name, catalogue);
  if (meaning === null) return null;
  const unit = catalogue.unitOf(inner);
  if (unit !== null && fits(meaning.role, unit)) return { ...meaning, unit, per: unit.per ?? meaning.per };
  // `Vốn điều lệ (đã góp)` is another figure; `Ngày thành lập (ngày/tháng/năm)` only says how to write it.
  if (!isFigure(meaning.role)) return bracketed ? meaning : null;
  const per = meaning.role === 'labour_income' ? timeOf(` ${inner}`) : null;
  return per === null ? null : { ...meaning, per };
}

/** A header without its unit. Only an income is said by the month or by the year. */
function named(text: string, catalogue: Catalogue): Meaning | null {
  const { columnOf } = catalogue.register;
  const role = columnOf(text);
  if (role !== null) return { role, unit: null, per: null };
  const timeless = text.replace(timePattern, '');
  const isIncome = [timeless, timeless.replace(/[ ,/]+người$/iu, '')].some(
    (name) => columnOf(name) === 'labour_income',
  );
  return isIncome ? { role: 'labour_income', unit: null, per: timeOf(text) } : null;
}

const timePattern = /[ ,/(]+(?:(?:một|1|mỗi|hàng) )?(tháng|năm)(?: (?:19|20)\d\d)?$/iu;

function timeOf(text: string): Per {
  const word = timePattern.exec(text)?.[1]?.toLowerCase();
  return word === undefined ? null : word === 'tháng' ? 'month' : 'year';
}

/** Whether the unit can be meant of such a column: one of money says nothing of a number of people. */
export function fits(role: RegisterColumn, { unit, per }: WrittenUnit): boolean {
  if (!isFigure(role)) return false;
  if (measured[role] === 'count') return unit.dimension === 'count' && per === null;
  if (unit.dimension !== 'money') return false;
  return role === 'labour_income' || per === null || (per === 'year' && role !== 'charter_capital');
}

const yearIn = (header: Cell) => /\b(?:19|20)\d\d\b/.exec(header.text)?.[0];

function isOtherYears(header: Cell, period: Period): boolean {
  const year = yearIn(header);
  return year !== undefined && Number(year) !== yearOf(period);
}
