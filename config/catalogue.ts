import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type {
  Aggregation,
  Catalogue,
  ColumnRole,
  FieldRole,
  Indicator,
  Magnitude,
  Per,
  Province,
  Region,
  Section,
  Sector,
  WrittenUnit,
} from '../schemas/catalogue';
import { IndicatorCode, MapName, type ProvinceId, provinceId, RegionId, SectorCode } from '../schemas/codes';
import { decimal } from '../schemas/decimal';
import { Severity } from '../schemas/finding';
import { Quantity, type Unit } from '../schemas/quantity';
import {
  CooperativeRating,
  CooperativeStatus,
  CooperativeType,
  RegisterColumn,
  type RegisterWords,
} from '../schemas/register';
import { MadeBy, type Rule } from '../schemas/rules';
import { fold } from '../schemas/text';
import { projectRoot } from './root';
import { rulesOf } from './rules';

/** A fault in the catalogue's files: said at start, by file and code, to whoever edited them. */
export class CatalogueError extends Error {}

/**
 * The catalogue of config/*.csv. Throws CatalogueError where a code that a formula names does not exist, or a spelling
 * means two things in one place.
 */
export function loadCatalogue(folder: string = path.join(projectRoot, 'config')): Catalogue {
  const files = new CatalogueFiles(folder);
  const abbreviations = files
    .rows('abbreviations.csv', { long: z.string(), short: z.string() })
    .map((row) => ({ long: ` ${fold(row.long)} `, short: ` ${fold(row.short)} ` }));
  const labelKey = (text: string) => abbreviated(fold(text.replace(/^\s*[-+•*]\s*/, '')), abbreviations);

  const units = readUnits(files);
  const sectors = readSectors(files);
  const indicators = readIndicators(files, units, sectors.all);
  const sections = files.rows('sections.csv', { section: z.string(), label: z.string(), spellings: spellings() });
  const magnitudes = readMagnitudes(files, indicators, units.byName);
  const { provinces, regions, provinceNames } = readPlaces(files);

  const labels = new Spellings<IndicatorCode>('aliases.csv', labelKey);
  for (const indicator of indicators.values()) labels.add(indicator.section, indicator.label, indicator.code);
  for (const row of files.rows('aliases.csv', { code: IndicatorCode, alias: z.string() })) {
    labels.add(known(indicators, row.code, 'aliases.csv').section, row.alias, row.code);
  }
  const sectionNames = new Spellings<string>('sections.csv', labelKey);
  for (const row of sections) {
    for (const name of [row.label, ...row.spellings]) sectionNames.add('', name, row.section);
  }
  const sectorNames = new Spellings<SectorCode>('sectors.csv', labelKey);
  for (const row of sectors.rows) {
    for (const name of [row.code, row.label, ...row.spellings]) sectorNames.add('', name, row.code);
  }
  const headers = new Spellings<ColumnRole>('headers.csv', headerKey);
  for (const row of files.rows('headers.csv', { role: z.enum(roles), header: z.string() })) {
    headers.add('', row.header, row.role);
  }
  const register = readRegister(files, labelKey);

  return {
    version: files.version(),
    indicators,
    sectors: sectors.all,
    provinces,
    regions,
    magnitudes,
    sections: sections.map(({ section, label }): Section => ({ id: section, label })),
    labelKey,
    sectionOf: (label) => sectionNames.find('', label),
    indicatorsByLabel: (label, section) => {
      const places = section === null ? sections.map((row) => row.section) : [section];
      return places.flatMap((place) => labels.find(place, label) ?? []);
    },
    labels: (section) => labels.entries(section),
    sectorOf: (text) => sectorNames.find('', text),
    provinceOf: (text, map) => provinceNames.find(map, text),
    unitOf: units.read,
    columnOf: (header) => headers.find('', header),
    fieldOf: (key) => {
      const role = headers.find('', key);
      return role !== null && isField(role) ? role : null;
    },
    register,
    // Not among the files that the tables are made from: how grave a doubt is changes no figure.
    rules: rulesOf(readRules(new CatalogueFiles(folder)), files.version()),
  };
}

const fields = ['province', 'period', 'as_of', 'document', 'form', 'nature'] as const satisfies FieldRole[];
const isField = (role: ColumnRole): role is FieldRole => (fields as readonly ColumnRole[]).includes(role);
const roles = [
  ...(['number', 'label', 'code', 'section', 'sector', 'unit', 'value', 'plan'] as const),
  ...(['change', 'percent', 'plan_percent', 'share', 'note'] as const),
  ...fields,
] as const satisfies ColumnRole[];

