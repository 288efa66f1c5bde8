import { type Cell, placeName } from '../../schemas/cell';
import type { Notation } from './number';

/** The notation that a number is probably written in, by the sure numbers of its file or column, and how many they are. */
export interface Usual {
  readonly notation: Notation;
  readonly scope: 'file' | 'column';
  readonly sure: number;
  /** Sure numbers of the same scope in the other notation: nine of ten and more have to agree. */
  readonly others: readonly Cell[];
}

/** So many times as many sure numbers of one notation outweigh those of the other. */
const outweigh = 10;

/** What the numbers that read one way only say about the others, at the widest scope at which they agree. */
export class Notations {
  readonly #file: Tally = { vi: [], en: [] };
  readonly #columns = new Map<string, Tally>();

  constructor(sure: readonly { readonly cell: Cell; readonly notation: Notation }[]) {
    for (const { cell, notation } of sure) {
      const column = this.#columns.get(columnOf(cell)) ?? { vi: [], en: [] };
      this.#columns.set(columnOf(cell), column);
      this.#file[notation].push(cell);
      column[notation].push(cell);
    }
  }

  /** Null where the sure numbers are of both kinds, or there are none. */
  usual(cell: Cell): Usual | null {
    const column = this.#columns.get(columnOf(cell)) ?? { vi: [], en: [] };
    return agreed(this.#file, 'file', 0) ?? agreed(column, 'column', 0) ?? agreed(this.#file, 'file', 1 / outweigh);
  }
}

type Tally = Readonly<Record<Notation, Cell[]>>;

function agreed({ vi, en }: Tally, scope: Usual['scope'], tolerated: number): Usual | null {
  const [most, others, notation]: [Cell[], Cell[], Notation] = vi.length >= en.length ? [vi, en, 'vi'] : [en, vi, 'en'];
  return most.length > 0 && others.length <= most.length * tolerated
    ? { notation, scope, sure: most.length, others }
    : null;
}

/** A column of its sheet, or a field of its name. */
function columnOf({ at }: Cell): string {
  return 'pointer' in at ? at.pointer.slice(at.pointer.lastIndexOf('/')) : `${at.sheet ?? ''}\t${at.column}`;
}

/** `theo 38 số khác trong tệp`: why a number was read so. */
export function usualInWords({ scope, sure, others }: Usual): string {
  const whole = scope === 'file' ? 'tệp' : 'cột';
  const but =
    others[0] === undefined ? '' : `, trừ ${others.length} số viết kiểu khác (như ở ${placeName(others[0].at)})`;
  return `theo cách viết của ${sure} số khác trong ${whole}${but}`;
}
