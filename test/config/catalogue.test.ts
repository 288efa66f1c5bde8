import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CatalogueError, loadCatalogue } from '../../config/catalogue';
import type { IndicatorCode, ProvinceId, SectorCode } from '../../schemas/codes';

const own = path.join(__dirname, '..', '..', 'config');

describe('the catalogue that the project ships', () => {
  const catalogue = loadCatalogue();
  const indicator = (code: string) => catalogue.indicators.get(code as IndicatorCode);

  test('has the 63 provinces and the 34, each of the 63 with its successor', () => {
    const provinces = [...catalogue.provinces.values()];
    expect(provinces.filter(({ map }) => map === '63')).toHaveLength(63);
    expect(provinces.filter(({ map }) => map === '34')).toHaveLength(34);
    expect(catalogue.provinces.get('63/24' as ProvinceId)?.successor).toBe('34/24');
    expect(catalogue.provinces.get('63/27' as ProvinceId)?.successor).toBe('34/24');
    expect(new Set(provinces.flatMap(({ successor }) => successor ?? [])).size).toBe(34);
  });

  test('says how many provinces become one', () => {
    expect(indicator('htx.count')?.aggregation).toEqual({ how: 'sum' });
    expect(indicator('htx.effective_share')?.aggregation).toEqual({
      how: 'ratio',
      numerator: 'htx.effective',
      denominator: 'htx.count',
    });
    expect(indicator('htx.labour_income_avg')?.aggregation).toEqual({ how: 'mean', weight: 'htx.labour' });
  });

  test('keeps the unit of an average apart from that of a sum', () => {
    expect(indicator('htx.revenue_avg')?.unit).toMatchObject({ name: 'triệu đồng/năm', dimension: 'money_per_year' });
    expect(indicator('htx.charter_capital')?.unit).toMatchObject({ name: 'tỷ đồng', dimension: 'money' });
  });

  test('gives an indicator the sectors of the one that it is like', () => {
    expect(indicator('htx.members')?.sectors).toEqual(indicator('htx.count')?.sectors);
    expect(indicator('htx.members')?.sectors).toHaveLength(11);
    expect(indicator('htx.new')?.sectors).toEqual(['all', 'agri', 'non_agri']);
    expect(catalogue.sectors.get('construction' as SectorCode)?.parent).toBe('industry_construction');
  });

  test('knows a label in its section, and all that it can mean where the section is unknown', () => {
    expect(catalogue.indicatorsByLabel('Thành lập mới', 'I')).toEqual(['htx.new']);
    expect(catalogue.indicatorsByLabel('Số thành lập mới', 'I')).toEqual([]);
    expect(catalogue.indicatorsByLabel('Số thành lập mới', 'III')).toEqual(['tht.new']);
    expect(catalogue.indicatorsByLabel('Số thành lập mới', null)).toEqual(['lh.new', 'tht.new']);
    expect(catalogue.indicatorsByLabel('TỔNG SỐ HỢP TÁC XÃ', 'I')).toEqual(['htx.count']);
    expect(catalogue.indicatorsByLabel('Tổng số lao động trong LHHTX', 'II')).toEqual(['lh.labour']);
  });

  test.each([
    ['TT', 'number'],
    ['STT', 'number'],
    ['Chỉ tiêu', 'label'],
    ['Nội dung', 'label'],
    ['indicator', 'code'],
    ['Lĩnh vực', 'sector'],
    ['Đơn vị tính', 'unit'],
    ['ĐVT', 'unit'],
    ['Thực hiện', 'value'],
    ['Thực hiện\nnăm 2020', 'value'],
    ['Số liệu', 'value'],
    ['Kế hoạch năm', 'plan'],
    ['So với năm trước', 'change'],
    ['Tăng/giảm so với năm 2021', 'change'],
    ['vs_previous_year', 'change'],
    ['% so với năm trước', 'percent'],
    ['% so với kế hoạch', 'plan_percent'],
    ['vs_plan_percent', 'plan_percent'],
    ['Tỷ trọng', 'share'],
    ['Ghi chú', 'note'],
    ['Đơn vị báo cáo', 'province'],
    ['Số liệu đến ngày', 'as_of'],
    ['Cột lạ', null],
  ])('the header "%s" means %s', (header, role) => {
    expect(catalogue.columnOf(header)).toBe(role);
  });

  test('reads a unit with what it is counted for, but no unit without its accents', () => {
    expect(catalogue.unitOf('triệu đồng/người/tháng')).toMatchObject({ unit: { name: 'triệu đồng' }, per: 'month' });
    expect(catalogue.unitOf('Tỷ đồng/năm')).toMatchObject({ unit: { name: 'tỷ đồng' }, per: 'year' });
    expect(catalogue.unitOf('ty')).toBeNull();
    expect(catalogue.unitOf('triệu đồng/con')).toBeNull();
    expect(catalogue.unitOf('triệu đồng/tháng/năm')).toBeNull();
  });
});

