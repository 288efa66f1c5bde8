import { distance } from 'fastest-levenshtein';
import type { Name } from '../name';
import type { Field, Vocabulary } from './field';

/** The words that tell one cooperative from another; a rare name that is the same weighs more than a frequent one. */
export const name: Field = {
  key: 'name',
  label: 'tên',
  shown: (row) => row.name || null,
  levels: [
    { says: 'tên riêng giống nhau', m: 0.86, u: 0.004 },
    { says: 'tên riêng lệch một, hai chữ cái', m: 0.06, u: 0.002 },
    { says: 'tên riêng gần giống nhau', m: 0.04, u: 0.006 },
    { says: 'tên riêng giống nhau một phần', m: 0.02, u: 0.05 },
    { says: 'tên riêng khác nhau', m: 0.02, u: 0.938 },
  ],
  compare: ({ name: one }, { name: other }, vocabulary) => {
    if (one.letters === '' || other.letters === '') return 0;
    if (one.letters === other.letters) return 1;
    if (one.number !== other.number && one.number !== '' && other.number !== '') return 5;
    if (isSlip(one, other, vocabulary)) return 2;
    const share = sharedWeight(one, other, vocabulary);
    return share >= 0.7 ? 3 : share >= 0.4 ? 4 : 5;
  },
};

/** A letter or two apart, unless each of the words that differ is a frequent one of its own: Tân Tiến is no slip of Tân Biên. */
function isSlip(one: Name, other: Name, vocabulary: Vocabulary): boolean {
  const most = Math.min(one.letters.length, other.letters.length) < 8 ? 1 : 2;
  if (one.number !== other.number || Math.abs(one.letters.length - other.letters.length) > most) return false;
  if (distance(one.letters, other.letters) > most) return false;
  const words = [...without(one.words, other.words), ...without(other.words, one.words)];
  return !words.every((word) => vocabulary.isCommon(word));
}

/** Of the rarity of all words in both names, the share that stands in both; a word that is a slip of another counts in part. */
function sharedWeight(one: Name, other: Name, vocabulary: Vocabulary): number {
  const weight = (words: readonly string[]) => words.reduce((sum, word) => sum + vocabulary.rarity(word), 0);
  const [left, right] = [without(one.words, other.words), without(other.words, one.words)];
  const [all, apart] = [weight(one.words) + weight(other.words), weight(left) + weight(right)];
  const slips = left.filter((word) => right.some((like) => isSlippedWord(word, like, vocabulary)));
  return all === 0 ? 0 : (all - apart + 1.6 * weight(slips)) / all;
}

const isSlippedWord = (one: string, other: string, { isCommon }: Vocabulary) =>
  one.length > 2 && !(isCommon(one) && isCommon(other)) && distance(one, other) === 1;

const without = (words: readonly string[], others: readonly string[]) => words.filter((word) => !others.includes(word));
