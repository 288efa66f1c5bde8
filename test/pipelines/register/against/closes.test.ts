import fc from 'fast-check';
import * as against from '../../../../pipelines/register/against';
import { type Given, lines as linesOf, listed, sides } from './sides';

const sectors = ['agri', 'industry', 'construction', 'transport', 'trade_service'] as const;
/** Each sector, and where a row of it counts. */
const above: Readonly<Record<string, readonly string[]>> = {
  agri: ['all', 'agri'],
  industry: ['all', 'non_agri', 'industry_construction', 'industry'],
  construction: ['all', 'non_agri', 'industry_construction', 'construction'],
  transport: ['all', 'non_agri', 'transport'],
  trade_service: ['all', 'non_agri', 'trade_service'],
  industry_construction: ['all', 'non_agri', 'industry_construction'],
  non_agri: ['all', 'non_agri'],
};

const cooperative = fc.record({
  is: fc.integer({ min: 0, max: 14 }).map(String),
  sector: fc.constantFrom(...sectors),
  status: fc.constantFrom('active', 'active', 'active', 'ceased', 'dissolved', null),
  members: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 12, nil: undefined }),
  capital: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900_000 })),
  founded_on: fc.constantFrom('2001', '2019-05-01', '2021-03', '2021-06-30', '2021-08-01', null),
});
type Row = Pick<against.ListedRow, 'sector' | 'status' | 'members' | 'charter_capital' | 'founded_on'>;

/** The figures of some rows by plain sums: heads, and đồng. */
function figuresOf(rows: readonly Row[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const row of rows)
    for (const sector of above[row.sector ?? ''] ?? []) {
      const add = (name: string, amount: bigint) =>
        sums.set(`htx.${name} ${sector}`, (sums.get(`htx.${name} ${sector}`) ?? 0n) + amount);
      const isNew = row.founded_on?.startsWith('2021') && row.founded_on < '2021-07';
      add('new', isNew ? 1n : 0n);
      if (row.status === 'dissolved') continue;
      add('count', 1n);
      add('active', row.status === 'active' ? 1n : 0n);
      add('ceased', row.status === 'ceased' ? 1n : 0n);
      add('members', BigInt(row.members?.inBase() ?? '0'));
      add('charter_capital', BigInt(row.charter_capital?.inBase() ?? '0'));
    }
  return sums;
}

const written = (sums: ReadonlyMap<string, bigint>) =>
  [...sums].flatMap(([key, sum]) => {
    const [code, sector] = key.split(' ');
    if (code === 'htx.new' && !['all', 'agri', 'non_agri'].includes(sector ?? '')) return [];
    return code === 'htx.charter_capital' ? `${key} ${sum / 1_000_000n} triệu đồng` : `${key} ${sum}`;
  });

/** What the reporter made of each row: kept, left out, or of another status or sector. */
const treated = fc.array(
  fc.tuple(fc.nat(), fc.constantFrom('none', 'out', 'active', 'ceased', 'dissolved', ...sectors)),
  { maxLength: 4 },
);

const given = fc.record({
  rows: fc.array(cooperative, { minLength: 1, maxLength: 20 }),
  before: fc.option(fc.array(cooperative, { maxLength: 12 })),
  treated,
  noise: fc.array(fc.tuple(fc.nat(), fc.integer({ min: -30, max: 30 })), { maxLength: 3 }),
});

function sidesOf({ rows, before, treated, noise }: typeof given extends fc.Arbitrary<infer T> ? T : never) {
  const all: (Row | null)[] = [...listed(rows as Given[])];
  for (const [at, how] of treated) {
    const row = all[at % all.length];
    if (row === null || row === undefined || how === 'none') continue;
    const isSector = (sectors as readonly string[]).includes(how);
    all[at % all.length] = how === 'out' ? null : ({ ...row, [isSector ? 'sector' : 'status']: how } as Row);
  }
  const sums = figuresOf(all.filter((row) => row !== null));
  const keys = [...sums.keys()];
  for (const [at, off] of keys.length === 0 ? [] : noise) {
    const key = keys[at % keys.length] as string;
    const sum = (sums.get(key) ?? 0n) + BigInt(off) * (key.includes('capital') ? 1_000_000n : 1n);
    if (sum >= 0n) sums.set(key, sum);
  }
  return sides(written(sums), rows as Given[], (before as Given[] | null) ?? undefined);
}

