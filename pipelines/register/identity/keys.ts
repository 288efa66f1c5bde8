import type { Period } from '../../../schemas/period';
import type { RegisterRow } from '../../../schemas/register';
import { type Comparable, comparable } from './comparable';

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

/** By what a row may be one with a row of another province, as text to look for: its valid tax code, its name. */
export function acrossKeys(row: RegisterRow, period: Period): string[] {
  const { name, taxCode, taxCodeValid } = comparable(row, period);
  return [...(taxCodeValid ? [`tax:${taxCode}`] : []), ...(name.letters === '' ? [] : [`name:${name.letters}`])];
}

/** The keys under which it is looked for in other provinces: a valid tax code; a name with the day of founding. */
export function keysAcross({ name, foundedOn, taxCode, taxCodeValid }: Comparable): {
  tax: number | null;
  day: number | null;
  name: number;
} {
  const day = foundedOn !== null && foundedOn.length === 10 && !foundedOn.endsWith('-01-01') ? foundedOn : null;
  return {
    tax: taxCodeValid ? hash(`tax|${taxCode}`) : null,
    day: name.letters === '' || day === null ? null : hash(`name day|${name.letters}|${day}`),
    name: hash(`name|${name.letters}`),
  };
}

/** FNV-1a, down to 30 bits: such numbers take no memory of their own. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum ^ (sum >>> 15)) & 0x3fffffff;
}
