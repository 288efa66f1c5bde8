import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { registersIn } from '../../../pipelines/register/registers';
import { catalogue } from './written';

const config = path.join(__dirname, '..', '..', '..', 'config');
const spelt = (file: string, place: (row: string[]) => [string, string[]]) => {
  const all = new Map<string, string[]>();
  for (const line of readFileSync(path.join(config, file), 'utf8').trim().split('\n').slice(1)) {
    const [key, names] = place(
      line.includes('"') ? line.split(/,(?=")/).map((each) => each.replaceAll('"', '')) : line.split(','),
    );
    all.set(key, [...(all.get(key) ?? []), ...names]);
  }
  return (key: string) => fc.constantFrom(...(all.get(key) ?? []));
};
const headerOf = spelt('register-headers.csv', ([role = '', header = '']) => [role, [header]]);
const wordOf = spelt('register-values.csv', ([column, value, names = '']) => [`${column} ${value}`, names.split('|')]);

/** A cooperative as it is: people by heads, money in thousand đồng, an income by the month. */
const cooperative = fc.record({
  type: fc.constantFrom('htx', 'lhhtx', 'qtdnd', 'tht'),
  sector: fc.constantFrom('agri', 'industry', 'construction', 'transport', 'trade_service', 'environment', 'other'),
  status: fc.constantFrom('active', 'active', 'ceased', 'dissolved'),
  year: fc.integer({ min: 1990, max: 2021 }),
  members: fc.integer({ min: 0, max: 30_000 }),
  labour: fc.integer({ min: 0, max: 3_000 }),
  // Of a size that nobody doubts.
  charter_capital: fc.oneof(fc.constant(0), fc.integer({ min: 50_000, max: 50_000_000 })),
  profit: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 3_000, max: 900_000 }),
    fc.integer({ min: -900_000, max: -3_000 }),
  ),
  labour_income: fc.oneof(fc.constant(0), fc.integer({ min: 500, max: 50_000 })),
});
type Cooperative = typeof cooperative extends fc.Arbitrary<infer T> ? T : never;

const moneyUnits = { 'nghìn đồng': 0, 'triệu đồng': 3, 'tỷ đồng': 6 } as const;
const notations = { vi: ['.', ','], spaced: [' ', ','], bare: ['', ','], en: [',', '.'] } as const;

/** Thousand đồng as so many of a unit, in a notation, with all its decimals or none of the zeros at their end. */
function written(
  amount: number,
  unit: keyof typeof moneyUnits,
  notation: keyof typeof notations,
  whole: boolean,
): string {
  const [thousands, point] = notations[notation];
  const digits = String(Math.abs(amount)).padStart(moneyUnits[unit] + 1, '0');
  const cut = digits.length - moneyUnits[unit];
  const rest = whole ? digits.slice(cut) : digits.slice(cut).replace(/0+$/, '');
  const grouped = digits.slice(0, cut).replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${amount < 0 ? '-' : ''}${grouped}${rest === '' ? '' : point + rest}`;
}

const sectorOf = ({ type, sector }: Cooperative) => (type === 'qtdnd' ? 'credit' : sector);
const isUnder = (sector: string, node: string): boolean =>
  sector === node ||
  [...catalogue.sectors.values()].some(
    (each) => each.code === sector && each.parent !== null && isUnder(each.parent, node),
  );

/** The indicators by plain sums: numbers of heads and of đồng (a million times a mean). */
function sums(all: readonly Cooperative[]): Map<string, string> {
  const expected = new Map<string, string>();
  for (const [group, types] of [
    ['htx', ['htx', 'qtdnd']],
    ['lh', ['lhhtx']],
    ['tht', ['tht']],
  ] as const) {
    const own = all.filter(({ type }) => (types as readonly string[]).includes(type));
    for (const { code, sectors } of own.length === 0 ? [] : catalogue.indicators.values())
      for (const sector of code.startsWith(`${group}.`) ? sectors : []) {
        const there = own.filter((each) => isUnder(sectorOf(each), sector));
        const figure = figureOf(code.slice(group.length + 1), there);
        if (figure !== null) expected.set(`${code} ${sector}`, figure);
      }
  }
  return expected;
}

function figureOf(name: string, there: readonly Cooperative[]): string | null {
  const standing = there.filter(({ status }) => status !== 'dissolved');
  const sum = (of: (each: Cooperative) => number) => standing.reduce((total, each) => total + BigInt(of(each)), 0n);
  if (name === 'count') return String(standing.length);
  if (name === 'active' || name === 'ceased') return String(standing.filter(({ status }) => status === name).length);
  if (name === 'new') return String(there.filter(({ year }) => year === 2021).length);
  if (name === 'members' || name === 'labour') return String(sum((each) => each[name]));
  if (name === 'charter_capital') return String(sum((each) => each.charter_capital) * 1000n);
  if (name === 'profit_avg') return mean(sum((each) => each.profit) * 1000n, BigInt(standing.length));
  if (name === 'labour_income_avg')
    return mean(
      sum((each) => each.labour_income * each.labour) * 12_000n,
      sum((each) => each.labour),
    );
  return null;
}

/** Half away from zero, to a millionth. */
function mean(num: bigint, den: bigint): string | null {
  if (den === 0n) return null;
  const twice = ((num < 0n ? -num : num) * 2_000_000n + den) / (2n * den);
  const digits = String(twice).padStart(7, '0');
  const text = `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
  return num < 0n && twice !== 0n ? `-${text}` : text;
}

