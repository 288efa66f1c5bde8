import { distance } from 'fastest-levenshtein';
import type { Catalogue, Indicator } from '../../schemas/catalogue';
import { type Cell, placeName } from '../../schemas/cell';
import type { SectorCode } from '../../schemas/codes';
import type { DraftRow } from '../../schemas/draft';
import type { Finding } from '../../schemas/finding';
import { excerpt } from '../../schemas/text';

/** Which indicator and sector a line is about, or the finding that says why nobody can tell. Never a guess. */
export function identify(
  row: DraftRow,
  catalogue: Catalogue,
): { indicator: Indicator; sector: SectorCode } | { finding: Finding } {
  const named = row.code ?? row.label;
  const codes = row.code
    ? [...catalogue.indicators.keys()].filter((code) => code === row.code?.text.trim().toLowerCase())
    : catalogue.indicatorsByLabel(row.label?.text ?? '', row.section);
  const indicator = codes.length === 1 && codes[0] ? catalogue.indicators.get(codes[0]) : undefined;
  if (!indicator || (row.code === null && isAnybodys(row, indicator, catalogue)))
    return { finding: unknownIndicator(row, named, codes, catalogue) };

  const written = row.sector;
  const sector =
    written === null ? ('all' as SectorCode) : typeof written === 'string' ? written : catalogue.sectorOf(written.text);
  if (sector === null) return { finding: unknownSector(written as Cell, row.label, indicator, catalogue) };
  if (!indicator.sectors.includes(sector)) return { finding: sectorNotCollected(row, indicator, sector, catalogue) };
  return { indicator, sector };
}

/** `Đang hoạt động` below a heading that nobody knows: of cooperatives, unions or groups, whichever of them the catalogue asks it. */
function isAnybodys({ section, label, unit }: DraftRow, indicator: Indicator, catalogue: Catalogue): boolean {
  if (section !== null || !['I', 'II', 'III'].includes(indicator.section)) return false;
  const says = ` ${catalogue.labelKey(label?.text ?? '')} ${catalogue.labelKey(unit?.text ?? '')} `;
  return !/ (htx|lhhtx|tht) /.test(says);
}

function unknownIndicator(
  row: DraftRow,
  named: Cell | null,
  candidates: readonly string[],
  catalogue: Catalogue,
): Finding {
  const at = named?.at ?? row.value?.at ?? null;
  const raw = named?.text ?? null;
  const where = at === null ? '' : ` (${placeName(at)})`;
  const name = (code: string) => `"${[...catalogue.indicators].find(([key]) => key === code)?.[1].label}" (${code})`;
  const base = { rule: 'label.unknown', nature: 'held' as const, code: null, sector: null, at, raw, proposal: null };
  if (raw === null)
    return { ...base, message: `Dòng có số liệu nhưng không ghi chỉ tiêu${where}; dòng này chưa được nạp.` };
  if (candidates.length > 0) {
    return {
      ...base,
      message: `Chỉ tiêu "${excerpt(raw)}"${where} có thể là ${candidates.map(name).join(' hoặc ')}; hãy ghi rõ mục (I, II, III…) của chỉ tiêu. Dòng này chưa được nạp.`,
    };
  }
  const elsewhere = row.code ? [] : catalogue.indicatorsByLabel(raw, null);
  const near = nearest(row, raw, catalogue).map(name);
  const hint =
    elsewhere.length > 0
      ? `; chỉ tiêu này thuộc mục ${elsewhere.map((code) => catalogue.indicators.get(code)?.section).join(', ')}. Dòng này chưa được nạp: hãy đặt dòng vào đúng mục.`
      : near.length > 0
        ? `; gần nhất là ${near.join(', ')}. Dòng này chưa được nạp: hãy sửa lại tên chỉ tiêu nếu đúng là một trong số đó.`
        : row.code
          ? `. Dòng này chưa được nạp: cột mã cần mã chỉ tiêu (như htx.new)${codeOf(raw, catalogue)}; tên chỉ tiêu thì ghi ở cột "Chỉ tiêu".`
          : '. Dòng này chưa được nạp: hãy ghi tên chỉ tiêu như trong biểu B01.';
  return {
    ...base,
    message: `Không có chỉ tiêu "${excerpt(raw)}"${where} trong ${elsewhere.length > 0 ? 'mục này' : 'danh mục'}${hint}`,
  };
}

