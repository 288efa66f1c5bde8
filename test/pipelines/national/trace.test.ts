import type { Pool } from 'pg';
import { type Asked, figures, rollUp } from '../../../pipelines/national/rollup';
import { type AreaChoice, nationalTable } from '../../../pipelines/national/table';
import { trace } from '../../../pipelines/national/trace';
import { columns } from '../../../pipelines/national/trace/columns';
import { mapOf, type Period, periodFromCode } from '../../../schemas/period';
import { rounded } from '../../../schemas/rational';
import { type TableRow, tracedColumns } from '../../../schemas/table';
import { transaction } from '../../../sinks/warehouse/connect';
import { catalogue, flat, submitted, testWarehouse, tick } from '../../setup/warehouse';
import { reckoned } from './reckoned';

let pool: Pool;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
  await submitted(
    pool,
    flat('2024-Q4', [
      '24 htx.count all 100 120',
      '24 htx.effective all 50',
      '24 htx.revenue_avg all 10',
      '24 htx.labour all 9',
      '27 htx.count agri 20',
      '27 htx.count non_agri 10',
      '27 htx.count credit 3',
      '27 htx.effective all 11',
      '27 htx.revenue_avg all 20.5',
      '12 htx.count all 7 8',
      '12 htx.effective_share all 90',
    ]),
  );
  await submitted(
    pool,
    flat('2025-Q4', [
      '24 htx.count all 143',
      '24 htx.effective all 70',
      '24 htx.revenue_avg all 15',
      '24 htx.charter_capital all 2.05',
      '12 htx.count all 8',
      '12 htx.effective all 2',
      '12 htx.revenue_avg all 1',
    ]),
  );
});
afterAll(() => drop());

async function rows(code: string, area: AreaChoice): Promise<{ asked: Asked; rows: readonly TableRow[] }> {
  const period = periodFromCode(code) as Period;
  const asked: Asked = { period, map: mapOf(period), knownAt: null };
  const found = await transaction(pool, async (client) => {
    await rollUp(client, period, asked.map, catalogue.version, tick());
    return figures(client, asked);
  });
  return { asked, rows: nationalTable(asked, area, found, catalogue).rows };
}

test.each(['2024-Q4', '2025-Q4'])(
  'the formula over the leaves gives every figure of %s, in every area and column',
  async (period) => {
    const table = await rows(period, 'all');
    let traced = 0;
    for (const row of table.rows) {
      for (const column of tracedColumns) {
        const figure = columns[column].value(row);
        if (figure === null) continue;
        const found = await transaction(pool, (client) => trace(client, table.asked, row, column, catalogue));
        const place = `${row.area} ${row.indicator.code} ${row.sector} ${column}`;
        expect([place, rounded(reckoned(found), 9)]).toEqual([place, rounded(figure, 9)]);
        traced += 1;
      }
    }
    expect(traced).toBeGreaterThan(30);
  },
);

test('a figure of last year, asked for across the merger, ends at the cells of the old provinces', async () => {
  const { asked, rows: found } = await rows('2025-Q4', { id: '24' });
  const row = found.find((each) => each.indicator.code === 'htx.count' && each.sector === 'all') as TableRow;
  const traced = await transaction(pool, (client) => trace(client, asked, row, 'previous', catalogue));
  expect(traced.leaves.map(({ province, raw, note }) => [province, raw, note === null])).toEqual([
    ['24', '100', true],
    ['27', '20', false], // the old Bắc Ninh gave its parts only
    ['27', '10', false],
    ['27', '3', false],
  ]);
});

test('where there is no figure there is nothing to trace', async () => {
  const { asked, rows: found } = await rows('2025-Q4', 'VN');
  const row = found.find((each) => each.indicator.code === 'lh.count' && each.sector === 'all') as TableRow;
  expect(await transaction(pool, (client) => trace(client, asked, row, 'actual', catalogue))).toMatchObject({
    value: null,
    leaves: [],
  });
});
