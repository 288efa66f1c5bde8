/** The orthography of Vietnamese, as far as it tells a syllable from what a wrong encoding makes of one. */

const initials = /^(?:ngh|ng|nh|gh|gi|qu|ch|kh|ph|th|tr|[bcdđghklmnprstvx])/;

/** What may follow each nucleus; `-`: nothing. `k` stands in names of the Central Highlands. */
const rhymes = new Map(
  Object.entries({
    a: '- c ch i k m n ng nh o p t u y',
    ă: 'c k m n ng p t',
    â: 'c m n ng p t u y',
    e: '- c m n ng o p t',
    ê: '- ch m n ng nh p t u',
    i: '- a ch m n nh p t u',
    iê: 'c m n ng p t u',
    o: '- a c i m n ng p t',
    oa: '- c ch i m n ng nh o p t y',
    oă: 'c m n ng t',
    oe: '- m n o t',
    oo: 'c ng',
    ô: '- c i m n ng p t',
    ơ: '- i m n p t',
    u: '- a c i m n ng p t',
    uâ: 'n ng t y',
    uê: '- ch nh',
    uô: 'c i m n ng t',
    uơ: '-',
    uy: '- a ch n nh p t u',
    uyê: 'n t',
    ư: '- a c i m n ng t u',
    ươ: 'c i m n ng p t u',
    y: '-',
    yê: 'm n ng t u',
  }).map(([nucleus, finals]) => [nucleus, new Set(finals.split(' ').map((final) => final.replace('-', '')))]),
);

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const acuteOrDot = /[\u0301\u0323]/;

/** Whether the word (small letters, NFC) is written as a Vietnamese syllable is, its tone on the right letter. */
export function isSyllable(word: string): boolean {
  // With the tones apart and all else composed: â, ơ stay letters.
  const apart = word.normalize('NFD');
  const tone = apart.match(tones) ?? [];
  if (tone.length > 1) return false;
  const letters = apart.replace(tones, '').normalize('NFC');
  const place = tone.length === 0 ? null : apart.slice(0, apart.search(tones)).normalize('NFC').length - 1;
  const initial = initials.exec(letters)?.[0] ?? '';
  return (
    isRhyme(initial, letters.slice(initial.length), place === null ? null : place - initial.length, tone[0] ?? '') ||
    // gì, giêng: the i of `gi` is the vowel itself
    (initial === 'gi' && isRhyme('g', letters.slice(1), place === null ? null : place - 1, tone[0] ?? ''))
  );
}

function isRhyme(initial: string, rhyme: string, place: number | null, tone: string): boolean {
  const nucleus = [rhyme.slice(0, 3), rhyme.slice(0, 2), rhyme.slice(0, 1)].find((start) =>
    rhymes.get(start)?.has(rhyme.slice(start.length)),
  );
  if (nucleus === undefined || !agrees(initial, rhyme)) return false;
  const final = rhyme.slice(nucleus.length);
  if (/^(?:c|ch|p|t)$/.test(final) && !acuteOrDot.test(tone)) return false;
  return place === null || tonePlaces(nucleus, final).includes(place);
}

/** k, gh, ngh stand before e, ê, i, y and nothing else does; y alone is a vowel after few. */
function agrees(initial: string, rhyme: string): boolean {
  const front = /^[eêiy]/.test(rhyme);
  if (/^(?:k|gh|ngh)$/.test(initial)) return front;
  if (/^(?:c|ng)$/.test(initial)) return !front;
  if (initial === 'g') return !/^[eêy]/.test(rhyme);
  if (/^y/.test(rhyme)) return /^(?:|h|l|m|n|s|t|th|v|qu)$/.test(initial);
  return true;
}

/** On the marked letter where there is one (iê, ươ, uyê); both hòa and hoà; else on the first. */
function tonePlaces(nucleus: string, final: string): number[] {
  const marked = [...nucleus].findLastIndex((letter) => /[ăâêôơư]/.test(letter));
  if (marked !== -1) return [marked];
  if (/^(?:oa|oe|uy|oo)$/.test(nucleus)) return final === '' ? [0, 1] : [1];
  return [0];
}
