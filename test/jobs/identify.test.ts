import * as fc from 'fast-check';
import type { Pool } from 'pg';
import { identifyAll, identifyTask } from '../../jobs/tasks/identify';
import type { Warehouse } from '../../jobs/warehouse';
import { reconciling } from '../../pipelines/reconcile';
import type { RowId } from '../../schemas/identity';
import { insertDecision } from '../../sinks/warehouse/identity/decisions';
import { waitingPairs } from '../../sinks/warehouse/identity/pairs';
import { registerLines } from '../../sinks/warehouse/identity/registers';
import { waitingReceipts } from '../../sinks/warehouse/receipts';
import { withdraw } from '../../sinks/warehouse/withdraw';
import { runs } from '../setup/runs';
import { catalogue, flat, handedIn, processed, submitted, testWarehouse, tick } from '../setup/warehouse';

let pool: Pool;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
});
afterAll(() => drop());
beforeEach(async () => {
  await pool.query('truncate submission, identity_scope, identity_decision cascade');
  await pool.query(
    'truncate receipt, register_row, identity_register, identity_row, identity_key, identity_link, identity_pair, identity_linked, register_compared restart identity cascade',
  );
});

const identified = () => identifyAll({ pool, catalogue } as unknown as Warehouse);

/** A register of form B02: each row `name;tax code;commune;founded;members;capital`. */
function register(province: string, period: string, rows: readonly string[]): string {
  const head = [
    `Đơn vị báo cáo;Liên minh HTX ${province}`,
    `Kỳ báo cáo;${period}`,
    'STT;Tên HTX;Mã số thuế;Xã;Ngày thành lập;Số thành viên;Vốn điều lệ (triệu đồng);Loại hình',
  ];
  return [...head, ...rows.map((row, index) => `${index + 1};${row};HTX`), ''].join('\n');
}

const tanTien = 'HTX NN Tân Tiến;2400123458;Tân Hưng;06/05/2015;120;900';
const quyetThang = 'HTX Quyết Thắng;;Mỹ Thái;15/03/2010;35;1500';
const doanKet = 'HTX Đoàn Kết;;Mỹ Thái;12/12/2018;15;300';
const first = register('tỉnh Bắc Giang', 'Quý II năm 2021', [tanTien, quyetThang, doanKet]);
const second = register('tỉnh Bắc Giang', 'Quý III năm 2021', [
  'Hợp tác xã nông nghiệp Tân tiến;;Tân Hưng;2015;121;900',
  'HTX QUYET THANG;;Mỹ Thái;15/03/2010;35;1500',
  'HTX Đoàn Kết;;Dương Đức;12/11/2019;18;250',
]);
const moved = register('tỉnh Phú Thọ', 'Quý III năm 2021', [tanTien.replace('Tân Hưng', 'Minh Đài')]);
const merged = register('tỉnh Bắc Ninh', '2025-Q3', [quyetThang, doanKet]);

const cooperatives = async (period: string) =>
  (await registerLines(pool, period, null)).map(({ province, cooperative }) => `${province} ${cooperative}`);

test('one cooperative in two quarters, in two provinces, and across July 2025', async () => {
  for (const text of [first, second, moved, merged]) await submitted(pool, text);
  await identified();
  expect(await cooperatives('2021-Q2')).toEqual(['24 1-1:1', '24 1-1:2', '24 1-1:3']);
  expect(await cooperatives('2021-Q3')).toEqual(['24 1-1:1', '24 1-1:2', '24 2-1:3', '25 1-1:1']);
  expect(await cooperatives('2025-Q3')).toEqual(['24 1-1:2', '24 1-1:3']);
});

test('nothing is resolved before what was received earlier, and nothing that was resolved moves', async () => {
  const [one, two] = [await handedIn(pool, first), await handedIn(pool, second)];
  await processed(pool, two.receipt);
  await identified();
  expect(await cooperatives('2021-Q3')).toEqual(['24 null', '24 null', '24 null']);
  await processed(pool, one.receipt);
  await identified();
  const resolved = await cooperatives('2021-Q3');
  expect(resolved).toEqual(['24 1-1:1', '24 1-1:2', '24 2-1:3']);
  await submitted(pool, merged);
  await identified();
  expect(await cooperatives('2021-Q3')).toEqual(resolved);
});

test('while files wait the job leaves it to the last of them', async () => {
  await submitted(pool, first);
  const later = await handedIn(pool, second);
  await identifyTask({}, { warehouse: { pool, catalogue } as unknown as Warehouse });
  expect(await cooperatives('2021-Q2')).toEqual(['24 null', '24 null', '24 null']);
  await processed(pool, later.receipt);
  await identifyTask({}, { warehouse: { pool, catalogue } as unknown as Warehouse });
  expect(await cooperatives('2021-Q2')).toEqual(['24 1-1:1', '24 1-1:2', '24 1-1:3']);
});

