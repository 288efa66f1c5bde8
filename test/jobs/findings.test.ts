import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { tonghop } from '../setup/command';
import { type TestWarehouse, testWarehouse } from '../setup/warehouse';

let warehouse: TestWarehouse;
let home: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  warehouse = await testWarehouse();
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-findings-'));
  env = { TONGHOP_HOME: home, DATABASE_URL: warehouse.url };
  const figures = ['htx.count;HTX;"=cmd()|<b>đậm</b>"', 'htx.new;HTX;-381 hay 5', 'htx.members;người;9'];
  const rows = figures.map((figure) => `24;2021-Q1;${figure}`);
  writeFileSync(path.join(home, 'báo cáo.csv'), `${['province;period;code;unit;value', ...rows].join('\n')}\n`);
  expect(await tonghop(['submit', path.join(home, 'báo cáo.csv')], env)).toMatchObject({ status: 0 });
});
afterAll(async () => {
  await warehouse.drop();
  rmSync(home, { recursive: true, force: true });
});

const columns =
  'id,severity,rule,province,period,code,sector,file,locator,raw,message,proposal_value,proposal_unit,proposal_because,status';

test('as CSV: a row for each finding, and no cell that a spreadsheet would run', async () => {
  await warehouse.pool.query(
    `update finding set raw = '- 998.175', proposal = '{"value": "-381", "unit": "HTX", "because": "=1+1"}' where raw = '-381 hay 5'`,
  );
  const { status, out } = await tonghop(['findings', '--province', '24', '--format', 'csv'], env);
  expect(status).toBe(0);
  expect(out.split('\r\n')[0]).toBe(columns);
  const rows: Record<string, string>[] = parse(out, { columns: true });
  expect(
    rows.map(({ locator, raw, proposal_value, proposal_because }) => [locator, raw, proposal_value, proposal_because]),
  ).toEqual([
    ['row 2, column 5', "'=cmd()|<b>đậm</b>", '', ''],
    ['row 3, column 5', '- 998.175', '-381', "'=1+1"],
  ]);
  expect(rows[0]).toMatchObject({
    severity: 'error',
    province: '24',
    period: '2021-Q1',
    file: 'báo cáo.csv',
    status: 'open',
  });
});

test('as HTML: one page that needs nothing else, with everything escaped', async () => {
  const { status, out } = await tonghop(['findings', '--period', '2021-Q1', '--format', 'html'], env);
  expect(status).toBe(0);
  expect(out).toContain('<h2>Bắc Giang</h2>');
  expect(out).toContain('<h3>báo cáo.csv, quý I năm 2021</h3>');
  expect(out).toContain('=cmd()|&lt;b&gt;đậm&lt;/b&gt;');
  expect(out).not.toMatch(/<b>đậm|<script|<link|<img|https?:/);
  expect((await tonghop(['findings', '--province', '25', '--format', 'html'], env)).out).toContain(
    'Không có điểm cần xem.',
  );
});

test('--annotate writes the marked copy as a whole, over what was there', async () => {
  const file = path.join(home, 'copy.csv');
  writeFileSync(file, 'old');
  const asked = ['findings', '--province', 'Bắc Giang', '--annotate', '--out'];
  expect(await tonghop([...asked, file], env)).toEqual({
    status: 0,
    out: `${file}: đã đánh dấu 2 điểm cần xem trong báo cáo.csv (báo cáo 1-1)\n`,
    err: '',
  });
  expect(readFileSync(file, 'utf8')).toMatch(/^\ufeffprovince;period;code;unit;value;Cần xem lại;Đề nghị sửa\n/);
  expect(await tonghop(['findings', '--submission', '1-1', '--annotate', '--out', file], env)).toMatchObject({
    status: 0,
  });

  mkdirSync(path.join(home, 'folder'));
  expect(await tonghop([...asked, path.join(home, 'folder')], env)).toEqual({
    status: 1,
    out: '',
    err: `tonghop: --out ${path.join(home, 'folder')}: it is a folder; name a file\n`,
  });
  expect(await tonghop([...asked, path.join(home, 'none/copy.csv')], env)).toMatchObject({
    status: 1,
    err: expect.stringContaining('there is no such folder'),
  });
  expect(readdirSync(home).filter((name) => name.startsWith('.copy') || name.startsWith('.folder'))).toEqual([]);
});

