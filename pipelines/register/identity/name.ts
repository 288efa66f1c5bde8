import { counted, fillers, kindWords, numberWords, romanNumbers, works } from './name-words';
import { type Word, wordsIn } from './word';

/** A cooperative's name taken apart: `HTX DV NN Tân Hưng 2` is Tân Hưng, number 2, which does services and farming. */
export interface Name {
  /** The words that tell it from others, folded, in their order. */
  readonly words: readonly string[];
  /** The same in one piece, the numbers behind it. */
  readonly letters: string;
  /** The same with their marks; null where it was written without any. */
  readonly marked: string | null;
  /** What it does, in letters of the list in name-words.ts, sorted. */
  readonly works: readonly string[];
  readonly number: string;
}

/** Reads a name as written; all its parts are empty where there is none. */
export function readName(written: string): Name {
  const words = wordsIn(written);
  const done = new Set<string>();
  const own: Word[] = [];
  const numbers: string[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at);
    const word = words[at] as Word;
    const number = phrase === null ? numberAt(words, at) : null;
    if (phrase?.short != null) done.add(phrase.short);
    else if (number !== null) numbers.push(number);
    else if (phrase === null && shortened(word.letters) !== null)
      for (const short of shortened(word.letters) ?? []) done.add(short);
    else if (phrase === null && !fillers.has(word.letters)) own.push(word);
    at += phrase?.length ?? 1;
  }
  const letters = own.map((word) => word.letters);
  const marked = own.map((word) => word.marked).join(' ');
  return {
    words: letters,
    letters: letters.join('') + numbers.join(''),
    marked: marked === letters.join(' ') ? null : marked,
    works: [...done].sort(),
    number: numbers.join(' '),
  };
}

interface Phrase {
  readonly words: readonly string[];
  /** Null: the kind of body. */
  readonly short: string | null;
  readonly length: number;
}

const phrases = phrasesByFirstWord();

/** The longest first, so that one phrase may begin with another. */
function phrasesByFirstWord(): ReadonlyMap<string, readonly Phrase[]> {
  const all = [...kindWords.map((text) => [text, null] as const), ...works]
    .map(([text, short]): Phrase => ({ words: text.split(' '), short, length: text.split(' ').length }))
    .sort((one, other) => other.length - one.length);
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of all) {
    const first = phrase.words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return byFirst;
}

function phraseAt(words: readonly Word[], at: number): Phrase | null {
  const beginning = phrases.get(words[at]?.letters ?? '');
  return beginning?.find((phrase) => phrase.words.every((word, index) => words[at + index]?.letters === word)) ?? null;
}

const shorts = works.map(([, short]) => short).sort((one, other) => other.length - one.length);

/** `DVNN`, `SXTMDV`: letters without a vowel that are all shortened words, in a row; else null. */
function shortened(letters: string): string[] | null {
  if (letters === '') return [];
  if (/[aeiouy]/.test(letters)) return null;
  const short = shorts.find((each) => letters.startsWith(each));
  const rest = short === undefined ? null : shortened(letters.slice(short.length));
  return short === undefined || rest === null ? null : [short, ...rest];
}

function numberAt(words: readonly Word[], at: number): string | null {
  const word = words[at] as Word;
  if (/^\d+$/.test(word.letters)) return word.letters.replace(/^0+(?=\d)/, '');
  const spelled = counted.has(words[at - 1]?.letters ?? '') ? numberWords.indexOf(word.letters) : -1;
  if (spelled > 0) return String(spelled);
  const last = at > 0 && at === words.length - 1 && word.capitals && word.marked === word.letters;
  const roman = last ? romanNumbers.indexOf(word.letters) : -1;
  return roman > 0 ? String(roman) : null;
}
