/** One way to compare Vietnamese text that people typed, pasted or scanned. */

/**
 * A key under which `Hoà Bình`, `HÒA BÌNH`, `Hoa  Binh` are the same: no case, no diacritics, no punctuation.
 * Letters, digits and `%` stay; everything else is one space.
 */
export function fold(text: string): string {
  return text
    .replace(/[\u00b9\u00b2\u00b3\u2070-\u209f]/g, ' ') // footnote marks, before NFKD makes digits of them
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .replace(/%/g, ' % ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a user typed, made fit for one line of a terminal, a log or a mail: no control characters, no direction marks. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
}

/** Text that every store can keep: no NUL and no half of a surrogate pair; each becomes the replacement mark. */
export function storable(text: string): string {
  return text.replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
