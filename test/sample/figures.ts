/** The sample's underlying figures: for each indicator (or `code/sector`) of a year one number a province, in order. */
import { apportion, averages, combine, factors, minus, plus, sum, times } from './apportion';
import { indicators, national, printedDecimals, sectorFigures, type Year } from './national';
import { knownCooperatives, provinces, regions, relativeSize } from './provinces';

export type Table = Map<string, number[]>;

const EVEN = [0.9, 1.1] as const;
const UNEVEN = [0.6, 1.6] as const;
const HARDLY = [0.96, 1.04] as const;
type Spread = typeof EVEN | typeof UNEVEN | typeof HARDLY;

/** So many members, workers, … for each cooperative, union or group. */
const multiples: Record<string, string> = {
  'htx.members': 'htx.count',
  'htx.labour': 'htx.count',
  'htx.charter_capital': 'htx.count',
  'htx.managers': 'htx.count',
  'lh.members': 'lh.count',
  'lh.labour': 'lh.count',
  'lh.assets': 'lh.count',
  'tht.members': 'tht.count',
  'tht.labour': 'tht.count',
};

/** A part never exceeds its whole in any province. */
export const parts: Record<string, { whole: string; spread: Spread }> = {
  'htx.hitech': { whole: 'htx.count', spread: UNEVEN },
  'htx.value_chain': { whole: 'htx.count', spread: UNEVEN },
  'htx.supported': { whole: 'htx.count', spread: UNEVEN },
  'htx.alliance_member': { whole: 'htx.count', spread: EVEN },
  'htx.new': { whole: 'htx.count', spread: UNEVEN },
  'htx.dissolved': { whole: 'htx.count', spread: UNEVEN },
  'htx.effective': { whole: 'htx.count', spread: EVEN },
  'htx.members_rural_households': { whole: 'htx.members', spread: EVEN },
  'htx.managers_trained': { whole: 'htx.managers', spread: EVEN },
  'htx.managers_degree': { whole: 'htx.managers_trained', spread: EVEN },
  'lh.hitech': { whole: 'lh.count', spread: UNEVEN },
  'lh.alliance_member': { whole: 'lh.count', spread: EVEN },
  'lh.new': { whole: 'lh.count', spread: UNEVEN },
  'lh.effective': { whole: 'lh.count', spread: UNEVEN },
  'tht.registered': { whole: 'tht.count', spread: UNEVEN },
  'tht.new': { whole: 'tht.count', spread: UNEVEN },
  'staff.trained': { whole: 'staff.count', spread: EVEN },
  'staff.degree': { whole: 'staff.count', spread: EVEN },
};

/** The printed groups by sector make 18 fewer than their total; the gap sits in this province, Nghệ An. */
export const provinceWithGroupsGap = '40';

export function column(table: Table, key: string): number[] {
  const found = table.get(key);
  if (!found) throw new Error(`the sample has no figures for ${key}`);
  return found;
}

function printed(key: string, year: Year): number {
  const figure = national(key, year);
  if (figure === undefined) throw new Error(`nothing is printed for ${key} in ${year}`);
  return figure;
}

const vary = (values: number[], name: string, spread: Spread | readonly [number, number]) =>
  times(values, factors(name, values.length, spread));
const ones = provinces.map(() => 1);

/** One for each of the `howMany` largest, nothing for the others. */
function largest(values: number[], howMany: number): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => b.value - a.value || a.i - b.i);
  const chosen = new Set(order.slice(0, howMany).map(({ i }) => i));
  return values.map((_, i) => (chosen.has(i) ? 1 : 0));
}

function cooperativesByRegion(): number[] {
  const size = provinces.map(({ code }) => relativeSize[code] ?? 1);
  const weights = vary(size, 'htx.count', [0.7, 1.5]);
  const known = provinces.map(({ code }) => knownCooperatives[code] ?? 0);
  const byRegion = regions.map(({ region, cooperatives }) => {
    const within = provinces.map((province) => (province.region === region ? 1 : 0));
    const unknown = combine(within, known, (inside, count) => (count > 0 ? 0 : inside));
    const left = cooperatives - sum(times(within, known));
    return plus(times(within, known), apportion(left, times(weights, unknown)));
  });
  return byRegion.reduce(plus);
}

function addSectors(table: Table): void {
  const count = column(table, 'htx.count');
  let left = count;
  for (const [key, total] of Object.entries(sectorFigures)) {
    if (!key.startsWith('htx.count/') || key === 'htx.count/agri') continue;
    const share = apportion(total, vary(count, key, UNEVEN), left);
    table.set(key, share);
    left = minus(left, share);
  }
  table.set('htx.count/agri', left);

  const unions = column(table, 'lh.count');
  table.set('lh.count/agri', apportion(printed('lh.count/agri', 2020), vary(unions, 'lh.agri', UNEVEN), unions));
  table.set('lh.count/non_agri', minus(unions, column(table, 'lh.count/agri')));
}

