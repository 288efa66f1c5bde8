import { crc32, createInflateRaw } from 'node:zlib';
import * as yauzl from 'yauzl';
import { limits } from './limits';
import { broken, sentences, tooLarge, Unreadable } from './refusals';

/** One part of the zip as its directory describes it; nothing of that is believed while it is unpacked. */
interface Entry {
  readonly name: string;
  readonly start: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc32: number;
  readonly method: number;
  readonly data: () => Promise<Buffer>;
}

const stored = 0;
const deflated = 8;
const zipSignature = 0x04034b50;
const emptyZipSignature = 0x06054b50;
/** A part's local header without its name, which is the least that stands before its data. */
const localHeaderBytes = 30;

/**
 * The parts of a zip in memory. Names are only ever looked up, never made into files, so `../../etc/passwd` is a name
 * like any other; upper and lower case are one, as the format has it.
 */
export class Archive {
  private constructor(private readonly entries: ReadonlyMap<string, Entry>) {}

  /** Reads the directory and checks what it declares, before anything is unpacked. Throws `Unreadable`. */
  static async open(bytes: Buffer): Promise<Archive> {
    const signature = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
    if (signature !== zipSignature && signature !== emptyZipSignature) throw new Unreadable(sentences.notWorkbook);
    const entries = await directory(bytes);
    checkSizes(entries, bytes.length);
    checkOverlaps(entries, bytes.length);
    const named = new Map<string, Entry>();
    for (const entry of entries) {
      if (entry.name.endsWith('/')) continue;
      if (named.has(entry.name)) throw broken('hai phần cùng tên trong tệp nén');
      named.set(entry.name, entry);
    }
    return new Archive(named);
  }

  has(part: string): boolean {
    return this.entries.has(part.toLowerCase());
  }

  /**
   * The bytes of a part, piece by piece: counted while they are inflated, and ended with a refusal as soon as there are
   * more than declared (so the limits hold for them), or at the end where there are fewer or the checksum is another.
   */
  async *unpack(part: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(part.toLowerCase());
    if (entry === undefined) throw broken('thiếu một phần của sổ tính');
    let size = 0;
    let checksum = 0;
    for await (const piece of inflated(await entry.data(), entry.method)) {
      size += piece.length;
      if (size > entry.bytes) throw broken('một phần lớn hơn kích thước đã ghi');
      checksum = crc32(piece, checksum);
      yield piece;
    }
    if (size !== entry.bytes || checksum !== entry.crc32) throw broken('dữ liệu nén không còn nguyên vẹn');
  }
}

async function directory(bytes: Buffer): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { decodeStrings: false });
    if (zip.entryCount > limits.entries) throw tooLarge(`tệp nén có ${zip.entryCount} phần`);
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new Unreadable(sentences.password);
      entries.push({
        // Some .NET versions wrote backslashes.
        name: entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').toLowerCase(),
        start: entry.relativeOffsetOfLocalHeader,
        packedBytes: entry.compressedSize,
        bytes: entry.uncompressedSize,
        crc32: entry.crc32,
        method: entry.compressionMethod,
        data: () => packed(bytes, zip, entry),
      });
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw broken('tệp nén không trọn vẹn, có thể bị cắt giữa chừng');
  }
  return entries;
}

async function packed(bytes: Buffer, zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const end = fileDataStart + entry.compressedSize;
    if (end <= bytes.length) return bytes.subarray(fileDataStart, end);
  } catch {
    // The local header is none: the same damage as data beyond the end.
  }
  throw broken('một phần của tệp nén nằm ngoài tệp');
}

/** What is declared has to be within the limits, for all parts: those that nobody opens as well. */
function checkSizes(entries: readonly Entry[], fileBytes: number): void {
  let total = 0;
  for (const { bytes, packedBytes } of entries) {
    if (bytes > limits.partBytes) throw tooLarge(`một phần giải nén ra hơn ${limits.partBytes / 1e6} MB`);
    checkRatio(bytes, packedBytes);
    total += bytes;
  }
  if (total > limits.totalBytes) throw tooLarge(`giải nén ra hơn ${limits.totalBytes / 1e6} MB`);
  checkRatio(total, fileBytes);
}

function checkRatio(bytes: number, packedBytes: number): void {
  if (bytes > limits.ratioFrom && bytes > packedBytes * limits.ratio)
    throw tooLarge(`giải nén ra gấp hơn ${limits.ratio} lần`);
}

/** Parts that share their packed bytes make a small file of many large ones; no program writes that. */
function checkOverlaps(entries: readonly Entry[], fileBytes: number): void {
  const ordered = [...entries].sort((a, b) => a.start - b.start);
  ordered.forEach((entry, index) => {
    const next = ordered[index + 1]?.start ?? fileBytes;
    if (entry.start + localHeaderBytes + entry.packedBytes > next) throw broken('các phần của tệp nén chồng lên nhau');
  });
}

async function* inflated(data: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === stored) {
    yield data;
    return;
  }
  if (method !== deflated) throw broken('cách nén lạ');
  const inflate = createInflateRaw({ chunkSize: 128 * 1024 });
  inflate.end(data);
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch {
    throw broken('dữ liệu nén không còn nguyên vẹn');
  }
}