const headerKey = (header: string) =>
  fold(header.replace(/_/g, ' '))
    .replace(/\b(19|20)\d\d\b/g, '#')
    .replace(/ #$/, '');

/** `hợp tác xã` and `HTX` are one word; only whole words are replaced, so each has its blanks around it. */
function abbreviated(key: string, abbreviations: readonly { long: string; short: string }[]): string {
  return abbreviations
    .reduce((text, { long, short }) => (text.includes(long) ? text.replaceAll(long, short) : text), ` ${key} `)
    .trim();
}

const longestName = 500;

/** Spellings in places (sections, maps): in one place a spelling means one thing. */
class Spellings<T extends string> {
  private readonly places = new Map<string, Map<string, T>>();
  constructor(
    private readonly file: string,
    private readonly key: (text: string) => string,
  ) {}

  add(place: string, text: string, meaning: T): void {
    const names = this.places.get(place) ?? new Map<string, T>();
    this.places.set(place, names);
    const before = names.get(this.key(text));
    if (before !== undefined && before !== meaning) {
      const where = place === '' ? '' : ` in ${place}`;
      throw new CatalogueError(`${this.file}: "${text}" means both ${before} and ${meaning}${where}`);
    }
    names.set(this.key(text), meaning);
  }

  find(place: string, text: string): T | null {
    // A row of a million empty cells, or a cell of a million letters, must not keep the machine busy.
    if (text === '' || text.length > longestName) return null;
    return this.places.get(place)?.get(this.key(text)) ?? null;
  }

  entries(place: string | null): { key: string; code: T }[] {
    const places = place === null ? [...this.places.values()] : [this.places.get(place) ?? new Map<string, T>()];
    return places.flatMap((names) => [...names].map(([key, code]) => ({ key, code })));
  }
}

class CatalogueFiles {
  private readonly hash = createHash('sha256');
  constructor(private readonly folder: string) {}

  rows<S extends z.ZodRawShape>(name: string, shape: S): z.output<z.ZodObject<S>>[] {
    const text = readFileSync(path.join(this.folder, name), 'utf8');
    this.hash.update(name).update(text);
    const schema = z.array(z.object(shape));
    const result = named(name, () =>
      schema.safeParse(parse(text, { columns: true, bom: true, skip_empty_lines: true })),
    );
    if (!result.success) {
      const issue = result.error.issues[0];
      throw new CatalogueError(
        `${name}: row ${Number(issue?.path[0]) + 2}, ${String(issue?.path[1])}: ${issue?.message}`,
      );
    }
    return result.data as z.output<z.ZodObject<S>>[];
  }

  version(): string {
    return this.hash.copy().digest('hex').slice(0, 12);
  }
}

/** What a parser says of a file, with the file's name before it. */
function named<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new CatalogueError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function spellings() {
  return z.string().transform((list) => list.split('|').filter((name) => name !== ''));
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K, file: string): V {
  const value = map.get(key);
  if (value === undefined) throw new CatalogueError(`${file}: there is no ${String(key)}`);
  return value;
}

function readUnits(files: CatalogueFiles) {
  const written = new Spellings<string>('units.csv', unitKey);
  const byName = new Map<string, WrittenUnit['unit']>();
  const shape = {
    unit: z.string(),
    dimension: z.enum(['count', 'percent', 'money']),
    factor: z.string().transform(decimal),
    counts: z.string(),
    spellings: spellings(),
  };
  const counted = new Map<string, string>();
  for (const row of files.rows('units.csv', shape)) {
    byName.set(row.unit, { name: row.unit, dimension: row.dimension, factor: row.factor });
    if (row.counts !== '') counted.set(row.unit, row.counts);
    for (const name of [row.unit, ...row.spellings]) written.add('', name, row.unit);
  }
  const suffixes = new Spellings<'month' | 'year' | 'each'>('unit-suffixes.csv', unitKey);
  const meaning = z.enum(['month', 'year', 'each']);
  for (const row of files.rows('unit-suffixes.csv', { meaning, spellings: spellings() })) {
    for (const name of row.spellings) suffixes.add('', name, row.meaning);
  }

  /** `triệu đồng/người/tháng`: a unit, then what it is counted for. */
  const read = (text: string): WrittenUnit | null => {
    const [head = '', ...tail] = text.split('/');
    const unit = byName.get(written.find('', head) ?? '');
    const meanings = tail.map((suffix) => suffixes.find('', suffix));
    if (unit === undefined || meanings.includes(null)) return null;
    const times = meanings.filter((each): each is 'month' | 'year' => each === 'month' || each === 'year');
    if (times.length > 1) return null;
    return { unit, per: (times[0] ?? null) satisfies Per, counts: counted.get(unit.name) ?? null };
  };
  return { byName, counted, read };
}

/** Units keep their diacritics (`tỷ` is money, `ty` nothing), but not their case, spaces or dots. */
function unitKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.\u00a0\u202f]+/g, ' ')
    .trim();
}

