import type { Catalogue } from '../../schemas/catalogue';
import { type Document, type Refusal, refusal } from '../../schemas/cell';
import type { DraftReport } from '../../schemas/draft';
import { reportsInSheets } from './sheets';
import { reportsInTree } from './tree';

/**
 * The reports on form B01 that a file holds (one, or several in a flat file, a workbook or a JSON array), or why it holds
 * none. `said`: the period that was said at hand-in.
 */
export function findReports(document: Document, catalogue: Catalogue, said?: string): readonly DraftReport[] | Refusal {
  const reports =
    document.kind === 'tree'
      ? reportsInTree(document.root, catalogue)
      : reportsInSheets(document.grids, catalogue, said);
  if (reports?.some(({ rows, findings }) => rows.length > 0 || findings.some(({ nature }) => nature === 'held')))
    return reports;
  if (document.kind === 'tree' && reports === null)
    return refusal(
      'không tìm thấy báo cáo nào trong tệp JSON (cần có "province", "period" và danh sách "rows"); hãy dùng đúng biểu mẫu B01',
    );
  return refusal(
    reports === null
      ? 'không tìm thấy dòng tiêu đề của biểu B01 (cần có cột "Chỉ tiêu" và cột "Thực hiện"); hãy dùng đúng biểu mẫu'
      : 'biểu có tiêu đề nhưng không có dòng số liệu nào; hãy kiểm tra lại và gửi tệp đầy đủ',
  );
}
