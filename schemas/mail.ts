/** What gives rise to a letter: a file came, it was checked, its date is near, is past, or the quarter is closed. */
export const letterKinds = ['receipt', 'verdict', 'before_due', 'after_due', 'card'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** How something is meant: all is well, it has to be done, it has to be answered, or it only says so. */
export type Tone = 'good' | 'act' | 'ask' | 'note';

/** One thing that is to be looked at: where, what it is about, what is wrong with it, and what it should probably be. */
export interface Point {
  readonly place: string;
  readonly about: string;
  readonly message: string;
  readonly proposal: string | null;
}

/** A piece of a letter, for any form that it takes; all texts are plain, and may hold what a user typed. */
export type Block =
  | { readonly kind: 'lead'; readonly tone: Tone; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | { readonly kind: 'points'; readonly tone: Tone; readonly items: readonly Point[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A letter to a provincial alliance as it was written, before anybody's address is on it. */
export interface Letter {
  readonly subject: string;
  /** Whom it greets: `Liên minh Hợp tác xã tỉnh Lai Châu`. */
  readonly to: string;
  readonly blocks: readonly Block[];
  /** The name of the attached file; null where there is none. */
  readonly attached: string | null;
}

/** Somebody who gets a province's mail; the code is read on the map of the letter. */
export interface Contact {
  readonly gsoCode: string;
  readonly name: string;
  readonly email: string;
}
