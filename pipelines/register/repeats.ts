import type { Cell, Locator } from '../../schemas/cell';
import type { Doubt } from './doubts';

/** A row by its number, or a pointer to it. */
type Line = number | string;

/** The tax codes that a register has had, and where: of a million rows no more than a number each. */
export class Repeats {
  /** By tax office (and branch), then by the eight digits behind it: small numbers are four times as fast as long ones. */
  readonly #offices = new Map<string, Map<number, Line>>();

  /** Where the code (`0100109106`, `0100109106-001`) stood in the register before; null where it comes for the first time. */
  see(taxCode: string, at: Locator): Line | null {
    const rows = this.#rowsOf(taxCode.slice(0, 2) + taxCode.slice(10));
    const number = Number(taxCode.slice(2, 10));
    const before = rows.get(number);
    if (before === undefined) rows.set(number, 'row' in at ? at.row : at.pointer);
    return before ?? null;
  }

  #rowsOf(office: string): Map<number, Line> {
    const rows = this.#offices.get(office) ?? new Map();
    if (rows.size === 0) this.#offices.set(office, rows);
    return rows;
  }
}

/** A code that stood in the register before. */
export const repeated = (taxCode: string, before: Line, cell: Cell): Doubt => ({
  rule: 'tax_code.twice',
  severity: 'warning',
  role: 'tax_code',
  cell,
  said: 'each',
  says: (it) =>
    `Mã số thuế ${taxCode} đã có ở ${typeof before === 'number' ? `dòng ${before}` : `vị trí ${before}`} và có lại ở ${it}; cả hai dòng vẫn được tính. Hãy kiểm tra xem có phải cùng một đơn vị không.`,
});