/** Of a name in the column of codes, its code. */
function codeOf(name: string, catalogue: Catalogue): string {
  const codes = catalogue.indicatorsByLabel(name, null);
  return codes.length === 0 ? '' : `; mã của chỉ tiêu này là ${codes.join(' hoặc ')}`;
}

/** No label is longer: to the end of a cell of a million letters it is no nearer to any. */
const longest = 200;

/** What takes more edits than this share of its letters is another name. */
const farthest = 0.5;

/** The labels of the section (or codes), at most three: those that hold all its words first, then those that take the fewest edits. */
function nearest(row: DraftRow, raw: string, catalogue: Catalogue): string[] {
  const text = raw.slice(0, longest);
  const key = row.code ? text.trim().toLowerCase() : catalogue.labelKey(text);
  const names = row.code
    ? [...catalogue.indicators.keys()].map((code) => ({ key: code as string, code }))
    : catalogue.labels(row.section);
  const ranked = names
    .map(({ key: name, code }) => ({
      code,
      edits: isPartOf(key, name) ? 0 : distance(key, name),
      most: Math.max(key.length, name.length) * farthest,
    }))
    .filter(({ edits, most }) => edits <= most)
    .sort((a, b) => a.edits - b.edits || (a.code < b.code ? -1 : 1));
  return [...new Set(ranked.map(({ code }) => code))].slice(0, 3);
}

/** All words of `Số HTX là thành viên` stand in `Số HTX là thành viên Liên minh HTX`; fewer than three are in too many. */
function isPartOf(key: string, name: string): boolean {
  const words = key.split(' ');
  const others = new Set(name.split(' '));
  return words.length > 2 && words.every((word) => others.has(word));
}

function unknownSector(written: Cell, label: Cell | null, indicator: Indicator, catalogue: Catalogue): Finding {
  const names = indicator.sectors.map((code) => `"${catalogue.sectors.get(code)?.label}"`);
  const base = {
    rule: 'sector.unknown',
    nature: 'held' as const,
    code: indicator.code,
    sector: null,
    proposal: null,
  };
  const place = { at: written.at, raw: written.text };
  if (label !== null && isBelow(written, label))
    return {
      ...base,
      ...place,
      message: `Dòng "${excerpt(written.text)}" (${placeName(written.at)}) dưới chỉ tiêu "${indicator.label}" không phải là lĩnh vực hay chỉ tiêu nào của biểu; dòng này chưa được nạp.`,
    };
  return {
    ...base,
    ...place,
    message: `Không biết lĩnh vực "${excerpt(written.text)}" (${placeName(written.at)}) của chỉ tiêu "${indicator.label}"; các lĩnh vực được dùng là ${names.join(', ')}. Dòng này chưa được nạp.`,
  };
}

/** In the column of labels: a nested row, where another column would name a sector. */
const isBelow = ({ at }: Cell, label: Cell) => 'row' in at && 'row' in label.at && at.column === label.at.column;

function sectorNotCollected(row: DraftRow, indicator: Indicator, sector: SectorCode, catalogue: Catalogue): Finding {
  const at = row.value?.at ?? row.label?.at ?? null;
  return {
    rule: 'sector.not_collected',
    nature: 'remark',
    code: indicator.code,
    sector,
    at,
    raw: row.value?.text ?? null,
    message: `Chỉ tiêu "${indicator.label}" không thu thập theo lĩnh vực "${catalogue.sectors.get(sector)?.label}" nên số liệu này không được nạp.`,
    proposal: null,
  };
}
