import { columnLetters, type Grid, sheetName } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import type { Part } from './tables';

/** One finding on what of a sheet's tables nobody sees who opens it, and was read all the same. */
export function hiddenFindings(grid: Grid, parts: readonly Part[]): Finding[] {
  const tables = parts.flatMap((part) => part.tables);
  const rows = tables.flatMap(({ body }) => body.map(({ row }) => row));
  const named = tables.flatMap(({ header }) => header.columns.filter(({ role }) => role !== null));
  return hiddenAmong(
    grid,
    rows,
    named.flatMap(({ header: { at } }) => ('column' in at ? at.column : [])),
  );
}

/** The same of the rows and columns that were read, counted from 1. */
export function hiddenAmong(
  { sheet, frame }: Grid,
  rowsRead: readonly number[],
  columnsRead: readonly number[],
): Finding[] {
  if (sheet === undefined || frame === undefined) return [];
  const hiddenRows = new Set(frame.hiddenRows);
  const rows = rowsRead.filter((row) => hiddenRows.has(row));
  const places = new Set(columnsRead);
  const columns = frame.hiddenColumns.filter((column) => places.has(column));
  const what = [
    ...(rows.length === 0 ? [] : [`dòng ${ranges(rows, String)}`]),
    ...(columns.length === 0 ? [] : [`cột ${ranges(columns, columnLetters)}`]),
  ];
  const [row = 1] = rows;
  const [column = 1] = columns;
  const finding = (rule: string, nature: Finding['nature'], at: Finding['at'], message: string): Finding => ({
    rule,
    nature,
    code: null,
    sector: null,
    at,
    raw: null,
    message,
    proposal: null,
  });
  return [
    ...(frame.hidden
      ? [
          finding(
            'sheet.hidden',
            'doubt',
            { sheet, row: 1, column: 1 },
            `Sổ tính có ${sheetName(sheet)} bị ẩn; trang này vẫn được đọc và nạp như một báo cáo. Nếu là số liệu cũ, hãy xóa trang này rồi gửi lại, và rút lại báo cáo đã nạp từ trang này.`,
          ),
        ]
      : []),
    ...(what.length === 0
      ? []
      : [
          finding(
            'sheet.hidden_cells',
            'remark',
            { sheet, row, column },
            `Ở ${sheetName(sheet)}, ${what.join(' và ')} bị ẩn vẫn được đọc.`,
          ),
        ]),
  ];
}

/** `12, 14–16`. */
function ranges(numbers: readonly number[], name: (number: number) => string): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? name(from) : `${name(from)}–${name(to)}`)).join(', ');
}
