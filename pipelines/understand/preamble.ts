import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { DraftReport } from '../../schemas/draft';
import { fold } from '../../schemas/text';
import { readDate, readPeriod } from '../normalise/period';

/** What the rows above a table say of the report, and the unit that they give for all of it. */
export type Preamble = Omit<DraftReport, 'columns' | 'rows' | 'findings'> & { readonly unit: Cell | null };

/** Rows of `key;value`, or `key: value` in one cell, also in brackets; where these do not say whose and of when it is, the titles. */
export function preambleOf(rows: readonly (readonly Cell[])[], catalogue: Catalogue): Preamble {
  const found = new Map<ColumnRole, Cell>();
  for (const row of rows) {
    const filled = row.filter((cell) => cell.text.trim() !== '');
    for (const [index, cell] of filled.entries()) {
      // Without a table's delimiter to go by, `key;value` stays one cell.
      const inline = /^([^:;]+)[:;]\s*(\S.*)$/s.exec(cell.text.replace(/^\s*[([](.*)[)\]]\s*$/s, '$1'));
      const [key, value] = inline
        ? [inline[1] ?? '', { ...cell, text: inline[2] ?? '' }]
        : [cell.text.replace(/:\s*$/, ''), index === 0 ? filled[1] : undefined];
      if (value === undefined) continue;
      const said = catalogue.columnOf(key);
      // `Đơn vị: Liên minh HTX tỉnh Hưng Yên` is who reports, and no unit.
      const role = said === 'unit' && provinceIn(value, catalogue) !== null ? 'province' : said;
      if (role !== null && !found.has(role)) found.set(role, value);
    }
  }
  const titles = rows.flat().filter(({ text }) => text.trim() !== '' && text.length <= longestTitle);
  for (const [role, cell] of [
    ['province', onlyOne(titles, (title) => provinceIn(title, catalogue))],
    ['period', onlyOne(titles, periodIn)],
    ['as_of', onlyOne(titles, dayIn)],
  ] as const)
    if (cell !== null && !found.has(role)) found.set(role, cell);
  return preambleFrom(found);
}

const longestTitle = 300;

/** The title that says it; null where none does, or two say different things. */
function onlyOne(titles: readonly Cell[], read: (title: Cell) => Cell | null): Cell | null {
  const [first, ...others] = titles.flatMap((title) => read(title) ?? []);
  return first !== undefined && others.every(({ text }) => fold(text) === fold(first.text)) ? first : null;
}

/** `LIÊN MINH HTX TỈNH HƯNG YÊN`, `UBND TỈNH HƯNG YÊN` or `Tỉnh Hưng Yên` at the head of a page. */
function provinceIn(title: Cell, catalogue: Catalogue): Cell | null {
  const named =
    /^(?:danh sách|báo cáo|biểu|tổng hợp|bảng|phụ lục)\s.*?\s((?:tỉnh|thành phố|tp\.?)\s.+?)(?=\s*(?:[,;(–-]|\s(?:quý|năm|cả năm|đến|tính|\d+ tháng)\s|$))/iu;
  const whole = title.text.normalize('NFC').trim();
  const text = (named.exec(whole)?.[1] ?? whole).replace(/^\s*(?:UBND|[ỦU][ỷy] ban nhân dân)\s+/iu, '');
  if (!/^(lien minh|tinh|thanh pho|tp) /.test(fold(text))) return null;
  return (catalogue.provinceOf(text, '63') ?? catalogue.provinceOf(text, '34')) ? { ...title, text } : null;
}

/** `6 tháng đầu năm 2022` by itself, or at the end of what the report is called. */
function periodIn(title: Cell): Cell | null {
  const text = title.text.replace(/[()]/g, ' ').trim();
  if (/^\d{4}$/.test(text)) return null;
  if (readPeriod(text) !== null) return { ...title, text };
  if (!/^(bao cao|bieu|ket qua|tinh hinh|tong hop|danh sach|phu luc) /.test(fold(text))) return null;
  const tail = /((?:quý|q)\s*(?:[ivx]+|\d)|\d+\s*tháng|cả năm|năm)[^,;.]*$/iu.exec(text.normalize('NFC'))?.[0] ?? '';
  return readPeriod(tail) === null ? null : { ...title, text: tail };
}

/** `(Số liệu tính đến 30/6/2021)`. */
function dayIn(title: Cell): Cell | null {
  const day = /\sđến (?:hết )?((?:ngày )?\d{1,2}(?:[/.-]| tháng )\d{1,2}(?:[/.-]| năm )\d{4})/iu;
  const text = day.exec(` ${title.text.normalize('NFC')}`)?.[1];
  return text === undefined || readDate(text) === null ? null : { ...title, text };
}

/** The same from its cells by what they say. */
export function preambleFrom(found: ReadonlyMap<ColumnRole, Cell>): Preamble {
  const cell = (role: ColumnRole) => found.get(role) ?? null;
  return {
    province: cell('province'),
    period: cell('period'),
    asOf: cell('as_of'),
    document: cell('document'),
    form: cell('form'),
    nature: cell('nature'),
    unit: cell('unit'),
  };
}
