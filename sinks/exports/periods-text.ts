import { TZDate } from '@date-fns/tz';
import CliTable from 'cli-table3';
import { format } from 'date-fns';
import { timeZone } from '../../config/schedules';
import { mapOf } from '../../schemas/period';
import type { PeriodLife } from '../warehouse/periods';

/** A line for each period, for staff. */
export function periodsText(lives: readonly PeriodLife[]): string {
  if (lives.length === 0) return 'Chưa có kỳ nào.\n';
  const table = new CliTable({
    head: ['Kỳ', 'Trạng thái', 'Hạn gửi', 'Đã báo cáo', 'Gửi muộn', 'Ấn bản', 'Báo cáo sau ấn bản'],
    colAligns: ['left', 'left', 'left', 'right', 'right', 'left', 'right'],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const { period, due_on, closed_at, editions, reported, late, since } of lives) {
    const latest = editions.at(-1);
    table.push([
      period,
      latest !== undefined ? 'đã công bố' : closed_at !== null ? 'đã đóng' : due_on !== null ? 'đang mở' : 'chưa mở',
      due_on?.split('-').reverse().join('/') ?? '',
      `${reported}/${mapOf(period)}`,
      due_on === null ? '' : String(late),
      editions
        .map(({ edition, at }) => `${edition} (${format(new TZDate(new Date(at), timeZone), 'dd/MM/yyyy')})`)
        .join(', '),
      latest === undefined ? '' : String(since),
    ]);
  }
  return `${table.toString()}\n`;
}
