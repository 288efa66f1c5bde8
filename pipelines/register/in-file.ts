import type { Catalogue } from '../../schemas/catalogue';
import { type Document, type Grid, type Reading, sheetName } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import type { HandInOptions, Prepared, PreparedSubmission } from '../../schemas/submission';
import { encodingFindings } from '../understand/encoding';
import { hiddenAmong } from '../understand/hidden';
import { passedOver } from '../understand/sheets';
import { groupOf } from './kinds';
import { registersIn } from './registers';

/** The registers of a file, on whatever sheets they stand, and the sheets that are left for the other form. */
export function takeRegisters(
  document: Document,
  options: HandInOptions,
  catalogue: Catalogue,
): { readonly registers: readonly Prepared[]; readonly rest: Document | null } {
  const read = (parts: readonly (Prepared[] | null)[]) =>
    onePerProvince(parts.flatMap((part) => part ?? [])).map((each) => withReading(each, document.reading));
  if (document.kind === 'tree') {
    const registers = registersIn(document.root, options, catalogue);
    return { registers: read([registers]), rest: registers === null ? document : null };
  }
  const found = document.grids.map(
    (grid): Sheet => ({
      grid,
      registers: registersIn(grid, options, catalogue)?.map((each) => saidOf(grid, each, document)) ?? null,
    }),
  );
  const grids = found.flatMap(({ grid, registers }) => (registers === null && !isEmpty(grid) ? grid : []));
  const registers = read(withoutHidden(found));
  return { registers, rest: registers.length > 0 && grids.length === 0 ? null : { ...document, grids } };
}

interface Sheet {
  readonly grid: Grid;
  readonly registers: readonly Prepared[] | null;
}

/** What a hidden sheet lists, an old list mostly, gives way to a list of the same cooperatives that everybody sees; else it is said. */
function withoutHidden(sheets: readonly Sheet[]): Prepared[][] {
  const isHidden = ({ grid }: Sheet) => grid.frame?.hidden === true;
  const seen = sheets.filter((sheet) => !isHidden(sheet)).flatMap(({ registers }) => registers ?? []);
  const givesWay = (sheet: Sheet) => (register: Prepared) =>
    isHidden(sheet) && seen.some((other) => listsTheSame(register, other));
  const notes = passedOver(
    sheets.filter((sheet) => sheet.registers?.some(givesWay(sheet))),
    'trang bị ẩn, và danh sách của cùng tỉnh, cùng kỳ có ở trang khác',
  );
  return sheets.map((sheet) =>
    (sheet.registers ?? []).flatMap((register) => {
      if (givesWay(sheet)(register)) return [];
      if (register.kind === 'refused') return register;
      const own = register === seen.find(({ kind }) => kind === 'prepared') ? notes : [];
      return { ...register, findings: [...register.findings, ...hiddenOf(sheet.grid, register), ...own] };
    }),
  );
}

/** What of a list stands in hidden rows and columns, or on a hidden sheet. */
function hiddenOf(grid: Grid, { register, observations }: PreparedSubmission): Finding[] {
  const rows = (register ?? []).flatMap(({ at }) => ('row' in at ? at.row : []));
  const columns = observations.flatMap(({ at }) => ('column' in at ? at.column : []));
  return hiddenAmong(grid, rows, columns);
}

/** Lists of one province and period, of which nobody could say how many cooperatives they are together. */
function listsTheSame(one: Prepared, other: Prepared): boolean {
  if (one.kind === 'refused' || other.kind === 'refused') return false;
  const groups = groupsIn(other);
  return (
    one.province === other.province &&
    one.period === other.period &&
    [...groupsIn(one)].some((group) => groups.has(group))
  );
}

/** A refusal names its sheet, where the file has several. */
function saidOf({ sheet }: Grid, register: Prepared, { grids }: { readonly grids: readonly Grid[] }): Prepared {
  if (register.kind === 'prepared' || sheet === undefined || grids.length === 1) return register;
  return { ...register, sentence: `${sheetName(sheet)}: ${register.sentence}` };
}

const isEmpty = ({ rows }: Grid) => rows.every((row) => row.length === 0);

/** With how the bytes of its file were taken for text, and what is doubtful about that. */
export function withReading(register: Prepared, reading: Reading | undefined): Prepared {
  if (register.kind === 'refused') return register;
  return { ...register, reading: reading ?? null, findings: [...encodingFindings(reading), ...register.findings] };
}

/** Lists of one province and period on several sheets are one register where they are of different kinds; else nobody can count. */
function onePerProvince(registers: readonly Prepared[]): Prepared[] {
  const groups = new Map<string, [Prepared, ...Prepared[]]>();
  for (const [index, each] of registers.entries()) {
    const key = each.kind === 'refused' ? `${index}` : `${each.province} ${each.period}`;
    groups.set(key, [...(groups.get(key) ?? []), each] as [Prepared, ...Prepared[]]);
  }
  return [...groups.values()].map((group) => group.reduce(joined));
}

function joined(one: Prepared, other: Prepared): Prepared {
  if (one.kind === 'refused' || other.kind === 'refused') return one;
  const [known, more] = [groupsIn(one), groupsIn(other)];
  if ([...more].some((group) => group !== null && known.has(group)))
    return {
      kind: 'refused',
      province: one.province.slice(3),
      period: one.period,
      sentence:
        'tệp có nhiều danh sách cùng loại hình của một tỉnh trong một kỳ (ở nhiều trang tính); hãy gộp thành một danh sách',
    };
  return {
    ...one,
    rows: one.rows + other.rows,
    rowsLoaded: one.rowsLoaded + other.rowsLoaded,
    // A row of one sheet that has no type may count among those of the other.
    observations: known.has(null) || more.has(null) ? [] : [...one.observations, ...other.observations],
    findings: [...one.findings, ...other.findings],
    register: [...rowsOf(one), ...rowsOf(other)],
  };
}

const rowsOf = ({ register }: PreparedSubmission) => register ?? [];

/** The groups that a list's rows count in; null: nobody can tell. */
const groupsIn = (list: PreparedSubmission) => new Set(rowsOf(list).map(({ type }) => type && groupOf[type]));
