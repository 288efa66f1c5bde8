import type { Settings } from '../../config/settings';
import type { Cause } from '../../pipelines/national/compare';
import { areaName } from '../../pipelines/national/table';
import type { IndicatorCode, MapName, SectorCode } from '../../schemas/codes';
import type { Manifest } from '../../schemas/edition';
import { mapOf } from '../../schemas/period';
import { vietnameseChange, vietnameseNumber } from '../../schemas/vietnamese';
import { manifestOf, type StandingChange } from '../../sinks/warehouse/editions';
import { type Comparison, compareEditions } from '../comparison';
import { withWarehouse } from '../system';
import type { Warehouse } from '../warehouse';
import { columnWords, provinceName } from '../wording';
import { areaChoice } from './arguments';
import { CommandError } from './error';

/** What changed between two editions, figure by figure, by cause. */
export async function compare(
  numbers: readonly [number, number],
  options: { readonly area: string; readonly basis?: MapName; readonly format: 'text' | 'json' },
  settings: Settings,
): Promise<number> {
  return withWarehouse(settings, async (warehouse) => {
    const [one, other] = [await edition(warehouse, numbers[0]), await edition(warehouse, numbers[1])];
    if (one.period !== other.period)
      throw new CommandError(`edition ${one.edition} is of ${one.period}, edition ${other.edition} of ${other.period}`);
    const map = options.basis ?? mapOf(one.period);
    const choice = areaChoice(options.area, map, warehouse.catalogue);
    const comparison = await compareEditions(warehouse, one, other, map, choice);
    process.stdout.write(
      options.format === 'json'
        ? `${JSON.stringify(comparison.changed, null, 1)}\n`
        : comparisonText(comparison, one, other, map, warehouse),
    );
    return 0;
  });
}

async function edition({ pool }: Warehouse, number: number): Promise<Manifest> {
  const manifest = await manifestOf(pool, number);
  if (manifest === null) throw new CommandError(`${number}: there is no such edition`);
  return manifest;
}

const words: Readonly<Record<Cause, string>> = {
  map: 'địa bàn, vùng thay đổi',
  late: 'báo cáo nhận thêm',
  duplicate: 'bỏ dòng trùng trong danh sách',
  revision: 'báo cáo sửa lại',
  withdrawal: 'báo cáo đã rút',
  correction: 'số liệu được chữa',
  plan: 'kế hoạch',
  rule: 'cách tính hoặc danh mục thay đổi',
};

function comparisonText(
  { changed, reports }: Comparison,
  one: Manifest,
  other: Manifest,
  map: MapName,
  { catalogue }: Warehouse,
): string {
  if (changed.length === 0) return `Ấn bản ${one.edition} và ấn bản ${other.edition} giống nhau.\n`;
  const lines = changed.map(({ area, code, sector, column, before, after, change, causes }) => {
    const label = catalogue.indicators.get(code as IndicatorCode)?.label ?? code;
    const of = sector === 'all' ? label : `${label} - ${catalogue.sectors.get(sector as SectorCode)?.label ?? sector}`;
    const moved = (by: string | null) => (by === null ? '' : vietnameseChange(by));
    const by = causes.map((each) => `${words[each.cause]} ${moved(each.change)}`.trim()).join('; ');
    return `${areaName(area, one.period, map, catalogue)}, ${of}, ${columnWords[column]}: ${shown(before)} → ${shown(after)}${change === null ? '' : ` (${moved(change)})`}: ${by}\n`;
  });
  const behind = Object.entries(reports).flatMap(([cause, some]) =>
    some.map(
      (each) =>
        `  ${words[cause as Cause]}: ${provinceName(each.province, each.period, catalogue)}, ${each.period}, ${each.form}: ${submissions(each)}\n`,
    ),
  );
  return [...lines, ...(behind.length > 0 ? ['Các báo cáo đã thay đổi:\n', ...behind] : [])].join('');
}

const shown = (figure: string | null) => (figure === null ? 'không có' : vietnameseNumber(figure));
const submissions = ({ before, after }: StandingChange) => `${before ?? 'chưa có'} → ${after ?? 'không còn'}`;
