import { type Cell, placeName } from '../../schemas/cell';
import { decimal } from '../../schemas/decimal';
import type { DraftReport } from '../../schemas/draft';
import type { Finding } from '../../schemas/finding';
import { vietnameseNumber } from '../../schemas/vietnamese';

/** A binary fraction is off its decimal by less than this; what a format leaves out is more. */
const noise = decimal('1e-9');

/** Numbers of a workbook whose format shows fewer digits than the cell holds: read as shown, which is said once. */
export function roundedCells({ rows }: Pick<DraftReport, 'rows'>): Finding[] {
  const cells = rows.flatMap(({ value, plan }) => [value, plan]).filter((cell) => cell !== null && isRounded(cell));
  const [first] = cells;
  if (!first) return [];
  const more = cells.length > 1 ? ` (và ${cells.length - 1} ô khác)` : '';
  return [
    {
      rule: 'cell.rounded',
      nature: 'remark',
      code: null,
      sector: null,
      at: first.at,
      raw: first.text,
      message: `${capital(placeName(first.at))} hiển thị ${vietnameseNumber(first.text)} nhưng trong ô là ${vietnameseNumber(first.stored ?? '')}${more}: đã đọc theo số hiển thị. Nếu cần đủ số lẻ, hãy tăng số chữ số thập phân của ô rồi gửi lại.`,
      proposal: null,
    },
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function isRounded({ text, stored, literal }: Cell): boolean {
  const plain = /^-?\d+(\.\d+)?$/;
  if (!literal || stored === undefined || !plain.test(text) || !plain.test(stored)) return false;
  const kept = decimal(stored);
  const digits = text.split('.')[1]?.length ?? 0;
  const off = kept.minus(decimal(text)).abs();
  return kept.round(digits).eq(decimal(text)) && off.gt(kept.abs().times(noise));
}
