import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { ingest, understood } from '../../pipelines/ingest';
import { noEarlier } from '../../pipelines/normalise/report';
import { locatorText } from '../../schemas/cell';
import type { Prepared } from '../../schemas/submission';
import { readFile, readText } from '../../sources/read';
import { catalogue, findings, line, lines, report, takeIn } from './take-in';

const tests = path.join(__dirname, '..');
const fixture = (name: string) => readFileSync(path.join(tests, 'fixtures', name));
const sentences = (prepared: readonly Prepared[]) =>
  prepared.map((each) => (each.kind === 'refused' ? each.sentence : ''));

describe('the two real reports', () => {
  const reports = path.join(tests, '..', 'config', 'reports');

  test.each([
    [
      '24_bac-giang_2021-H1.csv',
      { province: '63/24', period: '2021-Q2', rows: 39, rowsLoaded: 39, documentDate: '2021-06-18' },
    ],
    [
      '12_lai-chau_2023-H1.json',
      { province: '63/12', period: '2023-Q2', rows: 64, rowsLoaded: 63, documentDate: null },
    ],
  ])('%s: every row is a figure or a finding, as reckoned by hand', (name, about) => {
    const [figures = '', found = ''] = fixture(`${name.replace(/\.\w+$/, '')}.expected.txt`)
      .toString()
      .split('\n\n');
    const read = report(readFileSync(path.join(reports, name)));
    expect(read).toMatchObject({ ...about, sample: false });
    expect(read.observations.map((each) => `${locatorText(each.at)} ${line(each)}`)).toEqual(
      figures.split('\n').map((row) => row.split(/ {2,}/).join(' ')),
    );
    expect(findings(read)).toEqual(found.trim().split('\n'));
  });

  test('each figure carries what was written, and what the report says beside it', () => {
    const { observations } = report(readFileSync(path.join(reports, '12_lai-chau_2023-H1.json')));
    const capital = observations.find(({ code }) => code === 'htx.charter_capital');
    expect(capital).toMatchObject({
      raw: '1.056.714',
      unit: 'triệu đồng',
      stated: [{ what: 'change', raw: '+39.600', at: { pointer: '/rows/9/vs_previous_year' } }],
      note: null,
    });
    const income = observations.find(({ code }) => code === 'htx.labour_income_avg');
    expect(income).toMatchObject({
      unit: 'triệu đồng/người/tháng',
      conversion: 'một tháng × 12',
      note: 'bình quân 6 tháng',
    });
  });
});

test('of fifty rows three are bad: those are findings, and the other 47 are read', () => {
  const read = report(fixture('b01-three-bad-rows.csv'));
  const {
    rows,
    rowsLoaded,
    figures,
    findings: found,
  } = JSON.parse(fixture('b01-three-bad-rows.expected.json').toString());
  expect([read.rows, read.rowsLoaded]).toEqual([rows, rowsLoaded]);
  expect(lines(read)).toEqual(figures);
  // Of the whole report it is said as well what is missing from it.
  expect(findings(read)).toEqual([...found, 'indicator.missing note at no cell: null']);
  expect(new Set(read.findings.map(({ message }) => message)).size).toBe(4);
});

test('decimal commas without quotes are quarantined row by row, never read as two numbers', () => {
  const read = report(fixture('decimal-commas-without-quotes.csv'));
  expect(lines(read)).toEqual(['htx.count all actual 869 HTX']);
  expect(read.findings.map(({ rule, at }) => [rule, at])).toEqual(
    [2, 3, 5].map((row) => ['row.misfit', { row, column: 7 }]),
  );
});

test.each([
  ['empty.csv', 'tệp rỗng'],
  ['picture-named.csv', 'tệp là ảnh PNG'],
  ['cut-off-in-a-row.csv', 'tệp bị cắt giữa chừng'],
  ['cut-off.json', 'tệp JSON bị cắt giữa chừng'],
  ['unknown-province.csv', 'không có tỉnh, thành phố nào tên "Liên minh HTX tỉnh Bắc Giangg"'],
  ['province-that-was-merged.csv', 'từ 01/7/2025 không còn đơn vị "Bắc Giang" (nay thuộc Bắc Ninh)'],
  ['unknown-period.csv', 'không hiểu kỳ báo cáo "tháng 5 năm 2021"'],
  ['no-period.csv', 'báo cáo không ghi kỳ báo cáo'],
  ['no-province.csv', 'báo cáo không ghi đơn vị báo cáo'],
  ['another-form.csv', 'tệp ghi mẫu biểu "B02"'],
  ['no-header.csv', 'không tìm thấy dòng tiêu đề của biểu B01'],
  ['header-only.csv', 'biểu có tiêu đề nhưng không có dòng số liệu nào'],
  ['blank-form.csv', 'báo cáo không có số liệu nào'],
  ['no-report.json', 'không tìm thấy báo cáo nào trong tệp JSON'],
])('%s is refused: %s', (name, said) => {
  expect(sentences(takeIn(fixture(name)))).toEqual([expect.stringContaining(said)]);
});

