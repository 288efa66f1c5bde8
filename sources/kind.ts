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

/** Why the bytes are no text, whatever the name says: empty, a picture, a workbook; null where they may be one. */
export function notText(bytes: Buffer): Refusal | null {
  const start = bytes.subarray(0, 8).toString('hex');
  if (bytes.every((byte) => byte <= 0x20)) return emptyFile;
  for (const [magic, name] of pictures) {
    if (start.startsWith(magic) && !(magic === '424d' && isText(bytes))) {
      return refusal(`tệp là ${name}, không phải bảng số liệu; hãy gửi tệp CSV hoặc JSON`);
    }
  }
  if (start.startsWith('504b')) {
    return refusal('tệp là sổ tính Excel hoặc tệp nén; hãy mở trong Excel, lưu thành "CSV UTF-8" rồi gửi lại');
  }
  if (start.startsWith('d0cf11e0')) {
    return refusal('tệp là sổ tính Excel đời cũ (.xls); hãy mở trong Excel, lưu thành "CSV UTF-8" rồi gửi lại');
  }
  return null;
}

/** The two bytes `BM` may begin a text as well; a picture has zero bytes soon. */
const isText = (bytes: Buffer) => !bytes.subarray(0, 512).includes(0);
