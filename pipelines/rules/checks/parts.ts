import { rules } from '../../../config/thresholds';
import type { Indicator } from '../../../schemas/catalogue';
import type { SectorCode } from '../../../schemas/codes';
import type { RuleCell } from '../cell';
import type { Figures } from '../figures';

/** A total and the sectors under it that were reported, each as high in the tree as it was. */
export interface Family {
  readonly total: RuleCell;
  readonly parts: readonly [RuleCell, ...RuleCell[]];
  /** Every sector that this province has is among the parts. */
  readonly complete: boolean;
}

/** All totals of sums with their parts, for the actual figures. */
export function families(figures: Figures): Family[] {
  const found = figures.actuals().flatMap((total): (Family & { tree: boolean })[] => {
    if (total.indicator.aggregation.how !== 'sum') return [];
    const { parts, tree } = partsUnder(total.sector, total.indicator, figures);
    const [first, ...rest] = parts;
    return first === undefined ? [] : [{ total, parts: [first, ...rest], complete: tree, tree }];
  });
  return found.map(({ tree, ...family }) => ({ ...family, complete: tree || isWhole(family, found) }));
}

/**
 * A sector that a province has nothing in is often left out. Which ones it has, any of its indicators shows that names the
 * most sectors and adds up: then the others that name the same ones are complete too. A single sector may make a whole by
 * chance, so there the others all do, and there are several.
 */
function isWhole({ total, parts }: Family, all: readonly Family[]): boolean {
  const alike = all.filter((each) => each.total.sector === total.sector && sectionOf(each) === total.indicator.section);
  const named = new Set(alike.flatMap((each) => each.parts.map(({ sector }) => sector)));
  if (parts.length < named.size) return false;
  const others = alike.filter((each) => each.total !== total && each.parts.length === named.size);
  if (parts.length > 1) return [{ total, parts }, ...others].some(addsUp);
  return others.length >= rules.single && others.every(addsUp);
}

const sectionOf = ({ total }: Pick<Family, 'total'>) => total.indicator.section;
const addsUp = ({ total, parts }: Pick<Family, 'total' | 'parts'>) =>
  parts.reduce((sum, { value }) => sum + value, 0n) === total.value;

function partsUnder(sector: SectorCode, indicator: Indicator, figures: Figures): { parts: RuleCell[]; tree: boolean } {
  const parts: RuleCell[] = [];
  let tree = true;
  for (const child of childrenOf(sector, indicator, figures)) {
    const cell = figures.get(indicator.code, child);
    const below = cell ? { parts: [cell], tree: true } : partsUnder(child, indicator, figures);
    parts.push(...below.parts);
    tree &&= below.parts.length > 0 && below.tree;
  }
  return { parts, tree };
}

function childrenOf(sector: SectorCode, { sectors }: Indicator, { catalogue }: Figures): SectorCode[] {
  return [...catalogue.sectors.values()].flatMap(({ parent, code }) =>
    parent === sector && sectors.includes(code) ? [code] : [],
  );
}
