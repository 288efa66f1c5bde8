import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tonghop } from '../setup/command';
import { flat, type TestWarehouse, testWarehouse } from '../setup/warehouse';

let home: string;
let here: TestWarehouse;
let elsewhere: TestWarehouse;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-'));
  [here, elsewhere] = [await testWarehouse(), await testWarehouse()];
  env = { DATABASE_URL: here.url, TONGHOP_HOME: home };
  await submit('first.csv', flat('2020-Q2', ['24 htx.count all 390', '27 htx.count all 500']));
  await submit('wrong.csv', flat('2021-Q2', ['27 htx.count all 5']));
  await submit('now.csv', flat('2021-Q2', ['24 htx.count all 409', '24 htx.members all 8000']));
  for (const submission of ['2-1', '4-1']) {
    await tonghop(['withdraw', submission, '--by', 'Lan', '--why', 'gửi nhầm'], env);
    await submit('wrong.csv', flat('2021-Q2', ['27 htx.count all 5']));
  }
  await tonghop(['withdraw', '5-1', '--by', 'Lan', '--why', 'gửi nhầm'], env);
  const plan = file('plan.csv', 'period,area,code,sector,unit,plan\n2021,VN,htx.count,all,HTX,1000\n');
  expect(await tonghop(['plan', plan], env)).toMatchObject({ status: 0 });
});
afterAll(async () => {
  await here.drop();
  await elsewhere.drop();
  rmSync(home, { recursive: true });
});

function file(name: string, text: string): string {
  writeFileSync(path.join(home, name), text);
  return path.join(home, name);
}
async function submit(name: string, text: string): Promise<void> {
  expect(await tonghop(['submit', file(name, text)], env)).toMatchObject({ status: 0 });
}
const csv = async (...more: string[]) =>
  (await tonghop(['table', '--period', '2021-Q2', '--area', 'all', '--format', 'csv', ...more], env)).out;

test('a period is opened with a due date, closed, and listed with who reported', async () => {
  const open = await tonghop(['period', 'open', '2021-H1', '--due', '20/07/2021'], env);
  expect(open.out).toBe('6 tháng đầu năm 2021 (2021-Q2): đang mở, hạn gửi báo cáo 20/07/2021\n');
  const list = await tonghop(['period', 'list', '--format', 'json'], env);
  expect(JSON.parse(list.out)[0]).toMatchObject({
    ...{ period: '2021-Q2', due_on: '2021-07-20', closed_at: null },
    ...{ expected: 63, reported: 1, late: 1, editions: [] },
  });
  expect((await tonghop(['period', 'close', '2021-Q2'], env)).out).toContain('đã đóng, 1/63 đơn vị đã báo cáo');
  expect((await tonghop(['period', 'open', '2021-Q2', '--due', 'mai'], env)).err).toContain('--due mai: no such date');
});

test('an edition stays what it was, whatever comes after; made again elsewhere it is the same to the byte', async () => {
  await decideAboutUnits();
  const published = await tonghop(['period', 'publish', '2021-Q2', '--by', 'Lan'], env);
  expect(published).toMatchObject({ status: 0, err: '' });
  expect(published.out).toContain('đã công bố ấn bản 1');
  const before = await csv();
  expect(await csv('--edition', '1')).toBe(before);

  await submit('revised.csv', flat('2021-Q2', ['24 htx.count all 416']));
  expect(await csv()).not.toBe(before);
  expect(await csv('--edition', '1')).toBe(before);
  const list = await tonghop(['period', 'list', '--format', 'json'], env);
  expect(JSON.parse(list.out)[0]).toMatchObject({ since_last_edition: 1, editions: [{ edition: 1, by: 'Lan' }] });

  const folder = path.join(home, 'edition');
  expect(await tonghop(['edition', 'export', '1', '--out', folder], env)).toMatchObject({ status: 0 });
  const there = { DATABASE_URL: elsewhere.url, TONGHOP_HOME: path.join(home, 'elsewhere') };
  const again = path.join(home, 'again');
  const rebuilt = await tonghop(['edition', 'rebuild', folder, '--out', again], there);
  expect(rebuilt).toMatchObject({ status: 0, err: '' });
  for (const name of ['table-63.csv', 'table-34.csv'])
    expect(readFileSync(path.join(again, name), 'utf8')).toBe(readFileSync(path.join(folder, name), 'utf8'));
  expect(readFileSync(path.join(folder, 'table-63.csv'), 'utf8')).toBe(before);

  const first4 = (name: string) => readFileSync(path.join(folder, name)).subarray(0, 4).toString('latin1');
  expect([first4('table-63.xlsx'), first4('table-34.pdf')]).toEqual(['PK\u0003\u0004', '%PDF']);
  const status = await tonghop(['status', '--period', '2021-Q2'], env);
  expect(status.out).toMatch(/hạn gửi 20\/07\/2021, 2 đơn vị gửi muộn; đã đóng .*; ấn bản 1 công bố /);

  const table = path.join(folder, 'table-34.csv');
  writeFileSync(table, `${readFileSync(table, 'utf8')}\n`);
  const changed = await tonghop(['edition', 'rebuild', folder], there);
  expect(changed.status).toBe(1);
  expect(changed.out).toContain('bản đồ 63 tỉnh: giống hệt bản đã công bố\n');
  expect(changed.out).toContain('table-34.csv trong thư mục KHÔNG phải là bản đã công bố');

  const [first = ''] = readdirSync(path.join(folder, 'files'));
  writeFileSync(path.join(folder, 'files', first), 'khác');
  expect((await tonghop(['edition', 'rebuild', folder], there)).err).toContain(
    'is another file than the manifest says',
  );
});

