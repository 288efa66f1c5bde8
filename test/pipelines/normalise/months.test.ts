import * as fc from 'fast-check';
import { prepare } from '../../../pipelines/ingest';
import type { Finding } from '../../../schemas/finding';
import { vietnameseNumber } from '../../../schemas/vietnamese';
import { readFile } from '../../../sources/read';
import { before } from '../rules/checked';
import { annex, catalogue } from '../take-in';

const header = 'TT;Chỉ tiêu;ĐVT;Thực hiện;Kế hoạch';
const [monthly, yearly] = ['triệu đồng/người/tháng', 'triệu đồng/người/năm'];

/** What is said of the income in that unit, where the province's last one was so many triệu a year. */
async function said(amount: string, unit: string, last: string | null, plan = ''): Promise<readonly Finding[]> {
  const earlier = before('2019-Q4', last === null ? [] : [`htx.labour_income_avg all ${last}`]);
  const line = `1;Thu nhập bình quân của lao động trong HTX;${unit};${amount};${plan}`;
  const ports = { catalogue, read: readFile, earlier: async () => earlier };
  const [read] = await prepare(Buffer.from(annex(['I;HỢP TÁC XÃ', line], header)), {}, ports);
  if (read?.kind !== 'prepared') throw new Error(read?.sentence);
  return read.findings.filter(({ rule }) => rule === 'unit.contradicted');
}

describe('an income of a year that is said to be of a month', () => {
  test('is told by what the province said last, and the twelfth of what was loaded is proposed', async () => {
    const [only, ...others] = await said('59,7', monthly, '58');
    expect(others).toEqual([]);
    expect(only?.proposal).toMatchObject({ value: '59.7', unit: 'triệu đồng/năm' });
    expect(only?.message).toContain('đọc theo đơn vị đã ghi là 716,4 triệu đồng/năm');
    expect(only?.message).toContain('nếu đó là số của cả năm thì');
    expect(only?.message).toContain('năm 2019 là 58 triệu đồng/năm');
  });

  test('is told by its size alone only far outside what is usual', async () => {
    expect(await said('30', monthly, null)).toEqual([]);
    expect(await said('40', monthly, null)).toMatchObject([{ proposal: { value: '40' } }]);
  });

  test('is one finding with its plan', async () => {
    const [only, ...others] = await said('60', monthly, '58', '62');
    expect(others).toEqual([]);
    expect(only?.message).toContain('Cũng vậy ở dòng 5, cột 5');
  });
});

test('an income of a month that is said to be of a year is told by what the province said last', async () => {
  const [only, ...others] = await said('5', yearly, '58');
  expect(others).toEqual([]);
  expect(only).toMatchObject({ proposal: { value: '60', unit: 'triệu đồng/năm' } });
  expect(only?.message).toContain('nếu đó là số của một tháng thì');
});

test('of an income a month nobody asks whether it is of a month', async () => {
  expect(await said('0,4', monthly, '58')).toEqual([]);
});

const tenths = (low: number, high: number) => fc.integer({ min: low * 10, max: high * 10 });
const income = (tenths: number) => vietnameseNumber((tenths / 10).toFixed(1));

test('near its last income every slip of time is found, and one that is right is never asked about', async () => {
  await fc.assert(
    fc.asyncProperty(tenths(30, 120), fc.integer({ min: 83, max: 120 }), async (year, growth) => {
      const last = ((year / 10) * (growth / 100)).toFixed(3);
      expect(await said(income(year), yearly, last)).toEqual([]);
      expect(await said(income(year), monthly, last)).toHaveLength(1);
      const month = Math.round(year / 12);
      expect(await said(income(month), monthly, last)).toEqual([]);
      expect(await said(income(month), yearly, last)).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});

test('an income that is right is not asked about where nothing was said before', async () => {
  await fc.assert(
    fc.asyncProperty(tenths(2, 30), async (month) => {
      expect(await said(income(month), monthly, null)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
