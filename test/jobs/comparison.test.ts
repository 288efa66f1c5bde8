import { type Comparison, compareEditions } from '../../jobs/comparison';
import { publish } from '../../jobs/editions';
import { identifyAll } from '../../jobs/tasks/identify';
import type { Warehouse } from '../../jobs/warehouse';
import type { Changed } from '../../pipelines/national/compare';
import type { Catalogue } from '../../schemas/catalogue';
import { type MapName, ProvinceId, RegionId } from '../../schemas/codes';
import { decimal, zero } from '../../schemas/decimal';
import type { Manifest } from '../../schemas/edition';
import { RowId } from '../../schemas/identity';
import { type Period, quarter } from '../../schemas/period';
import { loadCatalogue } from '../../sinks/warehouse/catalogue';
import { manifestOf } from '../../sinks/warehouse/editions';
import { insertDecision } from '../../sinks/warehouse/identity/decisions';
import { catalogue, flat, submitted, type TestWarehouse, testWarehouse, tick } from '../setup/warehouse';

let there: TestWarehouse;
beforeAll(async () => {
  there = await testWarehouse();
});
afterAll(() => there.drop());

const warehouseOf = (of: Catalogue = catalogue): Warehouse => ({
  ...{ pool: there.pool, url: there.url, catalogue: of },
  ...{ schema: 'tonghop', id: 'test', close: async () => {} },
});

async function published(period: Period, of: Catalogue = catalogue): Promise<Manifest> {
  await loadCatalogue(there.pool, of);
  const what = { period, by: 'Lan', overrideWhy: null };
  const edition = await publish({ warehouse: warehouseOf(of), now: tick }, what);
  return (await manifestOf(there.pool, edition)) as Manifest;
}

async function compared(one: Manifest, other: Manifest, map: MapName): Promise<Comparison> {
  const comparison = await compareEditions(warehouseOf(), one, other, map, 'all');
  for (const { change, causes, ...of } of comparison.changed) {
    if (change === null) continue;
    const total = causes.reduce((sum, part) => sum.plus(decimal(part.change ?? '')), zero);
    expect([of, total.toFixed()]).toEqual([of, change]);
  }
  return comparison;
}

const causesOf = (changed: readonly Changed[], area: string, code: string, column = 'actual') =>
  Object.fromEntries(
    (
      changed.find(
        (each) => each.area === area && each.code === code && each.sector === 'all' && each.column === column,
      )?.causes ?? []
    ).map(({ cause, change }) => [cause, change]),
  );

/** The catalogue as if a province had lain in another region, or gone into another of the new provinces. */
function moved(id: string, to: { readonly region?: RegionId; readonly successor?: ProvinceId }): Catalogue {
  const province = catalogue.provinces.get(ProvinceId.parse(id));
  if (province === undefined) throw new Error(`${id}: there is no such province`);
  const provinces = new Map(catalogue.provinces).set(province.id, { ...province, ...to });
  return { ...catalogue, version: JSON.stringify([id, to]), provinces };
}

test('a province that lies in another region is the map’s doing, what was reported late is not', async () => {
  const period = quarter(2017, 2);
  const before = moved('63/24', { region: RegionId.parse('8:DBSH') });
  await submitted(there.pool, flat(period, ['24 htx.count all 409', '24 htx.members all 8000']));
  const one = await published(period, before);
  await submitted(there.pool, flat(period, ['27 htx.count all 7']));
  const { changed } = await compared(one, await published(period), '63');
  expect(causesOf(changed, 'VN', 'htx.count')).toEqual({ late: '7' });
  expect(causesOf(changed, '8:DBSH', 'htx.count')).toEqual({ map: '-409', late: '7' });
  expect(causesOf(changed, '8:DB', 'htx.count')).toEqual({ map: '409' });
  expect(causesOf(changed, '24', 'htx.count')).toEqual({});
});

test('a province that goes into another one is the map’s doing on the map of the 34', async () => {
  const period = quarter(2017, 3);
  const before = moved('63/12', { successor: ProvinceId.parse('34/11') });
  await submitted(there.pool, flat(period, ['12 htx.count all 400']));
  const one = await published(period, before);
  await submitted(there.pool, flat(period, ['12 htx.count all 402']));
  const { changed } = await compared(one, await published(period), '34');
  expect(causesOf(changed, '12', 'htx.count')).toEqual({ map: '400', revision: '2' });
});

