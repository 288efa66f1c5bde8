import { locatorText } from '../../schemas/cell';
import { decimal } from '../../schemas/decimal';
import type { DoubtedCell, Finding } from '../../schemas/finding';
import { quantaOf, type RuleCell } from './cell';
import type { Figures } from './figures';

/** What was found already, by the cells of a report. */
export class Said {
  readonly #cells: ReadonlySet<RuleCell>;
  readonly #indicators: ReadonlySet<string>;

  constructor(findings: readonly Finding[], { cells, catalogue }: Figures) {
    const together = ({ others }: Finding) => (others?.wrong === 'all' ? others.cells : []);
    const doubted = findings.flatMap((each) => (each.nature === 'remark' ? [] : [each, ...together(each)]));
    const at = new Map<string, DoubtedCell>();
    for (const each of doubted) if (each.at !== null) at.set(locatorText(each.at), each);
    const of = (cell: RuleCell) => (cell.at === null ? undefined : at.get(locatorText(cell.at)));
    this.#cells = new Set(cells.filter((cell) => of(cell) !== undefined));
    const isAnother = (cell: RuleCell): boolean => {
      const proposal = of(cell)?.proposal;
      if (!proposal) return of(cell) !== undefined;
      const unit = catalogue.unitOf(proposal.unit)?.unit;
      return !unit || quantaOf(decimal(proposal.value).times(unit.factor)) !== cell.value;
    };
    this.#indicators = new Set(cells.filter(isAnother).map(({ indicator }) => indicator.code));
  }

  /** There is a finding at this cell. */
  has(cell: RuleCell): boolean {
    return this.#cells.has(cell);
  }

  /** One of its indicator's figures is said to be another: the same slip may be in the others, so they prove nothing. */
  doubts({ indicator }: RuleCell): boolean {
    return this.#indicators.has(indicator.code);
  }
}