describe('what a person says', () => {
  const said = async (verdict: 'same' | 'different' | 'undo', one: string, other: string) => {
    const rows = [one as RowId, other as RowId] as const;
    await insertDecision(pool, { rows, verdict, by: 'Lan', why: 'đã gọi hỏi' }, tick());
    await identified();
  };

  test('wins, holds for the registers to come, and can be taken back', async () => {
    for (const text of [first, second]) await submitted(pool, text);
    await identified();
    await said('different', '1-1:1', '2-1:1');
    await said('same', '1-1:3', '2-1:3');
    expect(await cooperatives('2021-Q3')).toEqual(['24 2-1:1', '24 1-1:2', '24 1-1:3']);
    await submitted(
      pool,
      register('tỉnh Bắc Giang', 'Quý IV năm 2021', [doanKet, doanKet.replace('Mỹ Thái', 'Dương Đức')]),
    );
    await identified();
    expect(new Set(await cooperatives('2021-Q4'))).toEqual(new Set(['24 1-1:3', '24 3-1:2']));
    await said('undo', '2-1:1', '1-1:1');
    expect(await cooperatives('2021-Q3')).toEqual(['24 1-1:1', '24 1-1:2', '24 1-1:3']);
  });

  test('two rows of one register that are one stay one in the next, listed twice as well', async () => {
    const twice = [doanKet, doanKet.replace('Mỹ Thái', 'Dương Đức')];
    await submitted(pool, register('tỉnh Bắc Giang', 'Quý II năm 2021', twice));
    await submitted(pool, register('tỉnh Bắc Giang', 'Quý III năm 2021', twice));
    await identified();
    expect(await cooperatives('2021-Q3')).toEqual(['24 1-1:1', '24 1-1:2']);
    await said('same', '1-1:1', '1-1:2');
    expect(await cooperatives('2021-Q3')).toEqual(['24 1-1:1', '24 1-1:1']);
  });

  test('is said of two provinces as well', async () => {
    for (const text of [first, moved]) await submitted(pool, text);
    await identified();
    await said('different', '1-1:1', '2-1:1');
    expect(await cooperatives('2021-Q3')).toEqual(['25 2-1:1']);
    expect(await waitingPairs(pool, null)).toEqual([]);
  });
});

test('a register that was taken back keeps its cooperatives, for their ids stand elsewhere', async () => {
  for (const text of [first, second]) await submitted(pool, text);
  await withdraw(pool, { submission: '1-1', by: 'Lan', why: 'gửi nhầm' }, reconciling(catalogue), tick());
  await identified();
  expect(await cooperatives('2021-Q2')).toEqual([]);
  expect(await cooperatives('2021-Q3')).toEqual(['24 1-1:1', '24 1-1:2', '24 2-1:3']);
});

test('nobody is asked about a cooperative that no register says any more', async () => {
  await submitted(pool, first);
  await submitted(
    pool,
    register('tỉnh Bắc Giang', 'Quý III năm 2021', ['Hợp tác xã nông nghiệp TAN TIEN;;;2015;;', quyetThang]),
  );
  await identified();
  const pairs = async () => (await waitingPairs(pool, null)).map(({ cooperatives }) => cooperatives);
  expect(await pairs()).toEqual([['1-1:1', '2-1:1']]);
  await submitted(pool, register('tỉnh Bắc Giang', 'Quý III năm 2021', [quyetThang]));
  await identified();
  expect(await pairs()).toEqual([]);
  await withdraw(pool, { submission: '3-1', by: 'Lan', why: 'gửi nhầm' }, reconciling(catalogue), tick());
  expect(await pairs()).toEqual([['1-1:1', '2-1:1']]);
});

test('a report is held against its register: the cooperative that was listed twice explains the gap', async () => {
  const again = tanTien.replace('HTX NN', 'Hợp tác xã nông nghiệp');
  const rows = [tanTien, quyetThang, again];
  await submitted(pool, register('tỉnh Bắc Giang', 'Quý II năm 2021', rows));
  await submitted(pool, flat('2021-Q2', ['24 htx.count all 2', '24 htx.members all 155']));
  await identified();
  const found = async () =>
    (
      await pool.query<{ finding: string; message: string }>(
        "select finding, message from finding where rule = 'register.report'",
      )
    ).rows;
  expect(await found()).toMatchObject([{ finding: '2-1-g1', message: expect.stringContaining('HTX NN Tân Tiến') }]);
  await identified();
  expect(await found()).toHaveLength(1);
  await submitted(pool, register('tỉnh Bắc Giang', 'Quý II năm 2021', [tanTien, quyetThang]));
  await identified();
  expect(await found()).toEqual([]);
});

test('any order and any repetition of processing ends in the same cooperatives', async () => {
  const files = [
    first,
    moved,
    second,
    merged,
    flat('2021-Q2', ['24 htx.count all 3']),
    register('tỉnh Bắc Giang', 'Quý II năm 2021', [tanTien, tanTien]),
  ];
  const receipts: number[] = [];
  for (const text of files) receipts.push((await handedIn(pool, text)).receipt);
  let expected: string | undefined;
  const steps = fc.array(fc.oneof(fc.nat(files.length - 1), fc.constant('identify' as const)), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(steps, async (some) => {
      await pool.query('truncate submission, identity_scope cascade');
      await pool.query(
        'truncate register_row, identity_register, identity_row, identity_key, identity_link, identity_pair, identity_linked',
      );
      await pool.query("update receipt set status = 'waiting'");
      for (const step of some) {
        if (step === 'identify') await identified();
        else await processed(pool, receipts[step] ?? 0);
      }
      // Of what waits the last comes first; a report waits again where its register comes after it.
      for (let last = receipts.at(-1); last !== undefined; last = (await waitingReceipts(pool)).at(-1))
        await processed(pool, last);
      await identified();
      const { rows } = await pool.query(
        `select submission, number, cooperative, is_one_with from identity_row left join identity_link using (cooperative)
         order by submission, number`,
      );
      const state = JSON.stringify([rows, await waitingPairs(pool, null)]);
      expected ??= state;
      expect(state).toBe(expected);
    }),
    { numRuns: runs(50) },
  );
});
