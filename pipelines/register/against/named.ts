import { type Locator, placeName } from '../../../schemas/cell';
import { lastDay } from '../../../schemas/period';
import { excerpt } from '../../../schemas/text';
import { vietnameseNumber } from '../../../schemas/vietnamese';
import type { Cause } from './gap';
import type { ListedRow, Sides } from './listed';
import type { Treatment } from './treatment';

/** So many cooperatives are named (and rows of one); of the others the number is. */
const mostNamed = 5;

/**
 * `HTX Tân Tiến (dòng 12 và dòng 240) được tính hai lần`, or `một trong 7 HTX: …` where others explain as much; with the
 * treatments that explain other gaps as well.
 */
export function causeText({ treatments, alternatives }: Cause, also: readonly Treatment[], sides: Sides): string {
  if (alternatives.length === 0) return phrases([...treatments, ...also], sides);
  const all = [...new Set([treatments, ...alternatives].flat())];
  const cooperatives = number(new Set(all.map(({ cooperative }) => cooperative)).size);
  const some = treatments.length === 1 ? 'một' : number(treatments.length);
  const besides = also.length > 0 ? `, cùng với ${phrases(also, sides)}` : '';
  return `${some} trong ${cooperatives} HTX: ${phrases(all, sides)}${besides}`;
}

/** Those alike in one phrase. */
function phrases(treatments: readonly Treatment[], sides: Sides): string {
  const alike = new Map<string, { readonly names: string[]; more: number }>();
  treatments.forEach((treatment, index) => {
    const phrase = phraseOf(treatment, sides);
    const list = alike.get(phrase) ?? { names: [], more: 0 };
    alike.set(phrase, list);
    if (index < mostNamed) list.names.push(nameOf(treatment, sides));
    else list.more += 1;
  });
  return [...alike].map(([phrase, { names, more }]) => `${listOf(names, more)} ${phrase}`).join('; ');
}

function listOf(names: readonly string[], more: number): string {
  const others = more > 0 ? [`${number(more)} HTX khác`] : [];
  return [...(names.length > 0 ? [names.join(', ')] : []), ...others].join(' và ');
}

const number = (count: number) => vietnameseNumber(String(count));

function nameOf({ rows }: Treatment, { register }: Sides): string {
  const [first] = rows;
  const places = rows.slice(0, mostNamed).map(({ at }) => lineOf(at));
  const more = rows.length > mostNamed ? ` và ${rows.length - mostNamed} dòng khác` : '';
  const last = more === '' && places.length > 1 ? ` và ${places.pop()}` : '';
  const file = first.file === register.rows[0]?.file ? '' : ` của tệp "${excerpt(first.file)}"`;
  return `${excerpt(first.name) || 'HTX không ghi tên'} (${places.join(', ')}${last}${more}${file})`;
}

const lineOf = (at: Locator) => ('row' in at ? `dòng ${at.row}` : placeName(at));

function phraseOf({ reason, as, rows }: Treatment, { register, catalogue }: Sides): string {
  const [row] = rows;
  switch (reason) {
    case 'counted_twice':
      return `được tính ${rows.length === 2 ? 'hai' : rows.length} lần`;
    case 'not_in_period': {
      const last = lastDay(register.period).split('-').reverse().join('/');
      return `thành lập sau ngày ${last}, báo cáo ${as === 'new' ? 'tính là thành lập mới' : 'không tính'}`;
    }
    case 'unit':
      return unitPhrase(as);
    case 'dissolved':
      return `${statusNames[row.status ?? 'active']} theo danh sách, báo cáo ${statusIn(row, as)}`;
    case 'no_longer_listed':
      return `có trong danh sách kỳ trước nhưng không còn trong danh sách này, báo cáo ${as === 'dissolved' ? 'tính là giải thể' : 'vẫn tính'}`;
    case 'not_listed_before':
      return 'không có trong danh sách kỳ trước, báo cáo tính là thành lập mới';
    case 'other_sector': {
      const labels = [row.sector, as].map((code) => sectorLabel(code ?? '', catalogue));
      return `ghi lĩnh vực "${labels[0]}" trong danh sách, báo cáo tính vào "${labels[1]}"`;
    }
    case 'without_figure':
      return 'không ghi số này, nên tổng của danh sách còn thiếu';
  }
}

const statusNames = { active: 'đang hoạt động', ceased: 'ngừng hoạt động', dissolved: 'đã giải thể' } as const;

function statusIn({ status }: ListedRow, as: string): string {
  if (as === 'left_out') return 'không tính';
  if (as === 'active' && status === 'dissolved') return 'vẫn tính';
  return `tính là ${as === 'dissolved' ? 'giải thể' : statusNames[as as keyof typeof statusNames]}`;
}

const columnNames: Readonly<Record<string, string>> = {
  charter_capital: 'vốn điều lệ',
  revenue: 'doanh thu',
  profit: 'lợi nhuận',
  labour_income: 'thu nhập bình quân',
};

function unitPhrase(as: string): string {
  const [column = '', power = ''] = as.split(' ');
  const factor = power.endsWith('3') ? '1.000' : '1.000.000';
  return `có lẽ ghi nhầm đơn vị của ${columnNames[column]} (${power.startsWith('-') ? 'gấp' : 'nhỏ hơn'} ${factor} lần)`;
}

const sectorLabel = (code: string, { sectors }: Sides['catalogue']) =>
  [...sectors.values()].find((sector) => sector.code === code)?.label ?? code;
