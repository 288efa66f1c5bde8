import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../config/root';
import { tonghop } from '../setup/command';
import { type TestWarehouse, testWarehouse } from '../setup/warehouse';

let warehouse: TestWarehouse;
let home: string;
let env: NodeJS.ProcessEnv;
const profile = (text: string) => writeFileSync(path.join(home, 'profile.csv'), text);
const said = async () => JSON.parse((await tonghop(['findings', '--format', 'json'], env)).out);

beforeAll(async () => {
  warehouse = await testWarehouse();
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-home-'));
  env = { DATABASE_URL: warehouse.url, TONGHOP_HOME: home };
  const files = ['12_lai-chau_2023-H1.json', '24_bac-giang_2021-H1.csv'].map((name) =>
    path.join(projectRoot, 'config/reports', name),
  );
  expect(await tonghop(['submit', ...files], env)).toMatchObject({ status: 0 });
});
afterAll(async () => {
  await warehouse.drop();
  rmSync(home, { recursive: true });
});

test('by a profile of the house: what changed, by report and by rule; what it changed is seen everywhere', async () => {
  const before = await said();
  profile('rule,severity\ncell.contradicted,note\nindicator.missing,warning\n');
  expect((await tonghop(['status'], env)).out).toContain(
    'Báo cáo được chấm theo bộ quy tắc khác: 2 (chấm lại bằng judge)\n',
  );
  const lines = [
    /^Bắc Giang, 2021-Q2, B01: báo cáo 2-1: thêm 0, bớt 0, đổi \d+ điểm cần xem$/,
    /^Lai Châu, 2023-Q2, B01: báo cáo 1-1: thêm 0, bớt 0, đổi 2 điểm cần xem$/,
  ];
  const dry = await tonghop(['judge', '--dry-run'], env);
  expect(dry.out.split('\n')[2]).toMatch(
    /^Nếu chấm lại 2 báo cáo theo bộ quy tắc [0-9a-f]{12}: 2 báo cáo thay đổi; thêm 0, bớt 0, đổi \d+ điểm cần xem$/,
  );
  expect(await said()).toEqual(before);

  const done = await tonghop(['judge'], env);
  expect(done).toMatchObject({ status: 0, err: '' });
  const [one, other, total, ...rules] = done.out.trimEnd().split('\n');
  expect([one, other]).toEqual(lines.map((line) => expect.stringMatching(line)));
  expect(total).toBe(dry.out.split('\n')[2]?.replace('Nếu chấm lại', 'Đã chấm lại'));
  expect(rules).toEqual([
    expect.stringMatching(/^ {2}Một số trái với các số khác \(cell\.contradicted\): thêm 0, bớt 0, đổi \d$/),
    '  Thiếu chỉ tiêu bắt buộc (indicator.missing): thêm 0, bớt 0, đổi 2',
  ]);
  const severities = new Map<string, string>(
    (await said()).map(({ rule, severity }: Record<string, string>) => [rule, severity]),
  );
  expect(severities.get('cell.contradicted')).toBe('note');
  expect(severities.get('indicator.missing')).toBe('warning');
  const [version] = /[0-9a-f]{12}/.exec(total ?? '') ?? [];
  expect(new Set((await said()).map(({ rules: by }: { rules: string }) => by))).toEqual(new Set([version]));
  expect((await tonghop(['status'], env)).out).not.toContain('bộ quy tắc khác');

  const again = await tonghop(['judge', '--period', '2023-H1', '--province', 'Lai Châu'], env);
  expect(again.out).toBe(
    `Đã chấm lại 1 báo cáo theo bộ quy tắc ${version}: 0 báo cáo thay đổi; thêm 0, bớt 0, đổi 0 điểm cần xem\n`,
  );
});

test('a new file is judged by the profile at once, also where nothing is loaded', async () => {
  profile('rule,severity\nindicator.missing,warning\n');
  const file = path.join(projectRoot, 'config/reports/12_lai-chau_2023-H1.json');
  const dry = await tonghop(['submit', '--dry-run', '--format', 'json', file], { ...env, TONGHOP_HOME: home });
  const [{ findings }] = JSON.parse(dry.out);
  expect(findings.map(({ rule, severity }: Record<string, string>) => `${rule} ${severity}`)).toEqual([
    'label.unknown error',
    'cell.contradicted warning',
    'indicator.missing warning',
  ]);
});

test('a profile with faults is refused, with a sentence for each, before anything is done', async () => {
  profile('rule,severity\nunit.missing,note\nindicator.missing,off\n');
  const { status, out, err } = await tonghop(['judge'], env);
  expect([status, out]).toEqual([1, '']);
  expect(err).toBe(
    [
      'tonghop: profile.csv, dòng 2: quy tắc "unit.missing" giữ số liệu lại, chưa nạp, nên luôn là lỗi; hãy bỏ dòng này',
      'profile.csv, dòng 3: mức của "indicator.missing" phải là warning (cảnh báo) hoặc note (ghi chú), không phải "off"\n',
    ].join('\n'),
  );
});

test('what is asked for has to exist', async () => {
  rmSync(path.join(home, 'profile.csv'));
  expect(await tonghop(['judge', '--period', '2023-H9'], env)).toMatchObject({ status: 2 });
  expect(await tonghop(['judge', '--province', 'Atlantis'], env)).toMatchObject({ status: 2 });
  expect((await tonghop(['judge', '--period', '2019-Q1'], env)).out).toMatch(/^Đã chấm lại 0 báo cáo/);
});
