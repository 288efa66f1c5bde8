import type { Catalogue } from '../../schemas/catalogue';

/** The catalogue's words for the cells of a register. */
export type Words = Pick<Catalogue, 'sectorOf'> & Pick<Catalogue['register'], 'typeOf' | 'statusOf' | 'ratingOf'>;

/** The same few words stand in every row; comparing each anew took a third of the time of reading a register. */
export function wordsOf(catalogue: Catalogue): Words {
  const { typeOf, statusOf, ratingOf } = catalogue.register;
  return {
    sectorOf: remembered(catalogue.sectorOf),
    typeOf: remembered(typeOf),
    statusOf: remembered(statusOf),
    ratingOf: remembered(ratingOf),
  };
}

/** Names of cooperatives are asked about as well, and must not all be kept. */
const mostKept = 1000;

function remembered<T>(meaningOf: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const meaning = meaningOf(text);
    if (known.size < mostKept) known.set(text, meaning);
    return meaning;
  };
}
