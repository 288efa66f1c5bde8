import { z } from 'zod';
import type { Locator } from './cell';
import type { IndicatorCode, SectorCode } from './codes';

export const Severity = z.enum(['error', 'warning', 'note']);
export type Severity = z.infer<typeof Severity>;

/** The value that would mend it: a plain decimal in `unit`, and why. */
export interface Proposal {
  readonly value: string;
  readonly unit: string;
  readonly because: string;
}

/**
 * Something doubtful in a report: a value, never an exception. `error`: the figure was not loaded and waits for somebody;
 * `warning`: loaded, but to be looked at; `note`: for information. `message` is one Vietnamese sentence for the reporter.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly code: IndicatorCode | null;
  readonly sector: SectorCode | null;
  readonly at: Locator | null;
  readonly raw: string | null;
  readonly message: string;
  readonly proposal: Proposal | null;
}
