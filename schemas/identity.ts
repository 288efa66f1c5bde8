import { z } from 'zod';
import type { ProvinceId, SubmissionId } from './codes';
import type { Period } from './period';
import type { RegisterRow } from './register';

/** `<submission>:<row>`: a row of a register. A cooperative goes by the id of its first row. */
export const RowId = z
  .string()
  .regex(/^\d+-\d+:\d+$/)
  .brand<'RowId'>();
export type RowId = z.infer<typeof RowId>;

/** Throws where the row is no whole number from 0 up. */
export function rowId(submission: SubmissionId, row: number): RowId {
  return RowId.parse(`${submission}:${row}`);
}

/** A row with the number that it goes by in its submission, which no other row there has. */
export interface NumberedRow {
  readonly row: number;
  readonly reported: RegisterRow;
}

/** One register, as handed in. `scope`: the province of the 34 that it lies in, itself or by its successor. */
export interface RegisterOf {
  readonly submission: SubmissionId;
  readonly scope: ProvinceId;
  readonly period: Period;
  readonly rows: readonly NumberedRow[];
}

/** A known row that a row is like; `weight`: log2 of the odds that both are one cooperative, to three decimals. */
export interface Likeness {
  readonly row: RowId;
  readonly weight: number;
}

/** What was seen when a row came in: the rows that it is most like, best first. No decision changes it. */
export interface Evidence {
  readonly row: RowId;
  readonly like: readonly Likeness[];
}

/** By what the cooperative that a row is may be looked for in other provinces. */
export interface AcrossKeys {
  readonly row: RowId;
  readonly keys: readonly string[];
}

/** What a new register adds to what is kept: the likenesses of its rows, and the keys of those that say something new. */
export interface Added {
  readonly evidence: readonly Evidence[];
  readonly keys: readonly AcrossKeys[];
}

/** Which cooperative a row is. */
export interface Assignment {
  readonly row: RowId;
  readonly cooperative: RowId;
}

/** Two cooperatives that may be one, by the rows that are most alike: they wait for a person. */
export interface UnsurePair {
  readonly cooperatives: readonly [RowId, RowId];
  readonly rows: readonly [RowId, RowId];
  readonly weight: number;
}

/** What a person said of two rows, or of the cooperatives that go by them. Of two that contradict each other the later stands. */
export interface IdentityDecision {
  readonly rows: readonly [RowId, RowId];
  readonly verdict: 'same' | 'different';
  readonly by: string;
  /** When, in milliseconds. */
  readonly at: number;
  readonly why: string;
}

/** One line of an explanation: what was compared (a sector by its code, money in đồng), what came of it, and what that weighs. */
export interface Step {
  readonly field: string;
  readonly level: string;
  readonly compared: readonly [string, string] | null;
  readonly weight: number;
  /** `tên giống nhau trừ dấu: +6,2`. */
  readonly text: string;
}

/** Why two rows are thought to be one cooperative or not: the steps' weights add up to `weight`. */
export interface Waterfall {
  readonly steps: readonly Step[];
  readonly weight: number;
}

/** The shares of each level of a field, from level 1 on, among pairs that both have it. */
export type Shares = Readonly<Record<string, readonly number[]>>;

/** What was learned from the registers of a province; plain JSON, kept beside them. */
export interface IdentityModel {
  /** Rows and cooperatives known when it was learned. */
  readonly rows: number;
  readonly cooperatives: number;
  /** Among rows of one cooperative, and among rows of two. */
  readonly m: Shares;
  readonly u: Shares;
  /** How many rows have a name, or a word in it; those with one only are left out. */
  readonly names: Readonly<Record<string, number>>;
  readonly words: Readonly<Record<string, number>>;
}

/** A cooperative as its rows together say. */
export type MergedCooperative = Omit<RegisterRow, 'at' | 'unreadable'>;

/** What is kept of one province's registers, and what is to be kept of them; all within one transaction. */
export interface ScopeStore {
  readonly scope: ProvinceId;
  readonly decisions: readonly IdentityDecision[];
  readonly model: IdentityModel | null;
  /** The registers resolved before, in the order of receipt. */
  known(): AsyncIterable<{ readonly register: RegisterOf; readonly evidence: readonly Evidence[] }>;
  /** Those that came since, in the order of receipt. */
  arrived(): AsyncIterable<RegisterOf>;
  /** Takes up what a new register adds. */
  keep(register: RegisterOf, added: Added): void;
  finish(state: {
    readonly assignments: readonly Assignment[];
    readonly unsure: readonly UnsurePair[];
    readonly model: IdentityModel | null;
  }): Promise<void>;
}

/** A row with the register that it stood in. */
export interface RowOf extends Pick<RegisterOf, 'submission' | 'scope' | 'period'> {
  readonly reported: RegisterRow;
}

/** Two rows of different provinces that share a key, each with the cooperative that it is in its province. */
export type AcrossPair = readonly [AcrossRow, AcrossRow];
export type AcrossRow = RowOf & { readonly row: RowId; readonly cooperative: RowId };

/** What cooperatives of different provinces are one. */
export interface Across {
  /** Of each that is one with an earlier one, that one. */
  readonly links: ReadonlyMap<RowId, RowId>;
  readonly unsure: readonly UnsurePair[];
}
