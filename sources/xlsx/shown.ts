import { dateText } from './date';
import type { Token } from './format-tokens';
import { general, rounded, says, shifted, storedNumber } from './number';
import { type Digits, type NumberFormat, type Section, sectionFor } from './number-format';
import type { Remark } from './sheet';

/** What a number's cell holds: see `Cell` for the first three. */
export interface Shown {
  readonly text: string;
  readonly literal: boolean;
  readonly stored?: string;
  readonly remark?: Pick<Remark, 'kind' | 'shown'>;
}

/**
 * A stored number with the digits that its format shows, as Excel's own export to CSV has it: rounded half away from zero,
 * with a point and without thousands marks, its unit or `%` where the format writes one. The sign is always the value's:
 * many formats show it by colour or brackets. Where the format rounds more than noise away, `stored` has the value.
 */
export function shownNumber(written: string, format: NumberFormat, date1904: boolean): Shown {
  const value = storedNumber(written);
  if (value === null) return { text: written, literal: false };
  const section = sectionFor(format, value);
  const shows = section?.shows;
  switch (shows?.kind) {
    case 'digits':
      return withDigits(value, section as Section, shows);
    case 'date': {
      const date = dateText(value, shows.parts, date1904);
      return date === null ? unshown(value, '#') : { text: date, literal: false, stored: value };
    }
    case 'nothing':
      // A zero shown as a dash or as nothing is a habit of accountants.
      return value === '0' && section?.prefix === '' ? number(value) : unshown(value, section?.prefix ?? '');
    case 'general':
      return around(value, general(value), section as Section);
    case 'whole':
      return number(value);
    default:
      return unshown(value, '#');
  }
}

const number = (text: string): Shown => ({ text, literal: true });
const unshown = (value: string, shown: string): Shown => ({ ...number(value), remark: { kind: 'unshown', shown } });

function withDigits(value: string, section: Section, digits: Digits): Shown {
  const inUnits = shifted(value, digits.percent + digits.scale);
  const text = padded(rounded(inUnits, digits.mostDecimals), digits);
  if (digits.scale !== 0) {
    // A unit in the format is that of the number shown; beside the value it would be a thousand times too much.
    return { ...number(value), remark: { kind: 'scaled', shown: section.prefix + text + section.suffix } };
  }
  if (digits.pattern !== null) return { text: filled(text, digits.pattern), literal: false, stored: value };
  return around(inUnits, text, section, value);
}

/** `stored` where the text says another number than `exact`: digits rounded away, or added by the format. */
function around(exact: string, text: string, { prefix, suffix, addsDigits }: Section, value = exact): Shown {
  const full = prefix + text + suffix;
  return says(text, exact) && !addsDigits ? number(full) : { text: full, literal: true, stored: value };
}

/** Zeros in front and behind as the format asks for them. */
function padded(text: string, { leastWhole, leastDecimals, mostDecimals }: Digits): string {
  if (leastWhole <= 1 && leastDecimals === mostDecimals) return text;
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(text) ?? [];
  let end = decimals.length;
  while (end > leastDecimals && decimals[end - 1] === '0') end -= 1;
  return sign + whole.padStart(leastWhole, '0') + (end === 0 ? '' : `.${decimals.slice(0, end)}`);
}

/** `00"/"00"/"0000` filled with 31052021 is 31/05/2021: digits from the right, those left over in front of the first. */
function filled(text: string, pattern: readonly Token[]): string {
  const [whole = '', decimals = ''] = text.replace('-', '').split('.');
  const point = pattern.findIndex(({ kind }) => kind === 'point');
  const places = point === -1 ? pattern : pattern.slice(0, point);
  const behind = pattern.slice(places.length + 1).filter(({ kind }) => kind !== 'digit' && kind !== 'comma');
  const first = places.findIndex(({ kind }) => kind === 'digit');
  let rest = whole;
  let out = '';
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const place = places[at];
    const digits = at === first ? rest.length : 1;
    if (place?.kind === 'digit') {
      out = rest.slice(rest.length - digits) + out;
      rest = rest.slice(0, rest.length - digits);
    } else if (place?.kind !== 'comma') out = place?.text + out;
  }
  const all = out + (decimals === '' ? '' : `.${decimals}`) + behind.map((token) => token.text).join('');
  return (text.startsWith('-') ? '-' : '') + all.trim();
}
