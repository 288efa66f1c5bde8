import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tonghop } from '../setup/command';

let home: string;
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-audit-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const annex = path.join(__dirname, '..', 'fixtures', 'audit', 'annex-2020.csv');
const header = 'code,sector,printed_unit,actual_2020,vs_2019_amount,vs_2019_percent,vs_plan_amount,vs_plan_percent';

function file(name: string, ...rows: string[]): string {
  const where = path.join(home, name);
  writeFileSync(where, `${rows.join('\n')}\n`);
  return where;
}

test('as JSON: one document, each line as the contract names it, and exit status 1', async () => {
  const { status, out, err } = await tonghop(['audit', annex, '--format', 'json'], {});
  expect([status, err]).toEqual([1, '']);
  const lines: Record<string, string>[] = JSON.parse(out);
  expect(lines).toHaveLength(27);
  for (const line of lines)
    expect(Object.keys(line)).toEqual(['code', 'sector', 'column', 'kind', 'printed', 'recomputed', 'message']);
  expect(lines[0]).toEqual({
    code: 'htx.count',
    sector: 'all',
    column: 'vs_2019_amount',
    kind: 'flow',
    printed: '+ 836',
    recomputed: '1327',
    message: expect.stringContaining('2.138 thành lập mới − 811 giải thể'),
  });
});

test('as text: one line a cell', async () => {
  const { status, out } = await tonghop(['audit', annex], {});
  const [summary, first, ...others] = out.trimEnd().split('\n');
  expect([status, summary, others.length]).toEqual([1, `${annex}: 27 ô không khớp`, 26]);
  expect(first).toContain('htx.count all, vs_2019_amount (dòng 2, cột 5): ghi "+ 836", tính lại 1.327 HTX');
});

test('where all agrees the exit status is 0', async () => {
  const right = file('right.csv', header, 'lh.new,all,LHHTX,17,1,"106,3%",,');
  expect(await tonghop(['audit', right], {})).toEqual({
    status: 0,
    out: `${right}: không có ô nào không khớp\n`,
    err: '',
  });
  expect(await tonghop(['audit', right, '--format', 'json'], {})).toEqual({ status: 0, out: '[]\n', err: '' });
});

test('what cannot be used goes to standard error', async () => {
  const unknown = file('unknown.csv', header, 'lh.moi,all,LHHTX,17,1,"106,3%",,');
  expect(await tonghop(['audit', unknown, '--format', 'json'], {})).toEqual({
    status: 1,
    out: '[]\n',
    err: `${unknown}: dòng 2, cột 1: không có chỉ tiêu "lh.moi"; dòng này không được tính lại\n`,
  });
  const { status, out, err } = await tonghop(['audit', file('other.csv', 'a,b', '1,2')], {});
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain('bảng in phải có dòng tiêu đề code,sector');
  expect(await tonghop(['audit', path.join(home, 'none.csv')], {})).toMatchObject({
    status: 1,
    err: expect.stringContaining('it cannot be read (ENOENT)'),
  });
  expect(await tonghop(['audit'], {})).toMatchObject({ status: 2 });
});

test('a table without a figure is none that agrees', async () => {
  const { status, out, err } = await tonghop(['audit', file('empty.csv', header)], {});
  expect([status, out.split(': ')[1], err.split(': ')[1]]).toEqual([
    1,
    'không có ô nào không khớp; 1 chỗ không tính lại được\n',
    'bảng không có số liệu nào để tính lại\n',
  ]);
});
