import { fold } from '../../../schemas/text';
import { remembered } from '../remembered';

/** A word of a name in two spellings: its letters alone, and with its marks in one order, wherever the tone was put. */
export interface Word {
  readonly letters: string;
  readonly marked: string;
  /** Written in capitals, as Roman numbers are. */
  readonly capitals: boolean;
}

/** The words of a text; `Hoà`, `hòa` and `HÒA` have the same letters and marks. */
export function wordsIn(text: string): Word[] {
  return text
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(readWord)
    .filter(({ letters }) => letters !== '');
}

const readWord = remembered((written: string): Word => {
  const marks = written.normalize('NFD').toLowerCase();
  const tones = marks.match(tone)?.join('') ?? '';
  return {
    letters: undamaged(fold(written).replace(/ /g, '')),
    marked: marks.replace(tone, '') + tones,
    capitals: written === written.toUpperCase(),
  };
});

const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** What scanning makes of letters: `0` for o, `1` for l among letters, and `rn` for m, which no Vietnamese word has. */
function undamaged(letters: string): string {
  const whole = letters.replace(/rn/g, 'm');
  return /[a-z]/.test(whole) ? whole.replace(/0/g, 'o').replace(/1/g, 'l') : whole;
}
