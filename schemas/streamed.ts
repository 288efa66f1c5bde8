import type { ProvinceId } from './codes';
import type { Period } from './period';
import type { RegisterRow } from './register';
import type { Prepared } from './submission';

/** A register too large to be held: whose and of when it is, and its cooperatives as they are understood. */
export interface StreamedRegister {
  readonly kind: 'streamed';
  readonly province: ProvinceId;
  readonly period: Period;
  readonly form: 'B02';
  /** In the order of the file, from the first; then what all of them come to, or why the file is refused after all. */
  rows(): AsyncGenerator<readonly RegisterRow[], Prepared>;
}
