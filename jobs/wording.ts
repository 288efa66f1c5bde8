import { areaName } from '../pipelines/national/table';
import type { Catalogue } from '../schemas/catalogue';
import { gsoCode, type ProvinceId } from '../schemas/codes';
import type { Severity } from '../schemas/finding';
import { mapOf, type Period } from '../schemas/period';
import { severityOf } from '../schemas/rules';
import type { Prepared } from '../schemas/submission';
import type { TracedColumn } from '../schemas/table';
import { oneLine } from '../schemas/text';
import type { SubmissionLine } from '../sinks/warehouse/submissions';

/** One line for staff on what became of one submission. */
export function lineText(file: string, line: SubmissionLine, again: boolean, catalogue: Catalogue): string {
  const name = oneLine(file);
  if (line.status === 'refused')
    return `${name}: từ chối: ${refusedText(line.message ?? '', line.said_province, line.said_period)}`;
  const whose = `${provinceName(line.province, line.period, catalogue)}, ${line.period}, ${line.form}`;
  if (line.same_otherwise)
    return `${name}: ${whose}: cùng số liệu với báo cáo ${line.same_as}, được ghi thêm làm nguồn của báo cáo đó; không có số nào thay đổi`;
  const before = line.status === 'same' ? line.same_as : again ? line.submission : null;
  if (before !== null) return `${name}: ${whose}: đã nhận trước đây (báo cáo ${before}), không có gì thay đổi`;
  const rows = `đã nạp ${line.rows_loaded}/${line.rows} dòng`;
  const stands = line.stands
    ? line.replaced === null
      ? ''
      : `, thay báo cáo ${line.replaced}`
    : ', nhưng báo cáo đang dùng là một báo cáo khác (ngày văn bản muộn hơn, hoặc nhận sau)';
  return `${name}: ${whose}: báo cáo ${line.submission}: ${rows}${stands}; ${findingsText(line.errors, line.warnings, line.notes)}`;
}

export function failedText(file: string, receipt: number): string {
  return `${oneLine(file)}: biên nhận ${receipt}: chương trình gặp lỗi khi đọc tệp này; tệp được giữ lại, hãy báo kỹ thuật viên`;
}

export function preparedText(file: string, part: Prepared, catalogue: Catalogue): string {
  const name = oneLine(file);
  if (part.kind === 'refused')
    return `${name}: sẽ bị từ chối: ${refusedText(part.sentence, part.province, part.period)}`;
  const count = (severity: Severity) =>
    part.findings.filter((finding) => severityOf(finding, catalogue.rules) === severity).length;
  return `${name}: ${provinceName(part.province, part.period, catalogue)}, ${part.period}, ${part.form}: sẽ nạp ${part.rowsLoaded}/${part.rows} dòng; ${findingsText(count('error'), count('warning'), count('note'))}; chưa nạp gì`;
}

/** A file may hold several reports: the one that was refused is named by what it says of itself. */
function refusedText(sentence: string, province: string | null, period: string | null): string {
  const said = [province, period]
    .filter((text) => text !== null)
    .map(oneLine)
    .join(', ');
  return said === '' ? sentence : `${said}: ${sentence}`;
}

function findingsText(errors: number, warnings: number, notes: number): string {
  if (errors + warnings + notes === 0) return 'không có điểm cần xem';
  return `${errors + warnings + notes} điểm cần xem (${errors} lỗi, ${warnings} cảnh báo, ${notes} ghi chú)`;
}

/** The province's name in that period. */
export function provinceName(province: string | null, period: string | null, catalogue: Catalogue): string {
  if (province === null || period === null) return '';
  return areaName(gsoCode(province as ProvinceId), period as Period, mapOf(period as Period), catalogue);
}

/** The columns of a table in words. */
export const columnWords: Readonly<Record<TracedColumn, string>> = {
  actual: 'thực hiện',
  previous: 'cùng kỳ',
  previous_change: 'tăng/giảm so với cùng kỳ',
  previous_percent: '% so với cùng kỳ',
  year_end: 'cuối năm trước',
  year_end_change: 'tăng/giảm so với cuối năm trước',
  year_end_percent: '% so với cuối năm trước',
  plan: 'kế hoạch',
  plan_change: 'tăng/giảm so với kế hoạch',
  plan_percent: '% so với kế hoạch',
};
