import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import pino from 'pino';
import { timeZone } from '../../config/schedules';
import { quarterlyTask } from '../../jobs/tasks/quarterly';
import type { Warehouse } from '../../jobs/warehouse';
import { lastEnded } from '../../schemas/period';
import { periodLives } from '../../sinks/warehouse/periods';
import { lastRun } from '../../sinks/warehouse/runs';
import { catalogue, flat, submitted, testWarehouse } from '../setup/warehouse';

let pool: Pool;
let drop: () => Promise<void>;
let home: string;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-'));
});
afterAll(async () => {
  await drop();
  rmSync(home, { recursive: true });
});

const on = async (moment: string) => {
  const warehouse = { pool, catalogue } as unknown as Warehouse;
  await quarterlyTask({}, { warehouse, log: pino({ level: 'silent' }), home, now: () => new Date(moment) });
  return (await lastRun(pool, 'quarterly'))?.outcome;
};

test.each([
  ['2026-01-01', '2025-Q4'],
  ['2026-03-31', '2025-Q4'],
  ['2026-04-01', '2026-Q1'],
  ['2026-12-31', '2026-Q3'],
])('on %s the quarter that ended last is %s', (day, period) => {
  expect(lastEnded(day)).toBe(period);
});

test('a quarter is opened on the day after its end, in Vietnam, and closed with a draft when it has been due for long', async () => {
  expect(await on('2021-06-30T16:59:00Z')).toBe('không có việc đến hạn');
  expect(await on('2021-06-30T17:01:00Z')).toBe('đã mở 2021-Q2, hạn 2021-07-15');
  expect(await on('2021-07-02T00:00:00Z')).toBe('không có việc đến hạn');
  await submitted(pool, flat('2021-Q2', ['24 htx.count all 409']));
  expect(await on('2021-07-25T00:00:00Z')).toBe('không có việc đến hạn');
  expect(await on('2021-07-26T00:00:00Z')).toBe('đã đóng 2021-Q2 (1/63 đơn vị), dự thảo ở drafts/2021-Q2.csv');
  expect(readFileSync(path.join(home, 'drafts/2021-Q2.csv'), 'utf8')).toContain(
    '2021-Q2,VN,Cả nước,htx.count,all,Tổng số HTX,HTX,409',
  );
  expect(await on('2021-07-27T00:00:00Z')).toBe('không có việc đến hạn');
});

test('what a person set stands: another due date, or a period that was closed by hand', async () => {
  await pool.query("update period_life set due_on = '2021-09-30', closed_at = null where period = '2021-Q2'");
  expect(await on('2021-08-20T00:00:00Z')).toBe('không có việc đến hạn');
  expect((await periodLives(pool, timeZone, null)).map(({ closed_at }) => closed_at)).toEqual([null]);
});
