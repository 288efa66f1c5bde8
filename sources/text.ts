import iconv from 'iconv-lite';
import { type Refusal, refusal } from '../schemas/cell';
import { storable } from '../schemas/text';

/** The file's text, or why it is none. `encoding`: what whoever handed the file in says it is. */
export function decode(bytes: Buffer, encoding: string | undefined): string | Refusal {
  if (encoding !== undefined) {
    if (!iconv.encodingExists(encoding)) {
      return refusal(`không biết bảng mã "${encoding}"; hãy ghi một tên như utf-8, utf-16 hoặc windows-1258`);
    }
    return storable(iconv.decode(bytes, encoding).normalize('NFC'));
  }
  const name =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return storable(new TextDecoder(name, { fatal: true }).decode(bytes));
  } catch {
    return refusal(
      'tệp không phải văn bản UTF-8 trọn vẹn (sai bảng mã hoặc bị cắt giữa chừng); hãy mở lại trong Excel, chọn Lưu thành "CSV UTF-8" rồi gửi lại',
    );
  }
}
