import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { Place } from '../../schemas/draft';
import { readNumber } from '../normalise/number';

/** A nested row that is open: what the deeper rows below it belong to, null where it is a sector and they belong where it does. */
interface Open {
  readonly mark: string;
  readonly item: Cell | null;
}

/**
 * Follows the numbering of the annex down the page: a section (`I`), an indicator (`1`), and under it sectors or parts
 * (`-`, `+`), so that `- Nông nghiệp` belongs to the indicator above it, and `+ Nông nghiệp` to the part (`-`) above it. A
 * mark that comes back ends what stood below its like. Sections are known by their name; only where the name says nothing
 * does the section stay unknown, for they may come in any order.
 */
export class Nesting {
  private section: string | null = null;
  private indicator: Cell | null = null;
  private open: Open[] = [];

  constructor(private readonly catalogue: Catalogue) {}

  /** The row's place, or null where the row is a heading and holds no figure. */
  place(cells: ReadonlyMap<ColumnRole, Cell>): Place | null {
    const label = cells.get('label') ?? null;
    if (label === null) return { label, section: this.section, sector: null };
    const number = cells.get('number')?.text ?? '';
    const mark = markOf(number, label.text);
    const text = label.text.replace(/^\s*([-+–•*]+|\d+(\.\d+)*[.)]|trong đó\s*:?)\s*/i, '');
    const filled = [cells.get('value'), cells.get('plan')].some(
      (cell) => cell && readNumber(cell.text).kind !== 'none',
    );

    if (mark === 'section' || (mark === null && !filled && this.catalogue.sectionOf(text) !== null)) {
      this.section = filled ? this.sectionWithFigure(text) : this.catalogue.sectionOf(text);
      this.indicator = null;
      this.open = [];
      if (!filled) return null;
    }
    const sector = mark === 'indicator' ? null : this.catalogue.sectorOf(text);
    const above = this.below(mark === 'nested' ? bullet(number, label.text) : null);
    if (sector !== null && above !== null) {
      this.nest(number, label.text, mark, null);
      return this.isKnown(above) ? { label: above, section: this.section, sector } : this.under(above, label);
    }
    const known = this.catalogue.indicatorsByLabel(text, this.section).length > 0;
    // What names nothing is shown to the reporter as it is written.
    const named = known ? { ...label, text } : label;
    if (mark === 'nested' && this.indicator !== null) {
      this.nest(number, label.text, mark, named);
      if (known) return { label: named, section: this.section, sector: null };
      return this.isKnown(above) ? { label: above, section: this.section, sector: label } : this.under(above, label);
    }
    // A heading without a figure still names what the nested rows below it are about.
    this.indicator = named;
    this.open = [];
    return { label: named, section: this.section, sector: null };
  }

  /** What a row of this mark belongs to: the last row that is less deep and no sector, or the indicator. */
  private below(mark: string | null): Cell | null {
    const like = this.open.findIndex((each) => each.mark === mark);
    if (like >= 0) this.open = this.open.slice(0, like);
    return this.open.findLast(({ item }) => item !== null)?.item ?? this.indicator;
  }

  private nest(number: string, label: string, mark: string | null, item: Cell | null): void {
    if (mark === 'nested') this.open.push({ mark: bullet(number, label), item });
  }

  private isKnown(label: Cell | null): label is Cell {
    return label !== null && this.catalogue.indicatorsByLabel(label.text, this.section).length > 0;
  }

  /** Below a row that nobody understands nothing is attributed to the indicator further up. */
  private under(above: Cell | null, label: Cell): Place {
    const text = above === null ? label.text : `${above.text.trim()} › ${label.text.trim()}`;
    return { label: { ...label, text }, section: this.section, sector: null };
  }

  /** A row numbered like a section that holds a figure: a section (`II;LIÊN HIỆP HTX;;05`), or an indicator of this one or another. */
  private sectionWithFigure(text: string): string | null {
    const named = this.catalogue.sectionOf(text);
    if (named !== null || this.catalogue.indicatorsByLabel(text, this.section).length > 0) return named ?? this.section;
    const [only, other] = this.catalogue.indicatorsByLabel(text, null);
    return (only && !other && this.catalogue.indicators.get(only)?.section) || null;
  }
}

const bullets = /^[-+–•*]+$/;

/** The mark of a nested row, in its own column or before its label; dashes of all lengths are one. */
function bullet(number: string, label: string): string {
  const mark = number.trim().replace(/[.)]+$/, '');
  const written = bullets.test(mark) ? mark : (/^\s*([-+–•*]+)\s/.exec(label)?.[1] ?? '');
  return written.replaceAll('–', '-');
}

function markOf(number: string, label: string): 'section' | 'indicator' | 'nested' | null {
  const mark = number.trim().replace(/[.)]+$/, '');
  if (/^([IVX]+|[A-H])$/.test(mark)) return 'section';
  if (/^\d+(\.\d+)*$/.test(mark)) return 'indicator';
  if (bullets.test(mark) || /^\s*[-+–•*]+\s/.test(label)) return 'nested';
  return null;
}
