import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { Redis } from 'ioredis';
import { projectRoot } from '../../config/root';
import { workbook } from '../pipelines/workbook';
import { tonghop } from '../setup/command';
import { redisServer } from '../setup/redis';
import { flat, type TestWarehouse, testWarehouse } from '../setup/warehouse';

let warehouse: TestWarehouse;
let home: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  warehouse = await testWarehouse();
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-home-'));
  env = { TONGHOP_HOME: home, DATABASE_URL: warehouse.url };
});
afterAll(async () => {
  await warehouse.drop();
  rmSync(home, { recursive: true, force: true });
});

function file(name: string, content: string | Buffer): string {
  const full = path.join(home, name);
  writeFileSync(full, content);
  return full;
}

const counts = async () => {
  const { rows } = await warehouse.pool.query(
    "select (select count(*)::int from observation) as observations, (select count(*)::int from submission where status = 'loaded') as loaded",
  );
  return rows[0];
};

test('--help and wrong usage', async () => {
  expect(await tonghop(['--help'], env)).toMatchObject({ status: 0, err: '' });
  expect((await tonghop(['--version'], env)).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(await tonghop(['table', '--help'], env)).toMatchObject({ status: 0, err: '' });
  expect(await tonghop(['tabel'], env)).toMatchObject({ status: 2, out: '' });
  expect(await tonghop(['table'], env)).toMatchObject({ status: 2 });
  expect(await tonghop(['table', '--period', 'soon'], env)).toMatchObject({
    status: 2,
    err: expect.stringContaining('--period soon: no such period'),
  });
  expect(await tonghop(['submit', path.join(home, 'nothing.csv')], env)).toMatchObject({
    status: 1,
    err: expect.stringContaining('there is no such file'),
  });
});

test('a wrong setting is refused by name, value and what would be right', async () => {
  const { status, err } = await tonghop(['status'], { ...env, TONGHOP_PORT: 'eighty' });
  expect(status).toBe(1);
  expect(err).toBe('tonghop: TONGHOP_PORT=eighty is wrong: it must be a port from 0 (any free one) to 65535\n');
});

test('a database that cannot be reached is one sentence', async () => {
  const { status, err } = await tonghop(['status'], { ...env, DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x' });
  expect(status).toBe(1);
  expect(err).toMatch(/^tonghop: DATABASE_URL: the database cannot be reached \(.*\n$/);
  expect(err).not.toContain('secret');
});

test('a Redis that cannot be reached, or that would forget jobs, is refused at start', async () => {
  const nowhere = await tonghop(['submit', file('redis.csv', 'x')], { ...env, REDIS_URL: 'redis://127.0.0.1:1' });
  expect(nowhere).toMatchObject({
    status: 1,
    err: expect.stringMatching(/^tonghop: REDIS_URL: the server cannot be reached \(.*\n$/),
  });
  const redis = await redisServer();
  try {
    const client = new Redis(redis.url);
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    client.disconnect();
    const forgetful = await tonghop(['submit', file('redis.csv', 'x')], { ...env, REDIS_URL: redis.url });
    expect(forgetful.err).toContain('its maxmemory-policy is allkeys-lru');
  } finally {
    await redis.stop();
  }
});

test('three bad rows among fifty: forty-seven are loaded, the three are named by row, column, raw text and reason', async () => {
  const indicators: { aggregation: string; code: string; unit: string }[] = parse(
    readFileSync(path.join(projectRoot, 'config/indicators.csv')),
    { columns: true },
  );
  const rows = indicators
    .filter((each) => each.aggregation === 'sum' && !each.code.startsWith('ref.'))
    .slice(0, 47)
    .map((each) => `24,2010-Q1,${each.code},all,${each.unit},5`);
  const bad = [
    '24,2010-Q1,htx.count,agri,HTX,mười',
    '24,2010-Q1,htx.moi,all,HTX,3',
    '24,2010-Q1,htx.charter_capital,agri,yến,4',
  ];
  rows.splice(10, 0, bad[0] as string);
  rows.splice(20, 0, bad[1] as string);
  rows.splice(30, 0, bad[2] as string);
  const name = file('fifty.csv', `${['province,period,code,sector,unit,value', ...rows].join('\n')}\n`);
  const { status, out } = await tonghop(['submit', name], env);
  // Five of everything is more than its parts can make: those are warnings.
  expect(out).toContain('đã nạp 47/50 dòng; 6 điểm cần xem (3 lỗi, 3 cảnh báo, 0 ghi chú)');
  expect(status).toBe(0);
  const all = JSON.parse((await tonghop(['findings', '--period', '2010-Q1', '--format', 'json'], env)).out);
  const findings = all.filter(({ severity }: { severity: string }) => severity === 'error');
  expect(
    findings.map((each: Record<string, unknown>) => [
      each.locator,
      each.raw,
      each.rule,
      each.severity,
      each.province,
      each.file,
    ]),
  ).toEqual([
    ['row 12, column 6', 'mười', 'number.unreadable', 'error', '24', 'fifty.csv'],
    ['row 22, column 3', 'htx.moi', 'label.unknown', 'error', '24', 'fifty.csv'],
    ['row 32, column 6', '4', 'unit.unknown', 'error', '24', 'fifty.csv'],
  ]);
});

describe('a file that cannot be taken in is refused with one sentence, and nothing else is touched', () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), deflateSync(Buffer.alloc(64))]);
  const whole = readFileSync(path.join(projectRoot, 'config/reports/24_bac-giang_2021-H1.csv'));
  const json = readFileSync(path.join(projectRoot, 'config/reports/12_lai-chau_2023-H1.json'));
  const cases: [string, string | Buffer, string][] = [
    ['empty.csv', '', 'tệp rỗng'],
    ['blank.csv', ' \n\n', 'tệp rỗng'],
    ['picture.csv', png, 'ảnh PNG'],
    ['cut.csv', whole.subarray(0, 1000), 'bị cắt giữa chừng'],
    ['cut.json', json.subarray(0, 1000), 'bị cắt giữa chừng'],
    ['workbook.csv', Buffer.from('504b0304140000000800', 'hex'), 'Excel'],
    ['letter.csv', 'Kính gửi Liên minh,\nxin gửi báo cáo sau.\n', 'không tìm thấy dòng tiêu đề'],
    ['nowhere.csv', flat('2021-Q1', ['Atlantis htx.count all 1']), 'không có tỉnh, thành phố nào tên "Atlantis"'],
    ['never.csv', flat('sometime', ['24 htx.count all 1']), 'không hiểu kỳ báo cáo "sometime"'],
    [
      'merged.csv',
      flat('2025-Q3', ['Bắc_Giang htx.count all 1']).replace('_', ' '),
      'từ 01/7/2025 không còn đơn vị "Bắc Giang" (nay thuộc Bắc Ninh)',
    ],
  ];
  test.each(cases)('%s', async (name, content, reason) => {
    const before = await counts();
    const { status, out, err } = await tonghop(['submit', file(name, content)], env);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(out).toContain('từ chối');
    expect(out).toContain(reason);
    expect(err).toBe('');
    expect(status).toBe(1);
    expect(await counts()).toEqual(before);
  });

  test('the files beside it in the same command are taken in', async () => {
    const good = file('good.csv', flat('2010-Q2', ['24 htx.count all 1']));
    const { status, out } = await tonghop(['submit', file('none.csv', ''), good], env);
    expect(status).toBe(1);
    expect(out.split('\n')[1]).toContain('đã nạp 1/1 dòng');
  });
});

test('a refused file may be handed in again, with what it did not say', async () => {
  const name = file('silent.csv', 'Chỉ tiêu;Thực hiện\nTổng số HTX;12\n');
  expect((await tonghop(['submit', name], env)).out).toContain('không ghi kỳ báo cáo');
  const { status, out } = await tonghop(['submit', name, '--province', 'Bắc Giang', '--period', '2010-Q3'], env);
  expect(out).toContain('Bắc Giang, 2010-Q3, B01');
  expect(status).toBe(0);
  expect(
    (await tonghop(['submit', file('says.csv', flat('2010-Q3', ['25 htx.count all 2'])), '--province', '24'], env)).out,
  ).toContain('nhưng khi gửi lại chọn tỉnh 24');
});

test('a revision of which nothing can be read does not take the place of the report before it', async () => {
  await tonghop(['submit', file('first.csv', flat('2008-Q1', ['24 htx.count all 5']))], env);
  const { status, out } = await tonghop(['submit', file('second.csv', flat('2008-Q1', ['24 htx.cuont all 6']))], env);
  expect(out).toContain('không đọc được dòng số liệu nào trong 1 dòng: (1) Không có chỉ tiêu "htx.cuont"');
  expect(status).toBe(1);
  const { rows } = await warehouse.pool.query(
    "select value_base from observation where period = '2008-Q1' and known_until = 'infinity'",
  );
  expect(rows).toEqual([{ value_base: '5' }]);
});

test('a port that is taken is one sentence, and nothing is left at work', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const port = String((taken.address() as AddressInfo).port);
  const { status, err } = await tonghop(['up'], { ...env, TONGHOP_PORT: port });
  taken.close();
  expect(status).toBe(1);
  expect(err).toContain(`tonghop: TONGHOP_PORT=${port} cannot be used (EADDRINUSE): name a free port, or 0 for any`);
});

