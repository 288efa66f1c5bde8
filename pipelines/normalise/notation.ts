import type { Catalogue } from '../../schemas/catalogue';
import type { SectorCode } from '../../schemas/codes';
import type { Quantity } from '../../schemas/quantity';
import type { Choice } from '../../schemas/submission';
import type { Adding } from './adding';
import type { Candidate, Figure } from './figures';
import { Fits } from './fits';
import { isFirm, type Judged, order, readingsOf } from './readings';
import { type Notations, type Usual, usualInWords } from './scope';
import type { Sizes } from './size';

/** A figure with its one reading; `choice` where it could be read in two ways: which was taken, and what spoke for it. */
export interface Settled {
  readonly figure: Figure;
  readonly amount: Quantity;
  readonly choice: Choice | null;
  /** How sure a choice is: by the numbers around it, by figures that it has to fit exactly, or by no more than its size. */
  readonly by: 'nothing to choose' | 'notation' | 'figures' | 'size';
  /** The reading in the usual notation, where another was taken. */
  readonly against: Candidate | null;
  /** The reading that would be of a usual size, where another was taken for its notation. */
  readonly rather: Candidate | null;
  readonly usual: Usual | null;
}

/** What is there to choose by. */
export interface Evidence {
  readonly notations: Notations;
  readonly sizes: Sizes;
  readonly adding: Adding;
  readonly catalogue: Catalogue;
}

/**
 * Settles the numbers that read two ways (`34.357`), null where nothing does. In a file of one notation the fewest cells are
 * taken to be wrong or in the other one. Else what is impossible (a part larger than its whole, a share above 100%) is
 * avoided first; then come the sums that add up and the stated shares and percentages that agree; then the size, by what the
 * province itself says; then the notation of the sure numbers around.
 */
export function settle(figures: readonly Figure[], evidence: Evidence): ReadonlyMap<Figure, Settled | null> {
  const families = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = `${figure.indicator.code} ${figure.measure}`;
    const family = families.get(key);
    if (family) family.push(figure);
    else families.set(key, [figure]);
  }
  const settled = new Map<Figure, Settled | null>();
  for (const family of families.values())
    for (const [figure, read] of new Family(family, figures, evidence).read()) settled.set(figure, read);
  return new Map(figures.map((figure) => [figure, settled.get(figure) ?? null]));
}

/** More numbers that read two ways than the sector tree has places are some figure written many times: nothing is tried on them. */
const mostOpen = 12;

/** The figures of one indicator and measure: a whole and its sectors, which are read together, for they have to fit each other. */
class Family {
  readonly #usual: readonly (Usual | null)[];

  constructor(
    private readonly figures: readonly Figure[],
    private readonly all: readonly Figure[],
    private readonly evidence: Evidence,
  ) {
    this.#usual = figures.map(({ cell }) => evidence.notations.usual(cell));
  }

  /** For each figure its reading, null where the best readings of the family disagree about it. */
  read(): (readonly [Figure, Settled | null])[] {
    const open = this.figures.filter(({ candidates }) => candidates.length > 1).length;
    const fits = new Fits(this.figures, this.all, this.evidence);
    const readings = open > mostOpen ? [] : readingsOf(this.figures, this.#usual);
    const usual = isFirm(this.#usual) ? readings.find(({ slips }) => slips === 0) : undefined;
    if (open === 0 || open > mostOpen || (usual && fits.allFit(usual.chosen)))
      return this.figures.map((figure, index) => [figure, this.#byNotation(figure, index)]);
    const better = order(this.#usual);
    const judged = fits.judged(readings).sort(better);
    const [first] = judged;
    return this.figures.map((figure, index) => {
      const candidate = first?.chosen[index];
      if (!first || !candidate) return [figure, null];
      if (figure.candidates.length === 1) return [figure, this.#byNotation(figure, index)];
      const rival = judged.find(({ chosen }) => chosen[index] !== candidate);
      return [figure, rival && better(first, rival) === 0 ? null : this.#chosen(index, candidate, first, rival, fits)];
    });
  }

  #byNotation(figure: Figure, index: number): Settled | null {
    const [only, other] = figure.candidates;
    const usual = this.#usual[index] ?? null;
    if (only && !other)
      return { figure, amount: only.amount, choice: null, by: 'nothing to choose', against: null, rather: null, usual };
    const read = usual && figure.candidates.find(({ notation }) => notation === usual.notation);
    return read ? this.#settled(index, read, 'notation', '') : null;
  }

  #chosen(index: number, candidate: Candidate, first: Judged, rival: Judged | undefined, fits: Fits): Settled {
    const figure = this.figures[index] as Figure;
    if (rival !== undefined && first.agreements > rival.agreements) {
      const sums = [figure.sector, this.#parent(figure.sector)].some((sector) => sector && first.sums.has(sector));
      const words = sums ? ['khớp với tổng của các lĩnh vực'] : fits.agreeing(index, first.chosen);
      return this.#settled(index, candidate, 'figures', words.join('; ') || 'khớp với các số liên quan');
    }
    if (rival === undefined || first.contradictions < rival.contradictions)
      return this.#settled(index, candidate, 'figures', this.#impossible(figure));
    if (first.unusual < rival.unusual && candidate.notation !== this.#usual[index]?.notation)
      return this.#settled(index, candidate, 'size', this.evidence.sizes.of(figure, candidate.amount).words);
    return this.#settled(index, candidate, 'notation', '');
  }

  #settled(index: number, { amount, notation }: Candidate, by: Settled['by'], because: string): Settled {
    const figure = this.figures[index] as Figure;
    const usual = this.#usual[index] ?? null;
    const other = usual && usual.notation !== notation && figure.candidates.find((each) => each.notation !== notation);
    const asUsual = usual !== null && usual.notation === notation;
    const scope = asUsual ? usual.scope : 'cell';
    const words = asUsual ? usualInWords(usual) : because;
    return {
      figure,
      amount,
      choice: notation === null ? null : { notation, scope, because: words },
      by,
      against: other || null,
      rather: by === 'notation' ? this.#rather(figure, amount) : null,
      usual,
    };
  }

  #rather(figure: Figure, amount: Quantity): Candidate | null {
    const { sizes } = this.evidence;
    if (sizes.of(figure, amount).verdict !== 'unusual') return null;
    return figure.candidates.find((each) => sizes.of(figure, each.amount).verdict === 'usual') ?? null;
  }

  #impossible({ sector, indicator }: Figure): string {
    if (indicator.unit.dimension === 'percent') return 'tỷ lệ không thể quá 100%';
    return sector === 'all' ? 'tổng không thể nhỏ hơn một phần của nó' : 'một phần không thể lớn hơn tổng';
  }

  #parent(sector: SectorCode): SectorCode | null {
    return this.evidence.catalogue.sectors.get(sector)?.parent ?? null;
  }
}