function addGroups(table: Table): void {
  const size = vary(column(table, 'htx.count'), 'tht.count', [0.4, 1.8]);
  for (const key of ['tht.count/agri', 'tht.count/non_agri'])
    table.set(key, apportion(printed(key, 2020), vary(size, key, UNEVEN)));
  const sectors = plus(column(table, 'tht.count/agri'), column(table, 'tht.count/non_agri'));
  const gap = printed('tht.count', 2020) - sum(sectors);
  table.set(
    'tht.count',
    sectors.map((value, i) => value + (provinces[i]?.code === provinceWithGroupsGap ? gap : 0)),
  );
}

function addAverages(table: Table, year: Year, shape: (code: string) => number[]): void {
  for (const { code, weight } of indicators) {
    const target = national(code, year);
    if (!weight || target === undefined) continue;
    const exact = code === 'staff.outreach_share';
    const spread = exact ? ones.map(() => target) : shape(code);
    table.set(code, exact ? spread : averages(target, printedDecimals(code), column(table, weight), spread));
  }
}

export function figures2020(): Table {
  const table: Table = new Map();
  table.set('htx.count', cooperativesByRegion());
  const appetite = factors('lh.count', provinces.length, [0, 2]);
  table.set('lh.count', apportion(printed('lh.count', 2020), times(appetite, appetite)));
  table.set('staff.count', apportion(printed('staff.count', 2020), vary(ones, 'staff.count', UNEVEN)));
  addSectors(table);
  addGroups(table);
  for (const [key, base] of Object.entries(multiples))
    table.set(key, apportion(printed(key, 2020), vary(column(table, base), key, UNEVEN)));
  for (const [key, { whole, spread }] of Object.entries(parts)) {
    const caps = column(table, whole);
    table.set(key, apportion(printed(key, 2020), vary(caps, key, spread), caps));
  }
  const unionsBefore = minus(column(table, 'lh.count'), column(table, 'lh.new'));
  table.set('lh.dissolved', apportion(printed('lh.dissolved', 2020), largest(unionsBefore, 3)));
  table.set(
    'htx.managers_vocational',
    minus(column(table, 'htx.managers_trained'), column(table, 'htx.managers_degree')),
  );
  table.set('staff.vocational', minus(column(table, 'staff.count'), column(table, 'staff.degree')));
  table.set('fund.established', largest(vary(ones, 'fund', UNEVEN), printed('fund.established', 2020)));
  addAverages(table, 2020, (code) => vary(ones, code, [0.75, 1.3]));
  return table;
}

/**
 * 2019 in the shape of 2020. In nearly every province the cooperatives now are those before plus the new less the
 * dissolved; the printed figures miss that by 491, which four large provinces carry. The printed unions grow by
 * exactly the new ones, so the six dissolved ones contradict the count in the three provinces that report them.
 */
export function figures2019(now: Table): Table {
  const table: Table = new Map();
  const countNow = column(now, 'htx.count');
  const byFlows = plus(minus(countNow, column(now, 'htx.new')), column(now, 'htx.dissolved'));
  const gap = apportion(printed('htx.count', 2019) - sum(byFlows), times(countNow, largest(countNow, 4)));
  table.set('htx.count', plus(byFlows, gap));
  table.set('lh.count', minus(column(now, 'lh.count'), column(now, 'lh.new')));
  table.set(
    'tht.count',
    apportion(printed('tht.count', 2019), vary(column(now, 'tht.count'), 'tht.count 2019', HARDLY)),
  );
  const funds = times(column(now, 'fund.established'), factors('fund 2019', provinces.length, UNEVEN));
  table.set('fund.established', largest(funds, printed('fund.established', 2019)));

  for (const [key, total] of indicators.map(({ code }) => [code, national(code, 2019)] as const)) {
    const whole = parts[key]?.whole ?? (key === 'lh.dissolved' ? 'lh.count' : undefined);
    const base = multiples[key] ?? whole;
    if (total === undefined || base === undefined) continue;
    const caps = whole ? column(table, whole) : undefined;
    const few = key === 'lh.new' || key === 'lh.dissolved';
    const rates = few ? ones : combine(column(now, key), column(now, base), (value, of) => (of > 0 ? value / of : 0));
    const expected = times(rates, column(table, base));
    table.set(key, apportion(total, vary(expected, `${key} 2019`, few ? UNEVEN : HARDLY), caps));
  }
  addAverages(table, 2019, (code) => vary(column(now, code), `${code} 2019`, HARDLY));
  return table;
}

export function figures(): Record<Year, Table> {
  const now = figures2020();
  return { 2019: figures2019(now), 2020: now };
}
