import { maxFileBytes } from '../config/thresholds';
import { type Document, type Refusal, refusal } from '../schemas/cell';
import { readCsv } from './csv';
import { readJson } from './json';
import { emptyFile, kindOf } from './kind';
import { decode } from './text';

/** What is written in a file, before any meaning; or one sentence on why it cannot be read. Never throws on any bytes. */
export function readFile(bytes: Buffer, encoding?: string): Document | Refusal {
  if (bytes.length > maxFileBytes) return refusal(`tệp quá lớn (hơn ${maxFileBytes / 1024 / 1024} MB)`);
  const kind = encoding === undefined ? kindOf(bytes) : 'csv';
  if (typeof kind === 'object') return kind;
  const text = decode(bytes, encoding);
  if (typeof text === 'object') return text;
  if (text.trim() === '') return emptyFile;
  return kind === 'json' || /^\s*[[{]/.test(text) ? readJson(text) : readCsv(text);
}
