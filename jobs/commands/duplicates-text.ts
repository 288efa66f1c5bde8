import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { timeZone } from '../../config/schedules';
import { identity } from '../../config/thresholds';
import { locatorText, placeName } from '../../schemas/cell';
import type { IdentityDecision, RowId, Waterfall } from '../../schemas/identity';
import { excerpt, oneLine } from '../../schemas/text';
import { vietnameseChange } from '../../schemas/vietnamese';
import type { SaidOfPair } from '../../sinks/warehouse/identity/decisions';
import type { ReportedRow } from '../../sinks/warehouse/identity/pairs';
import type { Warehouse } from '../warehouse';
import { provinceName } from '../wording';

export const verdictWords: Readonly<Record<SaidOfPair['verdict'], string>> = {
  same: 'là một',
  different: 'là hai đơn vị khác nhau',
  undo: 'bỏ quyết định trước',
};

/** What two rows are as it stands. */
export const asText = ([one, other]: readonly [ReportedRow, ReportedRow]) =>
  one.cooperative === other.cooperative
    ? `là một đơn vị, mã ${one.cooperative}`
    : `là hai đơn vị, mã ${one.cooperative} và ${other.cooperative}`;

export function decisionText({ rows, verdict, by, why, at }: IdentityDecision): string {
  const day = format(new TZDate(at, timeZone), 'dd/MM/yyyy');
  return `${oneLine(by)} đã quyết định ngày ${day}: ${verdictWords[verdict]} (${oneLine(why)}); về ${rows.join(' và ')}.\n`;
}

export const pairRecord = ({
  cooperatives,
  weight,
  rows,
}: {
  readonly cooperatives: readonly RowId[];
  readonly weight: string;
  readonly rows: readonly ReportedRow[];
}) => ({ cooperatives, weight, rows: rows.map(rowRecord) });

export const rowRecord = ({ scope: _, province, at, ...row }: ReportedRow) => ({
  ...row,
  province: province.slice(3),
  locator: locatorText(at),
});

/** A row with what it says of itself, and where it was reported. */
export function sideText(
  { name, tax_code, commune, district, province, period, file, at }: ReportedRow,
  { catalogue }: Warehouse,
): string {
  const where = [commune, district, provinceName(province, period, catalogue)]
    .filter((place) => place)
    .map((place) => excerpt(place ?? ''));
  const code = tax_code === null ? '' : `, MST ${tax_code}`;
  return `${excerpt(name)}${code}; ${where.join(', ')}; kỳ ${period}, ${oneLine(file)}, ${placeName(at)}`;
}

export function sumText({ weight }: Waterfall): string {
  return `Cộng ${vietnameseChange(weight.toFixed(1))}: ${chanceText(weight)}. Từ ${vietnameseChange(String(identity.sure))} trở lên được nhập làm một; từ ${vietnameseChange(String(identity.unsure))} đến đó chờ người quyết định; dưới nữa là hai đơn vị.`;
}

/** The weight is log2 of the odds. */
export function chanceText(weight: number): string {
  const percent = 100 / (1 + 2 ** -weight);
  const shown = percent >= 99.95 ? '>99,9' : percent < 0.05 ? '<0,1' : percent.toFixed(1).replace('.', ',');
  return `khả năng là một: ${shown}%`;
}
