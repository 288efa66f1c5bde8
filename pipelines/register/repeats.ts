import type { Cell, Locator } from '../../schemas/cell';
import type { Doubt } from './doubts';

/** The tax codes that a register has had, and where: of a million rows no more than a number each. */
export class Repeats {
  /** By tax office (and branch), then by the eight digits behind it: small numbers are four times as fast as long ones. */
  readonly #offices = new Map<string, Map<number, number | string>>();

  /** A doubt where the code (`0100109106`, `0100109106-001`) stood in the register before. */
  see(taxCode: string, cell: Cell): Doubt | null {
    const rows = this.#rowsOf(taxCode.slice(0, 2) + taxCode.slice(10));
    const number = Number(taxCode.slice(2, 10));
    const before = rows.get(number);
    if (before === undefined) rows.set(number, lineOf(cell.at));
    return before === undefined ? null : repeated(taxCode, before, cell);
  }

  #rowsOf(office: string): Map<number, number | string> {
    const rows = this.#offices.get(office) ?? new Map();
    if (rows.size === 0) this.#offices.set(office, rows);
    return rows;
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
