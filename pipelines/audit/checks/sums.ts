import type { Catalogue, Indicator } from '../../../schemas/catalogue';
import type { SectorCode } from '../../../schemas/codes';
import { isPercentage, type PrintedCell } from '../cell';
import type { Check } from '../check';
import type { Figures } from '../figures';
import { totalOf } from './total';

/** Totals against their sectors at every level of the tree: the sum of all, actual figures and changes; at least that of some. */
export function sums(figures: Figures): Check[] {
  return figures.cells.flatMap((total): Check[] => {
    if (isPercentage(total.column) || total.indicator.aggregation.how !== 'sum') return [];
    const { parts, complete } = sectorsOf(total, total.sector, figures);
    const [first, ...rest] = parts;
    // A sector that is not printed may have shrunk, but it is not less than nothing.
    if (first === undefined || (!complete && total.column !== 'actual')) return [];
    return [totalOf(total, [first, ...rest], complete ? 'equal' : 'at least')];
  });
}

/** The printed sectors under a sector, each as high in the tree as it is printed, and whether they are all that there are. */
function sectorsOf(
  total: PrintedCell,
  sector: SectorCode,
  figures: Figures,
): { parts: PrintedCell[]; complete: boolean } {
  const parts: PrintedCell[] = [];
  let complete = true;
  for (const child of childrenOf(sector, total.indicator, figures.catalogue)) {
    const cell = figures.get(total.indicator.code, child, total.column);
    const below = cell === undefined ? sectorsOf(total, child, figures) : { parts: [cell], complete: true };
    parts.push(...below.parts);
    complete = complete && below.parts.length > 0 && below.complete;
  }
  return { parts, complete };
}

/** People's credit funds are cooperatives; of unions and groups there are none. */
function childrenOf(sector: SectorCode, { section }: Indicator, { sectors }: Catalogue): SectorCode[] {
  const children = [...sectors.values()].filter(({ parent }) => parent === sector).map(({ code }) => code);
  return section === 'I' ? children : children.filter((code) => code !== 'credit');
}
