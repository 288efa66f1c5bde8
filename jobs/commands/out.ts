import { rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { oneLine } from '../../schemas/text';
import { CommandError } from './error';

/**
 * Writes a file as a whole: whoever looks sees the old one or the new one, never a part. Throws a CommandError of one sentence
 * where it is a folder or cannot be written.
 */
export async function writeOut(file: string, content: string | Buffer): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  try {
    const before = await stat(file).catch(() => null);
    if (before?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    // Nothing may take the place of a device or a pipe, such as /dev/stdout.
    if (before !== null && !before.isFile()) return await writeFile(file, content);
    await writeFile(temporary, content, before === null ? {} : { mode: before.mode });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CommandError(`--out ${oneLine(file)}: ${reasons[code] ?? `it cannot be written (${code})`}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder; name a file',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
};
