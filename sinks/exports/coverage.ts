import type { Table } from '../../schemas/table';
import { byArea } from './by-area';

/** How far a table rests on reports: nationally for each indicator and sector, and which provinces gave nothing. */
export interface Coverage {
  readonly rows: readonly {
    readonly tt: string;
    readonly label: string;
    readonly depth: number;
    readonly reporting: number;
    readonly compared: number;
    readonly expected: number;
  }[];
  readonly expected: number;
  /** Names of the provinces without any figure, in the order of the table. */
  readonly silent: readonly string[];
}

/** Of a table with all areas. */
export function coverageOf({ rows }: Table): Coverage {
  const nation = rows.filter(({ area }) => area === 'VN');
  const provinces = byArea(rows.filter(isProvince));
  return {
    rows: nation.map(({ indicator: { section, tt }, shortLabel, depth, reporting, compared, expected }) => ({
      tt: depth > 0 ? '' : tt === '' ? section : `${section}.${tt}`,
      label: shortLabel,
      ...{ depth, reporting, compared, expected },
    })),
    expected: provinces.length,
    silent: provinces
      .filter((own) => own.every(({ actual }) => actual === null))
      .map(([first]) => first?.areaName ?? ''),
  };
}

const isProvince = ({ area }: { readonly area: string }) => area !== 'VN' && !area.includes(':');

/** `Đã có số liệu: 60/63 đơn vị. Chưa có số liệu (3): …`. */
export function coverageText({ expected, silent }: Coverage): string {
  const reported = `Đã có số liệu: ${expected - silent.length}/${expected} đơn vị.`;
  return silent.length === 0 ? reported : `${reported} Chưa có số liệu (${silent.length}): ${silent.join(', ')}.`;
}
