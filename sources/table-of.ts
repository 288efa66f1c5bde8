import { type Cell, type Reading, type Refusal, refusal, type Tree } from '../schemas/cell';
import { storable } from '../schemas/text';
import { type CsvRecord, csvLine, readTable, type Sniffed, type TableShape, TablesOfRecords } from './csv/index';
import { type Decoder, decoder, detect, piecesOf } from './encoding';
import { emptyFile, isWorkbook, notText } from './kind';
import { largestText, readText } from './read';
import { type ReadWorkbook, readWorkbook, type SheetInfo } from './xlsx';

/** What a reader sees of a file before any meaning: how it was taken for text, its shape, and the first table as plain CSV. */
export interface SeenFile {
  /** Null for a workbook. */
  readonly reading: Reading | null;
  /** Null for JSON and workbooks. */
  readonly sniffed: Sniffed | null;
  /** The tables of a text file, the first one first; empty for JSON and workbooks. */
  readonly tables: readonly TableShape[];
  /** A workbook's sheets with their tables; empty for other files. */
  readonly sheets: readonly SeenSheet[];
  /** The first table's header and records as CSV with commas, in pieces of whole lines; none where the file is empty. */
  readonly csv: readonly string[];
}

export interface SeenSheet extends SheetInfo {
  readonly tables: readonly TableShape[];
  /** Cells that show something else than is kept in them. */
  readonly remarks: ReadWorkbook['remarks'];
}

/** Reads a file for `read`; one that is neither text nor workbook is refused with a sentence, an empty one has nothing in it. */
export async function seeFile(bytes: Buffer, encoding?: string): Promise<SeenFile | Refusal> {
  if (!isWorkbook(bytes)) return seeText(bytes, encoding);
  const workbook = await readWorkbook(bytes);
  return workbook.kind === 'refusal' ? workbook : seenSheets(workbook);
}

function seeText(bytes: Buffer, encoding?: string): SeenFile | Refusal {
  if (bytes.length > largestText)
    return refusal(
      `tệp lớn hơn ${largestText / 1024 / 1024} MB, không xem từng ô được; hãy dùng submit --dry-run để xem chương trình hiểu tệp thế nào`,
    );
  const refused = encoding === undefined ? notText(bytes) : null;
  if (refused !== null && refused !== emptyFile) return refused;
  const decoding = detect(bytes, encoding);
  if ('kind' in decoding) return decoding;
  if (/^\s*[[{]/.test(decoder(decoding).write(bytes.subarray(0, beginning)))) {
    const document = readText(bytes, encoding);
    if (document.kind === 'refusal') return document;
    const csv = document.kind === 'tree' ? rowsOf(document.root) : [];
    return { reading: document.reading ?? null, sniffed: null, tables: [], sheets: [], csv };
  }
  const decoded = decoder(decoding);
  const csv: string[] = [];
  const table = readTable(storablePieces(bytes, decoded));
  for (let next = table.next(); ; next = table.next()) {
    if (next.done) {
      const { sniffed, tables } = next.value;
      return { reading: { ...decoding, damaged: decoded.damaged }, sniffed, tables, sheets: [], csv };
    }
    csv.push(next.value);
  }
}

/** Measured on 8 MB of empty lines: pieces of a megabyte take three times as long, for all their records live at once. */
const pieceBytes = 128 * 1024;

/** Enough to see whether a text is JSON. */
const beginning = 16 * 1024;

function* storablePieces(bytes: Buffer, decoder: Decoder): Generator<string> {
  for (const piece of piecesOf(bytes, decoder, pieceBytes)) if (piece !== '') yield storable(piece);
}

/** A stray cell far to the right must not make all rows as long. */
const widest = 200;

function seenSheets({ sheets, infos, remarks }: ReadWorkbook): SeenFile {
  let csv: readonly string[] = [];
  const seen = infos.map((info, index): SeenSheet => {
    const found = new TablesOfRecords();
    const body = found.end(recordsOf(sheets[index]?.rows ?? []));
    const names = found.tables[0]?.names;
    if (csv.length === 0) csv = [...(names ? [names] : []), ...body.map(({ cells }) => cells)].map(csvLine);
    const own = remarks.filter(({ at }) => 'sheet' in at && at.sheet === info.name);
    return { ...info, tables: found.tables, remarks: own };
  });
  return { reading: null, sniffed: null, tables: [], sheets: seen, csv };
}

/** Excel leaves out the empty cells at a row's end; to the finder of tables such a row would have lost them. */
function recordsOf(rows: readonly (readonly Cell[])[]): CsvRecord[] {
  const width = Math.min(
    widest,
    rows.reduce((most, row) => Math.max(most, row.length), 0),
  );
  return rows.map((row, index) => {
    const length = row.length === 0 ? 1 : Math.max(width, row.length);
    const cells = Array.from({ length }, (_, column) => row[column]?.text ?? '');
    return { cells, record: index + 1, line: index + 1, fault: null };
  });
}

/** The rows of a JSON report (`rows`, or the list itself) with all their fields as columns. */
function rowsOf(root: Tree): string[] {
  const list = root.kind === 'object' ? root.fields.get('rows') : root;
  const rows = list?.kind === 'list' ? list.items.filter((item) => item.kind === 'object') : [];
  const names = [...new Set(rows.flatMap(({ fields }) => [...fields.keys()]))];
  if (names.length === 0) return [];
  const lines = rows.map(({ fields }) =>
    names.map((name) => {
      const field = fields.get(name);
      return field?.kind === 'scalar' ? field.cell.text : '';
    }),
  );
  return [names, ...lines].map(csvLine);
}
