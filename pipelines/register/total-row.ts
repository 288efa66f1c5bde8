import type { Cell } from '../../schemas/cell';
import { fold } from '../../schemas/text';

/** `Tổng cộng`, `Cộng huyện Lục Ngạn`, `Tổng số HTX: 412`, `Cộng (A+B)`, `Lũy kế`; `Tổng hợp Tân Hưng` and `Cộng Hòa` are names. */
export const namesTotal = (text: string) =>
  /^\s*[tTcClL]/.test(text) &&
  /^((tong|cong|tong cong|tong so)( (htx|hop tac xa|tht|lhhtx|huyen|xa|thi xa|thanh pho|quan|toan|trang|chung|\d).*)?|(cong|tong cong)( [a-z]){1,4}|cong don|cong chuyen( sang)?( trang)?|luy ke|toan (tinh|huyen|thanh pho))$/.test(
    fold(text),
  );

/**
 * `Cộng lĩnh vực nông nghiệp`, `T.Cộng`: of a row that says no more it is a total of whatever; `Cộng Hòa`, `Tổng hợp` and
 * `Công nghệ` begin a name.
 */
export const beginsAsTotal = (text: string) =>
  /^\s*(t\s*\.\s*)?(cộng|tổng)(?![\p{L}\p{M}])(?!\s+(hòa|hoà|đồng|hợp|lực|hưởng|sinh)(?![\p{L}\p{M}]))/iu.test(
    text.normalize('NFC'),
  );

/** Whether it is a total of all that stands above it, whatever stands between. */
export const isOfAll = (text: string) => /^(tong|luy ke|cong (don|toan|chung)|toan)/.test(fold(text));

/** How many cooperatives a total says there are (`Tổng số: 02`, `Cộng huyện Lục Ngạn: 12 HTX`); null where it does not say. */
export function countNamed(text: string): number | null {
  const counted = /(?:^|\D )(\d{1,7})(?: (?:htx|hop tac xa|tht|to hop tac|lhhtx|qtdnd|don vi|co so))?$/.exec(
    fold(text),
  );
  const sum = /[+=]/.test(text) || /\b(nam|thang|quy|trang) \d+$/.test(fold(text));
  return counted === null || sum ? null : Number(counted[1]);
}

/** The cell that names the total: the first filled one, or the next where that is a number. */
export function totalCell(cells: readonly Cell[]): Cell | null {
  const [first, second] = cells.filter(({ text }) => text.trim() !== '');
  return [first, second].find((cell) => cell !== undefined && namesTotal(cell.text)) ?? null;
}
