import * as fc from 'fast-check';
import { vietnameseChange, vietnameseNumber } from '../../../schemas/vietnamese';
import { header } from './audited';

/** A printed table as rows of cells: actual figure, amount and percent against the year before, and against the plan. */
export type Cells = [actual: string, change: string, percent: string, planChange: string, planPercent: string];
export type Table = Map<string, { unit: string; cells: Cells }>;

/** num ÷ den with so many decimals, rounded half away from zero, as a plain decimal. */
export function quotient(num: bigint, den: bigint, decimals: number): string {
  const twice = (2n * abs(num) * 10n ** BigInt(decimals) + abs(den)) / (2n * abs(den));
  return pointed(num < 0n !== den < 0n ? -twice : twice, decimals);
}

/** The same with the digits after them cut off. */
export function cut(num: bigint, den: bigint, decimals: number): string {
  return pointed((num * 10n ** BigInt(decimals)) / den, decimals);
}

/** 12345 with 2 decimals is 123.45. */
export function pointed(digits: bigint, decimals: number): string {
  const text = abs(digits)
    .toString()
    .padStart(decimals + 1, '0');
  const rest = decimals === 0 ? '' : `.${text.slice(-decimals)}`;
  return `${digits < 0n ? '-' : ''}${text.slice(0, text.length - decimals)}${rest}`;
}

const abs = (n: bigint) => (n < 0n ? -n : n);
const percent = (plain: string) => `${vietnameseNumber(plain)}%`;

/** Figures that fit each other, and how much the stocks grew. */
export interface Figures {
  readonly sectors: readonly bigint[];
  readonly founded: bigint;
  readonly dissolved: bigint;
  readonly members: bigint;
  readonly effective: bigint;
  readonly unions: readonly [bigint, bigint];
  /** In triệu đồng. */
  readonly capital: bigint;
  /** In tenths of triệu đồng. */
  readonly income: bigint;
  /** Of the stocks before, in thousandths of themselves now. */
  readonly before: readonly [bigint, bigint, bigint, bigint];
}

const between = (min: bigint, max: bigint) => fc.bigInt({ min, max });
// Growth by 10 to 40 in a hundred either way: no slip of a few points comes out as another slip.
const before = fc.oneof(between(715n, 900n), between(1120n, 1600n));

export const figures: fc.Arbitrary<Figures> = fc.record({
  sectors: fc.array(between(1000n, 9000n), { minLength: 8, maxLength: 8 }),
  founded: between(1800n, 2400n),
  dissolved: between(200n, 800n),
  members: between(800_000n, 9_000_000n),
  effective: between(2300n, 2399n),
  unions: fc.tuple(between(30n, 90n), between(30n, 90n)),
  capital: between(10_000_000n, 60_000_000n),
  income: between(400n, 900n),
  before: fc.tuple(before, before, before, before),
});

/** A table that prints them, every comparison rounded as it should be. */
export function tableOf(from: Figures): Table {
  const table: Table = new Map();
  const count = from.sectors.reduce((sum, each) => sum + each, 0n);
  const countBefore = count - from.founded + from.dissolved;
  const names = ['agri', 'industry', 'construction', 'transport', 'trade_service', 'environment', 'other', 'credit'];
  const [members, effective, capital, income] = from.before.map((share, index) => {
    const now = [from.members, from.effective, from.capital, from.income][index] ?? 0n;
    return (now * share) / 1000n;
  }) as [bigint, bigint, bigint, bigint];
  const effectivePlan = from.effective + 100n;
  const line = (key: string, unit: string, now: bigint, base: bigint | null, plan: bigint | null, decimals = 0) => {
    const compared = (other: bigint | null) =>
      other === null
        ? ['', '']
        : [vietnameseChange(pointed(now - other, decimals)), percent(quotient(now * 100n, other, 1))];
    table.set(key, {
      unit,
      cells: [vietnameseNumber(pointed(now, decimals)), ...compared(base), ...compared(plan)] as Cells,
    });
  };
  line('htx.count all', 'HTX', count, countBefore, null);
  for (const [index, name] of names.entries()) line(`htx.count ${name}`, 'HTX', from.sectors[index] ?? 0n, null, null);
  line('htx.new all', 'HTX', from.founded, (from.founded * 4n) / 3n, from.founded + 500n);
  line('htx.dissolved all', 'HTX', from.dissolved, null, null);
  line('htx.effective all', 'HTX', from.effective, effective, effectivePlan);
  const share = (part: bigint, whole: bigint, decimals: number) => quotient(part * 100n, whole, decimals);
  table.set('htx.effective_share all', {
    unit: '%',
    cells: [
      percent(share(from.effective, count, 1)),
      percent(quotient((from.effective * countBefore - effective * count) * 100n, count * countBefore, 1)),
      percent(quotient(from.effective * countBefore * 100n, count * effective, 1)),
      '',
      '',
    ],
  });
  line('htx.members all', 'người', from.members, members, null);
  line('htx.charter_capital all', 'tỷ đồng', from.capital, capital, null, 3);
  line('htx.labour_income_avg all', 'triệu đồng/năm', from.income, income, null, 1);
  const [farming, others] = from.unions;
  line('lh.count all', 'LHHTX', farming + others, null, null);
  line('lh.count agri', 'LHHTX', farming, null, null);
  line('lh.count non_agri', 'LHHTX', others, null, null);
  return table;
}

export function written(table: Table): string {
  const rows = [...table].map(([key, { unit, cells }]) =>
    [...key.split(' '), unit, ...cells].map((cell) => `"${cell}"`).join(','),
  );
  return `${[header, ...rows].join('\n')}\n`;
}