test('--dry-run reads and understands, and loads nothing', async () => {
  const before = await counts();
  const name = file('dry.csv', flat('2010-Q4', ['24 htx.count all 1']));
  const { status, out } = await tonghop(['submit', '--dry-run', name], { TONGHOP_HOME: path.join(home, 'never-made') });
  expect(out.split('\n')[0]).toBe(
    `${name}: Bắc Giang, 2010-Q4, B01: sẽ nạp 1/1 dòng; không có điểm cần xem; chưa nạp gì`,
  );
  expect(out).toContain('Tổng số HTX: 1 HTX');
  expect(status).toBe(0);
  expect(await counts()).toEqual(before);
});

test('--dry-run says what would change against the report that stands', async () => {
  const before = file(
    'stands.csv',
    flat('2010-Q3', ['24 htx.count all 9', '24 htx.new all 2', '24 htx.members all 30']),
  );
  const next = file('next.csv', flat('2010-Q3', ['24 htx.count all 11', '24 htx.new all 2', '24 htx.labour all 50']));
  await tonghop(['submit', before], env);
  const { out } = await tonghop(['submit', '--dry-run', next], env);
  expect(out).toContain('1 số thay đổi, 1 số thêm, 1 số không còn');
  expect(out).toContain('Tổng số HTX: 9 HTX → 11 HTX (+2)');
  expect(out).toContain('Tổng số thành viên HTX: 30 người → không có');
  expect(out).toContain('"value" là thực hiện');
  const json = JSON.parse((await tonghop(['submit', '--dry-run', '--format', 'json', next], env)).out);
  expect(json[0].changes).toContainEqual({
    code: 'htx.labour',
    sector: 'all',
    measure: 'actual',
    before: null,
    after: '50',
  });
  expect(json[0].figures[0]).toMatchObject({ code: 'htx.count', value: '11', locator: 'row 2, column 6' });
});

