import type { RegisterRow } from '../../../../schemas/register';
import type { Comparable } from '../comparable';

/** How often words stand in the names of a province. */
export interface Vocabulary {
  /** In bits: of so many rows' names one has the word. */
  rarity(word: string): number;
  /** A word that names have as it stands, so that it is no slip of another. */
  isCommon(word: string): boolean;
}

/** One thing that two rows are compared by. Its levels are counted from 1; level 0 is that one of them lacks it. */
export interface Field {
  readonly key: string;
  /** As a person reads it, and what stands in a row for it. */
  readonly label: string;
  shown(row: RegisterRow): string | null;
  /** What each level is called, and the shares that are taken for it where nothing was learned yet. */
  readonly levels: readonly Level[];
  compare(one: Comparable, other: Comparable, vocabulary: Vocabulary): number;
}

export interface Level {
  readonly says: string;
  /** Among rows of one cooperative, and among rows of two. */
  readonly m: number;
  readonly u: number;
}
