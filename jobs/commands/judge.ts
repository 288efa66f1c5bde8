import type { Settings } from '../../config/settings';
import { reconciling } from '../../pipelines/reconcile';
import { check } from '../../pipelines/rules';
import type { Catalogue } from '../../schemas/catalogue';
import type { Rules } from '../../schemas/rules';
import { type JudgedAgain, type Judging, judgeAgain } from '../../sinks/warehouse/judge';
import type { Key } from '../../sinks/warehouse/settle';
import { standingKeys } from '../../sinks/warehouse/standing';
import { withWarehouse } from '../system';
import { provinceName } from '../wording';
import { periodOf, provincesNamed } from './arguments';

export interface JudgeOptions {
  readonly period?: string;
  readonly province?: string;
  readonly dryRun?: boolean;
}

/** Judges what was reported again by the rules as they are now, from the warehouse alone; a line for each report that changed. */
export async function judge(options: JudgeOptions, settings: Settings): Promise<number> {
  return withWarehouse(settings, async ({ pool, catalogue }) => {
    const period = options.period === undefined ? null : periodOf(options.period);
    const provinces = options.province === undefined ? null : provincesNamed(options.province, period, catalogue);
    const dryRun = options.dryRun ?? false;
    const all: JudgedAgain[] = [];
    for (const key of await standingKeys(pool, { period, provinces })) {
      const judged = await judgeAgain(pool, key, judging(catalogue), { dryRun });
      for (const each of judged.filter(isOther)) process.stdout.write(lineText(key, each, catalogue));
      all.push(...judged);
    }
    process.stdout.write(totalText(all, catalogue.rules, dryRun));
    return 0;
  });
}

/** How a report is judged again; the warehouse is handed this. */
export const judging = (catalogue: Catalogue): Judging => ({
  ...reconciling(catalogue),
  judge: (report, earlier, said) => check(report, earlier, catalogue, said),
});

const isOther = ({ came, went, changed }: JudgedAgain) => came.length + went.length + changed.length > 0;

function lineText({ province, period, form }: Key, judged: JudgedAgain, catalogue: Catalogue): string {
  const whose = `${provinceName(province, period, catalogue)}, ${period}, ${form}`;
  return `${whose}: báo cáo ${judged.submission}: ${countText([judged])} điểm cần xem\n`;
}

/** How many were judged, by which rules, and what came, went and changed of each rule. */
function totalText(all: readonly JudgedAgain[], { version, all: rules }: Rules, dryRun: boolean): string {
  const other = all.filter(isOther);
  const what = dryRun ? 'Nếu chấm lại' : 'Đã chấm lại';
  const head = `${what} ${all.length} báo cáo theo bộ quy tắc ${version}: ${other.length} báo cáo thay đổi; ${countText(all)} điểm cần xem\n`;
  const named = new Set(
    other.flatMap(({ came, went, changed }) => [...came, ...went, ...changed].map(({ rule }) => rule)),
  );
  const lines = [...named].sort().map((rule) => {
    const title = rules.get(rule)?.title ?? 'Quy tắc không còn dùng';
    return `  ${title} (${rule}): ${countText(all, rule)}\n`;
  });
  return [head, ...lines].join('');
}

/** Of one rule, or of all. */
function countText(all: readonly JudgedAgain[], rule: string | null = null): string {
  const count = (which: 'came' | 'went' | 'changed') =>
    all.flatMap((each) => each[which]).filter((each) => rule === null || each.rule === rule).length;
  return `thêm ${count('came')}, bớt ${count('went')}, đổi ${count('changed')}`;
}
