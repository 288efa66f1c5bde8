import { TZDate } from '@date-fns/tz';
import CliTable from 'cli-table3';
import { format } from 'date-fns';
import { timeZone } from '../../config/schedules';
import { periodName } from '../../schemas/period';
import type { Table, TableRow } from '../../schemas/table';
import { printedRows, sampleMark } from './printed';

/** The table as staff paste it into a document: a block for each area that has figures, with the annex's decimals. */
export function tableText(table: Table): string {
  const areas = new Map<string, TableRow[]>();
  for (const row of table.rows) areas.set(row.area, [...(areas.get(row.area) ?? []), row]);
  const blocks: string[] = [];
  const silent: string[] = [];
  for (const rows of areas.values()) {
    const name = rows[0]?.areaName ?? '';
    if (rows.some((row) => row.actual !== null)) blocks.push(block(table, name, rows));
    else silent.push(name);
  }
  if (silent.length > 0) blocks.push(`Chưa có số liệu (${silent.length}): ${silent.join(', ')}.`);
  return `${blocks.join('\n\n')}\n`;
}

function block(table: Table, name: string, rows: readonly TableRow[]): string {
  const known =
    table.knownAt === null
      ? ''
      : `, theo số liệu đã nhận đến ${format(new TZDate(table.knownAt, timeZone), 'HH:mm dd/MM/yyyy')}`;
  const title = `${name.toUpperCase()} - ${periodName(table.period)} (${table.map} tỉnh, thành phố${known})`;
  const head = [
    'TT',
    'Chỉ tiêu',
    'ĐVT',
    'Thực hiện',
    'Cùng kỳ',
    'Tăng/giảm',
    '% cùng kỳ',
    'Kế hoạch',
    '+/- KH',
    '% KH',
    'Số đơn vị',
  ];
  const lines = printedRows(rows).map((row) => [
    row.tt,
    `${'  '.repeat(row.depth)}${row.label}`,
    row.unit,
    row.actual,
    row.previous,
    row.previousChange,
    row.previousPercent,
    row.plan,
    row.planChange,
    row.planPercent,
    row.coverage,
  ]);
  return [title, ...(rows.some((row) => row.sample) ? [sampleMark] : []), aligned(head, 3, 1, lines)].join('\n');
}

/** Columns side by side without any frame; those after the first `left` ones are aligned to the right, the `widest` is broken into lines. */
function aligned(
  head: readonly string[],
  left: number,
  widest: number | null,
  lines: readonly (readonly string[])[],
): string {
  const table = new CliTable({
    head: [...head],
    colAligns: head.map((_, index) => (index < left ? 'left' : 'right')),
    colWidths: head.map((_, index) => (index === widest ? labelWidth : null)),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
    chars: frameless,
  });
  for (const line of lines) table.push([...line]);
  return table.toString().replace(/ +$/gm, '');
}

/** Longer labels are broken, so that the table fits a page laid across. */
const labelWidth = 58;

const frameless = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' ',
};

/** One indicator for all areas of a table, a line each. */
export function areasText(table: Table, code: string): string {
  const rows = table.rows.filter((row) => row.indicator.code === code && row.sector === 'all' && row.actual !== null);
  const lines = rows.flatMap((row) =>
    printedRows([row]).map((each) => [
      row.areaName,
      each.actual,
      each.previous,
      each.previousChange,
      each.previousPercent,
      each.coverage,
    ]),
  );
  const title = `${rows[0]?.indicator.label ?? code} theo vùng - ${periodName(table.period)}`;
  const head = ['Vùng', 'Thực hiện', 'Cùng kỳ', 'Tăng/giảm', '% cùng kỳ', 'Số đơn vị'];
  return `${[title, ...(table.sample ? [sampleMark] : []), aligned(head, 1, null, lines)].join('\n')}\n`;
}
