import { stringify } from 'csv-stringify/sync';
import type { Settings } from '../../config/settings';
import * as against from '../../pipelines/register/against';
import { merged } from '../../pipelines/register/identity';
import type { Indicator } from '../../schemas/catalogue';
import { locatorText } from '../../schemas/cell';
import { gsoCode, type ProvinceId } from '../../schemas/codes';
import type { RowId } from '../../schemas/identity';
import { mapOf, type Period } from '../../schemas/period';
import { type BothForms, bothForms, sidesOf } from '../../sinks/warehouse/against';
import {
  type CooperativeRow,
  cooperativeRows,
  provincesListed,
  registerLines,
} from '../../sinks/warehouse/identity/registers';
import { withWarehouse } from '../system';
import { identifyAll } from '../tasks/identify';
import type { Warehouse } from '../warehouse';
import { provinceName } from '../wording';
import { periodOf, provinceOf } from './arguments';

/** The columns that scripts hold on to. New ones go to the end. */
const columns = ['cooperative', 'province', 'period', 'file', 'row', 'name', 'tax_code', 'status'] as const;

/** The register as resolved: one line for each row that was reported, with the cooperative that it is. */
export async function register(
  options: {
    readonly period: string;
    readonly province?: string;
    readonly against?: boolean;
    readonly merged?: boolean;
    readonly format: 'csv' | 'json';
  },
  settings: Settings,
): Promise<number> {
  const period = periodOf(options.period);
  return withWarehouse(settings, async (warehouse) => {
    const province =
      options.province === undefined ? null : provinceOf(options.province, mapOf(period), warehouse.catalogue);
    await identifyAll(warehouse);
    if (options.against) {
      const compared = await bothForms(warehouse.pool, period, province);
      const out = options.format === 'json' ? gapsJson : gapsText;
      process.stdout.write(await out(warehouse, period, compared));
      return 0;
    }
    const lines = options.merged
      ? await mergedLines(warehouse, period, province)
      : await registerLines(warehouse.pool, period, province);
    process.stdout.write(
      options.format === 'json'
        ? `${JSON.stringify(lines, null, 1)}\n`
        : stringify(lines, { header: true, columns: [...(options.merged ? mergedColumns : columns)] }),
    );
    return 0;
  });
}

const mergedColumns = [
  ...(['cooperative', 'province', 'period', 'name', 'tax_code', 'type', 'sector', 'district', 'commune'] as const),
  ...(['founded_on', 'status', 'members', 'labour', 'charter_capital_dong', 'rows'] as const),
] as const;

/** One line for each cooperative that stands in the period's registers, as all its rows together say. */
async function mergedLines({ pool }: Warehouse, period: Period, province: ProvinceId | null) {
  const lines = [];
  for (const each of province === null ? await provincesListed(pool, period) : [province]) {
    const rowsOf = new Map<RowId, CooperativeRow[]>();
    for (const row of await cooperativeRows(pool, period, each))
      rowsOf.set(row.cooperative, [...(rowsOf.get(row.cooperative) ?? []), row]);
    for (const [cooperative, own] of rowsOf) {
      const { name, tax_code, type, sector, district, commune, founded_on, status, ...sizes } = merged(
        own as [CooperativeRow, ...CooperativeRow[]],
      );
      lines.push({
        ...{ cooperative, province: gsoCode(each), period, name, tax_code, type, sector, district, commune },
        ...{ founded_on, status, members: sizes.members?.inBase() ?? null, labour: sizes.labour?.inBase() ?? null },
        ...{ charter_capital_dong: sizes.charter_capital?.inBase() ?? null, rows: own.length },
      });
    }
  }
  return lines;
}

/** What the reports say otherwise than the registers, with the cooperatives that explain it. */
async function gapsText(
  { pool, catalogue }: Warehouse,
  period: Period,
  compared: readonly BothForms[],
): Promise<string> {
  if (compared.length === 0) return 'Chưa có đơn vị nào gửi cả báo cáo (B01) và danh sách (B02) của kỳ này.\n';
  let text = '';
  for (const both of compared) {
    const sides = await sidesOf(pool, both, catalogue);
    const gaps = against.gaps(sides);
    const agrees = gaps.length === 0 ? ': báo cáo khớp với danh sách' : '';
    text += `${provinceName(both.province, period, catalogue)}, ${period} (báo cáo ${both.report}, danh sách ${both.register})${agrees}\n`;
    for (const line of against.lines(gaps, sides)) text += `  ${line}\n`;
  }
  return text;
}

/** The same for programs: each gap in the catalogue's unit, with what is done to whom in its cause. */
async function gapsJson(
  { pool, catalogue }: Warehouse,
  period: Period,
  compared: readonly BothForms[],
): Promise<string> {
  const lines = [];
  for (const both of compared) {
    const sides = await sidesOf(pool, both, catalogue);
    for (const { figure, register, difference, missing, cause } of against.gaps(sides)) {
      const { unit } = catalogue.indicators.get(figure.code) as Indicator;
      lines.push({
        ...{ province: gsoCode(both.province), period, report: both.report, register: both.register },
        ...{ code: figure.code, sector: figure.sector, unit: unit.name },
        ...{ reported: figure.amount.in(unit), listed: register.in(unit), difference: difference.in(unit), missing },
        cause:
          cause?.treatments.map(({ reason, as, cooperative, rows }) => ({
            ...{ reason, as, cooperative },
            rows: rows.map(({ name, file, at }) => ({ name, file, locator: locatorText(at) })),
          })) ?? null,
      });
    }
  }
  return `${JSON.stringify(lines, null, 1)}\n`;
}
