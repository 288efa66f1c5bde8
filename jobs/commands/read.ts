import { readFile as readBytes } from 'node:fs/promises';
import { columnLetters, placeName, type Reading, sheetName } from '../../schemas/cell';
import { excerpt, oneLine } from '../../schemas/text';
import type { Quarantined, TableShape } from '../../sources/csv/index';
import { type SeenFile, type SeenSheet, seeFile } from '../../sources/table-of';
import { staySmall } from '../memory';
import { checkEncoding } from './arguments';
import { CommandError } from './error';

export interface ReadOptions {
  readonly format: 'text' | 'csv' | 'json';
  readonly encoding?: string;
}

/** What the reader sees of a file before any meaning. */
export async function read(file: string, options: ReadOptions): Promise<number> {
  staySmall();
  if (options.encoding !== undefined) checkEncoding(options.encoding);
  const bytes = await readBytes(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${oneLine(file)}: it cannot be read (${error.code ?? error.message})`);
  });
  const seen = await seeFile(bytes, options.encoding);
  if ('sentence' in seen) {
    process.stderr.write(`${oneLine(file)}: ${seen.sentence}\n`);
    return 1;
  }
  const pieces = options.format === 'csv' ? seen.csv : [options.format === 'json' ? json(seen) : text(file, seen)];
  for (const piece of pieces) process.stdout.write(piece);
  return 0;
}

const reasons: Readonly<Record<Quarantined['why'], string>> = {
  'too many cells': 'thừa ô',
  'too few cells': 'thiếu ô',
  'other delimiter': 'dấu phân cách khác',
  'stray quote': 'dấu ngoặc kép lạc chỗ',
  'missing delimiter': 'thiếu dấu phân cách',
  'cut off': 'bị cắt giữa chừng',
  'too long': 'quá dài',
};

function json({ reading, sniffed, tables, sheets }: SeenFile): string {
  return `${JSON.stringify({ reading, dialect: sniffed, tables, sheets }, null, 1)}\n`;
}

function text(file: string, { reading, sniffed, tables, sheets, csv }: SeenFile): string {
  const lines = [oneLine(file), ...(reading === null ? [] : [encodingLine(reading)])];
  if (sniffed !== null)
    lines.push(
      `  dấu phân cách: ${JSON.stringify(sniffed.dialect.delimiter)}; dấu ngoặc: ${sniffed.dialect.quote ?? 'không có'}`,
    );
  lines.push(...tables.flatMap(tableLines), ...sheets.flatMap(sheetLines));
  if (sniffed === null && reading !== null) lines.push(`  JSON: ${Math.max(0, csv.length - 1)} dòng`);
  return `${lines.join('\n')}\n`;
}

function encodingLine(reading: Reading): string {
  const font = reading.font === null ? '' : `, gõ bằng phông ${reading.font}`;
  const sure = reading.doubtful ? ` (không chắc; có thể là ${reading.runnerUp})` : '';
  return `  bảng mã: ${reading.encoding}${font}${sure}${reading.damaged > 0 ? `; ${reading.damaged} ký tự hỏng` : ''}`;
}

function sheetLines({ name, hidden, hiddenRows, hiddenColumns, tables, remarks }: SeenSheet): string[] {
  const held = [
    ...(hidden ? ['bị ẩn'] : []),
    ...(hiddenRows.length > 0 ? [`${hiddenRows.length} dòng ẩn`] : []),
    ...(hiddenColumns.length > 0 ? [`cột ẩn: ${hiddenColumns.map(columnLetters).join(', ')}`] : []),
    ...(tables.every(({ width }) => width === 0) ? ['trống'] : []),
  ];
  return [
    `  ${sheetName(name)}${held.length > 0 ? ` (${held.join('; ')})` : ''}`,
    ...tables.flatMap(tableLines),
    ...remarks.map(({ kind, at, shown }) => `    ${placeName(at)} ${remarkTexts[kind]}: "${oneLine(shown)}"`),
  ];
}

const remarkTexts: Readonly<Record<SeenSheet['remarks'][number]['kind'], string>> = {
  scaled: 'hiển thị số rút gọn',
  unshown: 'không hiển thị số lưu trong ô',
  no_result: 'có công thức chưa được tính',
};

function tableLines(table: TableShape, index: number): string[] {
  if (table.width === 0) return [];
  return [
    `  bảng ${index + 1}: ${table.records} dòng, ${table.width} cột; tiêu đề: ${table.names === null ? 'không có' : table.names.map(oneLine).join(' | ')}`,
    ...(table.preamble.length > 0 ? [`    phần đầu: ${table.preamble.length} dòng`] : []),
    ...(table.footer.length > 0 ? [`    phần cuối: ${table.footer.length} dòng`] : []),
    ...(table.repeatedHeaders > 0 ? [`    tiêu đề lặp lại: ${table.repeatedHeaders} dòng`] : []),
    ...table.quarantined.map(
      ({ record, why, cells }) => `    dòng ${record} không khớp (${reasons[why]}): ${excerpt(cells.join(' | '))}`,
    ),
  ];
}
