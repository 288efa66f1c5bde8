import type { Said } from './doubts';
import type { RowReading } from './row-reading';
import { readTaxCode, type TaxCode } from './tax-code';

/** The tax code of a row, with `-` and its branch; as it is written, even where its tenth digit is wrong. */
export function taxCodeIn(reading: RowReading): string | null {
  const cell = reading.cell('tax_code');
  if (cell === null) return null;
  const shown = readTaxCode(cell.text);
  // A workbook shows a long number as `1.00E+08`.
  const read = shown === 'invalid' && cell.stored !== undefined ? readTaxCode(cell.stored) : shown;
  if (read === 'none') return null;
  if (read === 'invalid') return reading.refuse('tax_code', cell, noTaxCode(reading.nameOf('tax_code'), cell.text));
  const { code, branch, zeroRestored, tenth } = read;
  if (tenth !== code[9]) reading.doubt('tax_code', cell, wrongDigit(code, tenth));
  if (zeroRestored) reading.doubt('tax_code', cell, lostZero);
  return branch === null ? code : `${code}-${branch}`;
}

/** What spreadsheets make of tax codes. */
function likelyCause(text: string): string {
  if (/^\s*\d[.,]?\d*e\+?\d+\s*$/i.test(text))
    return ' Excel đã rút gọn số này: hãy đổi định dạng ô thành Text rồi ghi lại.';
  if (/^\s*\d{9}\s*$/.test(text))
    return ' Nếu mất số 0 ở đầu thì chữ số cuối cũng không khớp: hãy ghi lại đủ 10 chữ số.';
  return '';
}

const noTaxCode = (column: string, text: string): Said => ({
  rule: 'tax_code.unreadable',
  nature: 'held',
  said: 'each',
  says: (it) =>
    `${it} ở ${column} không phải là mã số thuế (10 chữ số, hoặc 10 chữ số-3 chữ số). Ô này chưa được nạp.${likelyCause(text)}`,
});

const wrongDigit = (code: string, tenth: TaxCode['tenth']): Said => ({
  rule: 'tax_code.check_digit',
  nature: 'doubt',
  said: 'each',
  says: (it) =>
    tenth === null
      ? `Mã số thuế ${it} sai: không có mã số thuế nào bắt đầu bằng ${code.slice(0, 9)}. Đã giữ nguyên; hãy kiểm tra lại.`
      : `Mã số thuế ${it} sai chữ số kiểm tra: chữ số thứ 10 phải là ${tenth} nếu chín chữ số đầu đúng. Đã giữ nguyên; hãy kiểm tra lại.`,
});

const lostZero: Said = {
  rule: 'tax_code.zero_restored',
  nature: 'remark',
  said: 'once',
  says: (cells, count) => `${count} mã số thuế bị mất số 0 ở đầu, ví dụ ${cells}; đã thêm lại.`,
};
