import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { SettingError } from '../config/settings';

/** Makes the home, or a folder in it, where it is missing. Throws SettingError where it cannot be. */
export function makeHome(folder: string): void {
  try {
    make(folder);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new SettingError(
      `TONGHOP_HOME: ${folder} cannot be made or is no folder (${code ?? message}); choose another`,
    );
  }
}

/** One by one: in /proc, `mkdirSync` with `recursive` never comes back. */
function make(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  const above = path.dirname(folder);
  if (!existsSync(above)) make(above);
  mkdirSync(folder, { mode: 0o700 });
}
