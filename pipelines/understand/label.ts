import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import { withoutMark } from './mark';
import { longest } from './section';

type Cells = ReadonlyMap<ColumnRole, Cell>;

/** The line with the unit that stands behind its label, `Tổng vốn điều lệ HTX (triệu đồng)`, as its unit, where it has no other. */
export function withLabelUnit(cells: Cells, catalogue: Catalogue): Cells {
  const label = cells.get('label');
  if (label !== undefined && label.text.length > longest) return cells;
  const [, text = '', inner = ''] =
    /^(.{1,200}?)\s*\( ?(?:(?:ĐVT|đơn vị tính|đơn vị)\s*:?\s*)?([^()]{1,50})\)\s*$/isu.exec(label?.text ?? '') ?? [];
  const written = label === undefined || inner === '' ? null : catalogue.unitOf(inner);
  if (label === undefined || written === null || isKnown(label.text, catalogue) || !isKnown(text, catalogue))
    return cells;
  const unit = cells.get('unit');
  if (unit === undefined)
    return new Map([...cells, ['label', { ...label, text }], ['unit', { ...label, text: inner }]]);
  const said = catalogue.unitOf(unit.text);
  const isSame = said?.unit.name === written.unit.name && said.per === written.per;
  return isSame ? new Map([...cells, ['label', { ...label, text }]]) : cells;
}

const isKnown = (label: string, catalogue: Catalogue) =>
  catalogue.indicatorsByLabel(withoutMark(label), null).length > 0 || catalogue.sectorOf(withoutMark(label)) !== null;
