import { z } from 'zod';
import type { Locator } from './cell';
import type { IndicatorCode, SectorCode } from './codes';

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
}
