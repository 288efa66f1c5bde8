import type { Catalogue } from '../../schemas/catalogue';
import { excerpt } from '../../schemas/text';
import { type RuleCell, shown } from './cell';

const roles: Readonly<Record<RuleCell['role'], string>> = {
  actual: '',
  plan: 'kế hoạch của ',
  share: 'tỷ trọng của ',
  change: 'mức tăng, giảm của ',
  percent: '% so với năm trước của ',
  plan_percent: '% so với kế hoạch của ',
  before: 'số kỳ trước của ',
};

/** The longest label is a line and a half. */
const longestLabel = 60;

/** `"Tổng vốn điều lệ HTX, Môi trường"`, or `tỷ trọng của "…"`. */
export function nameOf({ role, indicator: { label }, sector }: RuleCell, { sectors }: Catalogue): string {
  const place = sector === 'all' ? '' : `, ${sectors.get(sector)?.label}`;
  const short = label.length > longestLabel ? `${label.slice(0, longestLabel).trim()}…` : label;
  return `${roles[role]}"${excerpt(short)}${place}"`;
}

/** The same among figures of one indicator: `tổng số`, `tỷ trọng của Môi trường`. */
export function partName({ role, sector }: RuleCell, { sectors }: Catalogue): string {
  return `${roles[role]}${sector === 'all' ? 'tổng số' : sectors.get(sector)?.label}`;
}

/** The number with its unit. */
export const amountOf = (cell: RuleCell) => shown(cell.value, cell.unit);
