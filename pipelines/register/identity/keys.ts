import type { Comparable } from './comparable';

/**
 * The keys under which a row is looked for among the known ones of its province: each pair of one cooperative should share
 * one, and pairs of two seldom. Numbers, for millions of them are kept; two keys that fall on one number do no harm.
 */
export function keysOf(row: Comparable): number[] {
  const { name, commune, district, foundedOn, taxCode } = row;
  const keys: number[] = [];
  const add = (kind: string, ...parts: (string | null)[]) => {
    if (parts.every((part) => part !== null && part !== '')) keys.push(hash(`${kind}|${parts.join('|')}`));
  };
  const places: [string, string | null][] = [
    ['c', commune],
    ['d', district],
  ];
  const words = [...name.words].sort();
  const skeleton = name.letters.replace(/[aeiouy]+/g, '');
  const day = foundedOn !== null && foundedOn.length === 10 ? foundedOn : null;
  const year = foundedOn?.slice(0, 4) ?? null;
  add('tax', taxCode);
  add('name', words.join(''));
  add('name year', words.join(''), year);
  add('name day', words.join(''), day);
  for (const [kind, place] of places) {
    add(`name ${kind}`, words.join(''), place);
    add(`bones ${kind}`, skeleton, place);
    add(`day ${kind}`, day, place);
  }
  for (const word of words) add('word c', word, commune);
  return keys;
}

/**
 * By what a cooperative is looked for in other provinces, as text: its valid tax code, its name with the day of founding (not
 * one that stands for a mere year). `name`: how rare a name is in the whole country is counted by it.
 */
export function acrossKeys({ name, foundedOn, taxCode, taxCodeValid }: Comparable): string[] {
  const day = foundedOn !== null && foundedOn.length === 10 && !foundedOn.endsWith('-01-01') ? foundedOn : null;
  const named = name.letters === '' ? [] : [`name ${name.letters}`, ...(day ? [`day ${day} ${name.letters}`] : [])];
  return [...(taxCodeValid ? [`tax ${taxCode}`] : []), ...named];
}

/** FNV-1a, down to 30 bits: such numbers take no memory of their own. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum ^ (sum >>> 15)) & 0x3fffffff;
}
