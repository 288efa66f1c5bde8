import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tonghop } from '../setup/command';
import { flat, testWarehouse } from '../setup/warehouse';

let home: string;
let env: NodeJS.ProcessEnv;
let drop: () => Promise<void>;
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-'));
  const warehouse = await testWarehouse();
  drop = () => warehouse.drop();
  env = { DATABASE_URL: warehouse.url, TONGHOP_HOME: home };
  const head = 'STT;Tên HTX;Mã số thuế;Xã;Ngày thành lập;Số thành viên;Trạng thái';
  const write = (name: string, period: string, rows: readonly string[]) => {
    const lines = ['Đơn vị báo cáo;Liên minh HTX tỉnh Bắc Giang', `Kỳ báo cáo;${period}`, head, ...rows, ''];
    writeFileSync(path.join(home, name), lines.join('\n'));
    return path.join(home, name);
  };
  const one = write('one.csv', 'Quý II năm 2021', [
    '1;HTX NN Tân Tiến;2400123458;Tân Hưng;06/05/2015;120;Đang hoạt động',
    '2;=1+1;;Mỹ Thái;2010;35;Đang hoạt động',
  ]);
  const two = write('two.csv', 'Quý III năm 2021', [
    '1;Hợp tác xã nông nghiệp TAN TIEN;;;2015;;Đang hoạt động',
    '2;=1+1;;Mỹ Thái;2010;35;Giải thể',
  ]);
  const { status, err } = await tonghop(['submit', one, two], env);
  expect([status, err]).toEqual([0, '']);
});
afterAll(async () => {
  await drop();
  rmSync(home, { recursive: true });
});

test('register gives each row that was reported, as it was written, with its cooperative', async () => {
  const { out } = await tonghop(['register', '--period', '2021-Q3'], env);
  expect(out).toBe(
    [
      'cooperative,province,period,file,row,name,tax_code,status',
      '2-1:1,24,2021-Q3,two.csv,4,Hợp tác xã nông nghiệp TAN TIEN,,active',
      '1-1:2,24,2021-Q3,two.csv,5,=1+1,,dissolved',
      '',
    ].join('\n'),
  );
  const json = await tonghop(['register', '--period', '2021-Q2', '--province', 'Bắc Giang', '--format', 'json'], env);
  expect(JSON.parse(json.out)).toMatchObject([{ cooperative: '1-1:1', row: 4, tax_code: '2400123458' }, { row: 5 }]);
});

test('register --merged gives each cooperative once, as all its rows together say', async () => {
  const { out } = await tonghop(['register', '--period', '2021-Q3', '--merged', '--format', 'json'], env);
  expect(JSON.parse(out)).toMatchObject([
    { cooperative: '1-1:2', name: '=1+1', status: 'dissolved', rows: 2 },
    { cooperative: '2-1:1', name: 'Hợp tác xã nông nghiệp TAN TIEN', tax_code: null, founded_on: '2015', rows: 1 },
  ]);
});

test('duplicates: what waits, why, and what a person says of it', async () => {
  const list = await tonghop(['duplicates', 'list', '--province', 'Bắc Ninh'], env);
  expect(list.out).toContain('1-1:1 và 2-1:1  khả năng là một: ');
  expect(list.out).toContain(
    '1-1:1: HTX NN Tân Tiến, MST 2400123458; Tân Hưng, Bắc Giang; kỳ 2021-Q2, one.csv, dòng 4, cột 1',
  );

  const show = await tonghop(['duplicates', 'show', '1-1:1', '2-1:1'], env);
  expect(show.out).toMatch(
    /│ tên riêng giống nhau +│ HTX NN Tân Tiến +│ Hợp tác xã nông nghiệp TAN TIEN +│ +\+\d,\d │/,
  );
  expect(show.out).toMatch(/Cộng \+\d,\d: khả năng là một: \d+,\d%\./);
  expect(show.out).toContain('Hiện nay là hai đơn vị, mã 1-1:1 và 2-1:1, đang chờ quyết định.');

  const said = ['--by', 'Lan', '--why', 'đã gọi hỏi xã'];
  const same = await tonghop(['duplicates', 'same', '1-1:1', '2-1:1', ...said], env);
  expect(same.out).toContain('hiện nay là một đơn vị, mã 1-1:1');
  expect((await tonghop(['duplicates', 'list'], env)).out).toBe('Không có cặp nào chờ quyết định.\n');
  expect((await tonghop(['register', '--period', '2021-Q3'], env)).out).toContain('1-1:1,24,2021-Q3,two.csv,4');
  expect((await tonghop(['duplicates', 'show', '2-1:1', '1-1:1'], env)).out).toMatch(
    /Lan đã quyết định ngày \d\d\/\d\d\/\d{4}: là một \(đã gọi hỏi xã\)/,
  );

  const merged = await tonghop(['register', '--period', '2021-Q3', '--merged', '--format', 'json'], env);
  expect(JSON.parse(merged.out)[0]).toMatchObject({
    tax_code: '2400123458',
    founded_on: '2015-05-06',
    members: null,
    rows: 2,
  });

  await tonghop(['duplicates', 'undo', '2-1:1', '1-1:1', ...said], env);
  expect((await tonghop(['duplicates', 'list', '--format', 'json'], env)).out).toContain('"2-1:1"');
});

