import { loadCatalogue } from '../../config/catalogue';
import { withProfile } from '../../config/profile';
import type { Settings } from '../../config/settings';
import { prepare } from '../../pipelines/ingest';
import { noEarlier } from '../../pipelines/normalise/report';
import { type Change, type Preview, preview, type UnitUse } from '../../pipelines/preview';
import type { Catalogue } from '../../schemas/catalogue';
import { locatorText } from '../../schemas/cell';
import { gsoCode } from '../../schemas/codes';
import type { Quantity } from '../../schemas/quantity';
import { severityOf } from '../../schemas/rules';
import type { HandInOptions, Prepared, PreparedSubmission } from '../../schemas/submission';
import { oneLine } from '../../schemas/text';
import { vietnameseChange, vietnameseNumber } from '../../schemas/vietnamese';
import { earlierThan } from '../../sinks/warehouse/earlier';
import type { IncomingFile } from '../../sinks/warehouse/receipts';
import { standingReport } from '../../sinks/warehouse/standing';
import { openFile } from '../../sources/rows';
import { staySmall } from '../memory';
import { withWarehouse } from '../system';
import { isWarehouseThere, type Warehouse } from '../warehouse';
import { preparedText } from '../wording';

interface Previewed {
  readonly name: string;
  readonly part: Prepared;
  readonly preview: Preview | null;
}

/** Shows what handing files in would do: how they were read, and what would change. Loads nothing, and makes no warehouse. */
export async function dryRun(
  files: readonly IncomingFile[],
  options: HandInOptions & { readonly format?: 'text' | 'json' },
  settings: Settings,
): Promise<number> {
  staySmall();
  const catalogue = withProfile(loadCatalogue(), settings.home);
  const seen = isWarehouseThere(settings)
    ? await withWarehouse(settings, (warehouse) => previewAll(files, options, catalogue, warehouse))
    : await previewAll(files, options, catalogue, null);
  if (options.format === 'json')
    process.stdout.write(
      `${JSON.stringify(
        seen.map((each) => record(each, catalogue)),
        null,
        1,
      )}\n`,
    );
  else for (const each of seen) print(each, catalogue);
  return seen.some(({ part }) => part.kind === 'refused') ? 1 : 0;
}

async function previewAll(
  files: readonly IncomingFile[],
  options: HandInOptions,
  catalogue: Catalogue,
  warehouse: Warehouse | null,
): Promise<Previewed[]> {
  const seen: Previewed[] = [];
  for (const { name, bytes } of files) {
    const parts = await prepare(bytes, options, {
      catalogue,
      read: openFile,
      // As the next file to come it would be judged by all that came before.
      earlier: async (province, period) =>
        warehouse === null
          ? noEarlier
          : earlierThan(warehouse.pool, catalogue, Number.MAX_SAFE_INTEGER, province, period),
    });
    for (const part of parts) {
      const report = part.kind === 'refused' ? null : part;
      const standing = report && warehouse && (await standingReport(warehouse.pool, catalogue, report));
      seen.push({ name, part, preview: report && preview(report, standing) });
    }
  }
  return seen;
}

function print({ name, part, preview }: Previewed, catalogue: Catalogue): void {
  process.stdout.write(`${preparedText(name, part, catalogue)}\n`);
  if (part.kind === 'refused' || preview === null) return;
  for (const line of [...columns(part), ...units(preview.units), ...numbers(part), ...totals(part, catalogue)])
    process.stdout.write(`    ${line}\n`);
  for (const line of changes(preview, catalogue)) process.stdout.write(`    ${line}\n`);
  for (const finding of part.findings)
    if (severityOf(finding, catalogue.rules) !== 'note') process.stderr.write(`    ${oneLine(finding.message)}\n`);
}

function columns({ columns }: PreparedSubmission): string[] {
  const named = (header: string) => `"${oneLine(header)}"`;
  const read = columns.flatMap(({ header, role }) =>
    role === null ? [] : [`${named(header)} là ${roleNames[role] ?? role}`],
  );
  const others = columns.filter(({ role }) => role === null).map(({ header }) => named(header));
  return [
    ...(read.length > 0 ? [`Cột: ${read.join('; ')}`] : []),
    ...(others.length > 0 ? [`Cột không đọc: ${others.join('; ')}`] : []),
  ];
}

const roleNames: Readonly<Record<string, string>> = {
  number: 'số thứ tự',
  label: 'chỉ tiêu',
  code: 'mã chỉ tiêu',
  section: 'mục',
  sector: 'lĩnh vực',
  unit: 'đơn vị tính',
  value: 'thực hiện',
  plan: 'kế hoạch',
  change: 'tăng, giảm',
  percent: '% so với kỳ trước',
  plan_percent: '% so với kế hoạch',
  share: 'tỷ trọng',
  note: 'ghi chú',
  province: 'đơn vị báo cáo',
  period: 'kỳ báo cáo',
  as_of: 'ngày của số liệu',
  document: 'số văn bản',
  form: 'mẫu biểu',
  nature: 'tính chất',
  name: 'tên HTX',
  tax_code: 'mã số thuế',
  type: 'loại hình',
  district: 'huyện',
  commune: 'xã',
  founded_on: 'ngày thành lập',
  status: 'tình trạng',
  members: 'thành viên',
  labour: 'lao động',
  charter_capital: 'vốn điều lệ',
  revenue: 'doanh thu',
  profit: 'lợi nhuận',
  labour_income: 'thu nhập bình quân',
  hitech: 'ứng dụng công nghệ cao',
  value_chain: 'chuỗi giá trị',
  alliance_member: 'thành viên Liên minh',
  rating: 'xếp loại',
};

