import { CsvError, parse } from 'csv-parse/sync';
import { type Cell, type Grid, type Refusal, refusal, usualWidth } from '../schemas/cell';
import { oneLine } from '../schemas/text';

const delimiters = [';', ',', '\t', '|'] as const;

/** CSV text as a grid of cells as written; rows count from 1, empty lines included, as Excel shows them. */
export function readCsv(text: string): Grid | Refusal {
  const delimiter = sniffDelimiter(text);
  let records: string[][];
  try {
    records = parse(text, { ...loose, delimiter });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refusal('tệp bị cắt giữa chừng (một ô mở dấu ngoặc kép mà không đóng); hãy xuất lại tệp đầy đủ và gửi lại');
  }
  if (isCutOff(text, records)) {
    return refusal(
      `tệp bị cắt giữa chừng ở dòng ${records.length} ("${oneLine(records.at(-1)?.join(delimiter) ?? '').slice(0, 60)}"); hãy xuất lại tệp đầy đủ và gửi lại`,
    );
  }
  const cell = (written: string, row: number, column: number): Cell => ({
    text: written,
    literal: false,
    at: { row: row + 1, column: column + 1 },
  });
  return { kind: 'grid', rows: records.map((record, row) => record.map((text, column) => cell(text, row, column))) };
}

/** Files pasted together have line ends of several kinds; left to itself the parser believes the first one it meets. */
const loose = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  bom: true,
  record_delimiter: ['\r\n', '\n', '\r'],
};

/** The delimiter that makes the most cells in rows of one width, among the first 200 (whole ones: a quoted line break ends no row). */
function sniffDelimiter(text: string): string {
  const score = (delimiter: string) => {
    try {
      const records: string[][] = parse(text, { ...loose, delimiter, to: 200 });
      const width = usualWidth(records);
      return width < 2 ? 0 : records.filter((record) => record.length === width).length * (width - 1);
    } catch {
      return 0;
    }
  };
  const scores = delimiters.map((delimiter) => ({ delimiter, score: score(delimiter) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

/** No line end after the last record, and it is the only one of the table that is too short. */
function isCutOff(text: string, records: readonly string[][]): boolean {
  const last = records.at(-1);
  if (last === undefined || /[\r\n]$/.test(text)) return false;
  const width = usualWidth(records);
  const table = records.slice(
    records.findIndex((record) => record.length === width),
    -1,
  );
  return last.length < width && table.length > 1 && table.every((record) => record.length === width);
}
