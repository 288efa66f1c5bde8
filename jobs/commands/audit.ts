import { readFile as readBytes } from 'node:fs/promises';
import { loadCatalogue } from '../../config/catalogue';
import { audit as auditTable } from '../../pipelines/audit';
import { oneLine } from '../../schemas/text';
import { readFile } from '../../sources/read';
import { CommandError } from './error';

/** Recomputes a printed table and lists the cells that disagree; exit status 1 where there are any, or something could not be read. */
export async function audit(file: string, { format }: { readonly format: 'text' | 'json' }): Promise<number> {
  const bytes = await readBytes(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${oneLine(file)}: it cannot be read (${error.code ?? error.message})`);
  });
  const document = await readFile(bytes);
  const audited = document.kind === 'refusal' ? document : auditTable(document, loadCatalogue());
  if ('sentence' in audited) {
    process.stderr.write(`${oneLine(file)}: ${oneLine(audited.sentence)}\n`);
    return 1;
  }
  const { lines, unusable } = audited;
  for (const sentence of unusable) process.stderr.write(`${oneLine(file)}: ${oneLine(sentence)}\n`);
  const apart = unusable.length === 0 ? '' : `; ${unusable.length} chỗ không tính lại được`;
  const summary = (lines.length === 0 ? 'không có ô nào không khớp' : `${lines.length} ô không khớp`) + apart;
  const text = [`${oneLine(file)}: ${summary}`, ...lines.map(({ message }) => `  ${oneLine(message)}`)].join('\n');
  process.stdout.write(`${format === 'json' ? JSON.stringify(lines, null, 1) : text}\n`);
  return lines.length + unusable.length > 0 ? 1 : 0;
}