function readSectors(files: CatalogueFiles) {
  const parent = z.string().transform((code) => (code === '' ? null : (code as SectorCode)));
  const rows = files.rows('sectors.csv', { code: SectorCode, parent, label: z.string(), spellings: spellings() });
  const all = new Map<SectorCode, Sector>(rows.map((row) => [row.code, row]));
  for (const row of rows) {
    const above = new Set<SectorCode>([row.code]);
    for (let parent = row.parent; parent !== null; parent = known(all, parent, 'sectors.csv').parent) {
      if (above.has(parent)) throw new CatalogueError(`sectors.csv: ${row.code} stands under itself`);
      above.add(parent);
    }
  }
  return { rows, all };
}

function readIndicators(
  files: CatalogueFiles,
  { byName: units, counted }: Pick<ReturnType<typeof readUnits>, 'byName' | 'counted'>,
  sectors: ReadonlyMap<SectorCode, Sector>,
): ReadonlyMap<IndicatorCode, Indicator> {
  const rows = files.rows('indicators.csv', {
    code: IndicatorCode,
    section: z.string(),
    tt: z.string(),
    label: z.string(),
    unit: z.string(),
    also_in: spellings(),
    decimals: z.coerce.number().int().min(0).max(6),
    kind: z.enum(['stock', 'flow', 'ratio', 'average']),
    aggregation: z.string(),
    sectors: z.string(),
    required: z.enum(['yes', '']).transform((yes) => yes === 'yes'),
  });
  const listed = new Map(rows.map((row) => [row.code, row]));
  for (const row of rows) {
    if (listed.get(row.code) !== row) throw new CatalogueError(`indicators.csv: ${row.code} stands there twice`);
  }
  const sectorsOf = (list: string): SectorCode[] => {
    const like = /^as (.+)$/.exec(list)?.[1];
    if (like !== undefined) return sectorsOf(known(listed, like as IndicatorCode, 'indicators.csv').sectors);
    const codes = list.split('|').map((code) => known(sectors, code as SectorCode, 'indicators.csv').code);
    // In the order of the tree, whatever the order in the list.
    return [...sectors.keys()].filter((code) => codes.includes(code));
  };
  const indicators = rows.map((row): [IndicatorCode, Indicator] => {
    const aggregation = readAggregation(row.aggregation);
    for (const code of partsOf(aggregation)) known(listed, code, `indicators.csv: ${row.code}`);
    const unit = row.unit.endsWith('/năm') ? perYear(row.unit, units) : known(units, row.unit, 'indicators.csv');
    const also = row.also_in.map((name) => known(units, name, 'indicators.csv').name);
    const counts = [row.unit, ...also].flatMap((name) => counted.get(name) ?? []);
    return [row.code, { ...row, unit, counts, aggregation, sectors: sectorsOf(row.sectors) }];
  });
  return new Map(indicators);
}

function perYear(name: string, units: ReadonlyMap<string, WrittenUnit['unit']>): Unit<'money_per_year'> {
  const money = known(units, name.replace(/\/năm$/, ''), 'indicators.csv');
  return { name, dimension: 'money_per_year', factor: money.factor };
}

function readAggregation(text: string): Aggregation {
  const ratio = /^ratio (\S+) \/ (\S+)$/.exec(text);
  if (ratio) {
    return { how: 'ratio', numerator: ratio[1] as IndicatorCode, denominator: ratio[2] as IndicatorCode };
  }
  const mean = /^mean weighted by (\S+)$/.exec(text);
  if (mean) return { how: 'mean', weight: mean[1] as IndicatorCode };
  if (text !== 'sum')
    throw new CatalogueError(`indicators.csv: "${text}" is no aggregation (sum, ratio A / B, mean weighted by W)`);
  return { how: 'sum' };
}

function readMagnitudes(
  files: CatalogueFiles,
  indicators: ReadonlyMap<IndicatorCode, Indicator>,
  units: ReadonlyMap<string, WrittenUnit['unit']>,
): Magnitude[] {
  const per = z.union([IndicatorCode, z.literal('').transform(() => null)]);
  const number = z.string().transform(decimal);
  const rows = files.rows('magnitudes.csv', { code: IndicatorCode, per, low: number, high: number, unit: z.string() });
  return rows.map(({ code, per, low, high, unit: name }) => {
    const { dimension } = known(indicators, code, 'magnitudes.csv').unit;
    if (per !== null) known(indicators, per, 'magnitudes.csv');
    const unit = { ...known(units, name, 'magnitudes.csv'), dimension };
    return { code, per, low: Quantity.of(low, unit), high: Quantity.of(high, unit) };
  });
}

