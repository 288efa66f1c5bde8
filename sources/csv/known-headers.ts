import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { projectRoot } from '../../config/root';
import { fold } from '../../schemas/text';
import type { Dialect } from './dialect';
import { CsvRecords } from './records';
import { type Sniffed, sniffDialect } from './sniff';

/** A header names so many columns at least: fewer may be words of a sentence. */
const fewest = 3;

/**
 * The dialect of a report: of the delimiters, the one that parts a line into column names of the forms, however few lines
 * there are for and however many numbers speak for another; without such a line, as for any file.
 */
export function reportDialect(head: string, headIsWhole: boolean): Sniffed {
  const sniffed = sniffDialect(head, headIsWhole);
  const lines = head.split(/\r\n?|\n/, 300);
  const named = (delimiter: string) => {
    const dialect: Dialect = { ...sniffed.dialect, delimiter };
    return { dialect, names: Math.max(0, ...lines.map((line) => namesIn(line, dialect))) };
  };
  const others = [';', ',', '\t', '|'].filter((delimiter) => delimiter !== sniffed.dialect.delimiter).map(named);
  const best = others.reduce((a, b) => (b.names > a.names ? b : a));
  // Its own lines are gone through only where there is a rival: mostly there is none.
  if (best.names < fewest || best.names <= named(sniffed.dialect.delimiter).names) return sniffed;
  return { dialect: best.dialect, margin: 1, runnerUp: sniffed.dialect.delimiter, width: best.names };
}

function namesIn(line: string, dialect: Dialect): number {
  if (!line.includes(dialect.delimiter) || line.length > 5000) return 0;
  const reader = new CsvRecords(dialect);
  const [record] = [...reader.push(line), ...reader.end()];
  return record?.cells.filter((cell) => knownHeaders().has(fold(cell))).length ?? 0;
}

let known: ReadonlySet<string> | undefined;

/** Column names of both forms, folded. */
function knownHeaders(): ReadonlySet<string> {
  known ??= new Set(
    ['headers.csv', 'register-headers.csv'].flatMap((name) => {
      const text = readFileSync(path.join(projectRoot, 'config', name), 'utf8');
      const rows: { header: string }[] = parse(text, { columns: true, bom: true, skip_empty_lines: true });
      return rows.map(({ header }) => fold(header));
    }),
  );
  return known;
}
