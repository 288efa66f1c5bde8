import { type CellValue, Workbook, type Worksheet } from 'exceljs';
import { understood } from '../../pipelines/ingest';
import type { HandInOptions, Prepared, PreparedSubmission } from '../../schemas/submission';
import { readFile } from '../../sources/read';
import { catalogue } from './take-in';

/** A workbook as Excel saves it; each sheet by its name and its rows, and what else is done to it. */
export async function workbook(
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
  change: (sheet: Worksheet, name: string) => void = () => {},
): Promise<Buffer> {
  const book = new Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    rows.forEach((cells, row) => {
      cells.forEach((value, column) => {
        if (value !== null) sheet.getCell(row + 1, column + 1).value = value;
      });
    });
    change(sheet, name);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** What a workbook comes to, with nothing loaded. */
export async function takeInWorkbook(bytes: Buffer, options: HandInOptions = {}): Promise<readonly Prepared[]> {
  return understood(await readFile(bytes), options, catalogue);
}

/** The one report in a workbook; throws with the sentence where it was refused. */
export async function reportIn(bytes: Buffer, options: HandInOptions = {}): Promise<PreparedSubmission> {
  const [only, other] = await takeInWorkbook(bytes, options);
  if (only?.kind !== 'prepared' || other) throw new Error(only?.kind === 'refused' ? only.sentence : 'not one report');
  return only;
}
