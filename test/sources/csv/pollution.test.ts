import { parse } from 'csv-parse/sync';
import { readTable } from '../../../sources/csv/index';
import { pollute } from '../../bench/pollution';
import { scoresOf, summary } from '../../bench/pollution-score';
import { tables } from '../../bench/pollution-tables';

const read = (text: string): string[][] => parse([...readTable([text])].join(''), { skip_empty_lines: true });

/** One fault in so many of a kind is enough here; `pollution-score` takes them all. */
const every = 13;

test.each(tables().map((table) => [table.title, table] as const))('polluted files of the table %s', (_, table) => {
  const seen = new Map<string, number>();
  const files = pollute(table).filter(({ kind }) => {
    const count = seen.get(kind) ?? 0;
    seen.set(kind, count + 1);
    return count % every === 0;
  });
  const scores = scoresOf(files, read);
  const failed = files.filter(({ kind }, index) => (scores[index] as number) < 9 && !/space|missing|^quote/.test(kind));
  expect(failed.map(({ name }) => name)).toEqual([]);
  const { simple, weighted } = summary(files, scores);
  expect(simple).toBeGreaterThan(9.9);
  expect(weighted).toBeGreaterThan(9.95);
});
