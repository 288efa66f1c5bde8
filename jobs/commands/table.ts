import { writeFile } from 'node:fs/promises';
import type { Settings } from '../../config/settings';
import type { MapName } from '../../schemas/codes';
import { mapOf } from '../../schemas/period';
import type { Table } from '../../schemas/table';
import { tableCsv, tableJson } from '../../sinks/exports/table-csv';
import { tableText } from '../../sinks/exports/table-text';
import { withWarehouse } from '../system';
import { drawTable } from '../tables';
import { areaChoice, momentOf, periodOf } from './arguments';

export interface TableOptions {
  readonly period: string;
  readonly area: string;
  readonly basis?: MapName;
  readonly asOf?: string;
  readonly format: keyof typeof formats;
  readonly out?: string;
}

export const formats = { text: tableText, csv: tableCsv, json: (table: Table) => `${tableJson(table)}\n` };

/** Prints a consolidated table, or writes it into a file. */
export async function table(options: TableOptions, settings: Settings): Promise<number> {
  const period = periodOf(options.period);
  const map = options.basis ?? mapOf(period);
  const knownAt = options.asOf === undefined ? null : momentOf(options.asOf);
  return withWarehouse(settings, async (warehouse) => {
    const choice = areaChoice(options.area, map, warehouse.catalogue);
    const drawn = await drawTable(warehouse, { period, map, knownAt }, choice, new Date());
    const text = formats[options.format](drawn);
    if (options.out === undefined) process.stdout.write(text);
    else await writeFile(options.out, text);
    return 0;
  });
}
