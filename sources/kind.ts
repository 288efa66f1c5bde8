import { type Refusal, refusal } from '../schemas/cell';

export const emptyFile: Refusal = refusal('tệp rỗng, không có số liệu; hãy kiểm tra lại và gửi tệp đúng');

const pictures: readonly (readonly [string, string])[] = [
  ['89504e47', 'ảnh PNG'],
  ['ffd8ff', 'ảnh JPEG'],
  ['47494638', 'ảnh GIF'],
  ['424d', 'ảnh BMP'],
  ['49492a00', 'ảnh TIFF'],
  ['4d4d002a', 'ảnh TIFF'],
  ['25504446', 'tệp PDF'],
];

/** Whether the bytes are a zip, as workbooks are, or one of the old Office containers: the reader of workbooks says what of it. */
export function isWorkbook(bytes: Buffer): boolean {
  return /^(504b0[3578]|d0cf11e0a1b11ae1)/.test(bytes.subarray(0, 8).toString('hex'));
}

/** Why the bytes are no text, whatever the name says: empty or a picture; null where they may be one. */
export function notText(bytes: Buffer): Refusal | null {
  const start = bytes.subarray(0, 8).toString('hex');
  if (bytes.every((byte) => byte <= 0x20)) return emptyFile;
  for (const [magic, name] of pictures) {
    if (start.startsWith(magic) && !(magic === '424d' && isText(bytes))) {
      return refusal(`tệp là ${name}, không phải bảng số liệu; hãy gửi tệp Excel (.xlsx), CSV hoặc JSON`);
    }
  }
  return null;
}

/** The two bytes `BM` may begin a text as well; a picture has zero bytes soon. */
const isText = (bytes: Buffer) => !bytes.subarray(0, 512).includes(0);