test('a wrong file name costs the other files nothing', async () => {
  const good = file('good.csv', flat('2005-Q1', ['24 htx.count all 3']));
  const { status, out, err } = await tonghop(['submit', good, path.join(home, 'no-such.csv')], env);
  expect(status).toBe(1);
  expect(out).toContain('đã nạp 1/1 dòng');
  expect(err).toContain('no-such.csv: there is no such file');
});

test('withdraw takes a report back, says what stands then, and needs to know who and why', async () => {
  await tonghop(['submit', file('kept.csv', flat('2006-Q1', ['24 htx.count all 1']))], env);
  const { out } = await tonghop(['submit', file('wrong.csv', flat('2006-Q1', ['24 htx.count all 7']))], env);
  const [, submission = '', replaced] = /báo cáo (\d+-1): đã nạp 1\/1 dòng, thay báo cáo (\d+-1)/.exec(out) ?? [];
  const reason = ['--by', 'Lan', '--why', 'gửi nhầm tệp'];
  const taken = await tonghop(['withdraw', submission, ...reason], env);
  expect(taken).toMatchObject({
    status: 0,
    out: `báo cáo ${submission}: đã rút; báo cáo ${replaced} đang được dùng\n`,
  });
  expect((await tonghop(['withdraw', submission, ...reason], env)).out).toContain('đã được rút trước đây');
  expect(await tonghop(['withdraw', submission, '--by', 'Lan'], env)).toMatchObject({ status: 2, out: '' });
  expect(await tonghop(['withdraw', '99-9', ...reason], env)).toMatchObject({ status: 1, out: '' });
  const { out: table } = await tonghop(['table', '--period', '2006-Q1', '--area', '24', '--format', 'csv'], env);
  expect(table).toContain('htx.count,all,Tổng số HTX,HTX,1,');
});

