import * as fc from 'fast-check';
import type { Pool } from 'pg';
import { submitted, testWarehouse } from '../setup/warehouse';

let pool: Pool;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
});
afterAll(() => drop());

const register = (period: string, rows: readonly (readonly string[])[]) =>
  JSON.stringify({
    form: 'B02',
    province: '24',
    period,
    rows: rows.map(([name, type, capital]) => ({ name, type, status: 'đang hoạt động', charter_capital: capital })),
  });
const rowsOf = async (receipt: number) =>
  (await pool.query('select * from register_row where submission = $1 order by number', [`${receipt}-1`])).rows;

test('each row is kept as it was understood, with its address', async () => {
  const { receipt } = await submitted(
    pool,
    register('2020', [
      ['HTX Tân Hưng', 'HTX', '1,5 tỷ'],
      ['Tổ rau', 'THT', ''],
    ]),
  );
  expect(await rowsOf(receipt)).toMatchObject([
    {
      province: '63/24',
      number: 1,
      locator: { pointer: '/rows/0' },
      name: 'HTX Tân Hưng',
      type: 'htx',
      status: 'active',
      charter_capital_dong: '1500000000',
      members: null,
      hitech: null,
      unreadable: [],
    },
    { number: 2, name: 'Tổ rau', type: 'tht', charter_capital_dong: null },
  ]);
});

test('what stands in a name is text to the warehouse, whatever it is', async () => {
  const name = fc.oneof(
    fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
    fc.constantFrom('\\.', '\\N', 'a\tb', "'); drop table register_row; --", '"x"', 'a\\b'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 8 }), fc.nat(), async (names, nonce) => {
      const text = register('2019', [
        ...names.map((each) => [`HTX ${each}`, 'HTX', '']),
        [`HTX số ${nonce}`, 'HTX', ''],
      ]);
      const { receipt } = await submitted(pool, text);
      const kept = (await rowsOf(receipt)).map((row) => row.name);
      if (kept.length > 0) expect(kept).toContain(`HTX số ${nonce}`);
      for (const each of kept) expect(typeof each).toBe('string');
      expect(kept.length === 0 || kept.length === names.length + 1).toBe(true);
    }),
    { numRuns: 40 },
  );
});
