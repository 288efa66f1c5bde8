import type { Settings } from '../../config/settings';
import { type MapName, provinceId } from '../../schemas/codes';
import { mapOf, type Period } from '../../schemas/period';
import { oneLine } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';
import { type FindingRecord, openFindings } from '../../sinks/warehouse/findings';
import { withWarehouse } from '../system';
import type { Warehouse } from '../warehouse';
import { provinceName } from '../wording';
import { periodOf, provinceOf } from './arguments';

export interface FindingsOptions {
  readonly province?: string;
  readonly period?: string;
  readonly format: 'text' | 'json';
}

const severities = { error: 'LỖI', warning: 'CẢNH BÁO', note: 'GHI CHÚ' } as const;

/** What is doubtful in the reports that stand: where, why, and what would mend it. */
export async function findings(options: FindingsOptions, settings: Settings): Promise<number> {
  return withWarehouse(settings, async (warehouse) => {
    const period = options.period === undefined ? null : periodOf(options.period);
    const provinces = options.province === undefined ? [null] : provincesNamed(options.province, period, warehouse);
    const found: FindingRecord[] = [];
    for (const province of provinces) found.push(...(await openFindings(warehouse.pool, { province, period })));
    if (options.format === 'json') process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
    else
      process.stdout.write(
        found.length === 0 ? 'Không có điểm cần xem.\n' : found.map((one) => line(one, warehouse)).join(''),
      );
    return 0;
  });
}

/** Without a period a name may stand on either map (Bắc Ninh was one province and is another). */
function provincesNamed(text: string, period: Period | null, { catalogue }: Warehouse): string[] {
  if (period !== null) return [provinceOf(text, mapOf(period), catalogue)];
  const found = (['63', '34'] satisfies MapName[]).flatMap((map) => catalogue.provinceOf(text, map) ?? []);
  return found.length > 0 ? found : [provinceOf(text, '34', catalogue)];
}

function line(one: FindingRecord, { catalogue }: Warehouse): string {
  const whose = provinceName(provinceId(mapOf(one.period as Period), one.province), one.period, catalogue);
  const proposal = one.proposal
    ? `\n    Đề nghị: ${vietnameseNumber(one.proposal.value)} ${one.proposal.unit} (${one.proposal.because})`
    : '';
  return `${one.id}  ${severities[one.severity]}  ${whose}, ${one.period}, ${oneLine(one.file)}${one.locator === null ? '' : `, ${one.locator.replace('row', 'dòng').replace('column', 'cột')}`}\n    ${oneLine(one.message)}${proposal}\n`;
}
