import type { Indicator } from '../../schemas/catalogue';
import { type Locator, placeName } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import type { RegisterColumn } from '../../schemas/register';
import { excerpt } from '../../schemas/text';
import type { Columns } from './header';
import { type Group, groupNames } from './kinds';
import type { Told } from './tally';

/** An indicator that cannot be had from the register, for some rows do not say what it is made of. */
export interface Open {
  readonly indicator: Indicator;
  readonly group: Group;
  readonly made: readonly RegisterColumn[];
  readonly told: Told;
}

/**
 * What cannot be had from the register for want of some columns. Where all that is wanting could not be read (`unread`), what
 * was found about those cells says so as well, and `note` is for where nothing was.
 */
export interface Wanting {
  readonly columns: readonly RegisterColumn[];
  /** `"Tổng số thành viên HTX"`. */
  readonly what: readonly string[];
  readonly unread: boolean;
  readonly note: Finding;
}

/** One for all indicators that the same columns leave open. */
export function incomplete(open: readonly Open[], columns: Columns): Wanting[] {
  const causes = new Map<string, [Open, ...Open[]]>();
  for (const each of open) {
    const same = causes.get(each.made.join(' '));
    if (same) same.push(each);
    else causes.set(each.made.join(' '), [each]);
  }
  return [...causes.values()].map((all): Wanting => {
    const [{ made, indicator }, ...others] = all;
    const names = made.map((role) => `"${excerpt(columns.get(role)?.header.text ?? '')}"`);
    const groups = all.filter(({ group }, index) => all.findIndex((each) => each.group === group) === index);
    const rows = groups.map((each) => `${each.told.missing} trong ${each.told.rows} ${groupNames[each.group]}`);
    const blank = groups.flatMap((each) => each.told.missingAt);
    const what = [...new Set(all.map((each) => `"${each.indicator.label}"`))];
    const message = `${rows.join(', ')} không ghi (hoặc ghi không đọc được) cột ${names.join(' và cột ')}${examples(blank)}: chưa tính được chỉ tiêu ${what.join(', ')} từ danh sách.`;
    const code = others.length === 0 ? indicator.code : null;
    return {
      columns: made,
      what,
      unread: groups.every(({ told }) => told.missing === told.unread),
      note: { ...note('register.incomplete', blank[0], message), code },
    };
  });
}

/** Some rows do not say their sector, so no sector can be had. */
export function withoutSector(group: Group, told: Told, all: Told | null): Wanting {
  const message = `${told.rows} trong ${all?.rows} ${groupNames[group]} không ghi (hoặc ghi không đọc được) lĩnh vực${examples(told.first ? [told.first] : [])}: chưa tính được số liệu theo lĩnh vực từ danh sách.`;
  return {
    columns: ['sector'],
    what: [`số liệu theo lĩnh vực của ${groupNames[group]}`],
    unread: told.unread === told.rows,
    note: note('register.sectorless', told.first, message),
  };
}

/** A row that may count in any group leaves all of them uncounted. */
export const nothingCounted = (note: Finding): Wanting => ({
  columns: ['type'],
  what: ['mọi chỉ tiêu'],
  unread: true,
  note,
});

function note(rule: string, at: Locator | null = null, message: string): Finding {
  return { rule, nature: 'remark', code: null, sector: null, at, raw: null, message, proposal: null };
}

/** So many places are named. */
const mostNamed = 3;

function examples(places: readonly Locator[]): string {
  const named = places.slice(0, mostNamed).map((at) => ('row' in at ? `dòng ${at.row}` : placeName(at)));
  return named.length === 0 ? '' : ` (ví dụ ${named.join(', ')})`;
}
