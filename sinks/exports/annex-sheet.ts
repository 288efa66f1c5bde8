import type { Alignment, Borders, Cell, Workbook, Worksheet } from 'exceljs';
import {
  type Annex,
  type AnnexBlock,
  type AnnexRow,
  annexHead,
  comparisonNote,
  country,
  motto,
  organisation,
  signers,
} from './annex';
import { fitHeight, printedAcross } from './sheet-print';
import { shownNumber } from './shown-number';

/** One area's table as a sheet that prints like the annex of an official document. */
export function annexSheet(workbook: Workbook, name: string, annex: Annex, block: AnnexBlock): void {
  const sheet = workbook.addWorksheet(name);
  columnWidths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  topBlock(sheet, annex, block);
  const head = sheet.rowCount + 2;
  headRows(sheet, head);
  for (const row of block.rows) bodyRow(sheet, row);
  if (block.rows.length === 0) across(sheet, sheet.rowCount + 1, [1, last], 'Chưa có số liệu.', { italic: true });
  bottomBlock(sheet);
  printedAcross(sheet, { top: head, bottom: head + 1, columns: last });
}

const columnWidths = [6, 50, 15, 15, 14, 10, 15, 14, 10, 16];
const last = columnWidths.length;
const font = { name: 'Times New Roman', size: 12 };
const thin = { style: 'thin' } as const;
const frame: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };

function topBlock(sheet: Worksheet, { title, periodLine, place }: Annex, { basis, sample }: AnnexBlock): void {
  across(sheet, 1, [1, 3], organisation, { bold: true });
  across(sheet, 1, [5, last], country, { bold: true });
  across(sheet, 2, [5, last], motto, { bold: true, underline: true });
  across(sheet, 3, [5, last], place, { italic: true });
  across(sheet, 5, [1, last], title, { bold: true, size: 14 });
  across(sheet, 6, [1, last], periodLine, { bold: true, size: 14 });
  across(sheet, 7, [1, last], basis, { italic: true });
  if (sample !== null) across(sheet, 8, [1, last], sample, { bold: true, color: { argb: 'FFC00000' } });
}

function headRows(sheet: Worksheet, top: number): void {
  let column = 1;
  for (const { upper, lower } of annexHead) {
    const right = column + Math.max(lower.length, 1) - 1;
    sheet.mergeCells(top, column, lower.length === 0 ? top + 1 : top, right);
    sheet.getCell(top, column).value = upper;
    lower.forEach((text, index) => {
      sheet.getCell(top + 1, column + index).value = text;
    });
    column = right + 1;
  }
  for (const row of [top, top + 1])
    for (let each = 1; each <= last; each += 1)
      style(sheet.getCell(row, each), { bold: true }, { horizontal: 'center', vertical: 'middle' }, true);
}

function bodyRow(sheet: Worksheet, row: AnnexRow): void {
  const at = sheet.rowCount + 1;
  if (row.heading !== null) {
    sheet.getCell(at, 1).value = row.tt;
    sheet.getCell(at, 2).value = row.heading;
    for (let column = 1; column <= last; column += 1)
      style(sheet.getCell(at, column), { bold: true }, { horizontal: column === 1 ? 'center' : 'left' }, true);
    return;
  }
  const texts = [row.tt, row.label, row.unit];
  texts.forEach((text, index) => {
    const cell = sheet.getCell(at, index + 1);
    cell.value = text === '' ? null : text;
    style(cell, {}, { horizontal: index === 1 ? 'left' : 'center', indent: index === 1 ? row.depth : 0 }, true);
  });
  const figures = [
    [row.actual, false],
    [row.previousChange, true],
    [row.previousPercent, false],
    [row.plan, false],
    [row.planChange, true],
    [row.planPercent, false],
  ] as const;
  figures.forEach(([printed, signed], index) => {
    const cell = sheet.getCell(at, 4 + index);
    style(cell, {}, { horizontal: 'right' }, true);
    const { value, numFmt } = shownNumber(printed, signed);
    cell.value = value;
    if (numFmt !== undefined) cell.numFmt = numFmt;
  });
  const coverage = sheet.getCell(at, last);
  coverage.value = row.coverage;
  style(coverage, {}, { horizontal: 'center' }, true);
  fitHeight(sheet.getRow(at), [`${'  '.repeat(row.depth)}${row.label}`, row.unit], columnWidths.slice(1));
}

function bottomBlock(sheet: Worksheet): void {
  const note = sheet.rowCount + 1;
  across(sheet, note, [1, last], comparisonNote, { italic: true, size: 10 }, 'left');
  signers.forEach(([who, how], index) => {
    const columns: [number, number] = index === 0 ? [1, 3] : [6, last];
    across(sheet, note + 2, columns, who, { bold: true });
    across(sheet, note + 3, columns, how, { italic: true });
  });
  // Room to sign, which is printed as well.
  sheet.getCell(note + 7, 1).value = ' ';
}

function across(
  sheet: Worksheet,
  row: number,
  [from, to]: readonly [number, number],
  text: string,
  more: Partial<Cell['font']>,
  horizontal: Alignment['horizontal'] = 'center',
): void {
  sheet.mergeCells(row, from, row, to);
  const cell = sheet.getCell(row, from);
  cell.value = text;
  style(cell, more, { horizontal }, false);
}

function style(cell: Cell, more: Partial<Cell['font']>, alignment: Partial<Alignment>, framed: boolean): void {
  cell.font = { ...font, ...more };
  cell.alignment = { vertical: 'top', wrapText: true, ...alignment };
  if (framed) cell.border = frame;
}