const register = (province: string, rows: readonly string[], period = '2023-Q4') =>
  `Mẫu;B02
Đơn vị báo cáo;${province}
Kỳ báo cáo;${period}
TT;Tên HTX;MST;Loại hình;Lĩnh vực;Xã;Ngày thành lập;Tình trạng;Số thành viên;Số lao động;Vốn điều lệ (triệu đồng);Doanh thu (triệu đồng)
${rows.map((line, index) => `${index + 1};${line}\n`).join('')}`;
const tea = 'HTX Đồi Chè;2400123458;HTX;Nông nghiệp;Tân Hưng;01/06/2015;đang hoạt động;15;4;300;90';
const teaAgain = 'HTX Đồi Chè Xanh;;HTX;Nông nghiệp;Tân Hưng;2015;đang hoạt động;17;4;300;90';
const carts = 'HTX Vận tải Xanh;;HTX;Vận tải;Mỹ Thái;12/02/2011;đang hoạt động;8;5;2250;800';
const mended = 'HTX Vận tải Xanh;;HTX;Vận tải;Mỹ Thái;12/02/2011;đang hoạt động;9;5;2250;800';
const founded = 'HTX Sông Thương;;HTX;Thủy sản;Mỹ Thái;12/02/2019;đang hoạt động;20;6;100;50';

test('a row that a person said is one with another, and that a later register leaves out, is a duplicate removed', async () => {
  const period = quarter(2023, 4);
  await submitted(there.pool, register('tỉnh Bắc Giang', [tea, teaAgain, carts]));
  const one = await published(period);
  await submitted(there.pool, register('tỉnh Bắc Giang', [tea, mended, founded]));
  const other = await published(period);
  const undecided = await compared(one, other, '63');
  expect(causesOf(undecided.changed, 'VN', 'htx.members')).toEqual({ revision: '4' });

  await decided('same', await idsOf(period, ['HTX Đồi Chè', 'HTX Đồi Chè Xanh']));
  const { changed, reports } = await compared(one, other, '63');
  expect(causesOf(changed, 'VN', 'htx.members')).toEqual({ duplicate: '-17', revision: '21' });
  expect(causesOf(changed, '24', 'htx.charter_capital')).toEqual({ duplicate: '-0.3', revision: '0.1' });
  // The mean of 90, 90 and 800 is that of 90 and 800 without the duplicate, and with 50 the mean of three again.
  expect(causesOf(changed, '24', 'htx.revenue_avg')).toEqual({ duplicate: '118.333333', revision: '-131.666667' });
  expect(reports.duplicate).toMatchObject([{ province: '63/24', period, form: 'B02' }]);

  await decided('undo', await idsOf(period, ['HTX Đồi Chè', 'HTX Đồi Chè Xanh']));
  expect(causesOf((await compared(one, other, '63')).changed, 'VN', 'htx.members')).toEqual({ revision: '4' });
});

test('a cooperative that two provinces list, and one of them leaves out later, is a duplicate removed', async () => {
  const period = quarter(2022, 4);
  await submitted(there.pool, register('tỉnh Bắc Giang', [tea, carts], '2022-Q4'));
  await submitted(there.pool, register('tỉnh Bắc Ninh', [tea, founded], '2022-Q4'));
  const one = await published(period);
  await submitted(there.pool, register('tỉnh Bắc Ninh', [founded], '2022-Q4'));
  await submitted(there.pool, register('tỉnh Bắc Giang', [tea], '2022-Q4'));
  const { changed } = await compared(one, await published(period), '63');
  expect(causesOf(changed, 'VN', 'htx.count')).toEqual({ duplicate: '-1', revision: '-1' });
  expect(causesOf(changed, '24', 'htx.count')).toEqual({ revision: '-1' });
  expect(causesOf(changed, '27', 'htx.count')).toEqual({ duplicate: '-1' });
});

async function decided(verdict: 'same' | 'undo', rows: readonly [RowId, RowId]): Promise<void> {
  await identifyAll(warehouseOf());
  await insertDecision(there.pool, { rows, verdict, by: 'Lan', why: 'đã gọi hỏi xã' }, tick());
}

/** The rows of the first register of a period that list these names. */
async function idsOf(period: Period, names: readonly [string, string]): Promise<[RowId, RowId]> {
  const { rows } = await there.pool.query<{ id: string }>(
    `select submission || ':' || number as id
     from register_row join submission using (province, submission)
     where period = $1 and name = any($2) order by receipt, number limit 2`,
    [period, names],
  );
  return [RowId.parse(rows[0]?.id), RowId.parse(rows[1]?.id)];
}
