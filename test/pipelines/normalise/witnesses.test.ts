import { prepare } from '../../../pipelines/ingest';
import { noEarlier } from '../../../pipelines/normalise/report';
import type { Finding } from '../../../schemas/finding';
import type { Earlier } from '../../../schemas/submission';
import { readFile } from '../../../sources/read';
import { before } from '../rules/checked';
import { annex, catalogue } from '../take-in';

const header = 'TT;Chỉ tiêu;ĐVT;Thực hiện';
/** Sums of money that stand alone: nothing else in the file says how large they should be. */
const fund = (amount: string, unit: string) => [
  'IV;QUỸ HỖ TRỢ PHÁT TRIỂN HTX',
  `1;Tổng nguồn vốn Quỹ;${unit};${amount}`,
];

async function unitsIn(rows: readonly string[], known: Partial<Earlier>): Promise<readonly Finding[]> {
  const ports = { catalogue, read: readFile, earlier: async () => ({ ...noEarlier, ...known }) };
  const [read] = await prepare(Buffer.from(annex(rows, header)), {}, ports);
  return read?.kind === 'prepared' ? read.findings.filter(({ rule }) => rule === 'unit.contradicted') : [];
}
const said = (...periods: readonly (readonly [string, string])[]) =>
  periods.flatMap(([period, value]) => before(period, [`fund.capital all ${value}`]).figures);

test('by its sum alone a fund of 1.900 tỷ is none of the usual ones, and nobody knows better', async () => {
  expect(await unitsIn(fund('90,5', 'tỷ đồng'), {})).toEqual([]);
});

test('the register of the same period is a witness', async () => {
  const rows = (capital: string) => [
    'I;HỢP TÁC XÃ',
    '1;Tổng số HTX;HTX;416',
    `2;Tổng vốn điều lệ HTX;tỷ đồng;${capital}`,
  ];
  const register = before('2020-Q4', ['htx.charter_capital all 35.5']).figures;
  expect(
    await unitsIn(rows('35.501,5'), { register: before('2020-Q4', ['htx.charter_capital all 35400']).figures }),
  ).toEqual([]);
  const [only, ...others] = await unitsIn(rows('35.501,5'), { register });
  expect(others).toEqual([]);
  expect(only).toMatchObject({ raw: '35.501,5', proposal: { value: '35.5015', unit: 'tỷ đồng' } });
  expect(only?.message).toContain('danh sách B02 cùng kỳ cộng được 35,5 tỷ đồng');
});

test('the plan of the year is a witness where the line has none', async () => {
  const plans = before('2020-Q4', ['fund.capital all 1.8']).figures;
  expect(await unitsIn(fund('1,9005', 'tỷ đồng'), { plans })).toEqual([]);
  const [only] = await unitsIn(fund('1.900,5', 'tỷ đồng'), { plans });
  expect(only).toMatchObject({ raw: '1.900,5', proposal: { value: '1.9005' } });
  expect(only?.message).toContain('kế hoạch năm là 1,8 tỷ đồng');
});

describe('what was said for many periods', () => {
  const slipped = said(['2020-Q3', '0.5'], ['2020-Q2', '490'], ['2020-Q1', '480'], ['2019-Q4', '470']);

  test('one slip in it poisons nothing', async () => {
    expect(await unitsIn(fund('501,5', 'tỷ đồng'), { figures: said(['2020-Q3', '0.5']) })).toHaveLength(1);
    expect(await unitsIn(fund('501,5', 'tỷ đồng'), { figures: slipped })).toEqual([]);
    const [only] = await unitsIn(fund('0,5015', 'tỷ đồng'), { figures: slipped });
    expect(only).toMatchObject({ proposal: { value: '501.5', unit: 'tỷ đồng' } });
  });

  test('what adds up within a year is held against the same quarter', async () => {
    const figures = said(['2020-Q3', '61'], ['2020-Q2', '60']).concat(
      ['2020-Q3 0.9', '2020-Q2 0.6', '2020-Q1 0.3', '2019-Q4 1.2', '2019-Q3 0.9', '2018-Q4 1.1'].flatMap((each) => {
        const [period = '', value] = each.split(' ');
        return before(period, [`fund.disbursed all ${value}`]).figures;
      }),
    );
    const [only] = await unitsIn([...fund('61,5', 'tỷ đồng'), '2;Giải ngân cho vay của Quỹ;tỷ đồng;1.250,5'], {
      figures,
    });
    expect(only?.message).toContain('năm 2018 là 1,1 tỷ đồng');
  });
});
