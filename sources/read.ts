import { maxFileBytes } from '../config/thresholds';
import { type Document, type Refusal, refusal } from '../schemas/cell';
import { storable } from '../schemas/text';
import { readGrid } from './csv/grid';
import { decodeAll } from './encoding';
import { readJson } from './json';
import { emptyFile, isWorkbook, notText } from './kind';
import { readWorkbook } from './xlsx';

/** A larger text would take more than 300 MB when it is read as a whole; a large register as CSV is read row by row. */
export const largestText = 20 * 1024 * 1024;

/** What is written in a file, before any meaning; or one sentence on why it cannot be read. Never throws on any bytes. */
export async function readFile(bytes: Buffer, encoding?: string): Promise<Document | Refusal> {
  return isWorkbook(bytes) && bytes.length <= maxFileBytes ? readSheets(bytes) : readText(bytes, encoding);
}

/** The sheets of a workbook, each with what is to be known of its cells. */
async function readSheets(bytes: Buffer): Promise<Document | Refusal> {
  const workbook = await readWorkbook(bytes);
  if (workbook.kind === 'refusal') return workbook;
  const { sheets, infos, remarks } = workbook;
  if (sheets.every(({ rows }) => rows.length === 0)) return emptyFile;
  const grids = sheets.map((grid, index) => ({
    ...grid,
    frame: infos[index],
    remarks: remarks.filter(({ at }) => 'sheet' in at && at.sheet === grid.sheet),
  }));
  return { kind: 'grids', grids };
}

/** The same for a file that is text: CSV or JSON. */
export function readText(bytes: Buffer, encoding?: string): Document | Refusal {
  if (bytes.length > maxFileBytes) return refusal(`tệp quá lớn (hơn ${maxFileBytes / 1024 / 1024} MB)`);
  const refused = encoding === undefined ? notText(bytes) : null;
  if (refused !== null) return refused;
  if (bytes.length > largestText)
    return refusal(
      `tệp quá lớn so với một báo cáo (hơn ${largestText / 1024 / 1024} MB); hãy gửi mỗi tỉnh, mỗi kỳ một tệp, và gửi danh sách HTX (biểu B02) dưới dạng CSV`,
    );
  const decoded = decodeAll(bytes, encoding);
  if ('kind' in decoded) return decoded;
  const text = storable(decoded.text);
  if (text.trim() === '') return emptyFile;
  const reading = { ...decoded.decoding, damaged: decoded.damaged };
  if (/^\s*[[{]/.test(text)) {
    const document = readJson(text);
    return document.kind === 'refusal' ? document : { ...document, reading };
  }
  const grid = readGrid(text);
  return grid.kind === 'refusal' ? grid : { kind: 'grids', grids: [grid], reading };
}
