import type { Pool } from 'pg';
import type { Asked } from '../../../pipelines/national/asked';
import { figures, rollUp } from '../../../pipelines/national/rollup';
import { nationalTable } from '../../../pipelines/national/table';
import { trace } from '../../../pipelines/national/trace';
import { columns } from '../../../pipelines/national/trace/columns';
import { reconciling } from '../../../pipelines/reconcile';
import { quarter } from '../../../schemas/period';
import { rounded } from '../../../schemas/rational';
import { type TableRow, tracedColumns } from '../../../schemas/table';
import { transaction } from '../../../sinks/warehouse/connect';
import { withdraw } from '../../../sinks/warehouse/withdraw';
import { catalogue, flat, submitted, testWarehouse, tick } from '../../setup/warehouse';
import { reckoned } from './reckoned';

let pool: Pool;
let drop: () => Promise<void>;
const asked: Asked = { period: quarter(2023, 4), map: '63', knownAt: null };

beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
  await submitted(
    pool,
    `Mẫu;B02
Đơn vị báo cáo;tỉnh Bắc Giang
Kỳ báo cáo;2023
TT;Tên HTX;Loại hình;Lĩnh vực;Ngày thành lập;Tình trạng;Số thành viên;Số lao động;Vốn điều lệ (triệu đồng);Doanh thu (triệu đồng)
1;HTX Tân Hưng;HTX;Nông nghiệp;05/03/2010;đang hoạt động;30;12;1500;700
2;HTX Vận tải Xanh;HTX;Vận tải;12/02/2023;đang hoạt động;8;5;2250;800
3;HTX Đồi Chè;HTX;Nông nghiệp;01/06/2015;ngừng hoạt động;15;0;300;0
4;HTX Cũ;HTX;Nông nghiệp;01/06/2005;giải thể;9;1;100;1
5;Tổ hợp tác Bến;THT;Nông nghiệp;01/06/2020;đang hoạt động;5;5;10;20
`,
    { name: 'danh-sach.csv' },
  );
  await submitted(pool, flat('2023', ['25 htx.count all 10', '25 htx.members all 100', '25 htx.revenue_avg all 5']));
  await submitted(pool, flat('2022', ['24 htx.count all 4', '24 htx.members all 50', '25 htx.members all 80']));
});
afterAll(() => drop());

async function rowsOf(area: string): Promise<readonly TableRow[]> {
  return transaction(pool, async (client) => {
    await rollUp(client, asked.period, asked.map, catalogue.version, tick());
    return nationalTable(asked, { id: area }, await figures(client, asked), catalogue).rows;
  });
}

async function traced(area: string, code: string, sector = 'all') {
  const row = (await rowsOf(area)).find((each) => each.indicator.code === code && each.sector === sector) as TableRow;
  return transaction(pool, (client) => trace(client, asked, row, 'actual', catalogue));
}

test('a sum over a register ends at the rows that entered, each with its part', async () => {
  const { value, leaves } = await traced('24', 'htx.charter_capital');
  expect(value).toBe('4.05');
  expect(leaves.map(({ file, row, column, raw, value }) => ({ file, row, column, raw, value }))).toEqual([
    { file: 'danh-sach.csv', row: 5, column: 9, raw: 'HTX Tân Hưng', value: '1.5' },
    { file: 'danh-sach.csv', row: 6, column: 9, raw: 'HTX Vận tải Xanh', value: '2.25' },
    { file: 'danh-sach.csv', row: 7, column: 9, raw: 'HTX Đồi Chè', value: '0.3' },
  ]);
});

test.each([
  ['htx.count', 'agri', ['HTX Tân Hưng', 'HTX Đồi Chè']],
  ['htx.active', 'all', ['HTX Tân Hưng', 'HTX Vận tải Xanh']],
  ['htx.new', 'all', ['HTX Vận tải Xanh']],
  ['tht.count', 'all', ['Tổ hợp tác Bến']],
])('of %s (%s) the rows that are counted are named', async (code, sector, names) => {
  const { leaves } = await traced('24', code, sector);
  expect(leaves.map(({ raw, value }) => [raw, value])).toEqual(names.map((name) => [name, '1']));
});

test('a mean over a register stands by itself, for it was rounded', async () => {
  const { value, leaves } = await traced('24', 'htx.revenue_avg');
  expect(value).toBe('500.000000');
  expect(leaves.map(({ role }) => role)).toEqual(['term', 'weight', 'weight', 'weight']);
});

test('the formula over the leaves gives every figure that a register enters', async () => {
  let found = 0;
  for (const area of ['VN', '8:DB', '24']) {
    for (const row of await rowsOf(area)) {
      for (const column of tracedColumns) {
        const figure = columns[column].value(row);
        if (figure === null) continue;
        const each = await transaction(pool, (client) => trace(client, asked, row, column, catalogue));
        const place = `${area} ${row.indicator.code} ${row.sector} ${column}`;
        expect([place, rounded(reckoned(each), 9)]).toEqual([place, rounded(figure, 9)]);
        found += 1;
      }
    }
  }
  expect(found).toBeGreaterThan(50);
});

test('beside a report on B01 the register makes no figure, also where that report says nothing', async () => {
  const { receipt } = await submitted(pool, flat('2023', ['24 htx.count all 3']));
  const said = async (code: string) => (await rowsOf('24')).find((each) => each.indicator.code === code)?.actual;
  expect(await said('htx.charter_capital')).toBeNull();
  const taken = { submission: `${receipt}-1`, by: 'Lan', why: 'gửi nhầm' };
  await withdraw(pool, taken, reconciling(catalogue), tick());
  expect((await traced('24', 'htx.charter_capital')).value).toBe('4.05');
});
