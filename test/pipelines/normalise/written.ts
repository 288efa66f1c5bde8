import * as fc from 'fast-check';
import { decimal } from '../../../schemas/decimal';

/** The digits of a number, and how it is written in each notation. */
export const written = fc
  .record({ whole: fc.bigInt(0n, 10n ** 15n), rest: fc.stringMatching(/^\d{0,6}$/), negative: fc.boolean() })
  .map(({ whole, rest, negative }) => {
    const grouped = (mark: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, mark);
    const sign = negative ? '-' : '';
    const after = (mark: string) => (rest === '' ? '' : mark + rest);
    return {
      value: decimal(`${sign}${whole}${after('.')}`),
      vi: `${sign}${grouped('.')}${after(',')}`,
      en: `${sign}${grouped(',')}${after('.')}`,
      spaces: `${sign}${grouped(' ')}${after(',')}`,
    };
  });
