import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../config/root';
import { start, tonghop, until } from './setup/command';
import { redisServer } from './setup/redis';
import { flat, type TestWarehouse, testWarehouse } from './setup/warehouse';

const reports = path.join(projectRoot, 'config/reports');
const bacGiang = path.join(reports, '24_bac-giang_2021-H1.csv');
const laiChau = path.join(reports, '12_lai-chau_2023-H1.json');

describe.each(['PostgreSQL', 'Redis'])('with the queue on %s', (backend) => {
  let warehouse: TestWarehouse;
  let redis: Awaited<ReturnType<typeof redisServer>> | null = null;
  let home: string;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    warehouse = await testWarehouse();
    redis = backend === 'Redis' ? await redisServer() : null;
    home = mkdtempSync(path.join(tmpdir(), 'tonghop-home-'));
    env = { TONGHOP_HOME: home, DATABASE_URL: warehouse.url, ...(redis ? { REDIS_URL: redis.url } : {}) };
  });
  afterAll(async () => {
    await redis?.stop();
    await warehouse.drop();
    rmSync(home, { recursive: true, force: true });
  });

  const table = async (...args: string[]) => {
    const { out } = await tonghop(['table', '--format', 'json', ...args], env);
    return JSON.parse(out).rows as { area: string; code: string; sector: string; actual: string | null }[];
  };
  const figure = async (code: string, sector: string, ...args: string[]) =>
    (await table(...args)).find((row) => row.code === code && row.sector === sector)?.actual;

  test('the two real reports go all the way, and a figure goes back to its cell', async () => {
    const { status, out } = await tonghop(['submit', laiChau, bacGiang], env);
    expect(out.trimEnd().split('\n')).toEqual([
      `${laiChau}: Lai Châu, 2023-Q2, B01: báo cáo 1-1: đã nạp 63/64 dòng; 3 điểm cần xem (1 lỗi, 1 cảnh báo, 1 ghi chú)`,
      `${bacGiang}: Bắc Giang, 2021-Q2, B01: báo cáo 2-1: đã nạp 39/39 dòng; 6 điểm cần xem (0 lỗi, 5 cảnh báo, 1 ghi chú)`,
    ]);
    expect(status).toBe(0);
    expect(await figure('htx.charter_capital', 'environment', '--period', '2023-H1', '--area', '12')).toBe('14.64');
    const { out: traced } = await tonghop(
      ['trace', 'htx.charter_capital', '--period', '2021-H1', '--area', '24', '--format', 'json'],
      env,
    );
    expect(JSON.parse(traced)).toMatchObject({
      value: '2056.598',
      unit: 'tỷ đồng',
      leaves: [
        {
          role: 'term',
          province: '24',
          file: '24_bac-giang_2021-H1.csv',
          row: 27,
          column: 4,
          raw: '2.056,598 tỷ đồng',
          value: '2056.598',
        },
      ],
    });
  });

  test('the same file again changes nothing and says so', async () => {
    const before = await table('--period', '2023-H1', '--area', 'all');
    const { status, out } = await tonghop(['submit', laiChau], env);
    expect(out).toBe(`${laiChau}: Lai Châu, 2023-Q2, B01: đã nhận trước đây (báo cáo 1-1), không có gì thay đổi\n`);
    expect(status).toBe(0);
    expect(await table('--period', '2023-H1', '--area', 'all')).toEqual(before);
  });

  test('a worker killed in the middle of a load: after a restart the table is as without the kill', async () => {
    const { pool } = warehouse;
    const file = path.join(home, 'killed.csv');
    writeFileSync(file, flat('2022-Q2', ['24 htx.count all 10', '25 htx.count all 20', '26 htx.count all 30']));
    // The load is held up at its second fact, after the first was written.
    await pool.query(`create function hold() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock(4711); return new; end $$`);
    await pool.query(
      "create trigger hold before insert on observation for each row when (new.province = '63/25') execute function hold()",
    );
    const holder = await pool.connect();
    await holder.query('select pg_advisory_lock(4711)');

    const worker = start(['submit', file], env);
    const gone = once(worker, 'exit');
    await until(async () => {
      const { rows } = await pool.query(
        "select pid from pg_stat_activity where datname = current_database() and wait_event = 'advisory'",
      );
      return rows.length > 0;
    });
    worker.kill('SIGKILL');
    await gone;
    await holder.query('select pg_advisory_unlock(4711)');
    holder.release();
    await pool.query('drop trigger hold on observation');
    const half = await pool.query("select from submission where period = '2022-Q2'");
    expect(half.rows).toEqual([]);

    const up = start(['up'], env);
    const stopped = once(up, 'exit');
    await until(async () => (await pool.query("select from receipt where status = 'waiting'")).rows.length === 0);
    up.kill('SIGTERM');
    await stopped;
    expect(await figure('htx.count', 'all', '--period', '2022-Q2')).toBe('60');
    const { rows } = await pool.query("select province from observation where period = '2022-Q2' order by province");
    expect(rows.map(({ province }) => province)).toEqual(['63/24', '63/25', '63/26']);
  });
});
