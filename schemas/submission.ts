import type { Magnitude } from './catalogue';
import type { Locator, Reading } from './cell';
import type { IndicatorCode, ProvinceId, SectorCode } from './codes';
import type { MatchedColumn } from './draft';
import type { Finding } from './finding';
import type { Period } from './period';
import type { Quantity } from './quantity';
import type { RegisterRow } from './register';

export type Form = 'B01' | 'B02';

/** How a file came in. `sample` reports are marked wherever they are shown. */
export type Channel = 'cli' | 'inbox';

/** What whoever handed a file in said about it, for what the file itself does not say. */
export interface HandInOptions {
  readonly province?: string;
  readonly period?: string;
  readonly encoding?: string;
}

export type Measure = 'actual' | 'plan';

/** A comparison or share that the report itself states; kept for checking, never used as a figure. */
export interface Stated {
  readonly what: 'change' | 'percent' | 'plan_percent' | 'share';
  readonly raw: string;
  readonly at: Locator;
}

/** How a number that reads two ways (`34.357`) was read, by what lies at which scope, in words. */
export interface Choice {
  readonly notation: 'vi' | 'en';
  readonly scope: 'file' | 'column' | 'cell';
  readonly because: string;
}

/** In the cell itself, in the line's unit column, over the whole column (its header, or the preamble), or nowhere. */
export type UnitPlace = 'cell' | 'line' | 'column' | 'none';

/** A figure as understood: what it amounts to, with what it came from. */
export interface Observation {
  readonly code: IndicatorCode;
  readonly sector: SectorCode;
  readonly measure: Measure;
  readonly amount: Quantity;
  readonly raw: string;
  readonly unit: string;
  /** Where the unit was found; `none`: the catalogue's own, of what is counted. */
  readonly unitFrom: UnitPlace;
  readonly at: Locator;
  /** Every other cell of the file that says the same figure again. */
  readonly also: readonly Locator[];
  /** In words, when more than the unit's factor was applied or a reading had to be chosen. */
  readonly conversion: string | null;
  readonly choice: Choice | null;
  readonly stated: readonly Stated[];
  readonly note: string | null;
}

/** What the rules look at of a figure. */
export type JudgedFigure = Pick<
  Observation,
  'code' | 'sector' | 'measure' | 'amount' | 'raw' | 'unit' | 'at' | 'stated'
>;

/** One province's report for one period on one form, read and understood, ready to be loaded. */
export interface PreparedSubmission {
  readonly kind: 'prepared';
  readonly province: ProvinceId;
  readonly period: Period;
  readonly form: Form;
  readonly documentNumber: string | null;
  /** ISO date. */
  readonly documentDate: string | null;
  readonly asOf: string | null;
  readonly sample: boolean;
  /** How the file's bytes were taken for text. */
  readonly reading: Reading | null;
  /** Lines with a figure in the file, and how many of them gave an observation. */
  readonly rows: number;
  readonly rowsLoaded: number;
  /** The version of the earlier reports that its doubtful numbers were judged by. */
  readonly earlier: number;
  readonly columns: readonly MatchedColumn[];
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
  /** On form B02: the cooperatives themselves, in the order of the file. */
  readonly register?: readonly RegisterRow[];
}

/** A figure that is known from elsewhere than the report at hand. */
export type KnownFigure = Pick<Observation, 'code' | 'sector' | 'amount'>;

/** What is known of a report beside its file, from what was received before it. */
export interface Earlier {
  /** As its province had said them of earlier periods, the last twenty at most. */
  readonly figures: readonly (KnownFigure & { readonly period: Period })[];
  /** As its province's register of the same period counts and sums them. */
  readonly register: readonly KnownFigure[];
  /** The year's plan: as it was taken in for the province, else as the province gave it in the year. */
  readonly plans: readonly KnownFigure[];
  /** Within what the provinces of the last edition lie as a rule, by figure. */
  readonly others: readonly (Magnitude & Pick<Observation, 'sector'>)[];
  /** Grows with each of these reports; another one at loading means that one was taken in meanwhile. */
  readonly version: number;
  /** By what day the report was due, and on what later day it came; null where it came in time, or none was set. */
  readonly late: { readonly dueOn: string; readonly receivedOn: string } | null;
}

/** A part of a file (or the whole) that could not be taken in: one Vietnamese sentence. */
export interface RefusedSubmission {
  readonly kind: 'refused';
  readonly province: string | null;
  readonly period: string | null;
  readonly sentence: string;
}

export type Prepared = PreparedSubmission | RefusedSubmission;

/** What precedence between the submissions of one province, period and form is decided on. Times in milliseconds. */
export interface HandedIn {
  readonly submission: string;
  readonly receipt: number;
  readonly part: number;
  readonly documentDate: string | null;
  /** Hashes of the file's bytes and of what it says. */
  readonly bytes: string;
  readonly content: string;
  readonly receivedAt: number;
  readonly withdrawnAt: number | null;
}

/** Which submissions stood when, and which are copies of another. */
export interface Reconciled {
  readonly standings: readonly Standing[];
  readonly sameAs: ReadonlyMap<string, string>;
}

/** A figure as one file reports it. */
export type ReportedFigure = Pick<Observation, 'code' | 'sector' | 'measure' | 'amount' | 'raw' | 'unit' | 'at'>;

/** The figures of one submission, to be held against another's. */
export interface ReportedFile {
  readonly submission: string;
  readonly file: string;
  readonly documentNumber: string | null;
  readonly figures: readonly ReportedFigure[];
}

/** From when until when (null: still) a submission is the one that stands. */
export interface Standing {
  readonly submission: string;
  readonly from: number;
  readonly until: number | null;
}
