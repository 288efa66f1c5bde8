import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { timeZone } from '../../config/schedules';
import type { Section } from '../../schemas/catalogue';
import { periodName } from '../../schemas/period';
import type { Table, TableRow } from '../../schemas/table';
import type { PlacedFinding } from '../warehouse/findings';
import { byArea } from './by-area';
import { type PrintedRow, printedRows, sampleMark } from './printed';

/** A table on its way out as an official document. */
export interface Publication {
  /** What is printed. */
  readonly table: Table;
  /** The same with all areas: who has reported is read from it. */
  readonly whole: Table;
  readonly sections: readonly Section[];
  /** Null: a draft. */
  readonly edition: number | null;
  /** When the edition was published, or the draft drawn. */
  readonly at: Date;
  /** What nobody has decided about yet; null where that is not known, as for a table of an earlier moment. */
  readonly findings: readonly NamedFinding[] | null;
}

export type NamedFinding = PlacedFinding & { readonly provinceName: string };

/** The texts of the printed annex, whatever it is printed as. */
export interface Annex {
  readonly title: string;
  readonly periodLine: string;
  readonly place: string;
  /** One for each area that has figures; where none has, the first one without rows. */
  readonly blocks: readonly AnnexBlock[];
}

export interface AnnexBlock {
  readonly area: string;
  readonly name: string;
  /** What the figures are of and how they are known, in brackets under the title. */
  readonly basis: string;
  readonly sample: string | null;
  readonly rows: readonly AnnexRow[];
}

/** A section's heading, or a row of figures under it. */
export type AnnexRow = { readonly heading: string; readonly tt: string } | (PrintedRow & { readonly heading: null });

export const organisation = 'LIÊN MINH HỢP TÁC XÃ VIỆT NAM';
export const country = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const motto = 'Độc lập - Tự do - Hạnh phúc';
export const signers = [
  ['Người lập biểu', '(Ký, ghi rõ họ tên)'],
  ['Người duyệt', '(Ký, ghi rõ họ tên, đóng dấu)'],
] as const;
export const comparisonNote =
  'Ghi chú: Số tăng/giảm và tỷ lệ % so với cùng kỳ chỉ tính các đơn vị có số liệu ở cả hai kỳ; mức tăng/giảm của một tỷ lệ tính bằng điểm phần trăm.';

/** The two rows of the head, above one another; a column without a lower name is one cell. */
export const annexHead: readonly { readonly upper: string; readonly lower: readonly string[] }[] = [
  { upper: 'TT', lower: [] },
  { upper: 'Chỉ tiêu', lower: [] },
  { upper: 'ĐVT', lower: [] },
  { upper: 'Thực hiện', lower: [] },
  { upper: 'So với cùng kỳ năm trước', lower: ['Tăng/giảm', '%'] },
  { upper: 'So với kế hoạch năm', lower: ['Kế hoạch', 'Tăng/giảm', '%'] },
  { upper: 'Số đơn vị báo cáo', lower: [] },
];

export function annexOf(publication: Publication): Annex {
  const { table, edition, at } = publication;
  const areas = byArea(table.rows);
  const known = areas.filter((rows) => rows.some((row) => row.actual !== null));
  const shown = known.length > 0 ? known : areas.slice(0, 1).map((rows) => rows.slice(0, 1));
  return {
    title: 'TỔNG HỢP TÌNH HÌNH KINH TẾ TẬP THỂ, HỢP TÁC XÃ',
    periodLine: periodName(table.period).toUpperCase(),
    place: edition === null ? 'Hà Nội, ngày … tháng … năm …' : `Hà Nội, ${dayInWords(at)}`,
    blocks: shown.map((rows) => ({
      area: rows[0]?.area ?? '',
      name: rows[0]?.areaName ?? '',
      basis: `(${rows[0]?.areaName ?? ''}; địa giới ${table.map} tỉnh, thành phố; ${standing(publication)})`,
      sample: rows.some(({ sample }) => sample) ? sampleMark : null,
      rows: annexRows(rows, publication.sections),
    })),
  };
}

/** `bang-tong-hop-2021-Q2-63-tinh-an-ban-1.xlsx`: period, map, area where it is not the nation, edition or draft. */
export function fileName({ table, edition }: Publication, area: string, extension: string): string {
  const where = area === 'VN' ? '' : `-${area.replace(/[^A-Za-z0-9-]/g, '-')}`;
  const which = edition === null ? 'du-thao' : `an-ban-${edition}`;
  return `bang-tong-hop-${table.period.replace('..', '-')}-${table.map}-tinh${where}-${which}.${extension}`;
}

function standing({ table, edition, at }: Publication): string {
  if (edition !== null) return `ấn bản số ${edition}, công bố ${local(at, 'dd/MM/yyyy')}`;
  return `bản dự thảo, theo số liệu đã nhận đến ${local(table.knownAt ?? at, 'HH:mm dd/MM/yyyy')}`;
}

const local = (moment: Date, pattern: string) => format(new TZDate(moment, timeZone), pattern);

/** A nought before days under 10 and the first two months, so that nobody can write a digit in front. */
function dayInWords(moment: Date): string {
  const month = Number(local(moment, 'M'));
  return `ngày ${local(moment, 'dd')} tháng ${month <= 2 ? `0${month}` : month} năm ${local(moment, 'yyyy')}`;
}

function annexRows(rows: readonly TableRow[], sections: readonly Section[]): AnnexRow[] {
  return sections.flatMap(({ id, label }): AnnexRow[] => {
    const printed = printedRows(rows.filter(({ indicator }) => indicator.section === id));
    if (printed.length === 0) return [];
    // Under its section's heading an indicator needs its own number only.
    const numbered = printed.map((row) => ({ ...row, tt: row.tt.replace(`${id}.`, ''), heading: null }));
    return [{ heading: label, tt: id }, ...numbered];
  });
}
