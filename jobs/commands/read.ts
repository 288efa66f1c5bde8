import { readFile as readBytes } from 'node:fs/promises';
import { oneLine } from '../../schemas/text';
import type { Quarantined } from '../../sources/csv/index';
import { type SeenFile, seeFile } from '../../sources/table-of';
import { CommandError } from './error';

export interface ReadOptions {
  readonly format: 'text' | 'csv' | 'json';
  readonly encoding?: string;
}

/** What the reader sees of a file before any meaning. */
export async function read(file: string, options: ReadOptions): Promise<number> {
  const bytes = await readBytes(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${oneLine(file)}: it cannot be read (${error.code ?? error.message})`);
  });
  const seen = seeFile(bytes, options.encoding);
  if ('sentence' in seen) {
    process.stderr.write(`${oneLine(file)}: ${seen.sentence}\n`);
    return 1;
  }
  process.stdout.write(options.format === 'csv' ? seen.csv : options.format === 'json' ? json(seen) : text(file, seen));
  return 0;
}

const reasons: Readonly<Record<Quarantined['why'], string>> = {
  'too many cells': 'thừa ô',
  'too few cells': 'thiếu ô',
  'other delimiter': 'dấu phân cách khác',
  'stray quote': 'dấu ngoặc kép lạc chỗ',
  'missing delimiter': 'thiếu dấu phân cách',
  'cut off': 'bị cắt giữa chừng',
};

function json({ reading, sniffed, tables }: SeenFile): string {
  return `${JSON.stringify({ reading, dialect: sniffed, tables }, null, 1)}\n`;
}

function text(file: string, { reading, sniffed, tables, csv }: SeenFile): string {
  const font = reading.font === null ? '' : `, gõ bằng phông ${reading.font}`;
  const sure = reading.doubtful ? ` (không chắc; có thể là ${reading.runnerUp})` : '';
  const lines = [
    `${oneLine(file)}`,
    `  bảng mã: ${reading.encoding}${font}${sure}${reading.damaged > 0 ? `; ${reading.damaged} ký tự hỏng` : ''}`,
  ];
  if (sniffed !== null)
    lines.push(
      `  dấu phân cách: ${JSON.stringify(sniffed.dialect.delimiter)}; dấu ngoặc: ${sniffed.dialect.quote ?? 'không có'}`,
    );
  tables.forEach((table, index) => {
    if (table.width === 0) return;
    lines.push(
      `  bảng ${index + 1}: ${table.records} dòng, ${table.width} cột; tiêu đề: ${table.names === null ? 'không có' : table.names.map(oneLine).join(' | ')}`,
    );
    if (table.preamble.length > 0) lines.push(`    phần đầu: ${table.preamble.length} dòng`);
    if (table.footer.length > 0) lines.push(`    phần cuối: ${table.footer.length} dòng`);
    if (table.repeatedHeaders > 0) lines.push(`    tiêu đề lặp lại: ${table.repeatedHeaders} dòng`);
    for (const each of table.quarantined)
      lines.push(
        `    dòng ${each.record} không khớp (${reasons[each.why]}): ${oneLine(each.cells.join(' | ')).slice(0, 120)}`,
      );
  });
  if (sniffed === null) lines.push(`  JSON: ${Math.max(0, csv.split('\n').length - 2)} dòng`);
  return `${lines.join('\n')}\n`;
}
