/** The three layouts of form B01: the annex as CSV, JSON, and the flat layout of one row a figure. */
import { stringify } from 'csv-stringify/sync';
import type { Year } from './national';
import type { Province } from './provinces';
import { type Line, measured, written } from './report';
import { pick, type Style } from './style';
import { labelName, periodName, provinceName, sectionTitles, sectorName } from './words';

export const NATURE = 'Số liệu mẫu';
export interface Report {
  province: Province;
  lines: Line[];
  style: Style;
}

const documentOf = ({ turn, year }: Style) =>
  `${3 + (turn % 40)}/BC-LM ngày ${String(4 + (turn % 12)).padStart(2, '0')}/01/${year + 1}`;

function annexHeader({ turn, year }: Style): string[] {
  const value = pick(['Thực hiện', `Thực hiện năm ${year}`, 'Số liệu'], turn);
  const plan = pick(['Kế hoạch năm', 'Kế hoạch'], turn);
  const start = [pick(['TT', 'STT'], turn), pick(['Chỉ tiêu', 'Nội dung', 'Chỉ tiêu'], turn + 1)];
  return [...start, pick(['Đơn vị tính', 'ĐVT'], turn + 1), value, ...(turn % 6 === 5 ? [] : [plan, 'Ghi chú'])];
}

function annexRows({ lines, style }: Report): string[][] {
  const rows: string[][] = [];
  let section = '';
  let printedNumber = 0;
  let number = 0;
  for (const line of lines) {
    const { indicator, sector } = line;
    if (indicator.section !== section) {
      section = indicator.section;
      rows.push([section, sectionTitles[indicator.section], '', '']);
      printedNumber = 0;
      number = 0;
    }
    let mark = '-';
    if (sector !== 'all') {
      const top = ['agri', 'non_agri', 'credit'].includes(sector) || !style.nonAgri;
      if (!top) mark = '+';
    } else if (!style.partsAsDashes || indicator.tt !== printedNumber) {
      printedNumber = indicator.tt;
      number += 1;
      mark = String(number);
    }
    const name = sector === 'all' ? labelName(indicator.label, style.turn) : sectorName(sector, style.turn);
    rows.push([mark, name, measured(line, style).unit, written(line, style)]);
  }
  return rows;
}

function csv(rows: string[][], { delimiter, bom, lineEnd, decomposed }: Style): Buffer {
  const text = stringify(rows, { delimiter, bom, record_delimiter: lineEnd });
  return Buffer.from(decomposed ? text.normalize('NFD') : text);
}

export function annex(report: Report): Buffer {
  const { style } = report;
  const header = annexHeader(style);
  const preamble = [
    ['Đơn vị báo cáo', provinceName(report.province, style)],
    ['Kỳ báo cáo', periodName(style)],
    ['Số liệu đến ngày', `31/12/${style.year}`],
    ['Số văn bản', documentOf(style)],
    ...(style.turn % 3 === 1 ? [['Mẫu', 'B01']] : []),
    ['Tính chất', NATURE],
  ];
  const pad = (row: string[]) => [...row, ...header.slice(row.length).map(() => '')];
  const body = [header, ...annexRows(report)].map(pad);
  return csv([...(style.padded ? preamble.map(pad) : preamble), ...body], style);
}

export function json({ province, lines, style }: Report): Buffer {
  const { turn, year } = style;
  const head: Record<string, string> = {
    form: 'B01',
    nature: NATURE,
    province: turn % 5 === 3 ? province.code : provinceName(province, style),
    period: periodName(style),
    as_of: `${year}-12-31`,
    ...(turn % 2 === 0 ? { document: documentOf(style) } : {}),
  };
  const groupsFirst = turn % 3 === 2;
  const inOrder = groupsFirst
    ? [
        ...lines.filter((line) => line.indicator.section === 'III'),
        ...lines.filter((l) => l.indicator.section !== 'III'),
      ]
    : lines;
  const rows = inOrder.map((line) => {
    const { code, label, section } = line.indicator;
    const { value, unit } = measured(line, style);
    const sector = style.codes ? line.sector : sectorName(line.sector, turn);
    return JSON.stringify({
      ...(style.codes ? { code } : { section, label: labelName(label, turn) }),
      ...(line.sector === 'all' ? {} : { sector }),
      unit,
      value: style.plainNumbers ? value.toNumber() : written(line, style),
    });
  });
  const fields = Object.entries(head).map(([key, value]) => `  "${key}": ${JSON.stringify(value)},\n`);
  return Buffer.from(`{\n${fields.join('')}  "rows": [\n    ${rows.join(',\n    ')}\n  ]\n}\n`);
}

const FLAT_HEADER = ['province', 'period', 'as_of', 'code', 'sector', 'unit', 'value', 'plan', 'note', 'nature'];

/** One or several provinces in one file; its form is that of the first. */
export function flat(reports: [Report, ...Report[]]): Buffer {
  const { style } = reports[0];
  const { turn, year } = style;
  const period = pick([`${year}`, `${year}-Q4`, `Năm ${year}`], turn);
  const rows = reports.flatMap(({ province, lines }) =>
    lines.map((line) => {
      const { value, unit } = measured(line, style);
      const name = turn % 2 === 0 ? province.code : province.name;
      const { code } = line.indicator;
      return [name, period, `${year}-12-31`, code, line.sector, unit, value.toFixed(), '', '', NATURE];
    }),
  );
  return csv([FLAT_HEADER, ...rows], style);
}

/** The national plan for the year as it was published. */
export function planFile(year: Year): Buffer {
  const plans: [code: string, unit: string, plan: number][] = [
    ['htx.new', 'HTX', 2500],
    ['lh.new', 'LHHTX', 20],
    ['tht.new', 'THT', 5000],
    ['htx.supported', 'HTX', 63],
    ['htx.members', 'người', 7558684],
    ['htx.effective_share', '%', 60],
    ['htx.managers_trained_share', '%', 70],
    ['fund.established', 'quỹ', 63],
  ];
  const rows = plans.map(([code, unit, plan]) => [year, 'VN', code, 'all', unit, plan]);
  return Buffer.from(stringify([['period', 'area', 'code', 'sector', 'unit', 'plan'], ...rows]));
}
