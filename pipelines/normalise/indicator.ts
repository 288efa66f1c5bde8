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
  if (!indicator) return { finding: unknownIndicator(row, named, codes, catalogue) };

  const written = row.sector;
  const sector =
    written === null ? ('all' as SectorCode) : typeof written === 'string' ? written : catalogue.sectorOf(written.text);
  if (sector === null) return { finding: unknownSector(written as Cell, indicator, catalogue) };
  if (!indicator.sectors.includes(sector)) return { finding: sectorNotCollected(row, indicator, sector, catalogue) };
  return { indicator, sector };
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
  const base = { rule: 'label.unknown', severity: 'error' as const, code: null, sector: null, at, raw, proposal: null };
  if (raw === null)
    return { ...base, message: `Dòng có số liệu nhưng không ghi chỉ tiêu${where}; dòng này chưa được nạp.` };
  if (candidates.length > 1) {
    return {
      ...base,
      message: `Chỉ tiêu "${excerpt(raw)}"${where} có thể là ${candidates.map(name).join(' hoặc ')}; hãy ghi rõ mục (I, II, III…) của chỉ tiêu. Dòng này chưa được nạp.`,
    };
  }
  const near = nearest(row, raw, catalogue).map(name);
  return {
    ...base,
    message: `Không có chỉ tiêu "${excerpt(raw)}"${where} trong danh mục; gần nhất là ${near.join(', ')}. Dòng này chưa được nạp: hãy sửa lại tên chỉ tiêu nếu đúng là một trong số đó.`,
  };
}

/** No label is longer: to the end of a cell of a million letters it is no nearer to any. */
const longest = 200;

/** The three labels of the section (or codes) that take the fewest edits to reach. */
function nearest(row: DraftRow, raw: string, catalogue: Catalogue): string[] {
  const text = raw.slice(0, longest);
  const key = row.code ? text.trim().toLowerCase() : catalogue.labelKey(text);
  const names = row.code
    ? [...catalogue.indicators.keys()].map((code) => ({ key: code as string, code }))
    : catalogue.labels(row.section);
  const ranked = names
    .map(({ key: name, code }) => ({ code, edits: distance(key, name) }))
    .sort((a, b) => a.edits - b.edits || (a.code < b.code ? -1 : 1));
  return [...new Set(ranked.map(({ code }) => code))].slice(0, 3);
}

function unknownSector(written: Cell, indicator: Indicator, catalogue: Catalogue): Finding {
  const names = indicator.sectors.map((code) => `"${catalogue.sectors.get(code)?.label}"`);
  return {
    rule: 'sector.unknown',
    severity: 'error',
    code: indicator.code,
    sector: null,
    at: written.at,
    raw: written.text,
    message: `Không biết lĩnh vực "${excerpt(written.text)}" (${placeName(written.at)}) của chỉ tiêu "${indicator.label}"; các lĩnh vực được dùng là ${names.join(', ')}. Dòng này chưa được nạp.`,
    proposal: null,
  };
}

function sectorNotCollected(row: DraftRow, indicator: Indicator, sector: SectorCode, catalogue: Catalogue): Finding {
  const at = row.value?.at ?? row.label?.at ?? null;
  return {
    rule: 'sector.not_collected',
    severity: 'note',
    code: indicator.code,
    sector,
    at,
    raw: row.value?.text ?? null,
    message: `Chỉ tiêu "${indicator.label}" không thu thập theo lĩnh vực "${catalogue.sectors.get(sector)?.label}" nên số liệu này không được nạp.`,
    proposal: null,
  };
}
