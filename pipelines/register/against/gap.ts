import type { Quantity } from '../../../schemas/quantity';
import type { ReportedFigure } from '../../../schemas/submission';
import { amountOf, type Figure } from './figure';
import type { Treatment } from './treatment';

/** Why figures do not agree: these treatments together, or others that fit as well. */
export interface Cause {
  readonly treatments: readonly Treatment[];
  readonly alternatives: readonly (readonly Treatment[])[];
}

/**
 * A figure in which the report and the register differ. With the treatments of its cause and of `also` (which explain other
 * gaps and change this figure too) the register says what the report does, to the digits written; `without_figure` only says
 * whose amount is not there.
 */
export interface Gap {
  readonly figure: ReportedFigure;
  readonly register: Quantity;
  /** The register's less the report's. */
  readonly difference: Quantity;
  /** Rows of the register that do not say it. */
  readonly missing: number;
  /** Null where nothing explains it. */
  readonly cause: Cause | null;
  readonly also: readonly Treatment[];
}

/** The gap of a figure, with what explains it. */
export function gapOf(figure: Figure, cause: Cause | null, also: readonly Treatment[]): Gap {
  const { reported, missing, parts } = figure;
  const register = amountOf(figure, parts);
  return { figure: reported, register, difference: register.minus(reported.amount), missing, cause, also };
}
