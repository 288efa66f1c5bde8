/**
 * Writes the sample into a folder (config/sample, or the one named), in place of what its two years hold. From the root:
 *   npx tsc --ignoreConfig --module nodenext --target es2023 --types node --esModuleInterop --strict \
 *     --rootDir test/sample --outDir dist/sample test/sample/write.ts && node dist/sample/write.js
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sampleFiles } from './generate';
import { years } from './national';

const folder = process.argv[2] ?? join('config', 'sample');
for (const year of years) rmSync(join(folder, String(year)), { recursive: true, force: true });
for (const { name, bytes } of sampleFiles()) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
