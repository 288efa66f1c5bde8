import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../config/root';

let read: Set<string> | undefined;

/** Every word with an accent in config/*.csv (headers, sectors, provinces, labels): small letters, NFC, tones in both places. */
export function knownWords(): ReadonlySet<string> {
  if (read !== undefined) return read;
  const folder = path.join(projectRoot, 'config');
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const text = files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  read = new Set(words.filter((word) => /[^a-z]/.test(word)).flatMap((word) => [word, newTonePlace(word)]));
  return read;
}

/** hòa, as most write it, is hoà for others. */
const newTonePlace = (word: string) =>
  word
    .normalize('NFD')
    .replace(/([ou])([\u0300-\u0323])([aey])$/, '$1$3$2')
    .normalize('NFC');
