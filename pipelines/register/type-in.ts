import type { Cell } from '../../schemas/cell';
import type { CooperativeType } from '../../schemas/register';
import { excerpt } from '../../schemas/text';
import type { Said } from './doubts';
import { contradictsHeading } from './heading-doubt';
import type { Under } from './headings';
import { type Group, groupOf } from './kinds';
import type { RowReading, RowSetting } from './row-reading';

/**
 * The type that a row says, or else its name, the heading above it or the column of names; without a word on it, a
 * cooperative. Null where the word is unknown.
 */
export function typeIn(reading: RowReading, name: string): CooperativeType | null {
  const { setting, under } = reading;
  const { typeOf } = setting.words;
  const cell = reading.cell('type');
  const written = cell && (typeOf(cell.text) ?? reading.again('type', cell));
  // To look for a type in names, which are all different, takes a tenth of the time of reading.
  const own = written ?? typeOf(name);
  const said = cell ?? reading.cell('name') ?? reading.cells[0];
  if (said === undefined) return own;
  if (under.type !== null && own !== null && groupOf[own] !== groupOf[under.type])
    reading.doubt('type', said, contradictsHeading);
  if (written !== null) return written;
  const above = under.type ?? setting.listed;
  if (cell === null) {
    if (above === null) reading.doubt('type', said, missing);
    return own ?? above ?? 'htx';
  }
  const meant = own ?? above;
  if (meant === null) return reading.refuse('type', cell, unknown);
  reading.doubt('type', cell, own === null ? byItsHeading : byItsName(name));
  return meant;
}

/** The group that a row will count in, as far as its cells say so before the register is known. */
export function groupBeforehand(
  cells: readonly Cell[],
  under: Under,
  { columns, words: { typeOf }, listed }: Pick<RowSetting, 'columns' | 'words' | 'listed'>,
): Group {
  const said = (role: 'type' | 'name') => typeOf(cells[columns.get(role)?.index ?? cells.length]?.text ?? '');
  return groupOf[said('type') ?? said('name') ?? under.type ?? listed ?? 'htx'];
}

const missing: Said = {
  rule: 'type.missing',
  nature: 'remark',
  said: 'once',
  says: (cells, count) =>
    `${count} dòng không ghi loại hình, ví dụ ${cells}; đã tính theo tên (Liên hiệp HTX, QTDND, THT), còn lại là HTX.`,
};

const unknown: Said = {
  rule: 'type.unknown',
  nature: 'held',
  said: 'each',
  says: (it) => `Không hiểu loại hình ${it}; hãy ghi HTX, LHHTX, QTDND hoặc THT. Ô này chưa được nạp.`,
};

const byItsName = (name: string): Said => ({
  rule: 'type.by_name',
  nature: 'doubt',
  said: 'each',
  says: (it) => `Không hiểu loại hình ${it}; đã tính theo tên "${excerpt(name)}". Hãy ghi HTX, LHHTX, QTDND hoặc THT.`,
});

const byItsHeading: Said = {
  rule: 'type.by_heading',
  nature: 'doubt',
  said: 'each',
  says: (it) => `Không hiểu loại hình ${it}; đã tính theo tiêu đề phía trên. Hãy ghi HTX, LHHTX, QTDND hoặc THT.`,
};
