import type { Archive } from './archive';
import { CellSkipper, CommentFound } from './cell-skipper';
import { limits } from './limits';
import { isTrue, placeOf, rowNumber } from './reference';
import { broken, tooLarge } from './refusals';
import type { SheetInfo } from './sheet';
import type { SheetPart } from './workbook-part';
import { type Attributes, type Listener, textOf, XmlReader } from './xml';

export type Outline = Omit<SheetInfo, 'name' | 'hidden'> & {
  /** Rows stand in rising order, each once: else a stream of them would not be in the sheet's order. */
  readonly rising: boolean;
  /** Nothing but tags and text: no comments, CDATA, instructions. */
  readonly plain: boolean;
};

/**
 * All of a sheet but its cells, in a first pass over the whole part: the merges stand after the cells, and are needed
 * before them. It costs a sixth of reading the cells, and it proves the part whole before anything is handed on.
 */
export async function readOutline(archive: Archive, sheet: SheetPart): Promise<Outline> {
  try {
    return await outlineOf(archive, sheet, new CellSkipper());
  } catch (error) {
    if (!(error instanceof CommentFound)) throw error;
    return outlineOf(archive, sheet, null);
  }
}

async function outlineOf(archive: Archive, sheet: SheetPart, skipper: CellSkipper | null): Promise<Outline> {
  const listener = new OutlineListener();
  const reader = new XmlReader(listener);
  const skim = skipper === null ? undefined : (text: string) => skipper.push(text);
  for await (const text of textOf(archive.unpack(sheet.part), skim)) reader.write(text);
  reader.write(skipper?.rest() ?? '');
  reader.end();
  const { merges, hiddenRows, rising } = listener;
  return {
    merges,
    hiddenRows,
    hiddenColumns: listener.hiddenColumns,
    rising,
    plain: skipper !== null,
  };
}

class OutlineListener implements Listener {
  readonly merges: SheetInfo['merges'][number][] = [];
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  rising = true;
  private section = '';
  private row = 0;
  private hiddenSoFar = 0;

  open(name: string, attributes: Attributes, depth: number): void {
    if (depth === 1 && name !== 'worksheet') throw broken('một trang tính không phải trang tính');
    if (depth === 2) this.section = name;
    if (depth !== 3) return;
    if (this.section === 'sheetData' && name === 'row') this.openRow(attributes);
    else if (this.section === 'mergeCells' && name === 'mergeCell') this.openMerge(attributes.ref ?? '');
    else if (this.section === 'cols' && name === 'col') this.openColumns(attributes);
  }

  private openRow(attributes: Attributes): void {
    const row = rowNumber(attributes.r, this.row);
    if (row <= this.row) this.rising = false;
    this.row = row;
    if (isHiddenRow(attributes)) this.hiddenRows.push(row);
    if (this.hiddenRows.length > limits.rows) throw tooLarge('quá nhiều dòng');
  }

  private openMerge(reference: string): void {
    const [first = '', last = first] = reference.split(':');
    const from = placeOf(first);
    const to = placeOf(last);
    this.merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
    if (this.merges.length > limits.merges) throw tooLarge(`có hơn ${limits.merges} vùng ô gộp`);
  }

  private openColumns({ min, max, width, hidden }: Attributes): void {
    if (!isTrue(hidden) && !(width !== undefined && Number(width) === 0)) return;
    const first = Math.max(1, Math.trunc(Number(min)));
    const last = Math.min(Math.trunc(Number(max)), limits.columns);
    // Ranges do not overlap in a sheet of Excel's; ten thousand that do would take seconds.
    this.hiddenSoFar += Math.max(0, last - first + 1);
    if (this.hiddenSoFar > limits.columns) throw broken('định nghĩa cột chồng lên nhau');
    for (let column = first; column <= last; column += 1) this.hiddenColumns.push(column);
  }
}

/** Hidden, or drawn with no height, which comes to the same. */
export function isHiddenRow({ hidden, ht }: Attributes): boolean {
  return isTrue(hidden) || (ht !== undefined && Number(ht) === 0);
}
