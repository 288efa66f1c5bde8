import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { Place } from '../../schemas/draft';
import { readNumber } from '../normalise/number';
import { type Mark, markOf, withoutMark } from './mark';
import { longest, sectionByUnit, sectionNamed, sectionWritten, totalOf } from './section';

/** A nested row that is open: what the deeper rows below it belong to, null where it is a sector and they belong where it does. */
interface Open {
  readonly mark: string;
  readonly item: Cell | null;
}

/** `Tổng số HTX (1)` as it stands in the catalogue. */
function withoutFootnote(label: string, catalogue: Catalogue): string {
  const bare = label.replace(/\s*(\(\d{1,2}\)|\[\d{1,2}\]|[¹²³⁴-⁹]+|\*+)\s*$/, '');
  return bare !== label && catalogue.indicatorsByLabel(bare, null).length > 0 ? bare : label;
}

/** `Trong đó:`, `Chia theo lĩnh vực`: nothing by itself; what comes is of the row above. */
const divider = /^\s*[-+*•]?\s*(trong đó|bao gồm|gồm|chia ra|(chia|phân) theo [^:]{1,40}|trong tổng số)\s*:?\s*$/i;

/**
 * Follows the numbering of the annex down the page: a section (`I`), an indicator (`1`), and under it sectors or parts
 * (`1.1`, `a)`, `-`, `+`), so that `- Nông nghiệp` belongs to the indicator above it, and `+ Nông nghiệp` to the part (`-`)
 * above it. A mark that comes back ends what stood below its like. Sections are known by their name; only where the name
 * says nothing does the section stay unknown, for they may come in any order.
 */
export class Nesting {
  private section: string | null = null;
  /** How the section's heading is numbered; null above the first heading. */
  private numbered: string | null = null;
  /** An indicator of the section has a number. */
  private counting = false;
  private indicator: Cell | null = null;
  private open: Open[] = [];

  constructor(private readonly catalogue: Catalogue) {}

