import { parse } from 'csv-parse/sync';
import { tableSdmx } from '../../../sinks/exports/table-sdmx';
import { type Figures, published } from './published';

function observations(figures: Readonly<Record<string, Figures>>, period = '2021-Q2', edition: number | null = null) {
  const { whole } = published(figures, { period });
  return parse<Record<string, string>>(tableSdmx(whole, edition), { columns: true, delimiter: ',' });
}

test('an observation a row: its key, then the measure and its attributes', () => {
  const { table } = published({ 'VN htx.count all': ['25454'] }, { sample: true });
  expect(tableSdmx(table, null).split('\r\n').slice(0, 3)).toEqual([
    'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,SECTOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS,REPORTING,EXPECTED,COMMENT_OBS',
    'dataflow,VCA:COLLECTIVE_ECONOMY(1.0.0),I,Q,VN,HTX_COUNT,_T,2021-Q2,25454,NUMBER,0,P,1,63,"SỐ LIỆU MẪU, không phải số liệu chính thức"',
    'dataflow,VCA:COLLECTIVE_ECONOMY(1.0.0),I,Q,VN,HTX_COUNT,AGRI,2021-Q2,,NUMBER,0,O,0,63,',
  ]);
});

test.each([
  ['2021-Q2', 'Q', '2021-Q2'],
  ['2020-Q4', 'A', '2020'],
  ['2013..2018', '_O', '2013-01-01/P6Y'],
])('the period %s is of the frequency %s and written %s', (period, frequency, written) => {
  expect(observations({}, period)[0]).toMatchObject({ FREQ: frequency, TIME_PERIOD: written });
});

test('ids are of the letters that SDMX allows, and no key is there twice', () => {
  const rows = observations({});
  const keys = rows.map(({ REF_AREA, INDICATOR, SECTOR }) => `${REF_AREA} ${INDICATOR} ${SECTOR}`);
  expect(keys.filter((key) => !/^[\w@$-]+ [\w@$-]+ [\w@$-]+$/.test(key))).toEqual([]);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(rows.map(({ REF_AREA }) => REF_AREA))).toContain('VN63_24');
  expect(new Set(rows.map(({ REF_AREA }) => REF_AREA))).toContain('VN8_TB');
});

test('amounts are in the unit that they name; an edition is final', () => {
  const rows = observations({ 'VN htx.charter_capital all': ['44223.592'], 'VN htx.members all': ['0'] }, '2020-Q4', 1);
  const find = (code: string) => rows.find(({ REF_AREA, INDICATOR }) => REF_AREA === 'VN' && INDICATOR === code);
  expect(find('HTX_CHARTER_CAPITAL')).toMatchObject({
    ...{ OBS_VALUE: '44223.592', UNIT_MEASURE: 'VND', UNIT_MULT: '9', OBS_STATUS: 'A' },
  });
  expect(find('HTX_MEMBERS')).toMatchObject({ OBS_VALUE: '0', UNIT_MEASURE: 'PS', UNIT_MULT: '0', OBS_STATUS: 'A' });
  expect(find('HTX_REVENUE_AVG')).toMatchObject({ OBS_VALUE: '', UNIT_MEASURE: 'VND_A', UNIT_MULT: '6' });
  expect(find('HTX_ALLIANCE_MEMBER_SHARE')).toMatchObject({ UNIT_MEASURE: 'PT' });
});
