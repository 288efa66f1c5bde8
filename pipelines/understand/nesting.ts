import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { Place } from '../../schemas/draft';
import { readNumber } from '../normalise/number';

/**
 * Follows the numbering of the annex down the page: a section (`I`), an indicator (`1`), and under it sectors or parts
 * (`-`, `+`), so that `- Nông nghiệp` belongs to the indicator above it. Sections are known by their name; only where the
 * name says nothing does the section stay unknown, for they may come in any order.
 */
export class Nesting {
  private section: string | null = null;
  private indicator: Cell | null = null;

  constructor(private readonly catalogue: Catalogue) {}

  /** The row's place, or null where the row is a heading and holds no figure. */
  place(cells: ReadonlyMap<ColumnRole, Cell>): Place | null {
    const label = cells.get('label') ?? null;
    if (label === null) return { label, section: this.section, sector: null };
    const mark = markOf(cells.get('number')?.text ?? '', label.text);
    const text = label.text.replace(/^\s*([-+–•*]|\d+(\.\d+)*[.)]|trong đó\s*:?)\s*/i, '');
    const filled = [cells.get('value'), cells.get('plan')].some(
      (cell) => cell && readNumber(cell.text).kind !== 'none',
    );

    if (mark === 'section' || (mark === null && !filled && this.catalogue.sectionOf(text) !== null)) {
      this.section = filled ? this.sectionWithFigure(text) : this.catalogue.sectionOf(text);
      this.indicator = null;
      if (!filled) return null;
    }
    const sector = this.catalogue.sectorOf(text);
    if (sector !== null && mark !== 'indicator' && this.indicator !== null) {
      return { label: this.indicator, section: this.section, sector };
    }
    const known = this.catalogue.indicatorsByLabel(text, this.section).length > 0;
    if (mark === 'nested' && this.indicator !== null && !known)
      return { label: this.indicator, section: this.section, sector: label };
    // What names nothing is shown to the reporter as it is written.
    const named = known ? { ...label, text } : label;
    // A heading without a figure still names what the nested rows below it are about.
    this.indicator = named;
    return { label: named, section: this.section, sector: null };
  }

  /** A row numbered like a section that holds a figure: a section (`II;LIÊN HIỆP HTX;;05`), or an indicator of this one or another. */
  private sectionWithFigure(text: string): string | null {
    const named = this.catalogue.sectionOf(text);
    if (named !== null || this.catalogue.indicatorsByLabel(text, this.section).length > 0) return named ?? this.section;
    const [only, other] = this.catalogue.indicatorsByLabel(text, null);
    return (only && !other && this.catalogue.indicators.get(only)?.section) || null;
  }
}

function markOf(number: string, label: string): 'section' | 'indicator' | 'nested' | null {
  const mark = number.trim().replace(/[.)]+$/, '');
  if (/^([IVX]+|[A-H])$/.test(mark)) return 'section';
  if (/^\d+(\.\d+)*$/.test(mark)) return 'indicator';
  if (/^[-+–•*]+$/.test(mark) || /^\s*[-+–•*]\s/.test(label)) return 'nested';
  return null;
}