function applied(rows: readonly against.ListedRow[], treatments: readonly against.Treatment[]): against.ListedRow[] {
  const all = new Map<against.ListedRow, against.ListedRow | null>(rows.map((row) => [row, row]));
  for (const { from, to } of treatments.flatMap(({ changes }) => changes)) {
    const row = from ?? to;
    if (row === null || (from !== null && !all.has(from))) throw new Error('a change of a row that is not there');
    all.set(row, to);
  }
  return [...all.values()].filter((row) => row !== null);
}

function isClosed(gap: against.Gap, rows: readonly against.ListedRow[]): boolean {
  const { code, sector, amount } = gap.figure;
  const made = figuresOf(rows).get(`${code} ${sector}`) ?? 0n;
  const off = made - BigInt(amount.inBase());
  return code === 'htx.charter_capital' ? off > -1_000_000n && off < 1_000_000n : off === 0n;
}

test('the treatments that explain a gap close it, and those of every other explanation', () => {
  let explained = 0;
  fc.assert(
    fc.property(given, (given) => {
      const { register, ...others } = sidesOf(given);
      for (const gap of against.gaps({ register, ...others })) {
        expect(isClosed(gap, register.rows)).toBe(false);
        const { cause, also } = gap;
        if (cause === null || cause.treatments[0]?.reason === 'without_figure') continue;
        explained += 1;
        expect(isClosed(gap, applied(register.rows, [...cause.treatments, ...also]))).toBe(true);
        for (const treatments of cause.alternatives) {
          const isIt = [treatments, [...treatments, ...also]].some((each) =>
            isClosed(gap, applied(register.rows, each)),
          );
          expect(isIt).toBe(true);
        }
      }
    }),
    { numRuns: 600 },
  );
  expect(explained).toBeGreaterThan(800);
});

test('whose figure is missing does not say it, and the register has too little', () => {
  fc.assert(
    fc.property(given, (given) => {
      for (const { cause, difference, missing, also } of against.gaps(sidesOf(given))) {
        if (cause?.treatments[0]?.reason !== 'without_figure') continue;
        expect(missing).toBeGreaterThan(0);
        if (also.length === 0) expect(difference.isNegative()).toBe(true);
        for (const { rows } of cause.treatments)
          expect([rows[0].members, rows[0].status, rows[0].founded_on]).toContain(null);
      }
    }),
    { numRuns: 300 },
  );
});

test('what the rows make has no gap', () => {
  fc.assert(
    fc.property(given, (given) => {
      expect(linesOf(sidesOf({ ...given, treated: [], noise: [] }))).toEqual([]);
    }),
  );
});

test('one cooperative that stands there twice is all that its gaps are explained by', () => {
  const standing = cooperative.map((row) => ({ ...row, status: 'active', founded_on: '2001' }));
  fc.assert(
    fc.property(fc.array(standing, { maxLength: 20 }), standing, (others, twice) => {
      const once = [...others.map((row, index) => ({ ...row, is: `${index}` })), { ...twice, is: 'twice' }] as Given[];
      const right = figuresOf(listed(once));
      const given = sides(written(right), [...once, { ...twice, is: 'twice' } as Given]);
      for (const { cause, also } of against.gaps(given))
        expect([cause?.treatments.map(({ cooperative }) => cooperative), cause?.alternatives, also]).toEqual([
          ['twice'],
          [],
          [],
        ]);
      expect(against.findings(against.gaps(given), given)).toHaveLength(1);
    }),
  );
});
