import { partsOfWholes } from '../../../config/parts';
import type { IndicatorCode } from '../../../schemas/codes';
import type { PrintedCell } from '../cell';
import type { Check } from '../check';
import type { Figures } from '../figures';
import { printed } from './printed';
import { totalOf } from './total';

/** A printed part and its printed whole, of one sector. */
interface PartAndWhole {
  readonly part: PrintedCell;
  readonly whole: PrintedCell;
}

/** Parts against their wholes: no part is larger, and all of them together make it. */
export function wholes(figures: Figures): Check[] {
  const several = figures.actuals().flatMap((whole) =>
    partsOfWholes.flatMap((each): Check[] => {
      if (each.whole !== whole.indicator.code || each.parts.length < 2) return [];
      const parts = each.parts.map((part) => figures.get(part as IndicatorCode, whole.sector, 'actual'));
      const [first, ...rest] = parts.filter((part) => part !== undefined);
      const complete = rest.length + 1 === each.parts.length;
      return first === undefined ? [] : [totalOf(whole, [first, ...rest], complete && each.all ? 'equal' : 'at least')];
    }),
  );
  const single = partsAndWholes(figures).map(({ part, whole }): Check => {
    return {
      kind: 'wrong',
      words: `không quá ${printed(whole)} của ${whole.indicator.code}`,
      terms: [
        { cell: part, is: 'at most', solve: (of) => of(whole) },
        { cell: whole, is: 'at least', solve: (of) => of(part) },
      ],
    };
  });
  return [...several, ...single];
}

/** All single parts with their wholes where both are printed. */
export function partsAndWholes(figures: Figures): PartAndWhole[] {
  return figures.actuals().flatMap((part): PartAndWhole[] => {
    const { code } = part.indicator;
    const listed = partsOfWholes.flatMap((each) => (each.parts.includes(code) ? [each.whole] : []));
    const ratios = [...figures.catalogue.indicators.values()].flatMap(({ aggregation }) =>
      aggregation.how === 'ratio' && aggregation.numerator === code ? [aggregation.denominator] : [],
    );
    const codes = new Set([...listed, ...ratios] as IndicatorCode[]);
    return [...codes].flatMap((whole) => {
      const cell = figures.get(whole, part.sector, 'actual');
      return cell === undefined ? [] : [{ part, whole: cell }];
    });
  });
}
