/** One province's report of a year: its figures in the catalogue's order, and how each is written in a cell. */
import Big from 'big.js';
import { column, type Table } from './figures';
import { type Indicator, indicators, sectorFigures } from './national';
import { type Province, provinces } from './provinces';
import type { Style } from './style';

export interface Line {
  indicator: Indicator;
  sector: string;
  value: Big;
}

const nonAgriParts = ['industry', 'construction', 'transport', 'trade_service', 'environment', 'other'];

function sectorLines(table: Table, at: number, indicator: Indicator, withNonAgri: boolean): Line[] {
  const lines: Line[] = [];
  for (const key of Object.keys(sectorFigures)) {
    const [code, sector] = key.split('/');
    if (code === indicator.code && sector && table.has(key))
      lines.push({ indicator, sector, value: Big(column(table, key)[at] ?? 0) });
  }
  const parts = lines.filter(({ sector }) => nonAgriParts.includes(sector));
  if (!withNonAgri || parts.length === 0) return lines;
  const value = parts.reduce((total, part) => total.plus(part.value), Big(0));
  return [...lines.slice(0, 1), { indicator, sector: 'non_agri', value }, ...lines.slice(1)];
}

function headline(table: Table, at: number, { code, of, weight }: Indicator, shares: boolean): Big | undefined {
  const figure = (key: string) => Big(column(table, key)[at] ?? 0);
  if (of) {
    if (!shares || !table.has(of.part) || !table.has(of.whole) || figure(of.whole).eq(0)) return undefined;
    return figure(of.part).times(100).div(figure(of.whole)).round(1, Big.roundHalfUp);
  }
  if (!table.has(code) || (weight && figure(weight).eq(0))) return undefined;
  return figure(code);
}

export function linesOf(table: Table, province: Province, style: Style): Line[] {
  const at = provinces.indexOf(province);
  return indicators.flatMap((indicator) => {
    const value = headline(table, at, indicator, style.shares);
    if (value === undefined) return [];
    return [{ indicator, sector: 'all', value }, ...sectorLines(table, at, indicator, style.nonAgri)];
  });
}

/** The figure in the unit that this province uses: money in tỷ, triệu or nghìn, wages a month where that is exact. */
export function measured({ indicator, value }: Line, style: Style): { value: Big; unit: string } {
  if (indicator.kind === 'money') {
    const factor = { 'tỷ đồng': 0.001, 'triệu đồng': 1, 'nghìn đồng': 1000 }[style.moneyUnit];
    return { value: value.times(factor), unit: style.moneyUnit };
  }
  if (indicator.code === 'htx.labour_income_avg' && value.times(10).mod(6).eq(0))
    return { value: value.div(12), unit: 'triệu đồng/người/tháng' };
  return { value, unit: indicator.unit };
}

function vietnamese(digits: string, thousands: string): string {
  const [whole = '', decimals] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return decimals ? `${grouped},${decimals}` : grouped;
}

/** The cell's text in Vietnamese notation. */
export function written(line: Line, style: Style): string {
  const { value, unit } = measured(line, style);
  const number = (figure: Big, decimals?: number) => vietnamese(figure.toFixed(decimals), style.thousands);
  if (unit === '%') return `${number(value)}%`;
  if (line.indicator.kind === 'average') return number(value, value.eq(value.round(1)) ? 1 : 2);
  if (line.indicator.kind === 'money' && !value.eq(0)) {
    if (style.unitInCell === 'yes') return `${number(value)} ${unit}`;
    if (style.unitInCell === 'words') return inWords(line.value, number);
  }
  return style.twoDigits && value.gt(0) && value.lt(10) ? number(value).padStart(2, '0') : number(value);
}

/** Triệu đồng as people say them: `1 tỷ 250 triệu đồng`. */
function inWords(value: Big, number: (figure: Big) => string): string {
  const rest = value.mod(1000);
  const billions = value.minus(rest).div(1000);
  if (billions.eq(0)) return `${number(rest)} triệu đồng`;
  return rest.eq(0) ? `${number(billions)} tỷ đồng` : `${number(billions)} tỷ ${number(rest)} triệu đồng`;
}
