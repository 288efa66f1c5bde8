import { type Cell, type FillPattern, Workbook, type Worksheet } from 'exceljs';
import type { Severity } from '../../../schemas/finding';
import { type ReviewColumns, reviewColumns, reviewColumnsIn } from '../../../schemas/review';
import { besideRows, isExceeded } from './beside';
import { commentText, type Doubtful, worstOf } from './wording';

/**
 * The workbook with its doubtful cells coloured and commented, and on each sheet two more columns that say beside a row what
 * is wrong in it and what would mend it. `headers`: of a sheet the row that names its columns, counted from 1. A copy of a
 * copy is marked anew. Throws what exceljs throws where it cannot read or write the workbook.
 */
export async function annotatedWorkbook(
  bytes: Buffer,
  findings: readonly Doubtful[],
  headers: ReadonlyMap<string, number>,
): Promise<Buffer> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  // What is about the whole report stands where the rest of its findings do.
  const [main = workbook.worksheets[0]?.name] = [
    ...findings.flatMap((finding) => sheetOf(finding) ?? []),
    ...headers.keys(),
  ];
  for (const sheet of workbook.worksheets) {
    takeOff(sheet);
    const own = findings.filter((finding) => (sheetOf(finding) ?? main) === sheet.name);
    if (own.length > 0) mark(sheet, own, headers.get(sheet.name) ?? 1);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** What the workbook has and its marked copy has not, in words for reporters: exceljs does not keep it. */
export function lostInCopy(bytes: Buffer): string[] {
  // A zip has the names of its parts in plain text.
  return Object.entries(notKept).flatMap(([part, name]) => (bytes.includes(part) ? name : []));
}

const notKept: Readonly<Record<string, string>> = {
  'xl/charts/': 'biểu đồ',
  'xl/pivotTables/': 'bảng PivotTable',
  'xl/vbaProject.bin': 'macro',
  'xl/ctrlProps/': 'nút điều khiển',
  'xl/externalLinks/': 'liên kết sang tệp khác',
};

const sheetOf = ({ at }: Doubtful) => (at !== null && 'row' in at ? at.sheet : undefined);

function mark(sheet: Worksheet, findings: readonly Doubtful[], header: number): void {
  const rows = textsOf(sheet);
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const [wrong, mend] = [width + 1, width + 2];
  markCells(sheet, findings);
  const names = sheet.getRow(header);
  const own = rows[header - 1]?.length ?? 0;
  if (own < width && isExceeded(header, rows)) write(names.getCell(own + 1), reviewColumns.surplus, bold);
  write(names.getCell(wrong), reviewColumns.wrong, bold);
  write(names.getCell(mend), reviewColumns.mend, bold);
  for (const [row, said] of besideRows(findings, rows, [header])) {
    write(sheet.getCell(row, wrong), said.wrong, {});
    if (said.mend !== '') write(sheet.getCell(row, mend), said.mend, {});
  }
  sheet.getColumn(wrong).width = 70;
  sheet.getColumn(mend).width = 50;
}

function markCells(sheet: Worksheet, findings: readonly Doubtful[]): void {
  const byCell = new Map<Cell, Doubtful[]>();
  for (const finding of findings) {
    if (finding.at === null || 'pointer' in finding.at) continue;
    const { master } = sheet.getCell(finding.at.row, finding.at.column);
    byCell.set(master, [...(byCell.get(master) ?? []), finding]);
  }
  for (const [cell, found] of byCell) {
    // Cells share their style: changed in place, it would colour them all.
    cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: colours[worstOf(found)] } };
    const before = noteOf(cell);
    cell.note = `${before === '' ? '' : `${before}\n\n`}${commentText(found)}`;
  }
}

const colours: Readonly<Record<Severity, FillPattern['fgColor'] & {}>> = {
  error: { argb: 'FFFFC7CE' },
  warning: { argb: 'FFFFE699' },
  note: { argb: 'FFDDEBF7' },
};
const bold = { bold: true };

function write(cell: Cell, text: string, font: { bold?: boolean }): void {
  cell.value = text;
  cell.style = { font, alignment: { wrapText: true, vertical: 'top' } };
}

/** What an earlier copy was marked with. The fill that a cell had before that is not known any more. */
function takeOff(sheet: Worksheet): void {
  const columns = textsOf(sheet)
    .map((row) => ({ ...reviewColumnsIn(row), surplus: row.indexOf(reviewColumns.surplus) }))
    .find((each): each is ReviewColumns & { surplus: number } => 'wrong' in each);
  sheet.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      if (columns?.wrong === column - 1 || columns?.mend === column - 1) clear(cell);
      else if (columns?.surplus === column - 1 && textOf(cell) === reviewColumns.surplus) clear(cell);
      const note = noteOf(cell);
      const ours = note.search(new RegExp(`(\n\n)?${reviewColumns.wrong}: `));
      if (ours < 0) return;
      cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'none' } };
      if (ours > 0) cell.note = note.slice(0, ours);
      else removeNote(cell);
    }),
  );
}

/** exceljs has no call for it: a comment that is only emptied stays as an empty box. */
function removeNote(cell: Cell): void {
  Object.assign(cell, { _comment: undefined });
  Object.assign(cell.model, { comment: undefined });
}

function clear(cell: Cell): void {
  cell.value = null;
  cell.style = {};
}

function noteOf({ note }: Cell): string {
  if (typeof note === 'string') return note;
  return note?.texts?.map(({ text }) => text).join('') ?? '';
}

/** The texts of the rows, each up to its last filled cell. */
function textsOf(sheet: Worksheet): string[][] {
  const rows: string[][] = [];
  sheet.eachRow((row, number) => {
    const texts: string[] = [];
    row.eachCell((cell, column) => {
      texts[column - 1] = textOf(cell);
    });
    rows[number - 1] = Array.from(texts, (text) => text ?? '');
  });
  return Array.from(rows, (row) => row ?? []);
}

/** A cell that is merged into another has no text of its own, and exceljs throws where the other is empty. */
function textOf(cell: Cell): string {
  return cell.master === cell ? String(cell.text ?? '') : '';
}
