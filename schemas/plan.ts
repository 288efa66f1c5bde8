import type { Locator } from './cell';
import type { IndicatorCode, SectorCode } from './codes';
import type { Quantity } from './quantity';

/** One line of the year's plan: for the nation (`VN`) or a province (`63/24`). */
export interface PlanLine {
  readonly year: number;
  readonly area: string;
  readonly code: IndicatorCode;
  readonly sector: SectorCode;
  readonly amount: Quantity;
  readonly raw: string;
  readonly unit: string;
  readonly at: Locator;
}
