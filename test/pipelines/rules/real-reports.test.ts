import { readFileSync } from 'node:fs';
import path from 'node:path';
import { noEarlier } from '../../../pipelines/normalise/report';
import { check } from '../../../pipelines/rules';
import { catalogue, report } from '../take-in';
import { inShort } from './checked';

const read = (file: string) => report(readFileSync(path.join(__dirname, '../../../config/reports', file)));
const found = (file: string) => check(read(file), noEarlier, catalogue, []);

/*
 * Reckoned by hand, triệu đồng:
 * 478.756 + 44.500 + 235.920 + 260.648 + 10.850 + 14.640 + 14.640 = 1.059.954, 3.240 more than 1.056.714; 14.640 − 3.240 = 11.400.
 * 11.400 ÷ 1.056.714 = 1,08%, printed 1,1%; 14.640 ÷ 1.056.714 = 1,39%, printed 1,4% for the credit funds.
 * All else holds: 201 + 22 + 116 + 66 + 4 + 5 + 2 = 416 = 326 + 90; 174 + 18 + 68 + 55 + 4 + 5 + 2 = 326; 27 + 4 + 48 + 11 = 90;
 * 1.568 + 169 + 573 + 416 + 46 + 47 + 634 = 3.453; 1.868 + 186 + 785 + 551 + 39 + 58 = 3.487; 166 + 112 = 278; 13 − 6 = 7;
 * 13/25 = 52%, 3/20 = 15%, 37/45 = 82,2%, 19/20 = 95%, 900/950 = 94,7%.
 */
test('Lai Châu 2023: two checks fail, one figure that was copied from the line below explains both', () => {
  const [only, missing, ...others] = found('12_lai-chau_2023-H1.json');
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    rule: 'cell.contradicted',
    nature: 'doubt',
    code: 'htx.charter_capital',
    sector: 'environment',
    at: { pointer: '/rows/49/value' },
    raw: '14.640',
    proposal: { value: '11400', unit: 'triệu đồng' },
  });
  for (const number of ['1.059.954 triệu đồng', '1.056.714 triệu đồng', '1,1%', '1,4%', 'Quỹ tín dụng nhân dân'])
    expect(only?.message).toContain(number);
  expect(missing).toMatchObject({ rule: 'indicator.missing', nature: 'remark', code: 'tht.members' });
});

/*
 * Reckoned by hand. Members: 9.983 + 2.810 + 25.646 = 38.439, the total says 34.066; 1.391 + 273 + 736 + 402 = 2.802, the line
 * above says 2.810: no single figure mends both (34.066 − 9.983 − 25.646 is less than nothing).
 * Capital, tỷ đồng: 840,988 + 1.215,61 + 99,251 = 2.155,849; the total says 2.056,598, which is just 99,251 less: the credit
 * funds were left out. 646,634 + 132,443 + 368,216 + 34,357 = 1.181,65; the line above says 1.215,61.
 * Right are 560 + 289 + 20 = 869; 126 + 30 + 82 + 51 = 289; 27 + 23 = 50; 50/50 = 100%; 4 + 1 = 5.
 */
test('Bắc Giang 2021: four sums do not add up, and one of them says why', () => {
  expect(found('24_bac-giang_2021-H1.csv').map(inShort)).toEqual([
    'figures.contradicted row 19, column 4: 34.066',
    'figures.contradicted row 21, column 4: 2.810',
    'cell.contradicted row 27, column 4: 2.056,598 tỷ đồng → 2155.849 tỷ đồng',
    'figures.contradicted row 30, column 4: 646,634 tỷ đồng',
    'indicator.missing no cell: null',
  ]);
});

test('a figure that is said already to be in another unit is not said again', () => {
  const file = 'config/reports/12_lai-chau_2023-H1.json';
  const text = readFileSync(path.join(__dirname, '../../..', file), 'utf8').replace(
    '"14.640", "share": "1,1%"',
    '"11.400.000", "share": "1,1%"',
  );
  const wrong = report(text);
  const said = wrong.findings.filter(({ rule }) => rule === 'unit.contradicted');
  expect(said).toHaveLength(1);
  expect(check(wrong, noEarlier, catalogue, said).filter(({ code }) => code === 'htx.charter_capital')).toEqual([]);
});
