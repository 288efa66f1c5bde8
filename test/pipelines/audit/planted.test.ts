import * as fc from 'fast-check';
import { vietnameseNumber } from '../../../schemas/vietnamese';
import { auditText } from './audited';
import { type Cells, cut, type Figures, figures, quotient, type Table, tableOf, written } from './clean-table';

const runs = { numRuns: 40 };
const column = ['actual_2020', 'vs_2019_amount', 'vs_2019_percent', 'vs_plan_amount', 'vs_plan_percent'];
const found = (table: Table) =>
  auditText(written(table)).lines.map((line) => `${line.code} ${line.sector} ${line.column} ${line.kind}`);

/** The table with one cell changed. */
function withCell(table: Table, key: string, at: number, text: string): Table {
  const row = table.get(key);
  if (row === undefined) throw new Error(`no ${key}`);
  const cells = row.cells.map((cell, index) => (index === at ? text : cell)) as Cells;
  return new Map([...table, [key, { ...row, cells }]]);
}

const plainOf = (table: Table, key: string, at: number) =>
  (table.get(key)?.cells[at] ?? '').replace(/[.%+]/g, '').replace(',', '.');
const percentOf = (tenths: number) => `${vietnameseNumber((tenths / 10).toFixed(1))}%`;
const total = ({ sectors }: Figures) => sectors.reduce((sum, each) => sum + each, 0n);
const tenthsOf = (table: Table, key: string, at: number) => Math.round(Number(plainOf(table, key, at)) * 10);

test('a table that is right has no faults', () => {
  fc.assert(fc.property(figures, (from) => expect(found(tableOf(from))).toEqual([])));
});

const comparisons = [
  ['htx.new all', 2],
  ['htx.new all', 4],
  ['htx.effective all', 2],
  ['htx.members all', 2],
  ['htx.charter_capital all', 2],
  ['htx.labour_income_avg all', 2],
] as const;

test('a percentage some points off is found, and so is one without its hundred', () => {
  fc.assert(
    fc.property(figures, fc.constantFrom(...comparisons), fc.integer({ min: 20, max: 80 }), (from, [key, at], off) => {
      const table = tableOf(from);
      const place = `${key} ${column[at]}`;
      const tenths = tenthsOf(table, key, at);
      expect(found(withCell(table, key, at, percentOf(tenths + off)))).toEqual([`${place} wrong`]);
      expect(found(withCell(table, key, at, percentOf(tenths - 1000)))).toEqual([`${place} growth`]);
    }),
    runs,
  );
});

test('digits that were cut are found where rounding makes another figure', () => {
  fc.assert(
    fc.property(figures, (from) => {
      const [is = '', should] = [cut, quotient].map((way) => way(from.effective * 100n, from.effective + 100n, 1));
      fc.pre(is !== should);
      const table = withCell(tableOf(from), 'htx.effective all', 4, `${vietnameseNumber(is)}%`);
      expect(found(table)).toEqual(['htx.effective all vs_plan_percent cut']);
    }),
    runs,
  );
});

test('a wrong share is found, on the share', () => {
  fc.assert(
    fc.property(figures, fc.integer({ min: 11, max: 60 }), (from, off) => {
      const table = tableOf(from);
      const tenths = tenthsOf(table, 'htx.effective_share all', 0);
      expect(found(withCell(table, 'htx.effective_share all', 0, percentOf(tenths + off)))).toEqual([
        'htx.effective_share all actual_2020 wrong',
      ]);
    }),
    runs,
  );
});

test('a sector that does not fit is found on the total, and so is a total', () => {
  fc.assert(
    fc.property(figures, fc.bigInt({ min: 1n, max: 20n }), (from, off) => {
      const [farming] = from.unions;
      const table = tableOf(from);
      const sum = ['lh.count all actual_2020 sum'];
      expect(found(withCell(table, 'lh.count agri', 0, String(farming + off)))).toEqual(sum);
      expect(found(withCell(table, 'lh.count all', 0, String(farming + off)))).toEqual(sum);
      const wrong = vietnameseNumber(String(total(from) + off * 1000n));
      expect(found(withCell(table, 'htx.count all', 0, wrong))).toEqual(['htx.count all actual_2020 sum']);
    }),
    runs,
  );
});

test('a unit a thousand times too large is found once, on the actual figure, whatever of its line is in it', () => {
  fc.assert(
    fc.property(figures, (from) => {
      const [key, line] = ['htx.charter_capital all', ['htx.charter_capital all actual_2020 unit']];
      const table = tableOf(from);
      const actual = vietnameseNumber(String(from.capital));
      const alone = withCell(table, key, 0, actual);
      expect(found(alone)).toEqual(line);
      const change = vietnameseNumber(plainOf(table, key, 1).replace('.', ''));
      expect(found(withCell(alone, key, 1, change))).toEqual(line);
    }),
    runs,
  );
});

test('a count that does not follow from what was founded and dissolved is found', () => {
  fc.assert(
    fc.property(figures, fc.bigInt({ min: 1n, max: 90n }), (from, off) => {
      const table = withCell(tableOf(from), 'htx.dissolved all', 0, String(from.dissolved + off));
      expect(found(table)).toEqual(['htx.count all vs_2019_amount flow']);
    }),
    runs,
  );
});

test('one cell that makes several checks fail is one line, on that cell', () => {
  fc.assert(
    fc.property(figures, (from) => {
      const table = tableOf(from);
      const founded = withCell(table, 'htx.new all', 0, vietnameseNumber(String(from.founded + 3000n)));
      expect(found(founded)).toEqual(['htx.new all actual_2020 wrong']);
      const change = withCell(table, 'htx.count all', 1, String(from.founded - from.dissolved + 3000n));
      expect(found(change)).toEqual(['htx.count all vs_2019_amount wrong']);
    }),
    runs,
  );
});

test('an amount with the wrong sign, or a comma in the wrong place, is found on the amount', () => {
  fc.assert(
    fc.property(figures, (from) => {
      const table = tableOf(from);
      const plain = plainOf(table, 'htx.members all', 1);
      const other = plain.startsWith('-') ? plain.slice(1) : `-${plain}`;
      const place = 'htx.members all vs_2019_amount wrong';
      expect(found(withCell(table, 'htx.members all', 1, vietnameseNumber(other)))).toEqual([place]);
      expect(found(withCell(table, 'htx.members all', 1, vietnameseNumber(`${plain}0`)))).toEqual([place]);
    }),
    runs,
  );
});
