/** Limits and thresholds that may differ from one house to another; no logic. */

/** A larger file is refused: the largest register known is a fraction of it. */
export const maxFileBytes = 64 * 1024 * 1024;

/** How often a worker may die over one file before the file is put aside for the technician. */
export const maxAttempts = 5;
