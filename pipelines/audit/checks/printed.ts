import { excerpt } from '../../../schemas/text';
import type { PrintedCell } from '../cell';

/** A figure as it is printed, for a formula in words; with its sign it stands in brackets. */
export function printed({ written }: PrintedCell): string {
  const text = excerpt(written.text.trim()).replace(/^\+\s*/, '');
  return /^[\d(]/.test(text) ? text : `(${text})`;
}
