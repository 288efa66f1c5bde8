import type { Indicator } from '../../schemas/catalogue';
import { type Locator, placeName } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import { oneLine } from '../../schemas/text';
import type { Columns } from './header';
import { type Group, groupNames, type Kind } from './kinds';
import type { Told } from './tally';

/** Some rows do not say what the indicator is made of, so it cannot be had from the register. */
export function incomplete(indicator: Indicator, group: Group, kind: Kind, told: Told, columns: Columns): Finding {
  const names = kind.columns.map((role) => `"${oneLine(columns.get(role)?.header.text ?? '')}"`);
  const message = `${told.missing} trong ${told.rows} ${groupNames[group]} không ghi (hoặc ghi không đọc được) cột ${names.join(' và cột ')}${example(told.firstMissing)}: chưa tính được chỉ tiêu "${indicator.label}" từ danh sách.`;
  return { ...note('register.incomplete', told.firstMissing, message), code: indicator.code };
}

/** Some rows do not say their sector, so no sector can be had. */
export function withoutSector(group: Group, told: Told, all: Told | null): Finding {
  const message = `${told.rows} trong ${all?.rows} ${groupNames[group]} không ghi (hoặc ghi không đọc được) lĩnh vực${example(told.first)}: chưa tính được số liệu theo lĩnh vực từ danh sách.`;
  return note('register.sectorless', told.first, message);
}

function note(rule: string, at: Locator | null, message: string): Finding {
  return { rule, severity: 'note', code: null, sector: null, at, raw: null, message, proposal: null };
}

function example(at: Locator | null): string {
  if (at === null) return '';
  return ` (ví dụ ${'row' in at ? `dòng ${at.row}` : placeName(at)})`;
}
