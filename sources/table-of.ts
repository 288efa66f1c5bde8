import type { Reading, Refusal, Tree } from '../schemas/cell';
import { storable } from '../schemas/text';
import { csvLine, readTable, type Sniffed, type TableShape } from './csv/index';
import { decodeAll } from './encoding';
import { readJson } from './json';
import { emptyFile, notText } from './kind';

/** What a reader sees of a file before any meaning: how it was taken for text, its shape, and the first table as plain CSV. */
export interface SeenFile {
  readonly reading: Reading;
  /** Null for JSON. */
  readonly sniffed: Sniffed | null;
  /** The tables found, the first one first; empty for JSON. */
  readonly tables: readonly TableShape[];
  /** The first table's header and records as CSV with commas; nothing where the file is empty. */
  readonly csv: string;
}

/** Reads a text file for `read`; a file that is no text is refused with a sentence, an empty one has nothing in it. */
export function seeFile(bytes: Buffer, encoding?: string): SeenFile | Refusal {
  const refused = encoding === undefined ? notText(bytes) : null;
  if (refused !== null && refused !== emptyFile) return refused;
  const decoded = decodeAll(bytes, encoding);
  if ('kind' in decoded) return decoded;
  const reading = { ...decoded.decoding, damaged: decoded.damaged };
  const text = storable(decoded.text);
  if (/^\s*[[{]/.test(text)) {
    const document = readJson(text);
    return document.kind === 'refusal' ? document : { reading, sniffed: null, tables: [], csv: rowsOf(document.root) };
  }
  const pieces: string[] = [];
  const table = readTable(text === '' ? [] : [text]);
  for (let next = table.next(); ; next = table.next()) {
    if (next.done) return { reading, sniffed: next.value.sniffed, tables: next.value.tables, csv: pieces.join('') };
    pieces.push(next.value);
  }
}

/** The rows of a JSON report (`rows`, or the list itself) with all their fields as columns. */
function rowsOf(root: Tree): string {
  const list = root.kind === 'object' ? root.fields.get('rows') : root;
  const rows = list?.kind === 'list' ? list.items.filter((item) => item.kind === 'object') : [];
  const names = [...new Set(rows.flatMap(({ fields }) => [...fields.keys()]))];
  if (names.length === 0) return '';
  const lines = rows.map(({ fields }) =>
    names.map((name) => {
      const field = fields.get(name);
      return field?.kind === 'scalar' ? field.cell.text : '';
    }),
  );
  return [names, ...lines].map(csvLine).join('');
}
