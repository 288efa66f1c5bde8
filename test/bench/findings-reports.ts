import type { Chance } from './duplicates-world';

/** A figure of a made-up report: what it is in the unit of its line, and how it is printed. */
export interface MadeCell {
  readonly code: string;
  readonly sector: string;
  readonly what: 'value' | 'plan' | 'share' | 'change' | 'plan_percent';
  readonly unit: string;
  /** Plain, as it is printed. */
  readonly number: string;
}

/** A report of which every rule holds: built from its smallest parts, rounded only when it is printed. */
export type MadeReport = readonly MadeCell[];

const leaves = ['agri', 'industry', 'construction', 'transport', 'trade_service', 'environment', 'other', 'credit'];
const tree: Readonly<Record<string, readonly string[]>> = {
  all: leaves,
  non_agri: leaves.slice(1, -1),
  industry_construction: ['industry', 'construction'],
};

/** Money in triệu, in tỷ with all its digits, and in tỷ rounded to one. */
const moneys = [
  { unit: 'triệu đồng', decimals: 0, factor: 1 },
  { unit: 'tỷ đồng', decimals: 3, factor: 1000 },
  { unit: 'tỷ đồng', decimals: 1, factor: 1000 },
];

export function consistentReport(chance: Chance, province: number): MadeReport {
  const cells: MadeCell[] = [];
  const between = (low: number, high: number) => low + Math.floor(chance.next() * (high - low + 1));
  const named = leaves.filter((leaf) => leaf === 'agri' || chance.next() < 0.9);
  const sectors = ['all', 'agri', 'non_agri', 'industry_construction', ...named.slice(1)].filter(
    (sector) => named.includes(sector) || tree[sector]?.some((leaf) => named.includes(leaf)),
  );
  const made = (of: (leaf: string) => number) => {
    const at = new Map(named.map((leaf) => [leaf, of(leaf)]));
    return (sector: string) => (tree[sector] ?? [sector]).reduce((sum, leaf) => sum + (at.get(leaf) ?? 0), 0);
  };
  const active = made((leaf) => between(leaf === 'agri' ? 80 : 6, leaf === 'agri' ? 700 : 90));
  const ceased = made(() => between(0, 25));
  const count = (sector: string) => active(sector) + ceased(sector);
  const members = made((leaf) => count(leaf) * between(8, 90) + between(0, 9));
  const labour = made((leaf) => Math.floor(members(leaf) * (0.3 + chance.next() * 0.6)));
  const capital = made((leaf) => count(leaf) * between(500, 4000) + between(0, 999));
  const put = (
    code: string,
    sector: string,
    unit: string,
    number: number,
    decimals = 0,
    what: MadeCell['what'] = 'value',
  ) => cells.push({ code, sector, what, unit, number: number.toFixed(decimals) });
  const { unit, decimals, factor } = moneys[province % moneys.length] as (typeof moneys)[number];
  const [founded, dissolved] = [between(5, 60), between(0, 20)];
  for (const sector of sectors) {
    put('htx.count', sector, 'HTX', count(sector));
    if (sector === 'all') put('htx.count', sector, 'HTX', founded - dissolved, 0, 'change');
    else put('htx.count', sector, '%', (100 * count(sector)) / count('all'), 1, 'share');
  }
  for (const sector of sectors) put('htx.active', sector, 'HTX', active(sector));
  for (const sector of sectors) put('htx.ceased', sector, 'HTX', ceased(sector));
  put('htx.new', 'all', 'HTX', founded);
  const plan = between(20, 70);
  put('htx.new', 'all', 'HTX', plan, 0, 'plan');
  put('htx.new', 'all', '%', (100 * founded) / plan, 1, 'plan_percent');
  put('htx.dissolved', 'all', 'HTX', dissolved);
  for (const sector of sectors) put('htx.members', sector, 'người', members(sector));
  for (const sector of sectors) put('htx.labour', sector, 'người', labour(sector));
  for (const sector of sectors) {
    put('htx.charter_capital', sector, unit, capital(sector) / factor, decimals);
    if (sector !== 'all') put('htx.charter_capital', sector, '%', (100 * capital(sector)) / capital('all'), 1, 'share');
  }
  const member = between(Math.ceil(count('all') / 3), count('all'));
  put('htx.alliance_member', 'all', 'HTX', member);
  put('htx.alliance_member_share', 'all', '%', (100 * member) / count('all'), 1);
  const [lh, tht] = [between(1, 9), between(100, 900)];
  put('lh.count', 'all', 'LHHTX', lh);
  put('tht.count', 'all', 'THT', tht);
  put('tht.members', 'all', 'thành viên', tht * between(5, 20));
  return cells;
}

/** The report as CSV, one line a figure, and each cell's row and column. */
export function written(report: MadeReport, province: string): { csv: string; at: ReadonlyMap<MadeCell, string> } {
  const columns = ['code', 'sector', 'unit', 'value', 'plan', 'change', 'plan_percent', 'share'];
  const head = [`Đơn vị báo cáo;${province}`, 'Kỳ báo cáo;Năm 2020'];
  const header = 'code;Lĩnh vực;Đơn vị tính;Thực hiện;Kế hoạch;So với năm trước;% so với kế hoạch;Tỷ trọng';
  const rows = new Map<string, string[]>();
  const at = new Map<MadeCell, string>();
  for (const cell of report) {
    const key = `${cell.code} ${cell.sector}`;
    const row = rows.get(key) ?? [cell.code, cell.sector, cell.unit, '', '', '', '', ''];
    rows.set(key, row);
    const column = columns.indexOf(cell.what);
    row[column] = vietnamese(cell.number, cell.what);
    at.set(cell, `row ${head.length + 1 + [...rows.keys()].indexOf(key) + 1}, column ${column + 1}`);
  }
  return { csv: [...head, header, ...[...rows.values()].map((row) => row.join(';')), ''].join('\n'), at };
}

function vietnamese(number: string, what: MadeCell['what']): string {
  const [whole = '', rest] = number.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const sign = what === 'change' && !number.startsWith('-') ? '+' : '';
  return `${sign}${grouped}${rest === undefined ? '' : `,${rest}`}${what.endsWith('share') || what === 'plan_percent' ? '%' : ''}`;
}
