import { tenthDigit } from '../../pipelines/register/tax-code';
import { SectorCode } from '../../schemas/codes';
import { decimal } from '../../schemas/decimal';
import { lastDay, type Period } from '../../schemas/period';
import { Quantity } from '../../schemas/quantity';
import type { RegisterRow } from '../../schemas/register';
import type { Cooperative } from './duplicates-cooperatives';
import type { Chance } from './duplicates-world';

/** How a register is kept: one province writes without marks, another shortens every word. */
export interface Habit {
  readonly marks: boolean;
  readonly shortens: number;
  /** Columns that it does not have. */
  readonly lacks: ReadonlySet<string>;
}

const lacking = { tax_code: 0.06, founded_on: 0.08, charter_capital: 0.12, members: 0.06, commune: 0.04, sector: 0.05 };

export const someHabit = (chance: Chance): Habit => ({
  marks: !chance.of(0.08),
  shortens: chance.next(),
  lacks: new Set(Object.entries(lacking).flatMap(([column, share]) => (chance.of(share) ? [column] : []))),
});

const types = {
  htx: ['HTX', 'Hợp tác xã', 'HTX'],
  lhhtx: ['Liên hiệp HTX', 'LHHTX'],
  qtdnd: ['QTDND', 'Quỹ tín dụng nhân dân', 'Quỹ TDND'],
  tht: ['Tổ hợp tác', 'THT'],
};
const shortWorks: Readonly<Record<string, string>> = {
  'Nông nghiệp': 'NN',
  'Dịch vụ': 'DV',
  'Thương mại': 'TM',
  'Sản xuất': 'SX',
  'Kinh doanh': 'KD',
  'Tổng hợp': 'TH',
  'Xây dựng': 'XD',
  'Vận tải': 'VT',
  'Môi trường': 'MT',
};

/** A cooperative as somebody typed it into a register, with the slips that people make. */
export function written(each: Cooperative, period: Period, habit: Habit, chance: Chance, row: number): RegisterRow {
  const all = complete(each, period, habit, chance, row);
  return { ...all, ...Object.fromEntries([...habit.lacks].map((column) => [column, null])) };
}

function complete(each: Cooperative, period: Period, habit: Habit, chance: Chance, row: number): RegisterRow {
  const later = lastDay(period) > '2025-07-01';
  const commune = chance.of(0.06) ? null : slip(later ? each.commune.later : each.commune.name, 0.012, chance);
  return {
    at: { row, column: 1 },
    name: nameOf(each, habit, chance),
    tax_code: each.taxCode === null || chance.of(0.2) ? null : codeOf(each.taxCode, chance),
    type: chance.of(0.02) ? 'htx' : each.type,
    sector: chance.of(0.06) ? null : sectorOf(each, chance),
    district: later || chance.of(0.04) ? null : each.commune.district,
    commune: commune === null ? null : (chance.of(0.6) ? 'Xã ' : '') + (habit.marks ? commune : bare(commune)),
    founded_on: dateOf(each.foundedOn, chance),
    status: 'active',
    members: chance.of(0.06) ? null : Quantity.of(decimal(String(each.members)), people),
    labour: null,
    charter_capital: chance.of(0.1)
      ? null
      : Quantity.of(decimal(String(each.capital * (chance.of(0.01) ? 1000 : 1))), million),
    ...nothing,
  };
}

const people = { name: 'người', dimension: 'count', factor: decimal('1') } as const;
const million = { name: 'triệu đồng', dimension: 'money', factor: decimal('1000000') } as const;
const nothing = {
  revenue: null,
  profit: null,
  labour_income: null,
  hitech: null,
  value_chain: null,
  alliance_member: null,
  rating: null,
  unreadable: [],
} as const;

function nameOf({ type, works, name }: Cooperative, { marks, shortens }: Habit, chance: Chance): string {
  const kept = works.length > 1 && chance.of(0.06) ? works.slice(1) : works;
  const ordered = chance.of(0.05) ? kept.toReversed() : kept;
  const said = ordered.map((work) => (chance.of(shortens) ? (shortWorks[work] ?? work) : work));
  const own = slip(chance.of(0.02) ? other(name, chance) : name, 0.035, chance);
  const text = [chance.pick(types[type]), ...(type === 'qtdnd' || chance.of(0.1) ? [] : said), own].join(' ');
  const cased = chance.of(0.08) ? text.toUpperCase() : text;
  return marks && !chance.of(0.03) ? cased : bare(cased);
}

/** The name with a word more or less. */
const other = (name: string, chance: Chance) =>
  chance.of(0.5)
    ? `${name} ${chance.pick(['Xanh', 'Mới', 'Việt', '1'])}`
    : name.split(' ').slice(0, -1).join(' ') || name;

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

/** Two letters change places, one falls out, comes twice or is another; or marks are the wrong ones. */
function slip(text: string, share: number, chance: Chance): string {
  if (!chance.of(share)) return text;
  const at = 1 + chance.below(Math.max(1, text.length - 2));
  const [before, letter = '', next = '', after] = [text.slice(0, at), text[at], text[at + 1], text.slice(at + 2)];
  const ways = [before + next + letter + after, before + next + after, before + letter + letter + next + after];
  return chance.pick([
    ...ways,
    before + chance.pick([...'nhtcaiou']) + next + after,
    before + bare(letter) + next + after,
  ]);
}

function codeOf(code: string, chance: Chance): string {
  const draw = chance.next();
  const at = chance.below(9);
  const digit = String((Number(code[at]) + 1 + chance.below(9)) % 10);
  const wrong = code.slice(0, at) + digit + code.slice(at + 1);
  // A slip that makes a valid code of another unit.
  if (draw < 0.003) return wrong.slice(0, 9) + (tenthDigit(wrong) ?? '0');
  return draw < 0.015 ? wrong : code;
}

function sectorOf({ works, type }: Cooperative, chance: Chance): SectorCode {
  if (type === 'qtdnd') return SectorCode.parse('credit');
  const codes: Readonly<Record<string, string>> = {
    'Vận tải': 'transport',
    'Xây dựng': 'construction',
    'Môi trường': 'environment',
  };
  const code = works.includes('Nông nghiệp') ? 'agri' : (codes[works[0] ?? ''] ?? 'trade_service');
  return SectorCode.parse(chance.of(0.04) ? 'other' : code);
}

function dateOf(day: string, chance: Chance): string | null {
  const draw = chance.next();
  if (draw < 0.08) return null;
  if (draw < 0.2) return day.slice(0, 4);
  if (draw < 0.24) return day.slice(0, 7);
  if (draw < 0.26) return `${day.slice(0, 4)}-01-01`;
  const [year = '', month = '', of = ''] = day.split('-');
  if (draw < 0.27 && Number(of) <= 12) return `${year}-${of}-${month}`;
  if (draw < 0.28) return `${Number(year) + 1}-${month}-${of}`;
  return draw < 0.29 ? `${year}-${month}-${String(1 + chance.below(28)).padStart(2, '0')}` : day;
}
