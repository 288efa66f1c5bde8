import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readFile, readText } from '../../../sources/read';
import { workbook } from '../workbook';
import { auditOf, said } from './audited';

const file = path.join(__dirname, '..', '..', 'fixtures', 'audit', 'annex-2020.csv');

/**
 * The annex as printed, gone through by hand. Not here, for the rounding of what is printed explains them:
 * - htx.labour_income_avg 105,2%: 51,3 ÷ 48,8 = 105,12%, but up to 105,24% if both were rounded;
 * - htx.managers_trained_share 96,8% of the plan: 69.254 ÷ 102.158 = 67,791%, and 67,791 ÷ 70 = 96,84%.
 */
const faults = [
  // Founded 2.138 − dissolved 811 = 1.327; 25.454 − 836 + 1.327 would be 25.945 now. The sectors do make 25.454.
  'htx.count all vs_2019_amount flow + 836 → 1327',
  // 25.454 ÷ 24.618 = 103,3959%, rounded 103,4.
  'htx.count all vs_2019_percent cut 103,3% → 103.4',
  // 3.913 ÷ 2.609 = 149,98%.
  'htx.value_chain all vs_2019_percent wrong 152% → 150.0',
  // 65 ÷ 61 = 106,557%. Against the plan 65 ÷ 63 = 103,17%, as printed.
  'htx.supported all vs_2019_percent cut 106,5% → 106.6',
  // 14.254 ÷ 12.983 = 109,79%; 117,0% would need a change of 2.071.
  'htx.effective all vs_2019_percent wrong 117,0% → 109.8',
  // 14.254 ÷ 25.454 = 55,999%; before it was 12.983 ÷ 24.618 = 52,738%: 3,26 points more.
  'htx.effective_share all vs_2019_amount wrong 3,9% → 3.3',
  // 56,0 ÷ (56,0 − 3,9) = 107,48%, anything from 107,4 to 107,6 with the rounding of 3,9; of the counts it would be 106,2%.
  'htx.effective_share all vs_2019_percent wrong 108,6% → 107.5',
  // 93,3% of the plan is 56 ÷ 60,0: 4,0 points less. 56,4 would be 99,3%; a comma moved by one place explains all.
  'htx.effective_share all vs_plan_amount wrong -0,4% → -4.0',
  // 6.560.509 ÷ 6.341.536 = 103,453%.
  'htx.members all vs_2019_percent wrong 105,7% → 103.5',
  // 6.560.509 ÷ 7.558.684 = 86,794%.
  'htx.members all vs_plan_percent wrong 98,6% → 86.8',
  // 5.700.000 − 6.389.681 is less than nothing.
  'htx.members_rural_households all vs_2019_amount wrong 6.389.681 → -689681',
  // 44.223.592 tỷ for 25.454 cooperatives is 1.737 tỷ each. The comparison itself is right: 44.223.592 ÷ 34.637.338 = 127,676%.
  'htx.charter_capital all actual_2020 unit 44.223.592 → 44223.592',
  // 3.600,6 ÷ 4.602,7 = 78,228%, from 78,2269 to 78,2291 with the rounding of both.
  'htx.revenue_avg all vs_2019_percent wrong 78,3% → 78.2',
  // Founded 17 − dissolved 6 = 11.
  'lh.count all vs_2019_amount flow 17 → 11',
  // 102 ÷ 85 = 120,0%.
  'lh.count all vs_2019_percent growth 20,0% → 120.0',
  // 17 ÷ 16 = 106,25%.
  'lh.new all vs_2019_percent wrong 105,9% → 106.3',
  // 17 ÷ 19 = 89,47%; 85% would be of 20, a change of -3. Nothing in the table decides.
  'lh.new all vs_plan_percent wrong 85% → 89.5',
  // 636 ÷ 499 = 127,45%.
  'lh.members all vs_2019_percent wrong 120,0% → 127.5',
  // 22.092 ÷ 17.209 = 128,37%.
  'lh.labour all vs_2019_percent wrong 120,0% → 128.4',
  // 733.813 tỷ for 102 unions is 7.194 tỷ each.
  'lh.assets all actual_2020 unit 733.813 → 733.813',
  // 733.813 ÷ 610.261 = 120,2458%.
  'lh.assets all vs_2019_percent wrong 120,3% → 120.2',
  // 13,2 ÷ 10,2 = 129,41%, from 128,6 to 130,2 with the rounding of both.
  'lh.revenue_avg all vs_2019_percent wrong 126,7% → 129.4',
  // 568,4 ÷ 392,4 = 144,85%.
  'lh.profit_avg all vs_2019_percent wrong 131,8% → 144.9',
  // 50.768 + 68.613 = 119.381.
  'tht.count all actual_2020 sum 119.399 → 119381',
  // 119.399 ÷ 117.399 = 101,7036%.
  'tht.count all vs_2019_percent growth 1,70% → 101.70',
  // 55 ÷ 53 = 103,77%, rounded 104 or 103,8.
  'fund.established all vs_2019_percent cut 103% → 103.8',
  // 1.437 ÷ 1.674 = 85,842%.
  'staff.trained_share all actual_2020 wrong 88,0% → 85.8',
];

test('the annex of 2020: every fault that is in it, and nothing else', () => {
  const audited = auditOf(readText(readFileSync(file)));
  expect(said(audited)).toEqual(faults);
  expect(audited.unusable).toEqual([]);
});

test('as a workbook, below its title, it says the same', async () => {
  const rows = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''));
  const book = await workbook({ Bìa: [['Phụ lục']], 'Phụ lục': [['Kết quả năm 2020'], [], ...rows] });
  expect(said(auditOf(await readFile(book)))).toEqual(faults);
});
