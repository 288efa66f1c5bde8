import { type Decimal, decimal } from '../../schemas/decimal';

/** `vi`: 1.056.714,5; `en`: 1,056,714.5. */
export type Notation = 'vi' | 'en';

/** One way to read a number; `notation` is null where the number reads alike in both. */
export interface Reading {
  readonly value: Decimal;
  readonly notation: Notation | null;
}

/** What is written where a number is expected. `none`: a dash or nothing, which is a missing figure and never zero. */
export type WrittenNumber =
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly readings: readonly Reading[]; readonly approximate: boolean }
  | { readonly kind: 'unreadable' };

/**
 * Every way in which the text can be read as a number (one, or two for `34.357`), with sign, parentheses for negative and
 * `~` for about; spaces, dots and commas as thousands marks only where they stand in groups of three.
 */
export function readNumber(written: string): WrittenNumber {
  const text = cleaned(written);
  if (/^([-–—−.…_]*|không có)$/i.test(text)) return { kind: 'none' };
  const match = /^([~≈])?\s*(?:\(\s*([\d., ]+?)\s*\)|([+−–-])?\s*([\d., ]+))$/i.exec(text);
  const body = match?.[2] ?? match?.[4];
  if (!match || body === undefined) return { kind: 'unreadable' };
  const negative = match[2] !== undefined || /[−–-]/.test(match[3] ?? '');
  const readings = readingsOf(body.trim()).map(
    ({ digits, notation }): Reading => ({ value: decimal(negative ? `-${digits}` : digits), notation }),
  );
  return readings.length === 0
    ? { kind: 'unreadable' }
    : { kind: 'number', readings, approximate: match[1] !== undefined };
}

/** Spaces of all kinds are one, footnote marks are gone. */
export function cleaned(written: string): string {
  return written
    .replace(/[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u2080-\u2089]+/g, '')
    .normalize('NFC')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .trim()
    .replace(/ ?\*+$/, '')
    .replace(/^(khoảng|gần) /i, '~');
}

function readingsOf(body: string): { digits: string; notation: Notation | null }[] {
  if (body.includes(' ')) {
    const groups = /^(\d{1,3}(?: \d{3})+)(?:([.,])(\d+))?$/.exec(body);
    if (!groups) return [];
    const [, whole = '', mark, rest] = groups;
    return [
      { digits: joined(whole.replaceAll(' ', ''), rest), notation: mark === undefined ? null : decimalMark(mark) },
    ];
  }
  if (/^\d+$/.test(body)) return [{ digits: body, notation: null }];
  const readings: { digits: string; notation: Notation | null }[] = [];
  for (const [notation, thousands, point] of [
    ['vi', '\\.', ','],
    ['en', ',', '\\.'],
  ] as const) {
    const grouped = new RegExp(`^(\\d{1,3}(?:${thousands}\\d{3})+)(?:${point}(\\d+))?$`).exec(body);
    const whole = grouped?.[1]?.replace(/[.,]/g, '');
    // `0.357` and `05.123` have no thousands: a group never follows a leading zero.
    if (whole !== undefined && !body.startsWith('0')) readings.push({ digits: joined(whole, grouped?.[2]), notation });
    const plain = new RegExp(`^(\\d+)${point}(\\d+)$`).exec(body);
    if (plain) readings.push({ digits: joined(plain[1] ?? '', plain[2]), notation });
  }
  return readings;
}

const joined = (whole: string, rest: string | undefined) => (rest === undefined ? whole : `${whole}.${rest}`);
const decimalMark = (mark: string): Notation => (mark === ',' ? 'vi' : 'en');
