import type { Reading } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';

const names: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1258': 'Windows-1258',
  tcvn3: 'TCVN3 (ABC)',
  tcvn5712: 'TCVN 5712',
  viscii: 'VISCII',
  vni: 'VNI',
};
const nameOf = (encoding: string) => names[encoding] ?? encoding;

/** What is doubtful about how the bytes were taken for text. */
export function encodingFindings(reading: Reading | undefined): Finding[] {
  const finding = (rule: string, message: string): Finding => ({
    rule,
    nature: 'doubt',
    code: null,
    sector: null,
    at: null,
    raw: null,
    message,
    proposal: null,
  });
  if (reading === undefined) return [];
  const read = reading.font === null ? nameOf(reading.encoding) : `phông ${nameOf(reading.font)}`;
  const findings: Finding[] = [];
  if (reading.doubtful) {
    const other = reading.runnerUp === null ? '' : ` mà cũng có thể là ${nameOf(reading.runnerUp)}`;
    findings.push(
      finding(
        'encoding.doubtful',
        `Không chắc tệp dùng bảng mã nào: đã đọc theo ${read}${other}. Nếu tên chỉ tiêu bị sai dấu, hãy lưu lại tệp theo kiểu "CSV UTF-8" rồi gửi lại.`,
      ),
    );
  }
  if (reading.damaged > 0) {
    findings.push(
      finding(
        'encoding.damaged',
        `Có ${reading.damaged} ký tự trong tệp bị hỏng, không đọc được (đã đọc theo ${read}). Hãy lưu lại tệp theo kiểu "CSV UTF-8" rồi gửi lại.`,
      ),
    );
  }
  return findings;
}
