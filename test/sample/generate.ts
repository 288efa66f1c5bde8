/** The sample: a report of each of the 63 provinces for 2019 and for 2020, and the plan; always the same bytes. */
import { figures } from './figures';
import { annex, flat, json, planFile, type Report } from './layouts';
import { years } from './national';
import { provinces, sharedFile } from './provinces';
import { linesOf } from './report';
import { styleOf } from './style';
import { unaccented } from './words';

export interface SampleFile {
  name: string;
  bytes: Buffer;
}

const asciiName = (name: string) =>
  unaccented(name)
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');

function reportFile(report: Report): SampleFile {
  const { province, style } = report;
  const stem = `${style.year}/${province.code}_${asciiName(province.name)}`;
  if (style.layout === 'json') return { name: `${stem}.json`, bytes: json(report) };
  return { name: `${stem}.csv`, bytes: style.layout === 'flat' ? flat([report]) : annex(report) };
}

function sharedReportFile(reports: Report[]): SampleFile {
  const [first, ...others] = reports.map((report) => ({ ...report, style: { ...report.style, delimiter: ',' } }));
  if (!first) throw new Error('no province shares a file');
  const codes = reports.map(({ province }) => province.code).join('-');
  const names = reports.map(({ province }) => asciiName(province.name)).join('-');
  return { name: `${first.style.year}/${codes}_${names}.csv`, bytes: flat([first, ...others]) };
}

export function sampleFiles(): SampleFile[] {
  const tables = figures();
  const files = years.flatMap((year) => {
    const reports = provinces.map((province, position) => {
      const shared = sharedFile.includes(province.code);
      const style = styleOf(position, year);
      if (shared) Object.assign(style, { layout: 'flat', moneyUnit: 'triệu đồng', unitInCell: 'no' });
      return { province, style, lines: linesOf(tables[year], province, style) };
    });
    const shared = reports.filter(({ province }) => sharedFile.includes(province.code));
    const own = reports.filter((report) => !shared.includes(report));
    return [...own.map(reportFile), sharedReportFile(shared)];
  });
  return [...files, { name: 'plan-2020.csv', bytes: planFile(2020) }];
}
