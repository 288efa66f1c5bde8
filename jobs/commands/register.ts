import { stringify } from 'csv-stringify/sync';
import type { Settings } from '../../config/settings';
import { mapOf } from '../../schemas/period';
import { registerLines } from '../../sinks/warehouse/identity/registers';
import { withWarehouse } from '../system';
import { identifyAll } from '../tasks/identify';
import { periodOf, provinceOf } from './arguments';

/** The columns that scripts hold on to. New ones go to the end. */
const columns = ['cooperative', 'province', 'period', 'file', 'row', 'name', 'tax_code', 'status'] as const;

/** The register as resolved: one line for each row that was reported, with the cooperative that it is. */
export async function register(
  options: { readonly period: string; readonly province?: string; readonly format: 'csv' | 'json' },
  settings: Settings,
): Promise<number> {
  const period = periodOf(options.period);
  return withWarehouse(settings, async (warehouse) => {
    const province =
      options.province === undefined ? null : provinceOf(options.province, mapOf(period), warehouse.catalogue);
    await identifyAll(warehouse);
    const lines = await registerLines(warehouse.pool, period, province);
    process.stdout.write(
      options.format === 'json'
        ? `${JSON.stringify(lines, null, 1)}\n`
        : stringify(lines, { header: true, columns: [...columns] }),
    );
    return 0;
  });
}
