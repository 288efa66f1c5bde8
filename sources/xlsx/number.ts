import { Decimal } from '../../schemas/decimal';

/** Excel keeps no more digits; what doubles have behind them is noise of their binary form (`2056.5980000000001`). */
const significantDigits = 15;

/**
 * The number that `<v>` says, as a plain decimal without trailing zeros; null where it is none. Integers keep all their
 * digits: noise stands behind the point only, and other programs write account numbers of 20 digits exactly.
 */
export function storedNumber(written: string): string | null {
  const { digits, point } = plainly(written);
  if (point === -1) return written;
  const surplus = digits - significantDigits;
  if (digits > 0 && surplus <= 0) return withoutTrailingZeros(written);
  if (digits > 0 && written.length - point - 1 > surplus)
    return withoutTrailingZeros(rounded(written, written.length - point - 1 - surplus));
  return unusualNumber(written);
}

/**
 * How many significant digits a plain decimal has, and where its point stands (-1: it has none); no digits where the text
 * is anything else. One pass in place of patterns: it is done for each number.
 */
function plainly(text: string): { digits: number; point: number } {
  const start = text.charCodeAt(0) === minus ? 1 : 0;
  let digits = 0;
  let point = -1;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === dot && point === -1 && at > start) point = at;
    else if (code < zero || code > zero + 9) return none;
    else if (digits > 0 || code !== zero) digits += 1;
  }
  const first = text.charCodeAt(start);
  const leadingZero = first === zero && point !== start + 1;
  return leadingZero || digits === 0 || point === text.length - 1 ? none : { digits, point };
}

const minus = 45;
const dot = 46;
const zero = 48;
/** A point at no place makes `storedNumber` look closer. */
const none = { digits: 0, point: 0 };

/** With an exponent, with zeros in front, or with no number in it. */
function unusualNumber(written: string): string | null {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(written)) return null;
  const double = Number(written);
  // Beyond a double's range Excel has no such number, and written out it would fill the memory.
  if (!Number.isFinite(double)) return null;
  if (double === 0) return '0';
  return new Decimal(written.replace(/^\+/, '').replace(/\.(?=e|$)/i, '')).prec(significantDigits).toFixed();
}

/** Rounded half away from zero, with exactly so many decimals. */
export function rounded(value: string, decimals: number): string {
  const point = value.indexOf('.');
  const has = point === -1 ? 0 : value.length - point - 1;
  if (has <= decimals) {
    if (decimals === 0) return value;
    return (point === -1 ? `${value}.` : value) + '0'.repeat(decimals - has);
  }
  const cut = value.slice(0, decimals === 0 ? point : point + decimals + 1);
  const near = value.charCodeAt(point + decimals + 1) - zero < 5 ? cut : raised(cut);
  return near.startsWith('-') ? near.replace(/^-(?=[0.]*$)/, '') : near;
}

/** One more in the last place, by hand: a library of decimals takes ten times as long, for each number with noise. */
function raised(value: string): string {
  let end = value.length;
  let zeros = '';
  while (end > 0 && (value[end - 1] === '9' || value[end - 1] === '.')) {
    end -= 1;
    zeros = (value[end] === '9' ? '0' : '.') + zeros;
  }
  const digit = value.charCodeAt(end - 1);
  // Nothing but nines, behind a sign or none.
  if (end === 0 || digit === minus) return `${value.slice(0, end)}1${zeros}`;
  return value.slice(0, end - 1) + String.fromCharCode(digit + 1) + zeros;
}

/** Whether a padded text (`012.50`) says the plain decimal. */
export function says(padded: string, value: string): boolean {
  return padded === value || withoutTrailingZeros(padded).replace(/^(-?)0+(?=\d)/, '$1') === value;
}

/** Multiplied by a power of ten. */
export function shifted(value: string, places: number): string {
  return places === 0 ? value : new Decimal(value).times(new Decimal(`1e${places}`)).toFixed();
}

/**
 * As a cell without a format shows it: eleven characters with the point, and six significant digits where small numbers
 * go over to `1.2E-13`. Whole numbers keep all digits: their `1.23457E+11` is the fault of the column's width, and a tax
 * code would be lost in it.
 */
export function general(value: string): string {
  const point = value.indexOf('.');
  if (point === -1) return value;
  const whole = point - (value.startsWith('-') ? 1 : 0);
  const zeros = /^-?0\.(0*)/.exec(value)?.[1]?.length;
  const decimals = zeros === undefined ? Math.max(0, 10 - whole) : zeros < 4 ? 9 : zeros + 6;
  if (value.length - point - 1 <= decimals) return value;
  return withoutTrailingZeros(rounded(value, decimals));
}

export function withoutTrailingZeros(value: string): string {
  return value.endsWith('0') && value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}
