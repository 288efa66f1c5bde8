import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Big from 'big.js';
import { minus, plus, sum, weightedMean } from './apportion';
import { column, figures, parts, provinceWithGroupsGap } from './figures';
import { sampleFiles } from './generate';
import { NATURE } from './layouts';
import { indicators, national, printedDecimals, sectorFigures, years } from './national';
import { provinces, regions } from './provinces';

const folder = join(__dirname, '..', '..', 'config', 'sample');
const tables = figures();

describe('the committed sample', () => {
  const files = sampleFiles();

  test('is byte for byte what the generator makes', () => {
    const committed = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(committed.length).toBe(files.length);
    for (const { name, bytes } of files)
      expect([name, readFileSync(join(folder, name)).equals(bytes)]).toEqual([name, true]);
  });

  test('says in every report that it is a sample', () => {
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    for (const { name, bytes } of files) {
      const text = utf8.decode(bytes).normalize('NFC');
      expect([name, text.includes(NATURE)]).toEqual([name, name !== 'plan-2020.csv']);
    }
  });
});

describe.each(years)('the figures of %i', (year) => {
  const table = tables[year];
  const figureOf = (key: string) => column(table, key);

  test.each(indicators.filter(({ code }) => national(code, year) !== undefined))(
    '$code makes the published figure',
    ({ code, weight }) => {
      const values = figureOf(code);
      const made = weight
        ? weightedMean(values, figureOf(weight)).round(printedDecimals(code), Big.roundHalfUp)
        : Big(sum(values));
      expect(values).toHaveLength(63);
      expect(made.toNumber()).toBe(national(code, year));
      if (!weight) expect(values.filter((value) => !Number.isInteger(value) || value < 0)).toEqual([]);
    },
  );

  test('no part exceeds its whole', () => {
    const wholes = Object.entries(parts).filter(([key]) => table.has(key));
    for (const [key, { whole }] of wholes)
      expect([key, minus(figureOf(whole), figureOf(key)).filter((rest) => rest < 0)]).toEqual([key, []]);
  });
});

describe('the figures of 2020', () => {
  const figureOf = (key: string) => column(tables[2020], key);

  test.each(Object.entries(sectorFigures))('%s makes the published figure', (key, published) => {
    expect(sum(figureOf(key))).toBe(published);
    expect(figureOf(key).filter((value) => value < 0)).toEqual([]);
  });

  test.each(regions)('the cooperatives of $region make the published figure', ({ region, cooperatives }) => {
    expect(sum(figureOf('htx.count').filter((_, i) => provinces[i]?.region === region))).toBe(cooperatives);
  });

  test.each(['htx.count', 'lh.count', 'tht.count'])('the sectors of %s make their total', (code) => {
    const sectors = Object.keys(sectorFigures).filter((key) => key.startsWith(`${code}/`));
    const gaps = minus(figureOf(code), sectors.map(figureOf).reduce(plus));
    const expected = provinces.map((p) => (code === 'tht.count' && p.code === provinceWithGroupsGap ? 18 : 0));
    expect(gaps).toEqual(expected);
  });

  test('the trained managers and the staff divide by their schooling', () => {
    const managers = plus(figureOf('htx.managers_degree'), figureOf('htx.managers_vocational'));
    expect(managers).toEqual(figureOf('htx.managers_trained'));
    expect(plus(figureOf('staff.degree'), figureOf('staff.vocational'))).toEqual(figureOf('staff.count'));
  });
});
