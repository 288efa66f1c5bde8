import type { Settings } from '../../config/settings';
import { type Priority, priorities } from '../../pipelines/priority';
import { placeName } from '../../schemas/cell';
import { type IndicatorCode, type ProvinceId, provinceId, type SectorCode } from '../../schemas/codes';
import { mapOf, type Period } from '../../schemas/period';
import { oneLine } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';
import { findingsCsv } from '../../sinks/exports/findings-csv';
import { findingsPage } from '../../sinks/exports/findings-html';
import { decisionText, englishText, proposalText, severityWords } from '../../sinks/exports/findings-wording';
import {
  type FindingsOf,
  findingRecord,
  type PlacedFinding,
  placedFindings,
  reportFiles,
} from '../../sinks/warehouse/findings';
import { stakesOf } from '../../sinks/warehouse/stakes';
import { withWarehouse } from '../system';
import type { Warehouse } from '../warehouse';
import { provinceName } from '../wording';
import { type Marked, markedCopy } from './annotate';
import { periodOf, provincesNamed } from './arguments';
import { CommandError } from './error';
import { writeOut } from './out';

export interface FindingsOptions {
  readonly province?: string;
  readonly period?: string;
  readonly submission?: string;
  readonly format: 'text' | 'csv' | 'json' | 'html';
  readonly order: 'place' | 'effect';
  readonly annotate?: boolean;
  readonly out?: string;
}

/** What is doubtful in the reports that stand: where, why, and what would mend it; or a report's file with that marked in it. */
export async function findings(options: FindingsOptions, settings: Settings): Promise<number> {
  const { out } = options;
  if (options.annotate && out === undefined)
    throw new CommandError('--annotate: --out FILE says where to put the copy', 2);
  if (options.order === 'effect' && (options.annotate || options.format === 'html'))
    throw new CommandError('--order effect: as text, csv or json', 2);
  return withWarehouse(settings, async (warehouse) => {
    const period = options.period === undefined ? null : periodOf(options.period);
    const provinces =
      options.province === undefined ? [null] : provincesNamed(options.province, period, warehouse.catalogue);
    const submission = options.submission === undefined ? {} : { submission: options.submission };
    const asked = provinces.map((province) => ({ province, period, ...submission }));
    if (options.annotate && out !== undefined) {
      const copy = await markedCopy(warehouse, asked, out);
      await writeOut(out, copy.content);
      process.stdout.write(`${oneLine(out)}: ${copyText(copy)}\n`);
      return 0;
    }
    const found: PlacedFinding[] = [];
    for (const of of asked) found.push(...(await placedFindings(warehouse.pool, of)));
    const none = found.length === 0 ? await nothingToLookAt(asked, warehouse) : '';
    const listed = options.order === 'effect' ? await byEffect(found, warehouse) : found;
    const text = options.format === 'text' && found.length === 0 ? none : formats[options.format](listed, warehouse);
    if (options.format !== 'text') process.stderr.write(none);
    if (out === undefined) process.stdout.write(text);
    else await writeOut(out, text);
    return 0;
  });
}

/** A finding, with what is expected of it where that was asked for. */
type Listed = PlacedFinding & Partial<Priority>;

/** The largest expected effect on a national figure first; what has none stays in its order at the end. */
async function byEffect(found: readonly PlacedFinding[], { pool, catalogue }: Warehouse): Promise<Listed[]> {
  const stakes = await stakesOf(
    pool,
    found.map(({ id }) => id),
  );
  const known = priorities(stakes, catalogue);
  const rank = new Map([...known.keys()].map((id, at) => [id, at]));
  return found
    .map((one) => ({ ...one, ...(known.get(one.id) ?? { effect: 0, needed: false }) }))
    .sort((a, b) => (rank.get(a.id) ?? rank.size) - (rank.get(b.id) ?? rank.size));
}

const formats: Readonly<Record<FindingsOptions['format'], (found: readonly Listed[], warehouse: Warehouse) => string>> =
  {
    text,
    csv: (found, warehouse) => findingsCsv(found.map(recordIn(warehouse))),
    json: (found, warehouse) => `${JSON.stringify(found.map(recordIn(warehouse)), null, 1)}\n`,
    html: (found, warehouse) =>
      findingsPage(found, {
        province: (one) => whose(one, warehouse),
        figure: (one) => figureName(one, warehouse),
      }),
  };

