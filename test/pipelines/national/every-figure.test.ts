import fc from 'fast-check';
import type { Pool } from 'pg';
import { type Asked, unitsOf } from '../../../pipelines/national/asked';
import { figures, rollUp } from '../../../pipelines/national/rollup';
import { nationalTable } from '../../../pipelines/national/table';
import { trace } from '../../../pipelines/national/trace';
import { columns } from '../../../pipelines/national/trace/columns';
import { decimal, zero } from '../../../schemas/decimal';
import { exact, rounded } from '../../../schemas/rational';
import { type Table, type TableRow, tracedColumns } from '../../../schemas/table';
import { transaction } from '../../../sinks/warehouse/connect';
import { patience, runs } from '../../setup/runs';
import { catalogue, testWarehouse, tick } from '../../setup/warehouse';
import { came, periods, putIn, reports } from './random-reports';
import { reckoned } from './reckoned';

let pool: Pool;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
});
afterAll(() => drop());

/** So many figures of each table are traced, taken from all over it. */
const tracedEach = 15;

const cases = {
  reports,
  period: fc.constantFrom(...periods),
  map: fc.constantFrom('63' as const, '34' as const),
  knownAt: fc.constantFrom(null, came.first),
  /** Which figures are traced. */
  from: fc.nat(),
};

test(
  'the nation is the sum of its regions and of its provinces, and the formula over the leaves gives every figure',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(cases), async ({ reports: all, period, map, knownAt, from }) => {
        await putIn(pool, all);
        const asked: Asked = { period, map, knownAt };
        const table = await transaction(pool, async (client) => {
          if (knownAt === null) await rollUp(client, period, map, catalogue.version, tick());
          return nationalTable(asked, 'all', await figures(client, asked), catalogue);
        });
        expectSums(table);
        const traceable = table.rows.flatMap((row) =>
          tracedColumns.filter((column) => columns[column].value(row) !== null).map((column) => ({ row, column })),
        );
        const step = Math.max(1, Math.floor(traceable.length / tracedEach));
        const some = traceable.filter((_, index) => (index - from) % step === 0);
        const expectReckoned = async ({ row, column }: (typeof traceable)[number]) => {
          const traced = await transaction(pool, (client) => trace(client, asked, row, column, catalogue));
          const figure = columns[column].value(row);
          const place = `${row.area} ${row.indicator.code} ${row.sector} ${column}`;
          expect([place, rounded(reckoned(traced), 12)]).toEqual([place, figure && rounded(figure, 12)]);
        };
        await Promise.all(some.map(expectReckoned));
      }),
      { numRuns: runs(50) },
    );
  },
  patience(600_000),
);

/** On a map that has all figures the nation's sums are those of the regions, and those of the provinces. */
function expectSums(table: Table): void {
  if (unitsOf(table) !== table.map) return;
  const byKey = new Map<string, TableRow[]>();
  for (const row of table.rows.filter(({ indicator }) => indicator.aggregation.how === 'sum')) {
    const key = `${row.indicator.code} ${row.sector}`;
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  for (const [key, rows] of byKey) {
    for (const column of ['actual', 'actualCompared', 'previous', 'yearEnd'] as const) {
      const sum = (some: readonly TableRow[]) => {
        const there = some.flatMap((row) => row[column] ?? []);
        return there.length === 0
          ? null
          : there.reduce((total, each) => total.plus(decimal(exact(each))), zero).toFixed();
      };
      const nation = sum(rows.filter(({ area }) => area === 'VN'));
      expect([key, column, sum(rows.filter(({ area }) => area.includes(':')))]).toEqual([key, column, nation]);
      expect([key, column, sum(rows.filter(({ area }) => isProvince(area)))]).toEqual([key, column, nation]);
    }
  }
}

const isProvince = (area: string) => area !== 'VN' && !area.includes(':');
