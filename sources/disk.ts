import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import type { FileBytes } from '../schemas/file';

/** A file on this machine's disk, of which nothing is read yet. Throws as node:fs does where it is none or may not be read. */
export async function fileOnDisk(file: string): Promise<FileBytes> {
  await access(file, constants.R_OK);
  const about = await stat(file);
  if (about.isDirectory()) throw Object.assign(new Error(`${file} is a folder`), { code: 'EISDIR' });
  return { size: about.size, pieces: () => createReadStream(file) };
}