test('undo takes back what was said of the two that are named, or says what was said', async () => {
  const said = ['--by', 'Lan', '--why', 'nhầm'];
  await tonghop(['duplicates', 'same', '1-1:1', '1-1:2', ...said], env);
  const undo = (one: string, other: string) => tonghop(['duplicates', 'undo', one, other, ...said], env);
  const refused = await undo('1-1:1', '2-1:2');
  expect([refused.status, refused.out]).toEqual([1, '']);
  expect(refused.err).toContain(
    '1-1:1 và 2-1:2: không có quyết định nào về hai mã này để bỏ; về chính các đơn vị này có: duplicates undo 1-1:1 1-1:2',
  );
  const { out } = await tonghop(['duplicates', 'show', '1-1:1', '2-1:2'], env);
  expect(out).toContain('là một (nhầm); về 1-1:1 và 1-1:2.');
  expect((await undo('1-1:2', '1-1:1')).out).toContain('hiện nay là hai đơn vị, mã 1-1:2 và 1-1:1');
  expect((await undo('1-1:2', '1-1:1')).err).toContain('không có quyết định nào về hai mã này để bỏ\n');
});

test.each([
  [['same', '1-1:1', '9-1:1', '--by', 'Lan', '--why', 'x'], 1, '9-1:1: there is no such cooperative'],
  [['same', '1-1:1', '1-1:1', '--by', 'Lan', '--why', 'x'], 2, '1-1:1: name two cooperatives'],
  [['show', '1-1:1', 'abc'], 2, 'abc: a cooperative looks like 12-1:34'],
  [['same', '1-1:1', '1-1:2', '--by', ' ', '--why', 'x'], 2, '--by and --why must say who and why'],
])('duplicates %j is refused with a sentence', async (args, status, sentence) => {
  const refused = await tonghop(['duplicates', ...args], env);
  expect(refused.status).toBe(status);
  expect(refused.err).toContain(sentence);
});

test('register --against: where report and register differ, as text and for programs', async () => {
  const report = path.join(home, 'report.csv');
  writeFileSync(report, flat('2021-Q3', ['24 htx.count all 2', '24 htx.members all 35']));
  await tonghop(['submit', report], env);
  const against = ['register', '--period', '2021-Q3', '--against'];
  expect((await tonghop(against, env)).out).toContain('Bắc Giang, 2021-Q3 (báo cáo 3-1, danh sách 2-1)');
  const [gap, ...others] = JSON.parse((await tonghop([...against, '--format', 'json'], env)).out);
  expect(others).toEqual([]);
  expect(gap).toMatchObject({
    ...{ province: '24', period: '2021-Q3', report: '3-1', register: '2-1', code: 'htx.count', sector: 'all' },
    ...{ unit: 'HTX', reported: '2', listed: '1', difference: '-1', missing: 0 },
    cause: [{ reason: 'dissolved', rows: [{ name: '=1+1', file: 'two.csv', locator: 'row 5, column 1' }] }],
  });
});

test('show explains the rows of one cooperative, whatever waits of it and a third', async () => {
  const before = path.join(home, 'before.csv');
  const q1 = readFileSync(path.join(home, 'one.csv'), 'utf8').replace('Quý II', 'Quý I').replace('120', '121');
  writeFileSync(before, q1);
  await tonghop(['submit', before], env);
  expect((await tonghop(['duplicates', 'list'], env)).out).toContain('1-1:1 và 2-1:1');
  const { out } = await tonghop(['duplicates', 'show', '1-1:1', '4-1:1'], env);
  expect(out).toMatch(/^1-1:1: HTX NN Tân Tiến.*\n4-1:1: HTX NN Tân Tiến/);
  expect(out).toMatch(/Hiện nay là một đơn vị, mã 1-1:1\.\n$/);
});
