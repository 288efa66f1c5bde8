import fc from 'fast-check';
import type { Pool } from 'pg';
import { flat, handedIn, processed, row, submitted, tableOf, testWarehouse } from '../setup/warehouse';

let pool: Pool;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
});
afterAll(() => drop());

const count = async (period: string, knownAt: Date | null = null) =>
  row(await tableOf(pool, period, { knownAt }), 'htx.count').actual;
const lines = async (period: string) =>
  (
    await pool.query(
      'select submission, known_from, known_until, code, value_base from observation where period = $1 order by submission, code, known_from',
      [period],
    )
  ).rows;

test('the same bytes again are the same receipt and change nothing', async () => {
  const file = flat('2011-Q1', ['24 htx.count all 10']);
  const first = await submitted(pool, file);
  const before = await lines('2011-Q1');
  const again = await submitted(pool, file);
  expect(again).toMatchObject({ receipt: first.receipt, again: true });
  expect(await lines('2011-Q1')).toEqual(before);
});

test('the same bytes with other options are the same submission', async () => {
  const file = flat('2011-Q2', ['24 htx.count all 10']);
  await submitted(pool, file);
  const before = await lines('2011-Q2');
  const again = await submitted(pool, file, { period: '2011-H1' });
  expect(again.again).toBe(false);
  const { rows } = await pool.query('select status, same_as from submission where receipt = $1', [again.receipt]);
  expect(rows).toEqual([{ status: 'same', same_as: before[0].submission }]);
  const known = (await lines('2011-Q2')).filter(({ known_from, known_until }) => known_from < known_until);
  expect(known).toEqual(before);
});

test('a receipt that is processed twice is loaded once', async () => {
  const { receipt } = await submitted(pool, flat('2011-Q3', ['24 htx.count all 10']));
  const before = await lines('2011-Q3');
  expect(await processed(pool, receipt)).toEqual([]);
  expect(await lines('2011-Q3')).toEqual(before);
});

test('two workers over one receipt at once load it once', async () => {
  const { receipt } = await handedIn(pool, flat('2011-Q4', ['24 htx.count all 10']));
  await Promise.all([processed(pool, receipt), processed(pool, receipt)]);
  expect(await lines('2011-Q4')).toHaveLength(1);
});

test('a later file replaces the whole earlier one, which stays known until then', async () => {
  const first = await submitted(pool, flat('2012-Q1', ['24 htx.count all 10', '24 htx.new all 3']));
  const second = await submitted(pool, flat('2012-Q1', ['24 htx.count all 11']));
  const table = await tableOf(pool, '2012-Q1');
  expect([row(table, 'htx.count').actual, row(table, 'htx.new').actual]).toEqual(['11', null]);
  const earlier = await tableOf(pool, '2012-Q1', { knownAt: new Date(second.at.getTime() - 1) });
  expect([row(earlier, 'htx.count').actual, row(earlier, 'htx.new').actual]).toEqual(['10', '3']);
  expect(await count('2012-Q1', new Date(first.at.getTime() - 1))).toBeNull();
});

test('a file with an earlier document date does not replace one with a later', async () => {
  await submitted(pool, flat('2012-Q2', ['24 htx.count all 10'], { document: '2/BC ngày 20/7/2012' }));
  await submitted(pool, flat('2012-Q2', ['24 htx.count all 9'], { document: '1/BC ngày 10/7/2012' }));
  expect(await count('2012-Q2')).toBe('10');
});

test('one fault in the middle of a load leaves nothing behind', async () => {
  const { receipt } = await handedIn(pool, flat('2012-Q3', ['24 htx.count all 10', '25 htx.count all 11']));
  await pool.query("create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$");
  await pool.query(
    "create trigger refuse before insert on observation for each row when (new.province = '63/25') execute function refuse()",
  );
  await expect(processed(pool, receipt)).rejects.toThrow('no');
  await pool.query('drop trigger refuse on observation');
  expect(await lines('2012-Q3')).toEqual([]);
  expect((await pool.query('select from submission where receipt = $1', [receipt])).rows).toEqual([]);
  await processed(pool, receipt);
  expect(await count('2012-Q3')).toBe('21');
});

test('a file whose report is refused leaves the others of the file alone', async () => {
  const { receipt } = await submitted(pool, flat('2012-Q4', ['24 htx.count all 10', 'Atlantis htx.count all 5']));
  const { rows } = await pool.query(
    'select status, province, said_province from submission where receipt = $1 order by part',
    [receipt],
  );
  expect(rows).toEqual([
    { status: 'loaded', province: '63/24', said_province: null },
    { status: 'refused', province: null, said_province: 'Atlantis' },
  ]);
});

test('any order and repetition of processing ends in the same warehouse', async () => {
  let year = 1900;
  const documents = ['', '1/BC ngày 5/1/2021', '2/BC ngày 6/1/2021', '3/BC ngày 6/1/2021'];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...documents), { minLength: 2, maxLength: 5 }),
      fc.infiniteStream(fc.nat()),
      async (dates, random) => {
        const outcomes: unknown[] = [];
        for (const shuffled of [false, true]) {
          year += 1;
          const period = `${year}-Q1`;
          const receipts: { receipt: number; at: Date }[] = [];
          for (const [index, document] of dates.entries()) {
            const date = document === '' ? {} : { document };
            receipts.push(
              await handedIn(pool, flat(period, [`24 htx.count all ${index + 1}`, `24 htx.c${index} all 1`], date)),
            );
          }
          const order = receipts.map(({ receipt }) => receipt);
          if (shuffled) order.push(...order.filter(() => (random.next().value ?? 0) % 2 === 0));
          if (shuffled) order.sort(() => ((random.next().value ?? 0) % 3) - 1);
          for (const receipt of order) await processed(pool, receipt);
          outcomes.push(await outcome(period, receipts));
        }
        expect(outcomes[1]).toEqual(outcomes[0]);
      },
    ),
    { numRuns: 25 },
  );
});

/** Which of the files stood from when until when, told by their place in the order of receipts. */
async function outcome(period: string, receipts: readonly { receipt: number; at: Date }[]) {
  const place = (moment: unknown) => receipts.findIndex(({ at }) => at.getTime() === (moment as Date)?.getTime?.());
  const rows = await lines(period);
  return rows
    .map((line) => ({
      file: receipts.findIndex(({ receipt }) => line.submission === `${receipt}-1`),
      value: line.value_base,
      from: place(line.known_from),
      until: line.known_until === Number.POSITIVE_INFINITY ? 'now' : place(line.known_until),
    }))
    .sort((a, b) => a.file - b.file || a.from - b.from);
}
