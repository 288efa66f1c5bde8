/** Why a workbook cannot be read: one sentence each, that says what to do. */

/**
 * Thrown inside `sources/xlsx` alone, because a parser in the middle of a chunk cannot be stopped in another way; what
 * leaves the folder is a `Refusal`.
 */
export class Unreadable extends Error {
  constructor(readonly sentence: string) {
    super(sentence);
  }
}

const saveAsXlsx = 'hãy mở trong Excel, chọn Lưu thành "Excel Workbook (*.xlsx)" rồi gửi lại tệp đó';

export const sentences = {
  oldExcel: `tệp là sổ tính Excel đời cũ (.xls); ${saveAsXlsx}`,
  binaryExcel: `tệp là sổ tính Excel nhị phân (.xlsb); ${saveAsXlsx}`,
  openDocument: `tệp là sổ tính OpenDocument (.ods); ${saveAsXlsx}`,
  password: 'sổ tính có mật khẩu nên không mở được; hãy bỏ mật khẩu trong Excel (Tệp > Thông tin) rồi gửi lại',
  otherOffice: 'tệp là văn bản Word hoặc bản trình chiếu, không phải sổ tính; hãy gửi số liệu trong tệp Excel (.xlsx)',
  archive: 'tệp là tệp nén, không phải sổ tính Excel; hãy giải nén và gửi từng tệp bên trong',
  notWorkbook: `tệp không phải sổ tính Excel (.xlsx); ${saveAsXlsx}`,
};

/** `what`: what stands against the format, and where. */
export function broken(what: string): Unreadable {
  return new Unreadable(`sổ tính bị hỏng (${what}); hãy mở trong Excel, lưu thành tệp mới rồi gửi lại`);
}

/** `what`: which limit is passed. */
export function tooLarge(what: string): Unreadable {
  return new Unreadable(
    `sổ tính quá lớn (${what}); hãy chỉ giữ lại bảng số liệu, chia thành nhiều tệp nhỏ hơn nếu cần, rồi gửi lại`,
  );
}
