import { type Period, periodFromCode } from '../../schemas/period';
import { fold } from '../../schemas/text';

const ordinals: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 };
const monthsToQuarter: Readonly<Record<string, number>> = { 3: 1, 6: 2, 9: 3, 12: 4 };

/** `6 tháng đầu năm 2021`, `Quý II/2021`, `cả năm 2020`, `nhiệm kỳ 2013 - 2018` or a code, as a period; null where it is none. */
export function readPeriod(written: string): Period | null {
  const code = periodFromCode(written);
  if (code !== null) return code;
  // No period is longer; a cell of a million letters must not keep the machine busy.
  const text = written.length > 200 ? '' : plainWords(fold(written));
  const term = /^nhiem ky (\d{4}) (\d{4})$/.exec(text);
  if (term) return periodFromCode(`${term[1]}..${term[2]}`);
  const both = /^quy (iv|i{1,3}|[1-4]) va (\d{1,2} thang(?: dau)?(?: nam)? \d{4})$/.exec(text);
  if (both) return agreeing(readPeriod(`quy ${both[1]} ${text.slice(-4)}`), readPeriod(both[2] ?? ''));
  const span = /^tu (?:ngay )?0?1 0?1 (\d{4}) den (?:ngay )?(31 0?3|30 0?6|30 0?9|31 12) (\d{4})$/.exec(text);
  if (span && span[1] === span[3]) return periodFromCode(`${span[1]}-Q${Number(span[2]?.slice(3)) / 3}`);
  const quarterly = /^(?:(?:quy|q) ?(?=\w)|(?=[iv]))(iv|i{1,3}|0?[1-4])(?: nam)? (\d{4})$/.exec(text);
  if (quarterly) return periodFromCode(`${quarterly[2]}-Q${ordinals[(quarterly[1] ?? '').replace(/^0/, '')]}`);
  const months = /^0?(3|6|9|12) ?(?:thang|t)(?: dau)?(?: nam)? (\d{4})$/.exec(text);
  if (months) return periodFromCode(`${months[2]}-Q${monthsToQuarter[months[1] ?? '']}`);
  const year = /^(?:ca )?nam (\d{4})$/.exec(text);
  return year ? periodFromCode(year[1] ?? '') : null;
}

/** `Ước cả năm 2022`, `Sáu tháng đầu năm 2022 và phương hướng …`: the period that is reported, in digits. */
function plainWords(text: string): string {
  return text
    .replace(/ (va )?phuong huong .*$/, '')
    .replace(/^uoc (thuc hien )?| uoc$/g, '')
    .replace(/\b(ba|sau|chin) thang\b/, (_, word: string) => `${{ ba: 3, sau: 6, chin: 9 }[word]} thang`)
    .trim();
}

const agreeing = (one: Period | null, other: Period | null) => (one === other ? one : null);

/** The first date in the text (`31/5/2021`, `18-6-2021`, `2021-05-31`), ISO; null where there is none that exists. */
export function readDate(written: string): string | null {
  const words = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu.exec(written.normalize('NFC'));
  if (words) return readDate(`${words[1]}/${words[2]}/${words[3]}`);
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(written);
  const local = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(written);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [local?.[3], local?.[2], local?.[1]];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return date.toISOString().slice(0, 10) === text ? text : null;
}

/** `21/BC-LM ngày 18/6/2021`: the number of a document and its date. */
export function readDocument(written: string): { number: string | null; date: string | null } {
  const number = written.split(/\s+ngày\s+|\s*,\s*ngày\s+/i)[0]?.trim() ?? '';
  return { number: number === '' ? null : number, date: readDate(written) };
}
