import type { Catalogue } from '../../schemas/catalogue';
import { fold } from '../../schemas/text';

/** No heading is longer; a cell of a million blanks would keep the patterns busy for hours. */
export const longest = 200;

/** The section that a heading names: `II. LIÊN HIỆP HỢP TÁC XÃ (LHHTX)`, `HỢP TÁC XÃ (tiếp)`; null where it names none. */
export function sectionNamed(heading: string, catalogue: Catalogue): string | null {
  if (heading.length > longest) return null;
  const text = heading
    .replace(/^\s*(phần\s+|mục\s+)?([IVX]+|[A-H])\s*[.):/–-]\s*/i, '')
    .replace(/[\s,–-]*\(?tiếp( theo)?\)?\s*$/i, '');
  const [, name = text, inner] = /^(.*?)\s*\(([^()]*)\)\s*$/.exec(text) ?? [];
  const section = catalogue.sectionOf(name);
  return inner === undefined || catalogue.sectionOf(inner) === section ? section : null;
}

/** The section that is written by its number (`III`) or its name. */
export function sectionWritten(text: string, catalogue: Catalogue): string | null {
  return catalogue.sections.find(({ id }) => id === text.trim())?.id ?? sectionNamed(text, catalogue);
}

/**
 * Where no section is said the unit settles what a label of several sections means: `Thành lập mới` in `LHHTX`. `HTX` is
 * written of unions and groups as well, so below a heading that nobody knows it settles nothing (`surely`).
 */
export function sectionByUnit(label: string, unit: string, surely: boolean, catalogue: Catalogue): string | null {
  const name = catalogue.unitOf(unit)?.unit.name ?? '';
  if (!kinds.includes(name) || (surely && name === 'HTX')) return null;
  return catalogue.indicatorsByLabel(label, null).length > 1 ? catalogue.sectionOf(name) : null;
}

/** `Tổng số` counted in `THT` says `Tổng số THT`; null where the label is no bare total, or the unit names no kind. */
export function totalOf(label: string, unit: string, catalogue: Catalogue): string | null {
  const name = catalogue.unitOf(unit)?.unit.name ?? '';
  return ['tong so', 'tong', 'so luong'].includes(fold(label)) && kinds.includes(name) ? `Tổng số ${name}` : null;
}

/** What the first three sections count. */
const kinds: readonly string[] = ['HTX', 'LHHTX', 'THT'];