/** What is open first, for that is the work; then what was decided. */
function text(found: readonly Listed[], warehouse: Warehouse): string {
  const open = found.filter(({ status }) => status === 'open');
  const decided = found.filter(({ status }) => status !== 'open');
  return [
    ...open.map((one, at) => `${stop(one, open[at - 1])}${line(one, warehouse)}`),
    ...(decided.length === 0 ? [] : ['──── Đã quyết định ────\n']),
    ...decided.map((one) => line(one, warehouse)),
  ].join('');
}

/** That nothing is doubtful is good news only where there is a report. */
async function nothingToLookAt(asked: readonly FindingsOf[], { pool, catalogue }: Warehouse): Promise<string> {
  for (const of of asked) if ((await reportFiles(pool, of)).length > 0) return 'Không có điểm cần xem.\n';
  const [first] = asked;
  if (first?.submission !== undefined) return `Không có báo cáo ${oneLine(first.submission)}.\n`;
  const province = catalogue.provinces.get(first?.province as ProvinceId)?.names[0]?.name;
  const whose = province === undefined ? '' : ` của ${province}`;
  return `Chưa có báo cáo nào${whose}${first?.period == null ? '' : ` cho kỳ ${first.period}`}.\n`;
}

function copyText({ report, findings, lost }: Marked): string {
  const count = findings === 0 ? 'không có điểm cần xem' : `đã đánh dấu ${findings} điểm cần xem`;
  const without = lost.length === 0 ? '' : `; bản này không giữ được ${lost.join(', ')} của sổ tính gốc`;
  return `${count} trong ${oneLine(report.file)} (báo cáo ${report.submission})${without}`;
}

/** `effect`: a part of the national figure, 0.01 for 1%; `needed`: above the line. */
const recordIn =
  ({ catalogue }: Warehouse) =>
  ({ effect, needed, ...one }: Listed) => ({
    ...{ ...findingRecord(one), english: englishText(one, catalogue.rules) },
    ...(effect === undefined ? {} : { effect: effect.toFixed(6), needed }),
  });

/** The line at which staff can stop. */
function stop(one: Listed, before: Listed | undefined): string {
  return one.needed === false && before?.needed !== false
    ? '──── Có thể dừng ở đây: các điểm dưới đây dự kiến làm mỗi số toàn quốc lệch chưa đến 1% ────\n'
    : '';
}

function line(one: Listed, warehouse: Warehouse): string {
  const { proposal, decision } = one;
  const isOpen = one.status === 'open';
  const proposed = isOpen && proposal !== null ? `\n    Đề nghị: ${proposalText(proposal)}` : '';
  const decided = decision === null ? '' : `\n    Đã quyết định: ${decisionText(decision)}`;
  const share = one.effect === undefined || !isOpen ? '' : vietnameseNumber((one.effect * 100).toFixed(2));
  const expected = share && `\n    Dự kiến số toàn quốc lệch: ${share}%`;
  const place = one.at === null ? '' : `, ${placeName(one.at)}`;
  return `${one.id}  ${severityWords[one.severity].toUpperCase()}  ${whose(one, warehouse)}, ${one.period}, ${oneLine(one.file)}${place}\n    ${oneLine(one.message)}${proposed}${decided}${expected}\n`;
}

function whose({ province, period }: PlacedFinding, { catalogue }: Warehouse): string {
  return provinceName(provinceId(mapOf(period as Period), province), period, catalogue);
}

/** `Tổng vốn điều lệ HTX, Môi trường`. */
function figureName({ code, sector }: PlacedFinding, { catalogue }: Warehouse): string {
  const indicator = catalogue.indicators.get(code as IndicatorCode)?.label ?? code ?? '';
  if (sector === null || sector === 'all') return indicator;
  return `${indicator}, ${catalogue.sectors.get(sector as SectorCode)?.label ?? sector}`;
}
