import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import { type Cell, placeName, type Tree } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import type { RefusedSubmission } from '../../schemas/submission';
import { preambleFrom } from '../understand/preamble';
import { isRegisterHeader } from './header';
import type { RegisterTable } from './table';

type Fields = ReadonlyMap<string, Tree>;

/** Registers written as JSON: one object with `rows`, or a list of such; in a list what is none is refused by itself. */
export function tablesInTree(root: Tree, catalogue: Catalogue): (RegisterTable | RefusedSubmission)[] | null {
  const tables = (root.kind === 'list' ? root.items : [root]).map((object) => tableOf(object, catalogue));
  return tables.every((table) => table === null) ? null : tables.map((table) => table ?? noRegister);
}

const noRegister: RefusedSubmission = {
  kind: 'refused',
  province: null,
  period: null,
  sentence: 'tệp có cả danh sách của biểu B02 và phần không phải là danh sách; hãy gửi mỗi biểu một tệp',
};

/** The rows as those of a table whose columns are the fields that any of them has. */
function tableOf(object: Tree, catalogue: Catalogue): RegisterTable | null {
  if (object.kind !== 'object') return null;
  const list = object.fields.get('rows');
  if (list?.kind !== 'list') return null;
  const rows = list.items.flatMap((item) => (item.kind === 'object' ? item : []));
  const header = headerOf(rows.map(({ fields }) => fields));
  if (!isRegisterHeader(header, catalogue)) return null;
  return {
    preamble: preambleInFields(object.fields, catalogue),
    header,
    printed: [],
    merges: [],
    remarks: null,
    rows: rows.map(({ fields, pointer }) => ({
      at: { pointer },
      cells: header.map(({ text }) => cellOf(fields.get(text)) ?? { text: '', literal: false, at: { pointer } }),
    })),
    findings: list.items.filter((item) => item.kind !== 'object' && cellOf(item)?.text.trim() !== '').map(misfit),
  };
}

function headerOf(rows: readonly Fields[]): Cell[] {
  const header = new Map<string, Cell>();
  for (const fields of rows)
    for (const [name, field] of fields)
      if (!header.has(name)) header.set(name, { text: name, literal: false, at: placeOf(field) });
  return [...header.values()];
}

function preambleInFields(fields: Fields, catalogue: Catalogue): RegisterTable['preamble'] {
  const found = new Map<ColumnRole, Cell>();
  for (const [name, field] of fields) {
    const role = catalogue.columnOf(name);
    const cell = field.kind === 'scalar' && field.cell.text !== '' ? field.cell : null;
    if (role !== null && cell !== null && !found.has(role)) found.set(role, cell);
  }
  return preambleFrom(found);
}

const placeOf = (tree: Tree) => (tree.kind === 'scalar' ? tree.cell.at : { pointer: tree.pointer });

/** A list or an object where a text or number belongs stays something that cannot be read. */
function cellOf(tree: Tree | undefined): Cell | null {
  if (tree === undefined) return null;
  return tree.kind === 'scalar' ? tree.cell : { text: '{…}', literal: false, at: placeOf(tree) };
}

function misfit(item: Tree): Finding {
  const at = placeOf(item);
  return {
    rule: 'row.misfit',
    nature: 'held',
    code: null,
    sector: null,
    at,
    raw: cellOf(item)?.text ?? null,
    message: `Phần tử ở ${placeName(at)} không phải là một dòng của danh sách; phần tử này chưa được nạp.`,
    proposal: null,
  };
}
