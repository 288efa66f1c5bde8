/** What a cell looks like, before any meaning. A code is one word with a digit in it, an address or the like. */
export type Look = 'empty' | 'number' | 'date' | 'code' | 'text';

const number = /^[-+−–~(]{0,2}\s?\p{Sc}?\s?\d[\d.,\u00a0\u202f '’]*\s?(?:%|‰|\p{Sc})?\)?$/u;
const date =
  /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}\/\d{4}|\d{4}-\d{2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)?(?:Z|[-+]\d{2}:?\d{2})?$|^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[apAP][mM])?$/;
const code = /^(?=\S*[\d@/\\_])\S+$/;
/** Longer than any number, date or code; such a text isn't looked at closely. */
const longest = 60;

export function lookOf(cell: string): Look {
  // A stray quote before a figure makes no name of it.
  const text = cell.trim().replace(/^"+(?=\d)/, '');
  // A dash, or some dots, stand for "none"; with a plus they mark nested rows.
  if (text === '' || /^[-–—.…+*]+$/.test(text)) return 'empty';
  if (text.length > longest) return /\s/.test(text) ? 'text' : 'code';
  if (date.test(text)) return 'date';
  if (number.test(text)) return 'number';
  return code.test(text) ? 'code' : 'text';
}

/** A year as it stands over a column: it says nothing against a header, whatever stands below. */
export const isYear = (cell: string) => /^\s*(?:19|20)\d\d\s*$/.test(cell);