test('--annotate says what it lacks', async () => {
  const without = await tonghop(['findings', '--annotate'], env);
  expect(without).toMatchObject({ status: 2, err: expect.stringContaining('--out FILE says where to put the copy') });
  const both = await tonghop(['findings', '--annotate', '--out', 'x', '--format', 'csv'], env);
  expect(both).toMatchObject({ status: 2 });
  const none = await tonghop(['findings', '--submission', '99-1', '--annotate', '--out', path.join(home, 'x')], env);
  expect(none).toMatchObject({ status: 1, err: expect.stringContaining('không có báo cáo nào như vậy') });
});

test.each([
  ['a CSV', 'copy.xlsx', '.csv'],
  ['a CSV', 'copy.JSON', '.csv'],
])('the copy of %s is not written under the ending of another kind: %s', async (_, name, right) => {
  const file = path.join(home, name);
  expect(await tonghop(['findings', '--province', '24', '--annotate', '--out', file], env)).toEqual({
    status: 2,
    out: '',
    err: expect.stringContaining(`of the same kind as the report's file (báo cáo.csv); let its name end in ${right}`),
  });
  expect(existsSync(file)).toBe(false);
});

test('that nothing is doubtful is said of a report only, not of one that never came', async () => {
  const said = async (...asked: string[]) => (await tonghop(['findings', ...asked], env)).out;
  expect(await said('--province', 'Cao Bằng', '--period', '2021-Q1')).toBe(
    'Chưa có báo cáo nào của Cao Bằng cho kỳ 2021-Q1.\n',
  );
  expect(await said('--province', 'Cao Bằng')).toBe('Chưa có báo cáo nào của Cao Bằng.\n');
  expect(await said('--period', '1999')).toBe('Chưa có báo cáo nào cho kỳ 1999-Q4.\n');
  expect(await said('--submission', '99-1')).toBe('Không có báo cáo 99-1.\n');
  const json = await tonghop(['findings', '--province', 'Cao Bằng', '--format', 'json'], env);
  expect(json).toEqual({ status: 0, out: '[]\n', err: 'Chưa có báo cáo nào của Cao Bằng.\n' });
});

test('what was decided stands below what is open, with who decided it and why', async () => {
  const { out } = await tonghop(['findings', '--province', '24', '--format', 'json'], env);
  const [first, second] = JSON.parse(out) as { id: string }[];
  const because = ['--by', 'Lan <b>', '--why', 'tỉnh xác nhận'];
  expect(await tonghop(['resolve', first?.id ?? '', 'keep', ...because], env)).toMatchObject({ status: 0 });
  const [open = '', decided = ''] = (await tonghop(['findings', '--province', '24'], env)).out.split(
    '──── Đã quyết định ────\n',
  );
  expect([open.includes(second?.id ?? ''), open.includes(first?.id ?? '')]).toEqual([true, false]);
  expect(decided).toMatch(/Đã quyết định: giữ nguyên; Lan <b>, \d\d\/\d\d\/\d{4}: tỉnh xác nhận\n$/);
  const page = (await tonghop(['findings', '--province', '24', '--format', 'html'], env)).out;
  expect(page).toContain('1 đã quyết định');
  expect(page).toContain('<b>Đã quyết định:</b> giữ nguyên; Lan &lt;b&gt;, ');
  const [record, other] = JSON.parse((await tonghop(['findings', '--province', '24', '--format', 'json'], env)).out);
  expect(other.english).toBe('"- 998.175" (row 3, column 5): The number cannot be read. It is probably -381 HTX.');
  expect(record.decision).toMatchObject({ verdict: 'keep', by: 'Lan <b>', why: 'tỉnh xác nhận' });
  await tonghop(['resolve', first?.id ?? '', 'undo', ...because], env);
  expect((await tonghop(['findings', '--province', '24'], env)).out).not.toContain('Đã quyết định');
});
