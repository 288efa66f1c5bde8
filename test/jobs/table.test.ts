import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Workbook } from 'exceljs';
import { projectRoot } from '../../config/root';
import { tonghop } from '../setup/command';
import { flat, type TestWarehouse, testWarehouse } from '../setup/warehouse';

let home: string;
let warehouse: TestWarehouse;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-'));
  warehouse = await testWarehouse();
  env = { DATABASE_URL: warehouse.url, TONGHOP_HOME: home };
  await submit('now.csv', flat('2021-Q2', ['24 htx.count all 409', '27 htx.count all 5x', '27 htx.members all 9000']));
});
afterAll(async () => {
  await warehouse.drop();
  rmSync(home, { recursive: true });
});

async function submit(name: string, text: string): Promise<void> {
  const file = path.join(home, name);
  writeFileSync(file, text);
  expect(await tonghop(['submit', file], env)).toMatchObject({ status: 0 });
}

/** The bytes that `table --out` writes. */
async function written(format: string, ...more: string[]): Promise<Buffer> {
  const out = path.join(home, `table.${format}`);
  const ran = await tonghop(['table', '--period', '2021-Q2', '--format', format, '--out', out, ...more], env);
  expect(ran).toEqual({ status: 0, out: '', err: '' });
  return readFileSync(out);
}

async function sheets(bytes: Buffer): Promise<string[]> {
  const book = new Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  return book.worksheets.map(({ name }) => name);
}

test('a draft is the same to the byte, as long as nothing comes in', async () => {
  for (const format of ['xlsx', 'pdf', 'html']) {
    const one = await written(format);
    expect([format, one.equals(await written(format))]).toEqual([format, true]);
  }
});

test('a draft has what is open, an edition has not, and stays the same to the byte', async () => {
  expect(await sheets(await written('xlsx', '--area', 'all'))).toEqual([
    ...['Bảng tổng hợp', '8-DB Đông Bắc', '8-DBSH Đồng bằng sông Hồng', '24 Bắc Giang', '27 Bắc Ninh'],
    ...['Độ phủ', 'Điểm cần xem'],
  ]);
  const published = await tonghop(['period', 'publish', '2021-Q2', '--by', 'Lan', '--override', 'thử'], env);
  expect(published.status).toBe(0);
  const edition = ['--edition', '1'];
  const before = [
    await written('xlsx', ...edition),
    await written('pdf', ...edition),
    await written('html', ...edition),
  ];
  expect(await sheets(before[0] as Buffer)).toEqual(['Bảng tổng hợp', 'Độ phủ']);
  await submit('revised.csv', flat('2021-Q2', ['24 htx.count all 416']));
  const after = [
    await written('xlsx', ...edition),
    await written('pdf', ...edition),
    await written('html', ...edition),
  ];
  expect(after.map((bytes, index) => bytes.equals(before[index] as Buffer))).toEqual([true, true, true]);
  expect((await written('sdmx-csv', ...edition)).toString()).toContain(',VN,HTX_COUNT,_T,2021-Q2,409,NUMBER,0,A,1,63,');
  expect((await written('sdmx-csv')).toString()).toContain(',VN,HTX_COUNT,_T,2021-Q2,416,NUMBER,0,P,1,63,');
});

test('piped, a workbook or PDF is its bytes; on a terminal it becomes a file that is named', () => {
  const args = [path.join(projectRoot, 'jobs/tonghop.mjs'), 'table', '--period', '2021-Q2', '--format', 'pdf'];
  const options = { cwd: home, env: { PATH: process.env.PATH, ...env } };
  const piped = spawnSync(process.execPath, args, options);
  expect(piped.stdout.toString('latin1', 0, 5)).toBe('%PDF-');
  expect(piped.stdout.toString('latin1').trimEnd()).toMatch(/%%EOF$/);
  const command = [process.execPath, ...args].map((arg) => `'${arg}'`).join(' ');
  const terminal = spawnSync('script', ['-qec', command, '/dev/null'], options);
  const name = 'bang-tong-hop-2021-Q2-63-tinh-du-thao.pdf';
  expect(terminal.stdout.toString()).toBe(`${name}: đã ghi bảng tổng hợp\r\n`);
  expect(readdirSync(home)).toContain(name);
  expect(readFileSync(path.join(home, name)).toString('latin1', 0, 5)).toBe('%PDF-');
});

test('a file that cannot be written is refused with a sentence', async () => {
  const nowhere = path.join(home, 'none', 'table.pdf');
  const ran = await tonghop(['table', '--period', '2021-Q2', '--format', 'pdf', '--out', nowhere], env);
  expect(ran).toEqual({ status: 1, out: '', err: `tonghop: --out ${nowhere}: there is no such folder\n` });
});
