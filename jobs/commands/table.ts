import { writeFile } from 'node:fs/promises';
import type { Settings } from '../../config/settings';
import type { MapName } from '../../schemas/codes';
import { mapOf } from '../../schemas/period';
import type { Table } from '../../schemas/table';
import { tableCsv, tableJson } from '../../sinks/exports/table-csv';
import { tableText } from '../../sinks/exports/table-text';
import { withWarehouse } from '../system';
import { drawTable, publishedTable } from '../tables';
import { areaChoice, momentOf, periodOf } from './arguments';
import { CommandError } from './error';

export interface TableOptions {
  readonly period: string;
  readonly area: string;
  readonly basis?: MapName;
  readonly asOf?: string;
  readonly edition?: number;
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
    const drawn =
      options.edition === undefined
        ? await drawTable(warehouse, { period, map, knownAt }, choice, new Date())
        : await publishedTable(warehouse, options.edition, { period, map }, choice);
    if (drawn === null) throw new CommandError(`--edition ${options.edition}: there is no such edition of ${period}`);
    const text = formats[options.format](drawn);
    if (options.out === undefined) process.stdout.write(text);
    else await writeFile(options.out, text);
    return 0;
  });
}