test('the table as CSV has the columns that scripts hold on to, a row for each indicator, sector and area', async () => {
  await tonghop(
    [
      'submit',
      file('table.csv', flat('2009', ['24 htx.count all 2', '25 htx.count all 3', '24 htx.charter_capital all 2.05'])),
    ],
    env,
  );
  const { out } = await tonghop(['table', '--period', '2009', '--area', 'all', '--format', 'csv'], env);
  expect(out.split('\n')[0]).toBe(
    'period,area,area_name,code,sector,label,unit,actual,previous,previous_change,previous_percent,plan,plan_change,plan_percent,reporting,compared,expected,actual_compared,year_end,year_end_change,year_end_percent,year_end_compared_provinces,naive_previous,naive_change,naive_percent,coverage,on_basis',
  );
  const rows: Record<string, string>[] = parse(out, { columns: true });
  expect(new Set(rows.map(({ area }) => area)).size).toBe(1 + 8 + 63);
  expect(new Set(rows.map((each) => `${each.area} ${each.code} ${each.sector}`)).size).toBe(rows.length);
  const found = rows.find((each) => each.area === 'VN' && each.code === 'htx.charter_capital' && each.sector === 'all');
  expect(found).toMatchObject({
    period: '2009-Q4',
    area_name: 'Cả nước',
    actual: '2.05',
    unit: 'tỷ đồng',
    plan: '',
    reporting: '1',
    expected: '63',
  });
});

test('a workbook is taken in as CSV is: its findings name the cell, and a figure is traced back to its sheet', async () => {
  const rows = [
    ['Đơn vị báo cáo', 'Bắc Giang'],
    ['Kỳ báo cáo', 'Năm 2007'],
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện'],
    [1, 'Tổng số HTX', 'HTX', 869],
    [2, 'Tổng vốn điều lệ HTX', 'tỷ đồng', 2056598],
  ];
  const name = file(
    'report.xlsx',
    await workbook({ 'Hướng dẫn': [['Cách ghi']], 'Biểu 01': rows }, (sheet, title) => {
      if (title === 'Biểu 01') sheet.getCell('D5').numFmt = '#,##0,';
    }),
  );
  const { status, out, err } = await tonghop(['submit', name], env);
  expect(out).toContain('Bắc Giang, 2007-Q4, B01');
  expect(err).toContain('Ở ô D5 trang "Biểu 01", chỉ tiêu "Tổng vốn điều lệ HTX"');
  expect(status).toBe(0);
  expect(
    JSON.parse((await tonghop(['findings', '--period', '2007', '--format', 'json'], env)).out).map(
      ({ rule, locator, file }: Record<string, unknown>) => [rule, locator, file],
    ),
  ).toEqual([
    ['cell.scaled', 'D5', 'report.xlsx'],
    ['sheet.passed_over', null, 'report.xlsx'],
  ]);
  const traced = await tonghop(['trace', 'htx.count', '--period', '2007', '--area', '24', '--format', 'json'], env);
  expect(JSON.parse(traced.out).leaves).toMatchObject([
    { file: 'report.xlsx', sheet: 'Biểu 01', row: 4, column: 4, raw: '869' },
  ]);
  expect((await tonghop(['submit', '--dry-run', name], env)).out).toContain('Bắc Giang, 2007-Q4, B01');
});

test('a plan may be a workbook', async () => {
  const rows = [
    ['period', 'area', 'code', 'sector', 'unit', 'plan'],
    [2007, 'VN', 'htx.new', 'all', 'HTX', 2500],
  ];
  const { status, out } = await tonghop(['plan', file('plan.xlsx', await workbook({ 'Kế hoạch': rows }))], env);
  expect(out).toBe('plan.xlsx: kế hoạch 1 dòng, 1 dòng mới hoặc thay đổi\n');
  expect(status).toBe(0);
});

test('what a user typed cannot break a line of the terminal', async () => {
  const name = file('tricky.csv', flat('2009-Q1', ['24 htx.count all 1', '24 \u001b[31mred all 2']));
  const { err } = await tonghop(['submit', name], env);
  expect(err).not.toContain('\u001b');
  expect(err).toContain('red');
});

test('status says who reported, who did not, and what ran', async () => {
  const { out } = await tonghop(['rollup'], env);
  expect(out).toMatch(/^Đã tổng hợp: /);
  const { out: status } = await tonghop(['status', '--period', '2009'], env);
  expect(status).toContain('năm 2009 (2009-Q4): 2/63 đơn vị đã báo cáo');
  expect(status).toContain('Chưa báo cáo (61): Hà Nội');
  expect(status).toMatch(/Tổng hợp hằng đêm: chạy .*đã tổng hợp lại/);
});
