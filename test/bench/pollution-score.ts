import { parse } from 'csv-parse/sync';
import { readTable } from '../../sources/csv/index';
import { type PollutedFile, pollockScore, pollute } from './pollution';
import { polluteMore } from './pollution-more';
import { smallTables } from './pollution-small';
import { tables } from './pollution-tables';

/** Prints Pollock's score of `read --format csv` by kind of fault, beside csv-parse; none of them is told the dialect. */
const readers: Readonly<Record<string, (text: string) => string[][]>> = {
  tonghop: (text) => parse([...readTable([text])].join(''), { skip_empty_lines: true }),
  'csv-parse': (text) => parse(text),
  'csv-parse, relaxed': (text) => parse(text, { relax_column_count: true, relax_quotes: true, skip_empty_lines: true }),
};

export function scoresOf(files: readonly PollutedFile[], read: (text: string) => string[][]): number[] {
  return files.map(({ text, clean }) => {
    let loaded: string[][] | null = null;
    try {
      loaded = read(text);
    } catch {
      // It failed to load: no measure counts.
    }
    return pollockScore(clean, loaded);
  });
}

export function summary(files: readonly PollutedFile[], scores: readonly number[]) {
  const weights = files.reduce((sum, { weight }) => sum + weight, 0);
  return {
    simple: scores.reduce((sum, score) => sum + score, 0) / scores.length,
    weighted: scores.reduce((sum, score, index) => sum + score * (files[index]?.weight ?? 0), 0) / weights,
  };
}

function main() {
  for (const table of tables()) print(table.title, pollute(table));
  print('further faults', tables().flatMap(polluteMore));
  for (const table of smallTables()) print(table.title, [...pollute(table), ...polluteMore(table)]);
}

function print(title: string, files: readonly PollutedFile[]) {
  const columns = Object.entries(readers);
  const scores = columns.map(([, read]) => scoresOf(files, read));
  console.log(`\n${title}: ${files.length} files`.padEnd(46) + columns.map(([name]) => name.padStart(20)).join(''));
  for (const kind of new Set(files.map((file) => file.kind))) {
    const those = files.flatMap((file, index) => (file.kind === kind ? [index] : []));
    const means = scores.map((each) => those.reduce((sum, index) => sum + (each[index] as number), 0) / those.length);
    console.log(`  ${kind} (${those.length})`.padEnd(45) + means.map((mean) => mean.toFixed(4).padStart(20)).join(''));
  }
  for (const measure of ['simple', 'weighted'] as const) {
    const totals = scores.map((each) => summary(files, each)[measure].toFixed(4).padStart(20));
    console.log(`  = ${measure}`.padEnd(45) + totals.join(''));
  }
}

if (require.main === module) main();
