import { fold } from '../../schemas/text';

const yes = new Set(['x', 'co', '1', 'true', 'dung', 'v', '✓', 'yes', 'y']);
const no = new Set(['khong', '0', 'false', 'sai', 'no', 'n', 'ko', 'k']);

/** `x`, `có`, `1`, `true` …; null where nothing is written, for a box that was left empty says nothing for sure. */
export function readYesNo(written: string): boolean | null | 'invalid' {
  if (/^[-–—.\s]*$/.test(written)) return null;
  const key = fold(written) || written.trim();
  if (yes.has(key)) return true;
  return no.has(key) ? false : 'invalid';
}
