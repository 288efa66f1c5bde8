import type { Settings } from '../../config/settings';
import { type Leaf, type Trace, trace as traceFigure } from '../../pipelines/national/trace';
import type { IndicatorCode, MapName, SectorCode } from '../../schemas/codes';
import { mapOf } from '../../schemas/period';
import type { TracedColumn } from '../../schemas/table';
import { oneLine } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';
import { transaction } from '../../sinks/warehouse/connect';
import { withWarehouse } from '../system';
import { drawTable } from '../tables';
import { columnWords } from '../wording';
import { areaChoice, momentOf, periodOf } from './arguments';
import { CommandError } from './error';

export interface TraceOptions {
  readonly period: string;
  readonly sector: string;
  readonly area: string;
  readonly column: TracedColumn;
  readonly basis?: MapName;
  readonly asOf?: string;
  readonly format: 'text' | 'json';
}

/** Takes a figure of the table back to the files and cells that it comes from. */
export async function trace(code: string, options: TraceOptions, settings: Settings): Promise<number> {
  const period = periodOf(options.period);
  const map = options.basis ?? mapOf(period);
  const asked = { period, map, knownAt: options.asOf === undefined ? null : momentOf(options.asOf) };
  return withWarehouse(settings, async (warehouse) => {
    const { catalogue, pool } = warehouse;
    const indicator = catalogue.indicators.get(code as IndicatorCode);
    if (indicator === undefined)
      throw new CommandError(`${oneLine(code)}: no such indicator; see config/indicators.csv`, 2);
    const sector = catalogue.sectorOf(options.sector) ?? (options.sector as SectorCode);
    if (!indicator.sectors.includes(sector)) {
      throw new CommandError(
        `--sector ${oneLine(options.sector)}: ${code} is kept for ${indicator.sectors.join(', ')}`,
        2,
      );
    }
    const choice = areaChoice(options.area, map, catalogue);
    if (choice === 'regions' || choice === 'provinces' || choice === 'all')
      throw new CommandError(`--area ${choice}: trace takes one area`, 2);
    const table = await drawTable(warehouse, asked, choice, new Date());
    const row = table.rows.find((each) => each.indicator.code === code && each.sector === sector);
    if (row === undefined) throw new CommandError(`${code}: not in the table of ${period}`);
    const traced = await transaction(pool, (client) => traceFigure(client, asked, row, options.column, catalogue));
    process.stdout.write(
      options.format === 'json' ? `${JSON.stringify(traced, null, 1)}\n` : traceText(traced, row.label, row.areaName),
    );
    return 0;
  });
}

function traceText(traced: Trace, label: string, area: string): string {
  if (traced.value === null) return `${label}, ${area}, ${traced.period}: không có số liệu\n`;
  const head = `${label}, ${area}, ${traced.period} (${columnWords[traced.column]}): ${vietnameseNumber(traced.value)} ${traced.unit}\n  = ${inWords(traced.formula)}\n`;
  return head + traced.leaves.map(leafText).join('');
}

function leafText(leaf: Leaf): string {
  const where =
    leaf.pointer ??
    `${leaf.sheet === null ? '' : `trang "${oneLine(leaf.sheet)}", `}dòng ${leaf.row}, cột ${leaf.column}`;
  const whose = leaf.province === null ? 'kế hoạch' : `tỉnh ${leaf.province}, báo cáo ${leaf.submission}`;
  const note = leaf.note === null ? '' : ` (${oneLine(leaf.note)})`;
  const side = leaf.side === null ? '' : `[${leaf.side}]`;
  return `  ${inWords(`${leaf.role}${side}`)}: ${vietnameseNumber(leaf.value)} ${leaf.unit}  ←  "${oneLine(leaf.raw)}"  ${oneLine(leaf.file)}, ${where}; ${whose}${note}\n`;
}

/** The words of formulas, as they stand in the JSON, in those of the staff. */
const words: readonly (readonly [RegExp, string])[] = [
  [/term and weight of one province/g, 'số hạng và quyền số của cùng một tỉnh'],
  [/\bterm\b/g, 'số hạng'],
  [/\bnumerator\b/g, 'tử số'],
  [/\bdenominator\b/g, 'mẫu số'],
  [/\bweight\b/g, 'quyền số'],
  [/\[actual\]/g, ' [kỳ này]'],
  [/\[base\]/g, ' [kỳ gốc]'],
];
const inWords = (formula: string) => words.reduce((text, [word, said]) => text.replace(word, said), formula);
