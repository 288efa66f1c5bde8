import type { Row, Worksheet } from 'exceljs';

/** Prints a sheet on A4 laid across, a page wide, its head (rows from 1) again on every page, with page numbers; the head stays in sight. */
export function printedAcross(
  sheet: Worksheet,
  head: { readonly top: number; readonly bottom: number; readonly columns: number },
): void {
  const rightmost = sheet.getColumn(head.columns).letter;
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.6, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    printArea: `A1:${rightmost}${sheet.rowCount}`,
    printTitlesRow: `${head.top}:${head.bottom}`,
  });
  sheet.headerFooter.oddFooter = '&CTrang &P/&N';
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: head.bottom }];
}

/**
 * Makes a row as high as its longest cell needs in lines, its texts in columns of these widths (in characters). Not every
 * spreadsheet fits rows to wrapped text by itself.
 */
export function fitHeight(row: Row, texts: readonly string[], widths: readonly number[]): void {
  const lines = texts.map((text, index) => Math.ceil(text.length / ((widths[index] ?? 1) * lettersPerWidth)));
  row.height = Math.max(1, ...lines) * lineHeight;
}

/** In points, and how many letters of a text at 12 points go into a column's unit of width, broken at words. */
const lineHeight = 16;
const lettersPerWidth = 1.15;
