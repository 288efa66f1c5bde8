/** Limits and thresholds that may differ from one house to another; no logic. */

/** A larger file is refused, unless it is a register as CSV, which is read row by row. */
export const maxFileBytes = 64 * 1024 * 1024;

/** A larger file is refused whatever it is: the largest register known is a fraction of it. */
export const largestRead = 1024 * 1024 * 1024;

/** A file up to here is kept in one piece and read as a whole; a larger one is a stream on all its way. */
export const largestWhole = 4 * 1024 * 1024;

/** How often a worker may die over one file before the file is put aside for the technician. */
export const maxAttempts = 5;

/** When two rows of registers are one cooperative. Weights are log2 of odds: 7 is 128 to 1. */
export const identity = {
  /** From here up two rows are merged; from `unsure` up to it a person is asked. */
  sure: 6,
  unsure: -1,
  /** A cooperative that stood beside another one in a register must be better than it by this much to be preferred. */
  margin: 4,
  /** What it weighs against two rows that they stand in one register, there in two communes, or in two provinces. */
  withinRegister: -10,
  withinRegisterElsewhere: -6,
  otherProvince: -7,
  /** Of a row the likest cooperatives that are remembered, and how far below `unsure` they may lie. */
  kept: 4,
  keptBelow: 3,
  /** The most that it weighs for a row that has no rival that nearly all of its register's rows were known. */
  returning: 4,
  /** Of a cooperative's rows so many that differ are compared with, the latest. */
  sayings: 6,
  /** A key that more cooperatives than this share finds nothing: finer keys do. */
  largestBlock: 40,
  /** A model is learned when there are so many rows, and whenever they have doubled. */
  firstLearned: 200,
  /**
   * It is learned from so many random pairs for each row of a register, and so many in all; from so many rows beside what is
   * known; and what is known beforehand counts for so many pairs.
   */
  randomPairsEach: 10,
  randomPairs: 10_000,
  probedRows: 1_000,
  experience: 200,
} as const;

/** What a report is held against, and how the cells that would mend it are weighed. Costs are log2 of odds, rounded. */
export const rules = {
  /** What is counted at a day is off if it is so many times what it was, or that part of it; small numbers do that. */
  history: { factor: 5n, fewest: 30n },
  /** A plan is off if its figure is more than so many times of it, or of it so little; a stock sooner than what adds up. */
  plan: { stock: 10n, other: 100n },
  /** What it takes to think a cell wrong: one that was handed in and looked at before, a figure, one that was worked out. */
  wrong: { before: 22, figure: 20, derived: 16 },
  /**
   * What a wrong cell costs whose value says nothing, and the most that is taken off where a known slip explains it: of two
   * slips the one in the longer number is not the likelier one.
   */
  free: 16,
  mostExplained: 6,
  /** So much at most speaks what the province said last for a cell, or against it; what a usual growth does, says nothing. */
  mostOfPast: 8,
  leastOfPast: 2,
  /** And so much what the figures say that go with it, in so many other sectors at least; in powers of ten these differ so much. */
  mostOfKin: 6,
  fewestOfKin: 4,
  leastSpreadOfKin: 0.15,
  /** How much rarer a part has another one in it than a sum leaves one out. */
  included: 3,
  /** What it costs that so many lines and more stand one too low or too high: more than one wrong cell, less than two. */
  shift: 48,
  shortestShift: 3,
  /** A change is believed if every other one costs more by so much. */
  margin: 3,
  /** So many cells are changed together at most, and so many sets of them are tried. */
  mostCells: 3,
  mostTried: 4_000,
  /** One sector is the whole of its total if it is in so many other indicators, and in all of them. */
  single: 2,
  /** A report that repeats the last one does so in so many figures at least. */
  repeated: 8,
  /** Required indicators that a file must give to be a whole report, of which the others are missing. */
  fewestRequired: 5,
} as const;

/** What makes an amount of money likely to be in another unit. Evidence is in bits: log2 of how much likelier it makes it. */
export const evidence = {
  /** From what is the least to what is the most among provinces (magnitudes.csv) it is so many standard deviations. */
  rangeIsSpreads: 6,
  /** In powers of ten: provinces differ by so much, also where the few that were published do not. */
  leastSpreadOfOthers: 0.3,
  /** In powers of ten: how far a figure is from its province's last one, or from its plan. Now and then it is much more. */
  spread: { history: 0.12, plan: 0.2, register: 0.2 },
  /** What a province said counts so much less with each report (or year) that it lies back, and of another quarter so much less. */
  fading: 0.7,
  otherQuarter: 0.25,
  /** No single witness is believed further. */
  mostOfOthers: 18,
  /** A sum that adds up only so, and a part that is larger than its whole otherwise. */
  sum: 10,
  part: 6,
  /** How rare such slips are before anything was looked at, by what they reach; and rarer ones beside them. */
  rare: { cell: -9, line: -9, indicator: -8, file: -8 },
  rarer: { thousand: 0, million: -1, billion: -4, months: 4 },
  /** How probable it has to be to be said. */
  probable: 0.9,
} as const;

/** What a finding is expected to change of a national figure. */
export const effect: {
  readonly limit: number;
  readonly unknown: number;
  readonly probability: Readonly<Record<string, number>>;
  readonly otherwise: number;
} = {
  /** Below this what is left of errors may stay: 1% of the figure. */
  limit: 0.01,
  /** By what part of itself a figure is off of which nobody knows what it should be. */
  unknown: 0.3,
  /** How often such a finding turns out to be right of the cell that it names (bench:findings). */
  probability: { 'unit.contradicted': 0.99, 'cell.contradicted': 0.97, 'figures.contradicted': 0.4 },
  otherwise: 0.5,
};
