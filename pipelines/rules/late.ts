import { differenceInCalendarDays, parseISO } from 'date-fns';
import type { Finding } from '../../schemas/finding';
import type { Figures } from './figures';

/** A report that came after the day on which it was due. */
export function late({ earlier }: Figures): Finding[] {
  if (!earlier.late) return [];
  const { dueOn, receivedOn } = earlier.late;
  const days = differenceInCalendarDays(parseISO(receivedOn), parseISO(dueOn));
  return [
    {
      rule: 'report.late',
      nature: 'remark',
      code: null,
      sector: null,
      at: null,
      raw: null,
      message: `Báo cáo nhận ngày ${vietnamese(receivedOn)}, muộn ${days} ngày so với hạn ${vietnamese(dueOn)}.`,
      proposal: null,
    },
  ];
}

const vietnamese = (day: string) => day.split('-').reverse().join('/');
