import { type Decimal, decimal } from '../../schemas/decimal';

/** `vi`: 1.056.714,5; `en`: 1,056,714.5. */
export type Notation = 'vi' | 'en';

/** One way to read a number; `notation` is null where the number reads alike in both. */
export interface Reading {
  readonly value: Decimal;
  readonly notation: Notation | null;
}

/** What is written where a number is expected. `none`: a dash, nothing or `chưa có`, which is a missing figure and never zero. */
export type WrittenNumber =
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly readings: readonly Reading[]; readonly approximate: boolean }
  | { readonly kind: 'unreadable' };

/**
 * Every way in which the text can be read as a number (one, or two for `34.357`), with sign, parentheses for negative and
 * `~` for about; spaces, apostrophes, dots and commas as thousands marks only where they stand in groups of three.
 */
export function readNumber(written: string): WrittenNumber {
  const text = cleaned(written);
  if (bare.test(text)) return withReadings(readingsOf(text), false);
  if (/^[-–—−.…_]*$/.test(text) || noFigure.test(text)) return { kind: 'none' };
  const match = /^([~≈])?\s*(?:\(\s*([\d., '’]+?)\s*\)|([+−–-])?\s*([\d., '’]+))$/i.exec(text);
  const body = match?.[2] ?? match?.[4];
  if (!match || body === undefined) return { kind: 'unreadable' };
  const negative = match[2] !== undefined || /[−–-]/.test(match[3] ?? '');
  const readings = readingsOf(body.trim()).map(
    ({ value, notation }): Reading => ({ value: negative ? value.neg() : value, notation }),
  );
  return withReadings(readings, match[1] !== undefined);
}

/** How people write that there is no figure, or none yet; `x` is what statistical tables have where none can be. */
const noFigure =
  /^(x|n\/?a|(không|ko|chưa) có( số liệu)?|(không|chưa) (thống kê|tổng hợp|báo cáo)( được)?|đang (tổng hợp|thống kê))$/i;

/** What nearly all numbers are: with nothing to clean, and no sign. Measured: looked for first, they are read twice as fast. */
const bare = /^\d[\d.,]*$/;

const withReadings = (readings: readonly Reading[], approximate: boolean): WrittenNumber =>
  readings.length === 0 ? { kind: 'unreadable' } : { kind: 'number', readings, approximate };

/** Spaces of all kinds are one; gone are footnote marks (`180¹`, `180(1)`) and what Excel has before text and formulas. */
export function cleaned(written: string): string {
  if (bare.test(written)) return written;
  return written
    .replace(/[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u207d\u207e\u2080-\u2089]+/g, '')
    .normalize('NFC')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .replace(/[\uff10-\uff19]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .trim()
    .replace(/^['=] ?(?=[\d+-])/, '')
    .replace(/ ?\*+$|(?<=\d)(\(\d{1,2}\)|\[\d{1,2}\])$/, '')
    .replace(/^(.*\d) ?\(ước( tính)?\)$/i, '~$1')
    .replace(/^(khoảng|gần|xấp xỉ|ước( tính| đạt)?) /i, '~');
}

function readingsOf(body: string): Reading[] {
  if (/^\d+$/.test(body)) return [{ value: decimal(body), notation: null }];
  if (/[ '’]/.test(body)) {
    const groups = /^(\d{1,3}(?:([ '’])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/.exec(body);
    if (!groups) return [];
    const [, whole = '', , mark, rest] = groups;
    return [
      { value: joined(whole.replace(/[ '’]/g, ''), rest), notation: mark === undefined ? null : decimalMark(mark) },
    ];
  }
  const readings: Reading[] = [];
  for (const { notation, grouped, plain } of marked) {
    const [, whole, rest] = grouped.exec(body) ?? [];
    // `0.357` and `05.123` have no thousands: a group never follows a leading zero.
    if (whole !== undefined && !body.startsWith('0'))
      readings.push({ value: joined(whole.replace(/[.,]/g, ''), rest), notation });
    const [, before, after] = plain.exec(body) ?? [];
    if (before !== undefined) readings.push({ value: joined(before, after), notation });
  }
  return readings;
}

/** How the marks stand in each notation: in groups of three with decimals or none, or before decimals alone. */
const marked = [
  { notation: 'vi', grouped: /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/, plain: /^(\d+),(\d+)$/ },
  { notation: 'en', grouped: /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/, plain: /^(\d+)\.(\d+)$/ },
] as const;

const joined = (whole: string, rest: string | undefined) => decimal(rest === undefined ? whole : `${whole}.${rest}`);
const decimalMark = (mark: string): Notation => (mark === ',' ? 'vi' : 'en');
