import path from 'node:path';
import { Eta } from 'eta';
import { projectRoot } from '../../config/root';
import { periodName } from '../../schemas/period';
import type { Table } from '../../schemas/table';
import { printedRows, sampleMark } from '../exports/printed';

export const pagesFolder = path.join(projectRoot, 'sinks/pages');
const eta = new Eta({ views: pagesFolder, autoEscape: true, cache: true });

export interface Choices {
  readonly periods: readonly { readonly code: string; readonly name: string }[];
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly area: string;
}

/** One area's table as an HTML page, with the choice of other periods and areas. */
export function tablePage(table: Table, choices: Choices): string {
  const name = table.rows[0]?.areaName ?? '';
  return eta.render('./table', {
    ...choices,
    title: `Bảng tổng hợp kinh tế tập thể ${periodName(table.period)} - ${name}`,
    period: table.period,
    sample: table.sample,
    sampleMark,
    rows: printedRows(table.rows),
  });
}
