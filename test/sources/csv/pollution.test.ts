import { parse } from 'csv-parse/sync';
import { readTable } from '../../../sources/csv/index';
import { pollute } from '../../bench/pollution';
import { polluteMore } from '../../bench/pollution-more';
import { scoresOf, summary } from '../../bench/pollution-score';
import { smallTables } from '../../bench/pollution-small';
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

test('the faults that other files have, in the same tables', () => {
  const files = tables()
    .flatMap(polluteMore)
    .filter(({ kind }, index) => !kind.startsWith('one row') || index % every === 0);
  const scores = scoresOf(files, read);
  expect(files.filter((_, index) => (scores[index] as number) < 9).map(({ name }) => name)).toEqual([]);
});

test('small tables with any of the faults', () => {
  const files = smallTables().flatMap((table) => [...pollute(table), ...polluteMore(table)]);
  const scores = scoresOf(files, read);
  // A space between words, or one mark more or less in a table of a few cells, cannot be told from what is meant.
  const failed = files.filter(
    ({ kind }, index) => (scores[index] as number) < 9 && !/space|missing|many|long|^one row by/.test(kind),
  );
  expect(failed.map(({ name }) => name)).toEqual([
    'words: two tables, same width',
    "pages: quote '",
    'three rows: two tables, second narrower',
    'money: delimiter "~"',
    'money: delimiter ":"',
  ]);
  expect(summary(files, scores).simple).toBeGreaterThan(9.85);
});
