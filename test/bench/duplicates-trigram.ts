import type { ProvinceId } from '../../schemas/codes';
import type { TrueRegister } from './duplicates-registers';
import type { PairScore } from './duplicates-score';

/** The likeness of names alone as PostgreSQL's pg_trgm measures it, at the threshold that does best. */
export interface TrigramScore extends PairScore {
  readonly threshold: number;
}

const steps = 40;

/** Every pair of rows of one province is held against each threshold; the best by the harmonic mean of precision and recall. */
export function trigramScore(registers: Iterable<TrueRegister>): TrigramScore {
  const scopes = new Map<ProvinceId, { grams: string[]; is: number }[]>();
  for (const { register, truth } of registers) {
    const rows = scopes.get(register.scope) ?? [];
    scopes.set(register.scope, rows);
    for (const [index, { reported }] of register.rows.entries())
      rows.push({ grams: trigrams(reported.name), is: truth[index] ?? 0 });
  }
  const right = new Float64Array(steps + 1);
  const said = new Float64Array(steps + 1);
  for (const rows of scopes.values())
    eachLikeness(rows, (likeness, isOne) => {
      const step = Math.floor(likeness * steps);
      said[step] = (said[step] ?? 0) + 1;
      if (isOne) right[step] = (right[step] ?? 0) + 1;
    });
  const all = right.reduce((sum, each) => sum + each, 0);
  return Array.from({ length: steps + 1 }, (_, step): TrigramScore => {
    const [hits, pairs] = [right, said].map((counts) => counts.slice(step).reduce((sum, each) => sum + each, 0)) as [
      number,
      number,
    ];
    return { threshold: step / steps, precision: hits / pairs, recall: hits / all };
  }).reduce((best, each) => (harmonic(each) > harmonic(best) ? each : best));
}

const harmonic = ({ precision, recall }: PairScore) => (2 * precision * recall) / (precision + recall);

/** Two blanks before each word and one behind it, as pg_trgm has it. */
function trigrams(name: string): string[] {
  const words =
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const padded = words.map((word) => `  ${word} `);
  return [
    ...new Set(padded.flatMap((word) => Array.from({ length: word.length - 2 }, (_, at) => word.slice(at, at + 3)))),
  ];
}

function eachLikeness(
  rows: readonly { grams: string[]; is: number }[],
  take: (likeness: number, isOne: boolean) => void,
): void {
  const having = new Map<string, number[]>();
  for (const [index, { grams, is }] of rows.entries()) {
    const shared = new Uint8Array(index);
    for (const gram of grams) {
      const before = having.get(gram) ?? [];
      having.set(gram, before);
      for (const other of before) shared[other] = (shared[other] ?? 0) + 1;
      before.push(index);
    }
    for (let other = 0; other < index; other += 1) {
      const like = rows[other];
      const both = shared[other] ?? 0;
      if (like !== undefined) take(both / (grams.length + like.grams.length - both), like.is === is);
    }
  }
}
