import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { cities } from '../../../config/mail';
import { timeZone } from '../../../config/schedules';
import { gsoCode, type ProvinceId } from '../../../schemas/codes';
import type { Period } from '../../../schemas/period';
import { vietnameseNumber } from '../../../schemas/vietnamese';

/** Whose letter it is, with the province's name in that period. */
export interface Addressee {
  readonly province: ProvinceId;
  readonly period: Period;
  readonly name: string;
}

export const footer =
  'Thư này được lập tự động từ báo cáo của đơn vị và chỉ gửi cho đơn vị. Cần trao đổi, xin trả lời thư này.';

/** `Liên minh Hợp tác xã thành phố Hồ Chí Minh`. */
export function alliance(name: string): string {
  return `Liên minh Hợp tác xã ${cities.includes(name) ? 'thành phố' : 'tỉnh'} ${name.replace(/^TP[.] /, '')}`;
}

/** `[B01 2025-Q3] 12 Lai Châu: …`: sorted by subject, letters lie by form, period and province. */
export function subject(form: string, { province, period, name }: Addressee, text: string): string {
  return `[${form} ${period}] ${gsoCode(province)} ${name}: ${text}`;
}

/** `15/07/2021` of `2021-07-15`. */
export const dayText = (isoDate: string) => isoDate.split('-').reverse().join('/');

/** In Vietnam's time: `15/07/2021 08:30`. */
export const momentText = (moment: Date) => format(new TZDate(moment, timeZone), 'dd/MM/yyyy HH:mm');

export const count = (number: number) => vietnameseNumber(String(number));
