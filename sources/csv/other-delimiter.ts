import type { Dialect } from './dialect';
import { lenientCells } from './mend';

/** A line that came out as one cell, split by another delimiter, where one makes exactly `width` cells of it. */
export function otherwiseSplit(line: string, width: number): string[] | null {
  if (width < 2) return null;
  for (const delimiter of [';', '\t', ',', '|', ' ']) {
    if (!line.includes(delimiter)) continue;
    const dialect: Dialect = { delimiter, quote: '"', escape: '"', lineEnd: '\n' };
    const cells = lenientCells(line, dialect);
    if (cells.length === width) return cells;
  }
  return null;
}