  /** The row's place, or null where the row is a heading and holds no figure. */
  place(cells: ReadonlyMap<ColumnRole, Cell>): Place | null {
    const label = cells.get('label') ?? this.headingIn(cells);
    if (label === null) return { label, section: this.section, sector: null };
    const mark = markOf(cells.get('number')?.text ?? '', label.text);
    const unit = cells.get('unit')?.text ?? '';
    const written = withoutMark(label.text);
    const filled = [cells.get('value'), cells.get('plan')].some(
      (cell) => cell && readNumber(cell.text).kind !== 'none',
    );
    if (!filled && divider.test(label.text.normalize('NFC'))) return null;
    if (mark?.level === 'section' || (mark === null && !filled && this.isHeading(written, cells))) {
      this.startSection(written, mark, filled);
      if (!filled) return null;
    }
    const own = cells.get('section');
    if (own) this.section = sectionWritten(own.text, this.catalogue);
    const itself = filled && !own && mark?.level !== 'nested' ? this.sectionOfItself(written) : null;
    // `1` that comes again, or without any heading, begins a section whose heading was left out.
    const isFirst = /^\s*0?1\s*[.)]?\s*$/.test(cells.get('number')?.text ?? '');
    if (itself !== null && isFirst && (this.counting || this.numbered === null)) this.section = itself;
    if (mark?.level === 'indicator') this.counting = true;
    const section =
      this.section ?? sectionByUnit(written, unit, this.numbered !== null || own !== undefined, this.catalogue);
    const sector = mark?.level === 'indicator' ? null : this.catalogue.sectorOf(written);
    const isBelowPlus = mark?.kind === '-' && this.isPlusAbove();
    const above = this.below(mark?.level === 'nested' ? mark.kind : '');
    if (sector !== null && above !== null && isBelowPlus) return this.under(above, label);
    if (sector !== null && above !== null) {
      this.nest(mark, null);
      return this.isKnown(above) ? { label: above, section: this.section, sector } : this.under(above, label);
    }
    const text = totalOf(written, unit, this.catalogue) ?? withoutFootnote(written, this.catalogue);
    // After another section's line nobody can tell whose the next are.
    if (itself !== null && itself !== this.section) this.section = null;
    const known = this.catalogue.indicatorsByLabel(text, section).length > 0;
    // What names nothing is shown to the reporter as it is written.
    const named = known ? { ...label, text } : label;
    if (mark?.level === 'nested' && this.indicator !== null) {
      this.nest(mark, named);
      if (known) return { label: named, section, sector: null };
      return this.isKnown(above) ? { label: above, section: this.section, sector: label } : this.under(above, label);
    }
    // A heading without a figure still names what the nested rows below it are about.
    this.indicator = named;
    this.open = [];
    return { label: named, section, sector: null };
  }

  /** The only section in which the label stands, where that is not the one that is open. */
  private sectionOfItself(label: string): string | null {
    const text = withoutFootnote(label, this.catalogue);
    if (this.section !== null && this.catalogue.indicatorsByLabel(text, this.section).length > 0) return null;
    const codes = this.catalogue.indicatorsByLabel(text, null);
    const [only, other] = new Set(codes.map((code) => this.catalogue.indicators.get(code)?.section));
    return (other === undefined && only) || null;
  }

  /** A heading that was merged over the row stands in its first column. */
  private headingIn(cells: ReadonlyMap<ColumnRole, Cell>): Cell | null {
    const number = cells.get('number');
    if (cells.size !== 1 || number === undefined || markOf(number.text, '') !== null) return null;
    return this.isHeading(withoutMark(number.text), cells) ? number : null;
  }

  /** What a row of this mark belongs to: the last row that is less deep and no sector, or the indicator. */
  private below(mark: string): Cell | null {
    // A number is never below a dash.
    const like = this.open.findIndex((each) => each.mark === mark || (/[#a]/.test(mark) && !/[#a]/.test(each.mark)));
    if (like >= 0) this.open = this.open.slice(0, like);
    return this.open.findLast(({ item }) => item !== null)?.item ?? this.indicator;
  }

  /** A part marked `+` is open that stands below no `-`: whether a `-` after it is of the part or beside it nobody can tell. */
  private isPlusAbove(): boolean {
    return (
      this.open.every(({ mark }) => mark !== '-') && this.open.some(({ mark, item }) => mark === '+' && item !== null)
    );
  }

  private nest(mark: Mark | null, item: Cell | null): void {
    if (mark?.level === 'nested') this.open.push({ mark: mark.kind, item });
  }

  private isKnown(label: Cell | null): label is Cell {
    return label !== null && this.catalogue.indicatorsByLabel(label.text, this.section).length > 0;
  }

  /** Below a row that nobody understands nothing is attributed to the indicator further up. */
  private under(above: Cell | null, label: Cell): Place {
    const text = above === null ? label.text : `${above.text.trim()} › ${label.text.trim()}`;
    return { label: { ...label, text }, section: this.section, sector: null };
  }

  /**
   * A row without number, unit and figure that names a section, or may name one in words that nobody knows, by its capitals
   * or by whom it is about: left in the section above, `Tổng số thành viên` below it would be read as of cooperatives.
   */
  private isHeading(text: string, cells: ReadonlyMap<ColumnRole, Cell>): boolean {
    if (sectionNamed(text, this.catalogue) !== null) return true;
    if (text.length > longest || cells.has('unit') || this.catalogue.sectorOf(text) !== null) return false;
    if (this.catalogue.indicatorsByLabel(text, null).length > 0) return false;
    const isShouted = text === text.toUpperCase() && /\p{Lu}.* .*\p{Lu}/u.test(text);
    return isShouted || /^(?=.*\b(lhhtx|tht)\b)/.test(this.catalogue.labelKey(text));
  }

  private startSection(text: string, mark: Mark | null, filled: boolean): void {
    const named = filled ? this.sectionWithFigure(text) : sectionNamed(text, this.catalogue);
    // In a section `A`, `I. Số lượng` divides it, and the other way round.
    const divides =
      named === null && !filled && this.numbered !== null && this.numbered !== mark?.kind && mark !== null;
    if (!divides) {
      this.section = named;
      this.numbered = mark?.kind ?? '';
    }
    this.indicator = null;
    this.counting = false;
    this.open = [];
  }

  /** A row numbered like a section that holds a figure: a section (`II;LIÊN HIỆP HTX;;05`), or an indicator of this one or another. */
  private sectionWithFigure(text: string): string | null {
    const named = sectionNamed(text, this.catalogue);
    if (named !== null || this.catalogue.indicatorsByLabel(text, this.section).length > 0) return named ?? this.section;
    const [only, other] = this.catalogue.indicatorsByLabel(text, null);
    return (only && !other && this.catalogue.indicators.get(only)?.section) || null;
  }
}
