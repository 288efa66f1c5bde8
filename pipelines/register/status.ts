import type { CooperativeStatus, RegisterWords } from '../../schemas/register';
import { fold } from '../../schemas/text';

const longest = 200;

/**
 * The status in a cell, also where its time or reason follows the words: `giải thể tháng 3/2022`, `tạm ngừng từ 2021`,
 * `Đang hoạt động, hiệu quả`. Null where what follows may take the words back.
 */
export function statusIn(text: string, statusOf: RegisterWords['statusOf']): CooperativeStatus | null {
  const whole = statusOf(text);
  if (whole !== null || text.length > longest) return whole;
  const [, said = '', more = ''] = /^([^,;(\d]*)(.*)$/s.exec(text.trim()) ?? [];
  if (takesBack.test(fold(more))) return null;
  const words = said.trim().split(/[\s:–-]+/);
  while (leadsOver.has(fold(words.at(-1) ?? 'none'))) words.pop();
  return statusOf(words.join(' '));
}

/** What stands between a status and its time or paper. */
const leadsOver = new Set('ke tu vao trong den theo dau cuoi ngay thang nam quy t q qd quyet dinh so'.split(' '));

const takesBack = /\b(ngung|dung|giai the|khong|chua|sap nhap|hoat dong|nhung)\b/;