describe('what was said at hand-in', () => {
  test('fills what the file does not say', () => {
    expect(report(fixture('no-period.csv'), { period: '2021-H1' })).toMatchObject({
      province: '63/24',
      period: '2021-Q2',
    });
    expect(report(fixture('no-province.csv'), { province: 'Hà Nội' })).toMatchObject({
      province: '63/01',
      period: '2020-Q4',
    });
  });

  test('may repeat what the file says, but not contradict it', () => {
    const file = fixture('no-period.csv');
    expect(report(file, { province: '24', period: '2021' }).province).toBe('63/24');
    expect(sentences(takeIn(file, { province: '01', period: '2021' }))).toEqual([
      'tệp là của "Bắc Giang", nhưng khi gửi lại chọn tỉnh 01; hãy kiểm tra lại',
    ]);
    expect(sentences(takeIn(fixture('no-province.csv'), { province: '24', period: '2021-H1' }))).toEqual([
      'tệp ghi kỳ báo cáo "Năm 2020", nhưng khi gửi lại chọn kỳ 2021-H1; hãy kiểm tra lại',
    ]);
  });

  test('names whose report was refused', () => {
    expect(takeIn(fixture('empty.csv'), { province: '24', period: '2021' })).toMatchObject([
      { kind: 'refused', province: '24', period: '2021' },
    ]);
  });
});

test('what was prepared goes to the warehouse with its receipt', async () => {
  const bytes = fixture('b01-three-bad-rows.csv');
  const load = async (receipt: number, prepared: readonly Prepared[]) => ({ receipt, prepared });
  const loaded = await ingest(
    { receipt: 7, bytes, options: {} },
    { catalogue, read: readFile, earlier: async () => noEarlier, load },
  );
  expect(loaded).toEqual({ receipt: 7, prepared: takeIn(bytes) });
});

test('every sample report is read whole, and says that it is a sample', () => {
  const sample = path.join(tests, '..', 'config', 'sample');
  const files = ['2019', '2020'].flatMap((year) =>
    readdirSync(path.join(sample, year)).map((name) => path.join(sample, year, name)),
  );
  const prepared = files.flatMap((file) => takeIn(readFileSync(file)));
  expect(prepared).toHaveLength(2 * 63);
  const doubtful = prepared.filter((each) => each.kind === 'refused' || !each.sample || each.rows !== each.rowsLoaded);
  expect(doubtful).toEqual([]);
});

describe('whatever is handed in, it never fails', () => {
  const words = fc.constantFrom(
    ...[
      'TT',
      'Chỉ tiêu',
      'ĐVT',
      'Thực hiện',
      'Kế hoạch',
      'Ghi chú',
      'province',
      'period',
      'code',
      'sector',
      'I',
      'II',
      '1',
      '-',
      '+',
    ],
    ...[
      'HỢP TÁC XÃ',
      'Tổ hợp tác',
      'Tổng số HTX',
      'Giải thể',
      'Nông nghiệp',
      'Tổng vốn điều lệ HTX',
      'htx.count',
      'Thực hiện (tỷ)',
    ],
    ...[
      'HTX',
      'tỷ đồng',
      '%',
      '34.357',
      '1.056.714',
      '2,5 tỷ',
      '(3',
      '~4',
      '1e5',
      '',
      ' ',
      'Bắc Giang',
      '24',
      '2020',
      'Quý I/0021',
      '\0',
    ],
  );
  const cell = fc.oneof({ weight: 5, arbitrary: words }, fc.string({ unit: 'binary', maxLength: 6 }));
  const grid = fc
    .record({
      head: fc.constantFrom(
        '',
        'Đơn vị báo cáo;24\nKỳ báo cáo;2020\n',
        'Đơn vị báo cáo;24\nKỳ báo cáo;2020\nTT;Chỉ tiêu;ĐVT;Thực hiện\n',
      ),
      rows: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }),
    })
    .map(({ head, rows }) => head + rows.map((row) => row.join(';')).join('\n'));
  const value = fc.oneof(words, fc.double(), fc.jsonValue({ maxDepth: 2 }));
  const row = fc.record(
    { code: words, label: words, section: words, sector: words, unit: words, value, plan: value },
    { requiredKeys: [] },
  );
  const object = fc.record(
    { form: words, province: words, period: words, rows: fc.array(fc.oneof(row, value)) },
    { requiredKeys: [] },
  );
  const json = fc.oneof(
    fc.json(),
    object.map((each) => JSON.stringify(each)),
    fc.array(object).map((each) => JSON.stringify(each)),
  );
  const options = fc.record({ province: words, period: words }, { requiredKeys: [] });

  test.each<[string, fc.Arbitrary<Buffer>]>([
    ['bytes', fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes))],
    ['JSON', json.map((text) => Buffer.from(text))],
    ['tables', grid.map((text) => Buffer.from(text))],
  ])('%s', (_, files) => {
    fc.assert(
      fc.property(files, options, (bytes, said) => {
        const prepared = understood(readText(bytes), said, catalogue);
        expect(prepared).not.toEqual([]);
        for (const each of prepared) {
          if (each.kind === 'refused') expect(each.sentence).toMatch(/^\P{Cc}+$/u);
          else expectAccountedFor(each);
        }
      }),
      { numRuns: 500 },
    );
  });

  /** No row is lost without a word, and no sentence breaks a terminal's line. */
  function expectAccountedFor(read: Extract<Prepared, { kind: 'prepared' }>) {
    expect(read.rows).toBeGreaterThan(0);
    expect(read.rowsLoaded).toBeLessThanOrEqual(read.rows);
    if (read.rowsLoaded < read.rows) expect(read.findings).not.toEqual([]);
    for (const { message } of read.findings) expect(message).toMatch(/^\P{Cc}+$/u);
    const keys = read.observations.map(({ code, sector, measure }) => `${code} ${sector} ${measure}`);
    expect(new Set(keys).size).toBe(keys.length);
  }
});
