import type { Cell, Locator } from '../../schemas/cell';
import type { Doubt } from './doubts';

/** A row by its number, or a pointer to it. */
export type Line = number | string;

/** Fuller than this, a free place is far. */
const fullest = 0.6;

/**
 * The whole numbers that were seen, and where first: two numbers for each, in a table of its own. Measured on four million:
 * 155 MB at most and 2,1 s, where `Map` took 230 and 3,5.
 */
export class FirstPlaces {
  #codes = new Float64Array(1 << 12);
  /** Of each code its row, or, below zero, its pointer counted from the first; 0 where there is no code. */
  #lines = new Int32Array(1 << 12);
  readonly #pointers: string[] = [];
  #count = 0;

  /** Where the number (up to 2⁵³) stood before; null where it comes for the first time. */
  see(code: number, at: Locator): Line | null {
    const place = placeOf(code, this.#codes, this.#lines);
    const before = this.#lines[place] as number;
    if (before !== 0) return before > 0 ? before : (this.#pointers[-1 - before] ?? null);
    this.#codes[place] = code;
    this.#lines[place] = 'row' in at ? at.row : -this.#pointers.push(at.pointer);
    this.#count += 1;
    if (this.#count > fullest * this.#lines.length) this.#grow();
    return null;
  }

  #grow(): void {
    const codes = new Float64Array(2 * this.#codes.length);
    const lines = new Int32Array(2 * this.#lines.length);
    for (let index = 0; index < this.#lines.length; index += 1) {
      const line = this.#lines[index] as number;
      const code = this.#codes[index] as number;
      if (line === 0) continue;
      const place = placeOf(code, codes, lines);
      codes[place] = code;
      lines[place] = line;
    }
    this.#codes = codes;
    this.#lines = lines;
  }
}

/** The tax codes that a register has had. */
export class Repeats {
  readonly #places = new FirstPlaces();

  /** Where the code (`0100109106`, `0100109106-001`) stood in the register before; null where it comes for the first time. */
  see(taxCode: string, at: Locator): Line | null {
    return this.#places.see(numberOf(taxCode), at);
  }
}

/** Its ten digits, with the number of a branch above them; a code without one has 0 there. */
const numberOf = (taxCode: string) =>
  digitsOf(taxCode, 0, 10) + (taxCode.length > 10 ? 1e10 * (1 + digitsOf(taxCode, 11, 14)) : 0);

/** Digit by digit: `Number` of a part takes three times as long. */
function digitsOf(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = 10 * number + text.charCodeAt(at) - 48;
  return number;
}

/** Where the code stands, or the free place where it belongs; of places there are as many as a power of two. */
function placeOf(code: number, codes: Float64Array, lines: Int32Array): number {
  const last = lines.length - 1;
  // Codes of one office follow one another; times a large odd number they lie apart.
  let place = (Math.imul(code, 0x9e3779b1) >>> 7) & last;
  while (lines[place] !== 0 && codes[place] !== code) place = (place + 1) & last;
  return place;
}

export const lineName = (line: Line) => (typeof line === 'number' ? `dòng ${line}` : `vị trí ${line}`);

/** A code that stood in the register before. */
export const repeated = (taxCode: string, before: Line, cell: Cell): Doubt => ({
  rule: 'tax_code.twice',
  nature: 'doubt',
  role: 'tax_code',
  cell,
  said: 'each',
  says: (it) =>
    `Mã số thuế ${taxCode} đã có ở ${lineName(before)} và có lại ở ${it}; cả hai dòng vẫn được tính. Hãy kiểm tra xem có phải cùng một đơn vị không.`,
});
