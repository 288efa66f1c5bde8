import type { Cell, Locator } from '../../schemas/cell';
import type { Doubt } from './doubts';

/** The tax codes that a register has had, and where: of a million rows no more than a number each. */
export class Repeats {
  readonly #rows = new Map<number, number | string>();

  /** A doubt where the code (`0100109106`, `0100109106-001`) stood in the register before. */
  see(taxCode: string, cell: Cell): Doubt | null {
    // Behind a 1 no leading 0 is lost, and a branch stays three digits longer: no two codes are one number.
    const key = Number(`1${taxCode.replace('-', '')}`);
    const before = this.#rows.get(key);
    if (before === undefined) this.#rows.set(key, lineOf(cell.at));
    return before === undefined ? null : repeated(taxCode, before, cell);
  }
}

const lineOf = (at: Locator) => ('row' in at ? at.row : at.pointer);

const repeated = (taxCode: string, before: number | string, cell: Cell): Doubt => ({
  rule: 'tax_code.twice',
  severity: 'warning',
  role: 'tax_code',
  cell,
  said: 'each',
  says: (it) =>
    `Mã số thuế ${taxCode} đã có ở ${typeof before === 'number' ? `dòng ${before}` : `vị trí ${before}`} và có lại ở ${it}; cả hai dòng vẫn được tính. Hãy kiểm tra xem có phải cùng một đơn vị không.`,
});