function readRegister(files: CatalogueFiles, labelKey: (text: string) => string): RegisterWords {
  const headers = new Spellings<RegisterColumn>('register-headers.csv', (text) => labelKey(headerKey(text)));
  for (const row of files.rows('register-headers.csv', { role: RegisterColumn, header: z.string() }))
    headers.add('', row.header, row.role);

  const meanings = {
    type: CooperativeType,
    status: CooperativeStatus,
    rating: CooperativeRating.or(z.literal('none')),
  };
  const column = z.enum(['type', 'status', 'rating']);
  const values = new Spellings<string>('register-values.csv', labelKey);
  for (const row of files.rows('register-values.csv', { column, value: z.string(), spellings: spellings() })) {
    if (!meanings[row.column].safeParse(row.value).success)
      throw new CatalogueError(`register-values.csv: "${row.value}" is no ${row.column}`);
    for (const name of [row.value, ...row.spellings]) values.add(row.column, name, row.value);
  }
  // The longest first, so that one spelling may begin with another.
  const types = values
    .entries('type')
    .map(({ key, code }) => ({ words: `${key} `, code }))
    .sort((a, b) => b.words.length - a.words.length);
  return {
    columnOf: (header) => headers.find('', header),
    typeOf: (text) => {
      const key = `${labelKey(text)} `;
      return (types.find(({ words }) => key.startsWith(words))?.code ?? null) as CooperativeType | null;
    },
    statusOf: (text) => values.find('status', text) as CooperativeStatus | null,
    ratingOf: (text) => values.find('rating', text) as CooperativeRating | 'none' | null,
  };
}

function readRules(files: CatalogueFiles): Rule[] {
  const shape = { rule: z.string(), made_by: MadeBy, severity: Severity, title: z.string(), english: z.string() };
  return files.rows('rules.csv', shape).map(({ made_by, ...rule }) => ({ ...rule, madeBy: made_by }));
}

function partsOf(aggregation: Aggregation): IndicatorCode[] {
  if (aggregation.how === 'ratio') return [aggregation.numerator, aggregation.denominator];
  return aggregation.how === 'mean' ? [aggregation.weight] : [];
}

function readPlaces(files: CatalogueFiles) {
  const regions = new Map<RegionId, Region>();
  for (const row of files.rows('regions.csv', {
    map: MapName,
    scheme: z.string(),
    region: z.string(),
    name: z.string(),
  })) {
    const id = RegionId.parse(`${row.scheme}:${row.region}`);
    regions.set(id, { id, map: row.map, name: row.name });
  }
  const provinces = new Map<ProvinceId, Province>();
  const provinceNames = new Spellings<ProvinceId>('provinces.csv', provinceKey);
  const shape = {
    map: MapName,
    gso_code: z.string().regex(/^\d\d$/),
    name: z.string(),
    valid_from: z.iso.date(),
    valid_to: z.union([z.iso.date(), z.literal('')]),
    region: z.string(),
    successor_gso_code: z.string(),
  };
  for (const row of files.rows('provinces.csv', shape)) {
    const id = provinceId(row.map, row.gso_code);
    const region = known(regions, `${row.map === '63' ? 8 : 6}:${row.region}` as RegionId, 'provinces.csv').id;
    const successor = row.map === '63' ? (`34/${row.successor_gso_code}` as ProvinceId) : null;
    const name = { name: row.name, from: row.valid_from, to: row.valid_to || null };
    provinces.set(id, { id, map: row.map, names: [...(provinces.get(id)?.names ?? []), name], region, successor });
    for (const text of [row.name, row.gso_code, id]) provinceNames.add(row.map, text, id);
  }
  for (const province of provinces.values()) {
    if (province.successor !== null) known(provinces, province.successor, 'provinces.csv');
  }
  const spelling = { map: MapName, gso_code: z.string(), spelling: z.string() };
  for (const row of files.rows('province-spellings.csv', spelling)) {
    provinceNames.add(
      row.map,
      row.spelling,
      known(provinces, `${row.map}/${row.gso_code}` as ProvinceId, 'province-spellings.csv').id,
    );
  }
  return { provinces, regions, provinceNames };
}

/** `Liên minh HTX tỉnh Bắc Giang`, `TỈNH BẮC GIANG` and `Bac Giang` are one province. */
function provinceKey(text: string): string {
  return fold(text)
    .replace(/^(bao cao cua )?(lien minh )?(htx |hop tac xa )?(cac )?(tinh |thanh pho |tp )?/, '')
    .replace(/ /g, '');
}
