import type { Catalogue } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { CooperativeType, RegisterRow } from '../../schemas/register';
import { fold } from '../../schemas/text';
import type { Columns } from './header';

/** What the headings above a row say of it, where the row itself does not: `II. Tổ hợp tác`, `Huyện Yên Dũng`. */
export type Under = Pick<RegisterRow, 'type' | 'sector' | 'district' | 'commune'>;

/** Below no heading. */
export const noHeading: Under = { type: null, sector: null, district: null, commune: null };

/** The headings that a row of the table stands under, one within the other. */
export class Headings {
  /** From the outermost to the innermost; `style`: how it is numbered. */
  #open: { readonly style: string; readonly says: Partial<Under> }[] = [];
  #under = noHeading;

  constructor(
    private readonly columns: Columns,
    private readonly catalogue: Catalogue,
  ) {}

  get under(): Under {
    return this.#under;
  }

  /** Takes a row that is no cooperative; false where it says neither a type nor a sector nor a place. */
  see(cells: readonly Cell[]): boolean {
    const [, style, text] = numbered.exec(this.#textOf(cells)) ?? [];
    const says = saidIn(text ?? '', this.catalogue);
    if (says === null) return false;
    // `B.` ends what stands under `A.`, the third district what stands under the second.
    const key = style === undefined ? Object.keys(says).join(' ') : styleOf(style);
    const same = this.#open.findIndex((each) => each.style === key);
    if (same !== -1) this.#open.length = same;
    this.#open.push({ style: key, says });
    this.#under = Object.assign({ ...noHeading }, ...this.#open.map((each) => each.says));
    return true;
  }

  /** Its number and name; merged cells may have put them anywhere. */
  #textOf(cells: readonly Cell[]): string {
    const own = (['number', 'name'] as const).map((role) =>
      cells[this.columns.get(role)?.index ?? cells.length]?.text.trim(),
    );
    return own.filter(Boolean).join(' ') || (cells.find(({ text }) => text.trim() !== '')?.text.trim() ?? '');
  }
}

const numbered = /^(?:([IVX]+|[A-Za-z]|\d+(?:\.\d+)*)(?:\s*[.)/:-]\s*|\s+))?(.{1,200})$/s;

const styleOf = (number: string) =>
  /^[IVX]+$/.test(number)
    ? 'I'
    : /^\d/.test(number)
      ? `1${number.replace(/\d/g, '')}`
      : /^[A-Z]/.test(number)
        ? 'A'
        : 'a';

/** The type that words name, and nothing else: `Tổ hợp tác`, `QTDND`; null for the name of a cooperative. */
export function typeNamed(text: string, catalogue: Catalogue): CooperativeType | null {
  if (catalogue.sectorOf(text) === 'credit') return 'qtdnd';
  return types[catalogue.sectionOf(text) ?? ''] ?? null;
}

/** Whether words name a place, a sector or a type, which no cooperative is called: `Huyện Yên Dũng`, `Vận tải`; `HTX Vận tải` may be one. */
export function namesGroup(text: string, catalogue: Catalogue): boolean {
  const says = saidIn(text.trim(), catalogue);
  return says !== null && !(says.type && says.sector);
}

/** By the sections of form B01. */
const types: Readonly<Record<string, CooperativeType>> = { I: 'htx', II: 'lhhtx', III: 'tht' };

function saidIn(text: string, catalogue: Catalogue): Partial<Under> | null {
  const key = fold(text);
  if (/^(huyen|quan|thi xa|thanh pho|tp|tx) \S/.test(key)) return { district: text.trim() };
  if (/^(xa|phuong|thi tran|dac khu) \S/.test(key)) return { commune: text.trim() };
  const words = text
    .replace(/^(các|khối|nhóm|loại hình|danh sách)\s+/iu, '')
    .replace(/[\s:.]+$/, '')
    .split(/\s+/);
  for (let length = words.length; length >= 0; length -= 1) {
    const type = typeNamed(words.slice(0, length).join(' '), catalogue);
    const rest = words.slice(length).join(' ');
    const sector = catalogue.sectorOf(rest) ?? catalogue.sectorOf(rest.replace(/^(lĩnh vực|ngành|thuộc)\s+/iu, ''));
    if ((length > 0 && type === null) || (rest !== '' && (sector === null || sector === 'all'))) continue;
    return { ...(type && { type }), ...(sector && { sector }) };
  }
  return null;
}
