import { maxFileBytes } from '../config/thresholds';
import { type Document, type Refusal, refusal } from '../schemas/cell';
import { storable } from '../schemas/text';
import { readCsv } from './csv';
import { decodeAll } from './encoding';
import { readJson } from './json';
import { emptyFile, notText } from './kind';

/** What is written in a file, before any meaning; or one sentence on why it cannot be read. Never throws on any bytes. */
export function readFile(bytes: Buffer, encoding?: string): Document | Refusal {
  if (bytes.length > maxFileBytes) return refusal(`tệp quá lớn (hơn ${maxFileBytes / 1024 / 1024} MB)`);
  const refused = encoding === undefined ? notText(bytes) : null;
  if (refused !== null) return refused;
  const decoded = decodeAll(bytes, encoding);
  if ('kind' in decoded) return decoded;
  const text = storable(decoded.text);
  if (text.trim() === '') return emptyFile;
  const document = /^\s*[[{]/.test(text) ? readJson(text) : readCsv(text);
  return document.kind === 'refusal'
    ? document
    : { ...document, reading: { ...decoded.decoding, damaged: decoded.damaged } };
}
