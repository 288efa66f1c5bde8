import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rule, Rules } from '../schemas/rules';
import { projectRoot } from './root';

/** Rules with the version that they, the code that makes their findings, and a catalogue of that version make together. */
export function rulesOf(all: readonly Rule[], catalogueVersion: string): Rules {
  const hash = createHash('sha256').update(`${catalogueVersion} ${codeVersion()}\n`);
  for (const { rule, madeBy, severity } of all) hash.update(`${rule} ${madeBy} ${severity}\n`);
  return { version: hash.digest('hex').slice(0, 12), all: new Map(all.map((each) => [each.rule, each])) };
}

let known: string | null = null;

/** Of the rules' source and their thresholds: it is the same whether they run from source or built. */
function codeVersion(): string {
  if (known !== null) return known;
  const folder = path.join(projectRoot, 'pipelines/rules');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const files = [
    ...names.sort().map((name) => path.join(folder, name)),
    path.join(projectRoot, 'config/thresholds.ts'),
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  known = hash.digest('hex');
  return known;
}
