import type { IndicatorCode, SectorCode } from './codes';
import type { Proposal, Severity } from './finding';

/** What hangs on a finding: the figure that it speaks of, and the national one that this goes into. Amounts in base units. */
export interface Stake {
  readonly finding: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly status: string;
  readonly period: string;
  readonly code: IndicatorCode;
  readonly sector: SectorCode;
  readonly proposal: Proposal | null;
  /** Null where it was not loaded. */
  readonly value: string | null;
  /** The sum over the provinces, as it would be published now, and how many they are. */
  readonly national: string;
  readonly provinces: number;
}
