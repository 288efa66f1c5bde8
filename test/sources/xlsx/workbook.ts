import type { Cell } from '../../../schemas/cell';
import { readWorkbook } from '../../../sources/xlsx';
import { type Part, zip } from './zip';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The parts of a workbook with one sheet; a test changes the one it is about. */
export interface Written {
  /** What stands in `<sheetData>`. */
  readonly data?: string;
  /** The sheet's whole part in place of `data`. */
  readonly sheet?: string | Buffer;
  readonly shared?: string;
  /** Number formats: cell style n shows the n-th. A number names a built-in one. */
  readonly formats?: readonly (string | number)[];
  readonly date1904?: boolean;
}

export function parts({ data = '', sheet, shared = '', formats = [0], date1904 = false }: Written): Part[] {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const own = formats.map((code, index) =>
    typeof code === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>` : '',
  );
  const styles = formats.map((code, index) => `<xf numFmtId="${typeof code === 'string' ? 200 + index : code}"/>`);
  return [
    {
      name: '_rels/.rels',
      data: `<Relationships><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook ${main} xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Biểu 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', data: `<sst ${main}>${shared}</sst>` },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet ${main}><numFmts>${own.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: sheet ?? `<worksheet ${main}><sheetData>${data}</sheetData></worksheet>`,
    },
  ];
}

export function workbook(written: Written): Buffer {
  return zip(parts(written));
}

/** The workbook with some of its parts replaced. */
export function workbookWith(written: Written, ...replaced: readonly Part[]): Buffer {
  const names = new Set(replaced.map(({ name }) => name));
  return zip([...parts(written).filter(({ name }) => !names.has(name)), ...replaced]);
}

/** A part that inflates to much from little. */
export function packedPart(name: string, { data, bytes }: { data: Buffer; bytes: number }): Part {
  return { name, data, packedFrom: bytes };
}

/** What a workbook reads as: the texts of its first sheet, or the sentence that refuses it. */
export async function texts(bytes: Buffer): Promise<string | string[][]> {
  const read = await readWorkbook(bytes);
  if (read.kind === 'refusal') return read.sentence;
  return (read.sheets[0]?.rows ?? []).map((row) => row.map(({ text }) => text));
}

/** The one cell of a workbook, without its place. */
export async function cell(written: Written): Promise<Omit<Cell, 'at'> | string> {
  const read = await readWorkbook(workbook(written));
  if (read.kind === 'refusal') return read.sentence;
  const found = read.sheets[0]?.rows.flat().find(({ text }) => text !== '');
  if (found === undefined) return 'no cell';
  const { at: _, ...rest } = found;
  return rest;
}
