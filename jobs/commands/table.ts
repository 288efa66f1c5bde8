import type { Settings } from '../../config/settings';
import { rolledUpAt } from '../../pipelines/national/rollup';
import type { AreaChoice } from '../../pipelines/national/table';
import { type MapName, provinceId } from '../../schemas/codes';
import { mapOf, type Period } from '../../schemas/period';
import { fileName, type NamedFinding, type Publication } from '../../sinks/exports/annex';
import { tableCsv, tableJson } from '../../sinks/exports/table-csv';
import { tableSdmx } from '../../sinks/exports/table-sdmx';
import { tableText } from '../../sinks/exports/table-text';
import { placedFindings } from '../../sinks/warehouse/findings';
import { withWarehouse } from '../system';
import { drawTable, publicationOf, publishedTable } from '../tables';
import type { Warehouse } from '../warehouse';
import { provinceName } from '../wording';
import { areaChoice, momentOf, periodOf } from './arguments';
import { CommandError } from './error';
import { writeOut } from './out';

export interface TableOptions {
  readonly period: string;
  readonly area: string;
  readonly basis?: MapName;
  readonly asOf?: string;
  readonly edition?: number;
  readonly format: Format;
  readonly out?: string;
}

type Format = 'text' | 'csv' | 'sdmx-csv' | 'json' | 'xlsx' | 'pdf' | 'html';

/** Prints a consolidated table, or writes it into a file. */
export async function table(options: TableOptions, settings: Settings): Promise<number> {
  const period = periodOf(options.period);
  const map = options.basis ?? mapOf(period);
  const knownAt = options.asOf === undefined ? null : momentOf(options.asOf);
  return withWarehouse(settings, async (warehouse) => {
    const choice = areaChoice(options.area, map, warehouse.catalogue);
    const publication = await drawn(warehouse, { period, map, knownAt, edition: options.edition ?? null }, choice);
    const content = await formats[options.format](publication);
    const area = typeof choice === 'object' ? choice.id : choice;
    // A terminal can show text only.
    const isShown = typeof content === 'string' || !process.stdout.isTTY;
    const file = options.out ?? (isShown ? null : fileName(publication, area, options.format));
    if (file === null) process.stdout.write(content);
    else await writeOut(file, content);
    if (file !== null && options.out === undefined) process.stdout.write(`${file}: đã ghi bảng tổng hợp\n`);
    return 0;
  });
}

// Workbooks and PDF bring large libraries: loaded when they are asked for.
const formats: Readonly<Record<Format, (publication: Publication) => string | Promise<string | Buffer>>> = {
  text: ({ table }) => tableText(table),
  csv: ({ table }) => tableCsv(table),
  'sdmx-csv': ({ table, edition }) => tableSdmx(table, edition),
  json: ({ table }) => `${tableJson(table)}\n`,
  xlsx: async (publication) => (await import('../../sinks/exports/table-xlsx.js')).tableXlsx(publication),
  pdf: async (publication) => (await import('../../sinks/exports/table-pdf.js')).tablePdf(publication),
  html: async (publication) => (await import('../../sinks/exports/table-html.js')).tableHtml(publication),
};

interface Asked {
  readonly period: Period;
  readonly map: MapName;
  readonly knownAt: Date | null;
  readonly edition: number | null;
}

async function drawn(warehouse: Warehouse, asked: Asked, choice: AreaChoice): Promise<Publication> {
  const { catalogue } = warehouse;
  const { period, map, knownAt, edition } = asked;
  const whole =
    edition === null
      ? await drawTable(warehouse, { period, map, knownAt }, 'all', new Date())
      : await publishedTable(warehouse, edition, { period, map }, 'all');
  if (whole === null) throw new CommandError(`--edition ${edition}: there is no such edition of ${period}`);
  const isCurrent = edition === null && knownAt === null;
  const findings = isCurrent ? await undecided(warehouse, period) : null;
  // The last change rather than the hour, so that the same table gives the same bytes.
  const at = whole.knownAt ?? (await rolledUpAt(warehouse.pool, { period, map }));
  return { ...publicationOf(whole, choice, edition, catalogue), at, findings };
}

async function undecided({ pool, catalogue }: Warehouse, period: Period): Promise<NamedFinding[]> {
  const findings = await placedFindings(pool, { province: null, period });
  return findings
    .filter(({ status }) => status === 'open')
    .map((finding) => {
      const province = provinceId(mapOf(period), finding.province);
      return { ...finding, provinceName: provinceName(province, period, catalogue) };
    });
}
