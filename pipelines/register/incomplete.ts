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

/** One note for all indicators that the same columns leave open. */
export function incomplete(open: readonly Open[], columns: Columns): Finding[] {
  const causes = new Map<string, [Open, ...Open[]]>();
  for (const each of open) {
    const same = causes.get(each.made.join(' '));
    if (same) same.push(each);
    else causes.set(each.made.join(' '), [each]);
  }
  return [...causes.values()].map((all) => {
    const [{ made, indicator, told }, ...others] = all;
    const names = made.map((role) => `"${excerpt(columns.get(role)?.header.text ?? '')}"`);
    const groups = all.filter(({ group }, index) => all.findIndex((each) => each.group === group) === index);
    const rows = groups.map((each) => `${each.told.missing} trong ${each.told.rows} ${groupNames[each.group]}`);
    const labels = [...new Set(all.map((each) => `"${each.indicator.label}"`))];
    const message = `${rows.join(', ')} không ghi (hoặc ghi không đọc được) cột ${names.join(' và cột ')}${examples(groups.flatMap((each) => each.told.missingAt))}: chưa tính được chỉ tiêu ${labels.join(', ')} từ danh sách.`;
    return {
      ...note('register.incomplete', told.missingAt[0], message),
      code: others.length === 0 ? indicator.code : null,
    };
  });
}

/** Some rows do not say their sector, so no sector can be had. */
export function withoutSector(group: Group, told: Told, all: Told | null): Finding {
  const message = `${told.rows} trong ${all?.rows} ${groupNames[group]} không ghi (hoặc ghi không đọc được) lĩnh vực${examples(told.first ? [told.first] : [])}: chưa tính được số liệu theo lĩnh vực từ danh sách.`;
  return note('register.sectorless', told.first, message);
}

function note(rule: string, at: Locator | null = null, message: string): Finding {
  return { rule, nature: 'remark', code: null, sector: null, at, raw: null, message, proposal: null };
}

/** So many places are named. */
const mostNamed = 3;

function examples(places: readonly Locator[]): string {
  const named = places.slice(0, mostNamed).map((at) => ('row' in at ? `dòng ${at.row}` : placeName(at)));
  return named.length === 0 ? '' : ` (ví dụ ${named.join(', ')})`;
}
