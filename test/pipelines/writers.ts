import { stringify } from 'csv-stringify/sync';
import type { CellValue } from 'exceljs';
import type { IndicatorCode, SectorCode } from '../../schemas/codes';
import { vietnameseNumber } from '../../schemas/vietnamese';
import type { Figure } from './one-report';
import { catalogue } from './take-in';
import { workbook } from './workbook';

/** Writers of one report in every form of file that form B01 comes in. */

export interface Written {
  readonly province: string;
  readonly period: string;
  readonly figures: readonly Figure[];
}

/** As CSV in the layout of the annex: a preamble, a header, and rows that are nested by their numbers. */
export function annexCsv({ province, period, figures }: Written, delimiter: string): string {
  const preamble = preambleOf({ province, period });
  const rows = annexRows(figures, vietnamese).map((row) => row.map((cell) => cell ?? ''));
  return stringify([...preamble, annexHeader, ...rows], { delimiter });
}

/** As CSV of one header, with the province and the period in each row. */
export function flatCsv({ province, period, figures }: Written): string {
  const header = 'province,period,as_of,code,sector,unit,value,plan,note'.split(',');
  const rows = figures.map(({ code, sector, unit, value, plan }) => {
    const numbers = [vietnameseNumber(value), plan === null ? '' : vietnameseNumber(plan)];
    return [province, period, '2020-12-31', code, sector, unit, ...numbers, 'số liệu chính thức'];
  });
  return stringify([header, ...rows]);
}

/** As JSON; `typed`: its values are JSON's own numbers, else text in Vietnamese notation. */
export function json({ province, period, figures }: Written, typed: boolean): string {
  const number = (plain: string) => (typed ? Number(plain) : vietnameseNumber(plain));
  const rows = figures.map(({ code, sector, unit, value, plan }) => ({
    section: indicatorOf(code).section,
    label: indicatorOf(code).label,
    ...(sector === 'all' ? {} : { sector: sectorName(sector) }),
    unit,
    value: number(value),
    ...(plan === null ? {} : { plan: number(plan) }),
  }));
  return JSON.stringify({ form: 'B01', province, period, as_of: '2020-12-31', rows }, null, 1);
}

/** As a workbook whose cells are texts in Vietnamese notation. */
export function textWorkbook({ province, period, figures }: Written): Promise<Buffer> {
  return workbook({ 'Biểu 01': [...preambleOf({ province, period }), annexHeader, ...annexRows(figures, vietnamese)] });
}

/** As a workbook of numbers, each with the format that shows it as the annex prints it. */
export function numberWorkbook({ province, period, figures }: Written): Promise<Buffer> {
  const rows = [...preambleOf({ province, period }), annexHeader, ...annexRows(figures, typed)];
  return workbook({ 'Biểu 01': rows }, (sheet) => {
    for (let row = preambleOf({ province, period }).length + 2; row <= rows.length; row += 1) {
      const percent = sheet.getCell(row, 3).value === '%';
      for (const column of [4, 5]) sheet.getCell(row, column).numFmt = percent ? '0.0%' : '#,##0.###';
    }
  });
}

/** The same under a header of two rows, its titles merged. */
export function mergedWorkbook({ province, period, figures }: Written): Promise<Buffer> {
  const preamble = preambleOf({ province, period });
  const [top, below] = [preamble.length + 1, preamble.length + 2];
  const header = [
    ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kết quả', null, 'Ghi chú'],
    [null, null, null, 'Thực hiện năm 2020', 'Kế hoạch năm 2020'],
  ];
  return workbook({ 'Biểu 01': [...preamble, ...header, ...annexRows(figures, vietnamese)] }, (sheet) => {
    for (const column of 'ABCF') sheet.mergeCells(`${column}${top}:${column}${below}`);
    sheet.mergeCells(`D${top}:E${top}`);
    sheet.mergeCells('B1:F1');
  });
}

const annexHeader = ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện', 'Kế hoạch', 'Ghi chú'];

const preambleOf = ({ province, period }: Omit<Written, 'figures'>) => [
  ['Đơn vị báo cáo', `Liên minh HTX tỉnh ${province}`],
  ['Kỳ báo cáo', period],
  ['Số liệu đến ngày', '31/12/2020'],
  ['Số văn bản', '12/BC-LM ngày 15/01/2021'],
  ['Nơi nhận', 'Liên minh Hợp tác xã Việt Nam; Ủy ban nhân dân tỉnh'],
];

function annexRows<Value extends CellValue>(
  figures: readonly Figure[],
  write: (plain: string, unit: string) => Value,
): (string | Value | null)[][] {
  let section = '';
  let number = 0;
  return figures.flatMap(({ code, sector, unit, value, plan }) => {
    const indicator = indicatorOf(code);
    const title =
      indicator.section === section
        ? []
        : [[indicator.section, catalogue.sections.find(({ id }) => id === indicator.section)?.label ?? '']];
    if (title.length > 0) [section, number] = [indicator.section, 0];
    if (sector === 'all') number += 1;
    const mark = sector === 'all' ? String(number) : sectorOf(sector)?.parent === 'all' ? '-' : '+';
    const name = sector === 'all' ? indicator.label : sectorName(sector);
    const planned = plan === null ? null : write(plan, unit);
    return [...title, [mark, name, unit, write(value, unit), planned, sector === 'all' ? null : 'ước tính']];
  });
}

const vietnamese = (plain: string, unit: string) => `${vietnameseNumber(plain)}${unit === '%' ? '%' : ''}`;
const typed = (plain: string, unit: string) => (unit === '%' ? Number(plain) / 100 : Number(plain));

function indicatorOf(code: string) {
  const indicator = catalogue.indicators.get(code as IndicatorCode);
  if (indicator === undefined) throw new Error(`no indicator ${code}`);
  return indicator;
}

const sectorOf = (code: string) => catalogue.sectors.get(code as SectorCode);
const sectorName = (code: string) => sectorOf(code)?.label ?? '';
