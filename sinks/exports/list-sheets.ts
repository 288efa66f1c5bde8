import type { Workbook } from 'exceljs';
import { placeName } from '../../schemas/cell';
import { oneLine } from '../../schemas/text';
import type { NamedFinding } from './annex';
import type { Coverage } from './coverage';
import { proposalText, severityWords } from './findings-wording';
import { fitHeight, printedAcross } from './sheet-print';

/** `Độ phủ`: for each indicator how many provinces reported, were compared and should have reported; below, who gave nothing. */
export function coverageSheet(workbook: Workbook, { rows, silent, expected }: Coverage): void {
  const lists = rows.map((row) => [
    row.tt,
    `${'    '.repeat(row.depth)}${row.label}`,
    ...[row.reporting, row.compared, row.expected],
  ]);
  const missing = silent.map((name, index) => [index + 1, name]);
  listSheet(workbook, {
    name: 'Độ phủ',
    title: `Độ phủ số liệu: ${expected - silent.length}/${expected} đơn vị đã có số liệu`,
    columns: [
      ['TT', 7],
      ['Chỉ tiêu', 72],
      ['Đơn vị có số liệu', 20],
      ['Đơn vị được so sánh', 22],
      ['Đơn vị phải báo cáo', 22],
    ],
    rows: missing.length === 0 ? lists : [...lists, ['', `ĐƠN VỊ CHƯA CÓ SỐ LIỆU (${silent.length})`], ...missing],
  });
}

/** `Điểm cần xem`: where, what, and what would mend it, a line for each. */
export function findingsSheet(workbook: Workbook, findings: readonly NamedFinding[]): void {
  listSheet(workbook, {
    name: 'Điểm cần xem',
    title: findings.length === 0 ? 'Không có điểm cần xem' : `${findings.length} điểm cần xem`,
    columns: [
      ['Mã', 11],
      ['Mức độ', 11],
      ['Đơn vị báo cáo', 18],
      ['Tệp', 26],
      ['Vị trí', 18],
      ['Ghi trong tệp', 22],
      ['Nội dung', 60],
      ['Đề nghị', 40],
    ],
    rows: findings.map(({ id, severity, provinceName, file, at, raw, message, proposal }) =>
      [
        id,
        severityWords[severity],
        provinceName,
        file,
        at === null ? 'cả báo cáo' : placeName(at),
        raw ?? '',
        message,
        proposal === null ? '' : `Sửa thành ${proposalText(proposal)}`,
      ].map((text) => harmless(oneLine(text))),
    ),
  });
}

/** Saved as CSV from here, what somebody typed would be a formula for whoever opens that; `- 998.175` and `+836` are figures. */
const harmless = (text: string) => (/^[=+\-@]/.test(text) && !/^[-+] ?[\d., ]*\d%?$/.test(text) ? `'${text}` : text);

function listSheet(
  workbook: Workbook,
  list: {
    readonly name: string;
    readonly title: string;
    readonly columns: readonly (readonly [name: string, width: number])[];
    readonly rows: readonly (readonly (string | number)[])[];
  },
): void {
  const sheet = workbook.addWorksheet(list.name);
  sheet.addRow([list.title]).font = { ...font, size: 14, bold: true };
  const widths = list.columns.map(([, width]) => width);
  const columns = widths.length;
  for (const [index, texts] of [[], list.columns.map(([name]) => name), ...list.rows].entries()) {
    const row = sheet.addRow(texts);
    if (index === 0) continue;
    for (let column = 1; column <= columns; column += 1) {
      const cell = row.getCell(column);
      const centred = index === 1 || typeof cell.value === 'number';
      cell.font = { ...font, bold: index === 1 };
      cell.alignment = { vertical: 'top', wrapText: true, horizontal: centred ? 'center' : 'left' };
      cell.border = { top: thin, left: thin, bottom: thin, right: thin };
    }
    fitHeight(row, texts.map(String), widths);
  }
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  printedAcross(sheet, { top: 3, bottom: 3, columns });
}

const font = { name: 'Times New Roman', size: 12 };
const thin = { style: 'thin' } as const;
