import type { Catalogue } from '../../schemas/catalogue';
import { type Document, type Grid, type Reading, sheetName } from '../../schemas/cell';
import type { HandInOptions, Prepared, PreparedSubmission } from '../../schemas/submission';
import { encodingFindings } from '../understand/encoding';
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
  const parts = document.grids.map(
    (grid) => registersIn(grid, options, catalogue)?.map((each) => saidOf(grid, each, document)) ?? null,
  );
  const grids = document.grids.filter((grid, index) => parts[index] === null && !isEmpty(grid));
  const registers = read(parts);
  return { registers, rest: registers.length > 0 && grids.length === 0 ? null : { ...document, grids } };
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