const places: Readonly<Record<string, string>> = {
  cell: 'ghi trong ô',
  line: 'ghi ở cột đơn vị tính',
  column: 'ghi ở tiêu đề cột hoặc đầu biểu',
};

function units(units: readonly UnitUse[]): string[] {
  const said = units
    .filter(({ from }) => from !== 'none')
    .map(({ unit, from, figures }) => `${oneLine(unit)} (${figures} số, ${places[from]})`);
  return said.length > 0 ? [`Đơn vị: ${said.join('; ')}`] : [];
}

/** How the numbers that read two ways were read, and why. */
function numbers({ observations }: PreparedSubmission): string[] {
  const reasons = new Map<string, number>();
  for (const { choice } of observations) {
    if (choice === null) continue;
    const why = `đọc theo kiểu ${choice.notation === 'vi' ? '1.234,5' : '1,234.5'} ${choice.scope === 'cell' ? 'vì ' : ''}${choice.because}`;
    reasons.set(why, (reasons.get(why) ?? 0) + 1);
  }
  return [...reasons].map(([why, count]) => `Cách ghi số: ${count} số đọc được hai cách ${why}`);
}

function totals({ observations }: PreparedSubmission, catalogue: Catalogue): string[] {
  const wholes = observations.filter(({ sector, measure }) => sector === 'all' && measure === 'actual');
  return wholes.map(({ code, amount }) => `${label(code, catalogue)}: ${inUnit(code, amount, catalogue)}`);
}

function changes({ replaces, changes }: Preview, catalogue: Catalogue): string[] {
  if (replaces === null) return ['Chưa có báo cáo nào của đơn vị này cho kỳ này.'];
  if (changes.length === 0) return [`So với báo cáo đang dùng (${replaces}): không có số nào khác.`];
  const lost = changes.filter(({ after }) => after === null).length;
  const added = changes.filter(({ before }) => before === null).length;
  const summary = `${changes.length - lost - added} số thay đổi, ${added} số thêm, ${lost} số không còn`;
  return [
    `So với báo cáo đang dùng (${replaces}): ${summary}`,
    ...changes.map((change) => `  ${changeText(change, catalogue)}`),
  ];
}

function changeText({ code, sector, measure, before, after }: Change, catalogue: Catalogue): string {
  const place = sector === 'all' ? '' : `, ${catalogue.sectors.get(sector)?.label}`;
  const plan = measure === 'plan' ? ' (kế hoạch)' : '';
  const shown = (amount: Quantity | null) => (amount === null ? 'không có' : inUnit(code, amount, catalogue));
  const unit = catalogue.indicators.get(code)?.unit;
  const difference = unit && before && after ? ` (${vietnameseChange(after.minus(before).in(unit))})` : '';
  return `${label(code, catalogue)}${place}${plan}: ${shown(before)} → ${shown(after)}${difference}`;
}

const label = (code: Change['code'], catalogue: Catalogue) => catalogue.indicators.get(code)?.label ?? code;

function inUnit(code: Change['code'], amount: Quantity, catalogue: Catalogue): string {
  const unit = catalogue.indicators.get(code)?.unit;
  return unit === undefined ? '' : `${vietnameseNumber(amount.in(unit))} ${unit.name}`;
}

/** As scripts get it: figures as plain decimals in the catalogue's unit. */
function record({ name, part, preview }: Previewed, catalogue: Catalogue) {
  if (part.kind === 'refused')
    return { file: name, status: 'refused', province: part.province, period: part.period, message: part.sentence };
  const plain = (code: Change['code'], amount: Quantity | null) => {
    const unit = catalogue.indicators.get(code)?.unit;
    return amount === null || unit === undefined ? null : amount.in(unit);
  };
  return {
    file: name,
    status: 'would load',
    province: gsoCode(part.province),
    period: part.period,
    form: part.form,
    rows: part.rows,
    rows_loaded: part.rowsLoaded,
    columns: part.columns,
    units: preview?.units ?? [],
    figures: part.observations.map(({ code, sector, measure, amount, raw, unit, at, choice }) => ({
      code,
      sector,
      measure,
      value: plain(code, amount),
      unit: catalogue.indicators.get(code)?.unit.name,
      raw,
      raw_unit: unit,
      locator: locatorText(at),
      choice,
    })),
    findings: part.findings.map(({ rule, at, nature, ...finding }) => ({
      rule,
      severity: severityOf({ rule, nature }, catalogue.rules),
      ...finding,
      locator: at && locatorText(at),
    })),
    replaces: preview?.replaces ?? null,
    changes: preview?.changes.map((change) => ({
      ...change,
      before: plain(change.code, change.before),
      after: plain(change.code, change.after),
    })),
  };
}
