import type { IndicatorCode } from '../../../schemas/codes';
import { minus } from '../../../schemas/rational';
import type { Check } from '../check';
import type { Figures } from '../figures';
import { plus } from '../span';
import { printed } from './printed';

/** Count before + newly founded − dissolved = count now; with before = now − change, the change is founded − dissolved. */
export function flows(figures: Figures): Check[] {
  return figures.cells.flatMap((change): Check[] => {
    const { indicator, sector, column } = change;
    const [kind, what] = indicator.code.split('.');
    if (column !== 'change' || what !== 'count') return [];
    const founded = figures.get(`${kind}.new` as IndicatorCode, sector, 'actual');
    const dissolved = figures.get(`${kind}.dissolved` as IndicatorCode, sector, 'actual');
    if (founded === undefined || dissolved === undefined) return [];
    return [
      {
        kind: 'flow',
        words: `${printed(founded)} thành lập mới − ${printed(dissolved)} giải thể`,
        terms: [
          { cell: change, is: 'equal', solve: (of) => minus(of(founded), of(dissolved)) },
          { cell: founded, is: 'equal', solve: (of) => plus(of(change), of(dissolved)) },
          { cell: dissolved, is: 'equal', solve: (of) => minus(of(founded), of(change)) },
        ],
      },
    ];
  });
}
