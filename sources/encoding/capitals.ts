/**
 * In TCVN3's fonts an accented capital has no code: `HîP T¸C X·` is HỢP TÁC XÃ only because the font shows it so, and
 * reads letter by letter as `HợP TáC Xã`. Gives such words their capitals; all other text stays as it is.
 */
export function restoreCapitals(text: string): string {
  let restored = '';
  let done = 0;
  for (const { index } of text.matchAll(allBroken)) {
    if (index < done) continue;
    let start = index;
    while (start > done && !isDelimiter(text, start - 1)) start--;
    let end = index;
    while (end < text.length && !isDelimiter(text, end)) end++;
    restored += text.slice(done, start) + text.slice(start, end).replace(phrase, restoredPhrase);
    done = end;
  }
  return restored + text.slice(done);
}

const small = 'àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';
const capital = 'A-ZĂÂĐÊÔƠƯ';
/** A small accented letter right before a capital, or right after two: no one writes so. */
const broken = new RegExp(`[${small}][${capital}]|[${capital}]{2}[${small}]`);
const allBroken = new RegExp(broken, 'g');
/** Bounded, so that text without end costs no more than text with one. */
const phrase = /\p{L}{1,40}(?:[ -]\p{L}{1,40}){0,40}/gu;
const isDelimiter = (text: string, at: number) => '\n\r\t,;|"{}:'.includes(text[at] as string);

/** Words that are clearly capitals carry the unclear ones beside them (`Tæ`, `X·`), unless the other side has small letters. */
function restoredPhrase(words: string): string {
  const parts = words.split(/([ -])/);
  const clear = parts.map((word) => (/[a-z]/.test(word) ? 'small' : broken.test(word) ? 'capital' : null));
  const nearest = (from: number, step: 1 | -1): string | null => {
    for (let at = from + step; at >= 0 && at < parts.length; at += step) if (clear[at]) return clear[at] ?? null;
    return null;
  };
  return parts
    .map((word, at) => {
      const sides = [nearest(at, -1), nearest(at, 1)];
      const beside = sides.includes('capital') && !sides.includes('small');
      return clear[at] === 'capital' || (clear[at] === null && beside) ? word.toUpperCase() : word;
    })
    .join('');
}
