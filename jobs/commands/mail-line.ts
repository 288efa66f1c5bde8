import { contactsFile } from '../../config/contacts';
import type { ProvinceId } from '../../schemas/codes';
import { mapOf, type Period } from '../../schemas/period';
import { oneLine } from '../../schemas/text';
import { momentText } from '../../sinks/mail/letters/wording';
import type { MailLine } from '../../sinks/mail/outbox';
import type { Warehouse } from '../warehouse';
import { provinceOf } from './arguments';
import { CommandError } from './error';

/** In the place of an address. */
export const nobody = `không có người nhận (ghi vào ${contactsFile})`;

const states: Readonly<Record<MailLine['status'], string>> = {
  sent: 'đã gửi',
  waiting: 'đang chờ',
  failed: 'KHÔNG GỬI ĐƯỢC',
  unaddressed: 'chưa gửi',
};

/** A mail with what became of it, on one line. */
export function lineText({ mail: id, subject, email, status, attempts, due_at, ended_at, answer }: MailLine): string {
  const when =
    status === 'waiting' && attempts > 0 && due_at !== null
      ? `, thử lại lúc ${momentText(due_at)}`
      : ended_at === null
        ? ''
        : ` ${momentText(ended_at)}`;
  const why = status === 'failed' || (status === 'waiting' && attempts > 0) ? ` (${oneLine(answer ?? '')})` : '';
  return `${id ?? '-'}  ${oneLine(subject)}  →  ${email ?? nobody}: ${states[status]}${when}${why}`;
}

/** The province of `--province`, on the map of the period: a code by itself names nothing. */
export function provinceGiven(
  text: string | undefined,
  period: Period | null,
  { catalogue }: Warehouse,
): ProvinceId | null {
  if (text === undefined) return null;
  if (period === null) throw new CommandError('--province: --period says on which map of provinces', 2);
  return provinceOf(text, mapOf(period), catalogue);
}