const file = fc.record({
  all: fc.array(cooperative, { minLength: 1, maxLength: 25 }),
  notation: fc.constantFrom(...(Object.keys(notations) as (keyof typeof notations)[])),
  unit: fc.constantFrom(...(Object.keys(moneyUnits) as (keyof typeof moneyUnits)[])),
  /** Where the unit of money stands. */
  said: fc.constantFrom('header', 'preamble', 'cell'),
  zeros: fc.boolean(),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { minLength: 11 }),
  page: fc.integer({ min: 1, max: 30 }),
  headers: fc.tuple(
    ...[
      'number',
      'name',
      'type',
      'sector',
      'founded_on',
      'status',
      'members',
      'labour',
      'charter_capital',
      'profit',
      'labour_income',
    ].map(headerOf),
  ),
  words: fc.record({
    htx: wordOf('type htx'),
    lhhtx: wordOf('type lhhtx'),
    qtdnd: wordOf('type qtdnd'),
    tht: wordOf('type tht'),
    active: wordOf('status active'),
    ceased: wordOf('status ceased'),
    dissolved: wordOf('status dissolved'),
  }),
});

test('whatever the notation, unit, spelling and order, the figures are the plain sums', () => {
  fc.assert(
    fc.property(file, ({ all, notation, unit, said, zeros, order, page, headers, words }) => {
      const money = (amount: number) => `${written(amount, unit, notation, zeros)}${said === 'cell' ? ` ${unit}` : ''}`;
      // One number that reads one way only, as every longer register has: the notation of the others is known by it.
      const sure = { ...(all[0] as Cooperative), profit: 3_500 };
      const cooperatives = [sure, ...all];
      const sureProfit = `${notations[notation][1] === ',' ? '3,5' : '3.5'} triệu`;
      const people = (count: number) => written(count, 'nghìn đồng', notation, zeros);
      const names = headers.map((name, index) => {
        const income = index === 10 ? '/tháng' : '';
        return `${name}${income}${index >= 8 && said === 'header' ? ` (${unit})` : ''}`;
      });
      const lines = cooperatives.map((each, index) => [
        String(index + 1),
        `Tân Hưng ${index}`,
        words[each.type as 'htx'],
        catalogue.sectors.get(sectorOf(each) as never)?.label ?? '',
        String(each.year),
        words[each.status as 'active'],
        people(each.members),
        people(each.labour),
        money(each.charter_capital),
        index === 0 ? sureProfit : money(each.profit),
        money(each.labour_income),
      ]);
      const body = lines.flatMap((line, index) => (index % page === page - 1 ? [line, names] : [line]));
      const preamble = [
        ['Đơn vị báo cáo', 'Bắc Giang'],
        ['Kỳ báo cáo', 'Năm 2021'],
        ...(said === 'preamble' ? [['Đơn vị tính', unit]] : []),
      ];
      const shuffled = [names, ...body].map((line) => order.map((column) => line[column] ?? ''));
      const rows = [...preamble, ...shuffled].map((texts, row) =>
        texts.map((text, column) => ({ text, literal: false, at: { row: row + 1, column: column + 1 } })),
      );
      const [read] = registersIn({ kind: 'grid', rows }, {}, catalogue) ?? [];
      if (read?.kind !== 'prepared') throw new Error(read?.sentence ?? 'no register');
      expect(read.findings).toEqual([]);
      expect(
        new Map(read.observations.map(({ code, sector, amount }) => [`${code} ${sector}`, amount.inBase()])),
      ).toEqual(sums(cooperatives));
    }),
    { numRuns: 300 },
  );
});
