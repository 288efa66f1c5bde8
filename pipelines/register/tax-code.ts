/** A cooperative's tax code as written: its ten digits, and the branch where it names one. */
export interface TaxCode {
  readonly code: string;
  readonly branch: string | null;
  /** The leading 0 that a spreadsheet drops had to be put back. */
  readonly zeroRestored: boolean;
  /** The tenth digit as it has to be; null where no tax code begins with these nine. */
  readonly tenth: string | null;
}

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
const zero = '0'.charCodeAt(0);

/**
 * Reads a tax code: ten digits, ten and three for a branch, with or without dashes, dots and spaces; nine digits are ten
 * whose leading 0 was lost, if the tenth digit says so. `none`: nothing is written; `invalid`: something is, but no tax code.
 */
export function readTaxCode(written: string): TaxCode | 'none' | 'invalid' {
  // Nearly all are written so and need no cleaning, which takes four times as long.
  if (/^\d{10}$/.test(written)) return { code: written, branch: null, zeroRestored: false, tenth: tenthDigit(written) };
  const text = written.replace(/^'/, '').trim();
  if (/^([-–—.]*|chưa có|không có)$/i.test(text.normalize('NFC'))) return 'none';
  const digits = text.replace(/[\s.\u00a0]/g, '');
  const match = /^(\d{9}|\d{10})(?:-?(\d{3}))?$/.exec(digits);
  if (!match?.[1]) return 'invalid';
  const zeroRestored = match[1].length === 9;
  const code = match[1].padStart(10, '0');
  const tenth = tenthDigit(code);
  // Twelve digits in a row are a branch whose leading 0 was lost; the pattern has them as nine and three.
  return zeroRestored && tenth !== code[9] ? 'invalid' : { code, branch: match[2] ?? null, zeroRestored, tenth };
}

/** The tenth digit is 10 − (Σ dᵢ·wᵢ mod 11), weights 31 … 3 (forms.md, B02); where that makes 10 there is none: null. */
export function tenthDigit(code: string): string | null {
  let sum = 0;
  for (let index = 0; index < weights.length; index += 1)
    sum += (weights[index] as number) * (code.charCodeAt(index) - zero);
  return sum % 11 === 0 ? null : String(10 - (sum % 11));
}
