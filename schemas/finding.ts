import { z } from 'zod';
import type { Locator } from './cell';
import type { IndicatorCode, SectorCode } from './codes';
import type { Measure } from './submission';

/** How grave a house holds a finding to be. `error`: the figure was not loaded and waits for somebody, whatever the house thinks. */
export const Severity = z.enum(['error', 'warning', 'note']);
export type Severity = z.infer<typeof Severity>;

/**
 * What a finding is, whoever looks at it. `held`: the figure was not loaded and waits for somebody; `doubt`: something may be
 * wrong, and somebody should look; `remark`: for information.
 */
export type Nature = 'held' | 'doubt' | 'remark';

/** The value that would mend it: a plain decimal in `unit`, and why. */
export interface Proposal {
  readonly value: string;
  readonly unit: string;
  readonly because: string;
}

/**
 * Something that was found in a report: a value, never an exception. How grave it is is decided afterwards (`severityOf`).
 * `message` is one Vietnamese sentence for the reporter.
 */
export interface Finding {
  readonly rule: string;
  readonly nature: Nature;
  readonly code: IndicatorCode | null;
  readonly sector: SectorCode | null;
  readonly at: Locator | null;
  readonly raw: string | null;
  readonly message: string;
  readonly proposal: Proposal | null;
  /** What stands at `at`; where it is not said, the figure that was loaded from there, else the actual one. */
  readonly measure?: Measure | 'stated';
  readonly others?: OtherCells;
}

/** A cell that a finding speaks of beside its own; `stated`: a comparison that goes with a figure, and is none. */
export type DoubtedCell = Pick<Finding, 'code' | 'sector' | 'measure' | 'at' | 'raw' | 'proposal'>;

/** `all`: wrong with the finding's own, by one cause, so that a decision holds for all; `one`: may be wrong in its place. */
export interface OtherCells {
  readonly wrong: 'all' | 'one';
  readonly cells: readonly DoubtedCell[];
}

/** The cell of a finding without what is said of it. */
export function doubtedCell({ code, sector, measure, at, raw, proposal }: DoubtedCell): DoubtedCell {
  return { code, sector, at, raw, proposal, ...(measure === undefined ? {} : { measure }) };
}

/** What a finding says of the cells that are wrong by the same cause, if there are any. */
export function wrongTogether(cells: readonly DoubtedCell[]): Pick<Finding, 'others'> {
  return cells.length === 0 ? {} : { others: { wrong: 'all', cells } };
}
