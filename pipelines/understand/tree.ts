import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import { type Cell, placeName, type Tree } from '../../schemas/cell';
import type { DraftReport, DraftRow } from '../../schemas/draft';
import type { Finding } from '../../schemas/finding';
import { excerpt } from '../../schemas/text';
import { withLabelUnit } from './label';
import { withoutMark } from './mark';
import { draftRow } from './row';
import { sectionByUnit, sectionWritten } from './section';

/** Reports written as JSON: one object with `rows`, or a list of them. Null where there is none. */
export function reportsInTree(root: Tree, catalogue: Catalogue): DraftReport[] | null {
  const objects = root.kind === 'list' ? root.items : [root];
  const reports = objects.map((object) => reportOf(object, catalogue));
  // What is no report in a list of reports is refused by itself, for it says neither whose nor of when it is.
  return reports.every((report) => report === null) ? null : reports.map((report) => report ?? nothing);
}

const nothing: DraftReport = {
  province: null,
  period: null,
  asOf: null,
  document: null,
  form: null,
  nature: null,
  columns: [],
  rows: [],
  findings: [],
};

function reportOf(object: Tree, catalogue: Catalogue): DraftReport | null {
  if (object.kind !== 'object') return null;
  const rows = object.fields.get('rows');
  if (rows?.kind !== 'list') return null;
  const fields = cellsByRole(object, catalogue);
  const unknown = new Map<string, Cell>();
  const whole = rows.items.filter(isRow);
  return {
    province: fields.get('province') ?? null,
    period: fields.get('period') ?? null,
    asOf: fields.get('as_of') ?? null,
    document: fields.get('document') ?? null,
    form: fields.get('form') ?? null,
    nature: fields.get('nature') ?? null,
    columns: fieldNames(whole).map((header) => ({ header, role: catalogue.columnOf(header) })),
    rows: whole.map((item) => rowOf(item, fields.get('unit') ?? null, catalogue, unknown)),
    findings: [
      ...[...unknown].map(([name, cell]) => unknownField(name, cell)),
      ...rows.items.filter((item) => !isRow(item) && !isBlank(item)).map(misfit),
    ],
  };
}

const fieldNames = (rows: readonly (Tree & { kind: 'object' })[]) => [
  ...new Set(rows.flatMap(({ fields }) => [...fields.keys()])),
];

/** A row is an object of texts and numbers; a list or an object in it has no meaning on the form. */
const isRow = (item: Tree): item is Tree & { kind: 'object' } =>
  item.kind === 'object' && [...item.fields.values()].every((field) => field.kind === 'scalar');
const isBlank = (item: Tree) => item.kind === 'scalar' && item.cell.text.trim() === '';

function rowOf(
  object: Tree & { kind: 'object' },
  unit: Cell | null,
  catalogue: Catalogue,
  unknown: Map<string, Cell>,
): DraftRow {
  const cells = withLabelUnit(cellsByRole(object, catalogue, unknown), catalogue);
  const section = cells.get('section')?.text ?? null;
  const label = numberless(cells.get('label') ?? null, catalogue);
  return draftRow(
    cells,
    {
      label,
      section:
        section === null
          ? sectionByUnit(label?.text ?? '', cells.get('unit')?.text ?? '', false, catalogue)
          : sectionWritten(section, catalogue),
      sector: null,
    },
    { value: unit, plan: unit },
  );
}

/** `1. Tổng số HTX`: what the label says without its number. */
function numberless(label: Cell | null, catalogue: Catalogue): Cell | null {
  const text = withoutMark(label?.text ?? '');
  return label !== null && catalogue.indicatorsByLabel(text, null).length > 0 ? { ...label, text } : label;
}

function cellsByRole(
  object: Tree & { kind: 'object' },
  catalogue: Catalogue,
  unknown?: Map<string, Cell>,
): Map<ColumnRole, Cell> {
  const cells = new Map<ColumnRole, Cell>();
  for (const [name, value] of object.fields) {
    if (value.kind !== 'scalar' || value.cell.text === '') continue;
    const role = catalogue.columnOf(name);
    if (role === null) unknown?.set(name, unknown.get(name) ?? value.cell);
    else if (!cells.has(role)) cells.set(role, value.cell);
  }
  return cells;
}

function misfit(item: Tree): Finding {
  const at = item.kind === 'scalar' ? item.cell.at : { pointer: item.pointer };
  return {
    rule: 'row.misfit',
    nature: 'held',
    code: null,
    sector: null,
    at,
    raw: item.kind === 'scalar' ? item.cell.text : null,
    message: `Phần tử ở ${placeName(at)} không phải là một dòng số liệu (các trường phải là chữ hoặc số); phần tử này chưa được nạp.`,
    proposal: null,
  };
}

const unknownField = (name: string, cell: Cell): Finding => ({
  rule: 'column.unknown',
  nature: 'remark',
  code: null,
  sector: null,
  at: cell.at,
  raw: cell.text,
  message: `Trường "${excerpt(name)}" không có trong biểu B01 nên không được đọc.`,
  proposal: null,
});