/** A report with capital a thousand times too large, which persons correct: as proposed, in another unit, and in one cell. */
async function decideAboutUnits(): Promise<void> {
  const lines = ['25 htx.count all 869', '25 htx.charter_capital all 1524500', '25 htx.charter_capital agri 1476000'];
  await submit('units.csv', flat('2021-Q2', lines));
  const all = JSON.parse((await tonghop(['findings', '--format', 'json'], env)).out) as { id: string; rule: string }[];
  const id = all.find(({ rule }) => rule === 'unit.contradicted')?.id ?? '';
  const because = ['--by', 'Lan', '--why', 'đã gọi hỏi'];
  for (const more of [[], ['--unit', 'triệu đồng'], ['--cell', 'row 4, column 6', '--value', '1476.5']])
    expect(await tonghop(['resolve', id, 'correct', ...more, ...because], env)).toMatchObject({ status: 0, err: '' });
  const table = await csv();
  for (const value of ['1524.5', '1476.5']) expect(table).toContain(value);
}

test('what changed between two editions, by cause, adding up', async () => {
  await submit('late.csv', flat('2021-Q2', ['27 htx.count all 7']));
  const plan = file('plan2.csv', 'period,area,code,sector,unit,plan\n2021,VN,htx.count,all,HTX,1100\n');
  expect(await tonghop(['plan', plan], env)).toMatchObject({ status: 0 });
  expect(await tonghop(['period', 'publish', '2021-Q2', '--by', 'Lan'], env)).toMatchObject({ status: 0 });
  const text = await tonghop(['compare', '1', '2'], env);
  expect(text.out.split('\n')[0]).toBe(
    'Cả nước, Tổng số HTX, thực hiện: 1.278 → 1.292 (+14): báo cáo nhận thêm +7; báo cáo sửa lại +7',
  );
  expect(text.out).toContain('Cả nước, Tổng số HTX, kế hoạch: 1.000 → 1.100 (+100): kế hoạch +100');
  expect(text.out).toContain('  báo cáo sửa lại: Bắc Giang, 2021-Q2, B01: 3-1 → 7-1');
  const json = JSON.parse((await tonghop(['compare', '1', '2', '--area', '24', '--format', 'json'], env)).out);
  expect(json).toContainEqual({
    ...{
      area: '24',
      code: 'htx.members',
      sector: 'all',
      column: 'actual',
      before: '8000',
      after: null,
      change: '-8000',
    },
    causes: [{ cause: 'revision', change: '-8000' }],
  });
  expect((await tonghop(['compare', '2', '2'], env)).out).toBe('Ấn bản 2 và ấn bản 2 giống nhau.\n');
});

test('an error that nobody decided about stands in the way, unless a reason overrides it', async () => {
  await submit('bad.csv', flat('2021-Q3', ['24 htx.count all 1x', '24 htx.members all 8000']));
  const refused = await tonghop(['period', 'publish', '2021-Q3', '--by', 'Lan'], env);
  expect(refused.status).toBe(1);
  expect(refused.err).toContain('còn 1 lỗi chưa xử lý');
  const published = await tonghop(['period', 'publish', '2021-Q3', '--by', 'Lan', '--override', 'đã gọi hỏi'], env);
  expect(published.out).toContain('đã công bố ấn bản 3');
  expect(published.out).toContain('còn 1 lỗi chưa xử lý (lý do: đã gọi hỏi)');
});

test.each([
  [['period', 'publish', '2019', '--by', 'Lan'], 1, 'chưa có báo cáo nào'],
  [['period', 'publish', '2021-Q2', '--by', ' '], 2, '--by must say who'],
  [['table', '--period', '2021-Q2', '--edition', '99'], 1, 'there is no such edition of 2021-Q2'],
  [['edition', 'export', '99', '--out', 'x'], 1, 'there is no such edition'],
  [['edition', 'rebuild', '/nowhere'], 1, 'it cannot be rebuilt'],
])('%j is refused with a sentence', async (args, status, sentence) => {
  const refused = await tonghop(args, env);
  expect(refused.status).toBe(status);
  expect(refused.err).toContain(sentence);
});
