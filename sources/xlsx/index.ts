import { type Cell, type Grid, type Refusal, refusal } from '../../schemas/cell';
import { Archive } from './archive';
import { writeCells } from './cell-lane';
import { limits } from './limits';
import { oleRefusal } from './ole';
import { type Outline, readOutline } from './outline';
import { tooLarge, Unreadable } from './refusals';
import { readSharedStrings, type SharedStrings } from './shared-strings';
import type { Remark, SheetInfo, XlsxRow } from './sheet';
import { RowListener, replaceBlank, type Surroundings } from './sheet-rows';
import { readStyles } from './styles';
import { readWorkbookPart, type SheetPart } from './workbook-part';
import { textOf, XmlReader } from './xml';

export type { Remark, SheetInfo, XlsxRow } from './sheet';

/** An open workbook, as what was written in it, before any meaning. */
export interface Workbook {
  readonly kind: 'workbook';
  readonly sheets: readonly SheetInfo[];
  /**
   * The rows of a sheet in their order, read while they are asked for. Where the sheet turns out to be damaged or too
   * large, the last thing that comes is the refusal: what came before belongs to a workbook that cannot be read.
   */
  rows(sheet: string): AsyncIterable<XlsxRow | Refusal>;
  /** Lets go of the texts that are kept in memory; no rows can be asked for after it. */
  close(): void;
}

/** All cells of a small workbook; of the grids, the n-th row is row n. */
export interface ReadWorkbook {
  readonly kind: 'workbook';
  readonly sheets: readonly (Grid & { readonly sheet: string })[];
  readonly infos: readonly SheetInfo[];
  readonly remarks: readonly Remark[];
}

interface Sheet extends SheetPart {
  readonly outline: Outline;
}

/**
 * Opens an .xlsx (or .xlsm) workbook, or says in one Vietnamese sentence why it cannot be read. What the zip declares is
 * checked before anything is unpacked; then every sheet is unpacked once, counted and compared with its checksum. Never
 * throws, whatever the bytes.
 */
export async function openWorkbook(bytes: Buffer): Promise<Workbook | Refusal> {
  try {
    const ole = oleRefusal(bytes);
    if (ole !== null) return refusal(ole);
    const archive = await Archive.open(bytes);
    const part = await readWorkbookPart(archive);
    const sheets: Sheet[] = [];
    for (const sheet of part.sheets) {
      sheets.push({ ...sheet, outline: await readOutline(archive, sheet) });
      checkOutlines(sheets);
    }
    let sharedStrings: SharedStrings | null = await readSharedStrings(archive, part.sharedStrings);
    const styles = await readStyles(archive, part.styles);
    return {
      kind: 'workbook',
      sheets: sheets.map(infoOf),
      rows(name) {
        const sheet = sheets.find((each) => each.name === name);
        if (sheet === undefined || sharedStrings === null) throw new Error('no such sheet, or the workbook is closed');
        const around = { sheet: name, sharedStrings, styles, date1904: part.date1904 };
        return orRefusal(sheet.outline.rising ? rowsOf(archive, sheet, around) : sortedRows(archive, sheet, around));
      },
      close() {
        sharedStrings = null;
      },
    };
  } catch (error) {
    if (error instanceof Unreadable) return refusal(error.sentence);
    throw error;
  }
}

/** Reads a workbook as a whole, for files of at most 750.000 cells. Never throws, whatever the bytes. */
export async function readWorkbook(bytes: Buffer): Promise<ReadWorkbook | Refusal> {
  const workbook = await openWorkbook(bytes);
  if (workbook.kind === 'refusal') return workbook;
  const sheets: (Grid & { sheet: string })[] = [];
  const remarks: Remark[] = [];
  let count = 0;
  let rowCount = 0;
  for (const { name } of workbook.sheets) {
    const rows: (readonly Cell[])[] = [];
    for await (const row of workbook.rows(name)) {
      if (row.kind === 'refusal') return row;
      count += row.cells.length;
      if (count > limits.keptCells) return refusal(tooManyKept().sentence);
      rowCount += row.row - rows.length;
      if (rowCount > limits.keptRows) return refusal(tooLarge('quá nhiều dòng trống').sentence);
      while (rows.length < row.row - 1) rows.push(emptyRow);
      rows.push(row.cells);
      remarks.push(...row.remarks);
    }
    sheets.push({ kind: 'grid', sheet: name, rows });
  }
  workbook.close();
  return { kind: 'workbook', sheets, infos: workbook.sheets, remarks };
}

const emptyRow: readonly Cell[] = [];
const tooManyKept = () => tooLarge(`có hơn ${limits.keptCells} ô`);

/** Each sheet is within its limits; all together they are kept in memory as well. */
function checkOutlines(sheets: readonly Sheet[]): void {
  const sum = (count: (outline: Outline) => number) => sheets.reduce((total, { outline }) => total + count(outline), 0);
  if (sum(({ merges }) => merges.length) > limits.merges) throw tooLarge(`có hơn ${limits.merges} vùng ô gộp`);
  if (sum(({ hiddenRows }) => hiddenRows.length) > limits.rows) throw tooLarge(`có hơn ${limits.rows} dòng ẩn`);
}

function infoOf({ name, hidden, outline: { merges, hiddenRows, hiddenColumns } }: Sheet): SheetInfo {
  return { name, hidden, merges, hiddenRows, hiddenColumns };
}

async function* rowsOf(archive: Archive, sheet: Sheet, around: Surroundings): AsyncGenerator<XlsxRow> {
  const listener = new RowListener(around);
  const reader = new XmlReader(listener);
  for await (const text of textOf(archive.unpack(sheet.part))) {
    if (sheet.outline.plain) writeCells(text, reader, listener);
    else reader.write(text);
    yield* listener.take();
  }
  reader.end();
  yield* listener.take();
}

/** Rows that stand in no order are kept until all are there; parts of one row are joined. */
async function* sortedRows(archive: Archive, sheet: Sheet, around: Surroundings): AsyncGenerator<XlsxRow> {
  const rows = new Map<number, XlsxRow>();
  let count = 0;
  for await (const row of rowsOf(archive, sheet, around)) {
    count += row.cells.length;
    if (count > limits.keptCells) throw tooManyKept();
    const before = rows.get(row.row);
    rows.set(row.row, before === undefined ? row : joined(before, row));
  }
  yield* [...rows.values()].sort((a, b) => a.row - b.row);
}

function joined(before: XlsxRow, after: XlsxRow): XlsxRow {
  const cells = [...(before.cells.length > after.cells.length ? before : after).cells];
  const others = before.cells.length > after.cells.length ? after.cells : before.cells;
  others.forEach((cell, index) => {
    if (cell.text !== '') replaceBlank(cells, cell, index + 1);
  });
  return { ...before, hidden: before.hidden || after.hidden, cells, remarks: [...before.remarks, ...after.remarks] };
}

async function* orRefusal(rows: AsyncGenerator<XlsxRow>): AsyncGenerator<XlsxRow | Refusal> {
  try {
    yield* rows;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield refusal(error.sentence);
  }
}
