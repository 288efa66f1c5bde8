import { existsSync } from 'node:fs';
import path from 'node:path';

/** The project's own folder, both from source and from dist/. */
export const projectRoot: string = findRoot(__dirname);

function findRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  return findRoot(path.dirname(folder));
}
