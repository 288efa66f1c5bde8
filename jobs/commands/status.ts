import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import type { Pool } from 'pg';
import { timeZone } from '../../config/schedules';
import type { Settings } from '../../config/settings';
import { areaName } from '../../pipelines/national/table';
import type { Catalogue } from '../../schemas/catalogue';
import { gsoCode } from '../../schemas/codes';
import { mapOf, type Period, periodName } from '../../schemas/period';
import { cleanRates } from '../../sinks/mail/effect';
import { mailCounts } from '../../sinks/mail/outbox';
import { type PeriodLife, periodLives } from '../../sinks/warehouse/periods';
import { lastRun, type Run } from '../../sinks/warehouse/runs';
import { judgedOtherwise } from '../../sinks/warehouse/standing';
import { receiptCounts, reportedPeriods, standingReports } from '../../sinks/warehouse/submissions';
import { withWarehouse } from '../system';
import type { Warehouse } from '../warehouse';
import { provinceName } from '../wording';
import { periodOf } from './arguments';

/** Who has reported, when, with how many findings; who has not; what ran last night. */
export async function status(options: { readonly period?: string }, settings: Settings): Promise<number> {
  return withWarehouse(settings, async (warehouse) => {
    const periods = options.period === undefined ? await reportedPeriods(warehouse.pool) : [periodOf(options.period)];
    const [latest] = periods;
    if (latest === undefined) process.stdout.write('Chưa có báo cáo nào.\n');
    // Without a period: the latest in full, the earlier ones in a line each.
    else process.stdout.write(await periodStatus(warehouse, latest as Period));
    for (const earlier of periods.slice(1)) {
      const reports = await standingReports(warehouse.pool, earlier);
      process.stdout.write(`${earlier}: ${reports.length}/${mapOf(earlier as Period)} đơn vị đã báo cáo\n`);
    }
    process.stdout.write(await systemStatus(warehouse));
    return 0;
  });
}

async function periodStatus(warehouse: Warehouse, period: Period): Promise<string> {
  const { catalogue, pool } = warehouse;
  const reports = await standingReports(pool, period);
  const map = mapOf(period);
  const expected = [...catalogue.provinces.values()].filter((province) => province.map === map);
  const missing = expected.filter(({ id }) => !reports.some((report) => report.province === id));
  const lines = reports.map((report) => {
    const findings = `${report.errors} lỗi, ${report.warnings} cảnh báo, ${report.notes} ghi chú`;
    return `  ${provinceName(report.province, period, catalogue)}: báo cáo ${report.submission}${report.form === 'B01' ? '' : ` (${report.form})`}, nhận ${local(report.received_at)}${report.sources > 1 ? ` (${report.sources} tệp cùng số liệu)` : ''}, ${report.rows_loaded}/${report.rows} dòng, ${findings}\n`;
  });
  const names = missing.map(({ id }) => areaName(gsoCode(id), period, map, catalogue));
  return [
    `${periodName(period)} (${period}): ${expected.length - missing.length}/${expected.length} đơn vị đã báo cáo\n`,
    lifeText(await periodLives(pool, timeZone, period)),
    ...lines,
    await cleanText(warehouse, period),
    missing.length === 0 ? '' : `Chưa báo cáo (${missing.length}): ${names.join(', ')}\n`,
  ].join('');
}

/** How far the period has come, and what came after its last edition. */
function lifeText([life]: readonly PeriodLife[]): string {
  if (life === undefined || life.due_on === null) return '';
  const { due_on, closed_at, late, editions, since } = life;
  const latest = editions.at(-1);
  const parts = [
    `hạn gửi ${due_on.split('-').reverse().join('/')}${late === 0 ? '' : `, ${late} đơn vị gửi muộn`}`,
    ...(closed_at === null ? [] : [`đã đóng ${local(closed_at)}`]),
    ...(latest === undefined ? [] : [`ấn bản ${latest.edition} công bố ${local(new Date(latest.at))}`]),
    ...(since === 0 ? [] : [`sau đó có ${since} báo cáo mới hoặc rút lại, chờ ấn bản sau`]),
  ];
  return `  ${parts.join('; ')}\n`;
}

async function cleanText({ pool }: Warehouse, period: Period): Promise<string> {
  const rate = (await cleanRates(pool)).find((each) => each.period === period);
  if (rate === undefined) return '';
  const of = (part: number) => `${part}/${rate.provinces}`;
  return `Báo cáo B01 không có lỗi, cảnh báo: ${of(rate.first)} ngay khi nhận, ${of(rate.last)} sau khi xử lý\n`;
}

async function systemStatus({ pool, catalogue }: Warehouse): Promise<string> {
  const { waiting, failed } = await receiptCounts(pool);
  return [
    `Tệp đang chờ: ${waiting}; tệp gặp lỗi chương trình: ${failed}\n`,
    await judgedText(pool, catalogue),
    `Tổng hợp hằng đêm: ${ranText(await lastRun(pool, 'nightly'))}\n`,
    `Lịch quý: ${ranText(await lastRun(pool, 'quarterly'))}\n`,
    await mailText(pool),
  ].join('');
}

/** Reports that were judged before the rules or the profile were changed. */
async function judgedText(pool: Pool, { rules }: Catalogue): Promise<string> {
  const reports = await judgedOtherwise(pool, rules.version);
  return reports === 0 ? '' : `Báo cáo được chấm theo bộ quy tắc khác: ${reports} (chấm lại bằng judge)\n`;
}

/** What staff have to do about mails: those given up, letters that nobody is there to get, and those that were set aside. */
async function mailText(pool: Pool): Promise<string> {
  const { waiting, sent, failed, unaddressed, aside } = await mailCounts(pool, new Date());
  const bad = failed === 0 ? '' : ' (xem bằng mail list --failed)';
  const lost = unaddressed === 0 ? '' : ' (hãy ghi người nhận vào contacts.csv)';
  const crowd =
    aside === 0 ? '' : `; để riêng ${aside} vì một đơn vị nộp quá nhiều báo cáo một ngày (gửi bằng mail --period)`;
  return `Thư gửi đơn vị: đã gửi ${sent}; đang chờ ${waiting}; không gửi được ${failed}${bad}; không có người nhận ${unaddressed}${lost}${crowd}\n`;
}

function ranText(run: Run | null): string {
  if (run === null) return 'chưa chạy lần nào';
  if (run.finished_at === null) return `bắt đầu ${local(run.started_at)}, chưa xong`;
  return `chạy ${local(run.started_at)}, xong ${local(run.finished_at)}: ${run.outcome}`;
}

const local = (moment: Date) => format(new TZDate(moment, timeZone), 'dd/MM/yyyy HH:mm');
