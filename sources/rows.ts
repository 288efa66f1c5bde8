import { largestRead, largestWhole, maxFileBytes } from '../config/thresholds';
import { type Document, type Reading, type Refusal, refusal } from '../schemas/cell';
import { type FileBytes, wholeOf } from '../schemas/file';
import type { Rows, TextRow } from '../schemas/rows';
import { storable } from '../schemas/text';
import { CutOff } from './csv/cut-off';
import type { Dialect } from './csv/dialect';
import { headLength, textsOf } from './csv/grid';
import { reportDialect } from './csv/known-headers';
import { CsvRecords } from './csv/records';
import { type Decoder, type Decoding, decoder, detect } from './encoding';
import { evidenceOf } from './encoding/evidence';
import { isWorkbook, notText } from './kind';
import { readFile } from './read';

/** How a large file's text is to be read. */
interface Manner {
  readonly decoding: Decoding;
  readonly dialect: Dialect;
  readonly width: number;
}

/** What is written in a file: all of it as `readFile` has it, of a large one row by row. */
export async function openFile(bytes: Buffer | FileBytes, encoding?: string): Promise<Document | Rows | Refusal> {
  if (Buffer.isBuffer(bytes)) return readFile(bytes, encoding);
  return bytes.size > largestWhole ? readRows(bytes, encoding) : readFile(await wholeOf(bytes), encoding);
}

/**
 * A file row by row, each as `readFile` would have it, if it is CSV; another file, or one of which the beginning does not
 * tell how it is separated, is read as a whole.
 */
export async function readRows(file: FileBytes, encoding?: string): Promise<Document | Rows | Refusal> {
  if (file.size > largestRead) return tooLarge;
  const whole = async () => (file.size > maxFileBytes ? onlyRegisters : readFile(await wholeOf(file), encoding));
  const evidence = await evidenceOf(file);
  if (isWorkbook(evidence) || (encoding === undefined && notText(evidence) !== null)) return whole();
  const decoding = detect(evidence, encoding);
  if ('kind' in decoding) return decoding;
  const head = await headOf(file, decoding);
  if (head.trim() === '' || /^\s*[[{]/.test(head)) return whole();
  const { dialect, width } = reportDialect(head.slice(0, headLength), head.length <= headLength);
  if (width < 2) return whole();
  const manner = { decoding, dialect, width };
  const batches = () => batchesOf(file, manner);
  return { kind: 'rows', batches, whole, beginning: (most) => beginningOf(batches(), most) };
}

const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;
const tooLarge = refusal(`tệp quá lớn (hơn ${megabytes(largestRead)})`);
const onlyRegisters = refusal(
  `tệp quá lớn (hơn ${megabytes(maxFileBytes)}); chỉ danh sách HTX (biểu B02) dạng CSV mới được lớn hơn`,
);

async function headOf(file: FileBytes, decoding: Decoding): Promise<string> {
  let head = '';
  for await (const text of textOf(file, decoder(decoding))) {
    head += text;
    if (head.length > headLength) break;
  }
  return head;
}

async function* textOf(file: FileBytes, decoder: Decoder): AsyncGenerator<string> {
  for await (const piece of file.pieces()) yield kept(decoder.write(piece));
  yield kept(decoder.end());
}

/** As `storable` has it; to look whether there is anything to replace takes a tenth of the time. */
const kept = (text: string) => (/[\0\ud800-\udfff]/.test(text) ? storable(text) : text);

async function beginningOf(batches: ReturnType<Rows['batches']>, most: number): Promise<readonly TextRow[]> {
  const rows: TextRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch);
    if (rows.length >= most) break;
  }
  return rows.slice(0, most);
}

async function* batchesOf(file: FileBytes, { decoding, dialect, width }: Manner): ReturnType<Rows['batches']> {
  const decoded = decoder(decoding);
  const records = new CsvRecords(dialect, width);
  const end = new CutOff();
  const rowsOf = (some: ReturnType<CsvRecords['push']>) =>
    some.map((record): TextRow => {
      end.add(record);
      return { row: record.record, texts: textsOf(record, width).texts };
    });
  let lineEnded = false;
  for await (const text of textOf(file, decoded)) {
    if (text === '') continue;
    lineEnded = /[\r\n]$/.test(text);
    yield rowsOf(records.push(text));
  }
  yield rowsOf(records.end());
  const reading: Reading = { ...decoding, damaged: decoded.damaged };
  return end.refusal(lineEnded, dialect) ?? reading;
}