describe('a fault in the files of the catalogue is refused with its file and reason', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'danh mục '));
    for (const name of readdirSync(own).filter((each) => each.endsWith('.csv')))
      cpSync(path.join(own, name), path.join(folder, name));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const change = (file: string, from: string | RegExp, to: string) => {
    const before = readFileSync(path.join(folder, file), 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(path.join(folder, file), after);
  };
  const append = (file: string, line: string) => change(file, /\n*$/, `\n${line}\n`);

  test.each<[fault: string, file: string, from: RegExp, to: string, said: string]>([
    [
      'a ratio of a code that is not there',
      'indicators.csv',
      /ratio htx\.effective \//,
      'ratio htx.efective /',
      'indicators.csv: htx.effective_share: there is no htx.efective',
    ],
    [
      'a mean with a weight that is not there',
      'indicators.csv',
      /mean weighted by htx\.labour/,
      'mean weighted by HTX',
      'indicators.csv: htx.labour_income_avg: there is no HTX',
    ],
    [
      'an aggregation that is none',
      'indicators.csv',
      /flow,sum,all,yes/,
      'flow,total,all,yes',
      'indicators.csv: "total" is no aggregation (sum, ratio A / B, mean weighted by W)',
    ],
    [
      'a sector that is not there',
      'indicators.csv',
      /sum,all\|agri\|non_agri,yes/,
      'sum,all|argi,yes',
      'indicators.csv: there is no argi',
    ],
    ['a unit that is not there', 'indicators.csv', /,người,,0/, ',ngừoi,,0', 'indicators.csv: there is no ngừoi'],
    [
      'a parent that is not there',
      'sectors.csv',
      /^transport,non_agri/m,
      'transport,NON',
      'sectors.csv: there is no NON',
    ],
    ['a successor that is not there', 'provinces.csv', /(63,02,.*),08$/m, '$1,99', 'provinces.csv: there is no 34/99'],
    ['no successor', 'provinces.csv', /(63,02,.*),08$/m, '$1,', 'provinces.csv: there is no 34/'],
    [
      'a region that is not there',
      'provinces.csv',
      /(63,02,.*),DB,08$/m,
      '$1,XX,08',
      'provinces.csv: there is no 8:XX',
    ],
    ['a code with one digit', 'provinces.csv', /^63,02,/m, '63,2,', 'provinces.csv: row 3, gso_code'],
    ['a factor that is no number', 'units.csv', /money,1000,/, 'money,1.000.000,', 'units.csv'],
    ['a role that is none', 'headers.csv', /^value,Số liệu$/m, 'valeu,Số liệu', 'headers.csv: row 26, role'],
    ['a row with a cell too many', 'aliases.csv', /^htx\.ceased,/m, 'htx.ceased,HTX,', 'aliases.csv'],
  ])('%s', (_, file, from, to, said) => {
    change(file, from, to);
    expect(() => loadCatalogue(folder)).toThrow(CatalogueError);
    expect(() => loadCatalogue(folder)).toThrow(said);
  });

  test.each<[fault: string, file: string, line: string, said: string]>([
    [
      'an alias that means two things in one section',
      'aliases.csv',
      'htx.dissolved,Thành lập mới',
      'aliases.csv: "Thành lập mới" means both htx.new and htx.dissolved in I',
    ],
    ['an alias of a code that is not there', 'aliases.csv', 'htx.moi,Mới', 'aliases.csv: there is no htx.moi'],
    [
      'a spelling of two sectors',
      'sectors.csv',
      'fishery,agri,Ngư nghiệp,NN',
      'sectors.csv: "NN" means both agri and fishery',
    ],
    ['a header of two columns', 'headers.csv', 'plan,Thực hiện', 'headers.csv: "Thực hiện" means both value and plan'],
    [
      'a spelling of two provinces on one map',
      'province-spellings.csv',
      '63,01,Bac Giang',
      'provinces.csv: "Bac Giang" means both 63/24 and 63/01 in 63',
    ],
    [
      'a spelling of a province that is not there',
      'province-spellings.csv',
      '34,02,Hà Giang',
      'province-spellings.csv: there is no 34/02',
    ],
    [
      'an indicator that stands there twice',
      'indicators.csv',
      'htx.new,I,5,Mới,HTX,,0,flow,sum,all,,',
      'indicators.csv: htx.new stands there twice',
    ],
  ])('%s', (_, file, line, said) => {
    append(file, line);
    expect(() => loadCatalogue(folder)).toThrow(CatalogueError);
    expect(() => loadCatalogue(folder)).toThrow(said);
  });

  test('one alias may mean two things in two sections', () => {
    append('aliases.csv', 'tht.count,Tổng số');
    append('aliases.csv', 'lh.count,Tổng số');
    expect(loadCatalogue(folder).indicatorsByLabel('Tổng số', null)).toEqual(['lh.count', 'tht.count']);
  });

  test('whatever is edited gives the catalogue another version', () => {
    const before = loadCatalogue(folder).version;
    expect(loadCatalogue().version).toBe(before);
    append('aliases.csv', 'tht.count,Tổng số');
    expect(loadCatalogue(folder).version).not.toBe(before);
  });
});
