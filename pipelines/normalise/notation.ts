import type { Catalogue } from '../../schemas/catalogue';
import type { SectorCode } from '../../schemas/codes';
import { Quantity, wholeShare } from '../../schemas/quantity';
import type { Choice } from '../../schemas/submission';
import type { Candidate, Figure } from './figures';
import { type Notations, type Usual, usualInWords } from './scope';
import type { Size, Sizes } from './size';
import { StatedLine } from './stated';

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
  readonly catalogue: Catalogue;
}

/**
 * Settles the numbers that read two ways (`34.357`), null where nothing does. What is impossible (a part larger than its
 * whole, a share above 100%) is avoided first; then come the sums that add up and the stated shares and percentages that
 * agree; then the size, by what the province itself says; then the notation of the sure numbers around.
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
/** As many slips in one family are believed; more would fit anything into anything. */
const mostSlips = 3;

/** A way to read all numbers of a family: one candidate for each, and how many of them are not in the usual notation. */
interface Reading {
  readonly chosen: readonly Candidate[];
  readonly slips: number;
}

interface Judged extends Reading {
  readonly contradictions: number;
  readonly sums: ReadonlySet<SectorCode>;
  readonly agreements: number;
  readonly unusual: number;
}

/** The figures of one indicator and measure: a whole and its sectors, which are read together, for they have to fit each other. */
class Family {
  readonly #usual: readonly (Usual | null)[];
  readonly #stated: readonly StatedLine[];

  constructor(
    private readonly figures: readonly Figure[],
    private readonly all: readonly Figure[],
    private readonly evidence: Evidence,
  ) {
    this.#usual = figures.map(({ cell }) => evidence.notations.usual(cell));
    this.#stated = figures.map((figure) => new StatedLine(figure, evidence.catalogue));
  }

  /** For each figure its reading, null where the best readings of the family disagree about it. */
  read(): (readonly [Figure, Settled | null])[] {
    const open = this.figures.filter(({ candidates }) => candidates.length > 1).length;
    if (open === 0 || open > mostOpen)
      return this.figures.map((figure, index) => [figure, this.#byNotation(figure, index)]);
    const judged = this.#readings().map((reading) => this.#judged(reading));
    judged.sort(better);
    const [first] = judged;
    return this.figures.map((figure, index) => {
      const candidate = first?.chosen[index];
      if (!first || !candidate) return [figure, null];
      if (figure.candidates.length === 1) return [figure, this.#byNotation(figure, index)];
      const rival = judged.find(({ chosen }) => chosen[index] !== candidate);
      return [figure, rival && better(first, rival) === 0 ? null : this.#chosen(index, candidate, first, rival)];
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

  #chosen(index: number, candidate: Candidate, first: Judged, rival: Judged | undefined): Settled {
    const figure = this.figures[index] as Figure;
    if (rival === undefined || first.contradictions < rival.contradictions)
      return this.#settled(index, candidate, 'figures', this.#impossible(figure));
    if (first.agreements > rival.agreements) {
      const sums = [figure.sector, this.#parent(figure.sector)].some((sector) => sector && first.sums.has(sector));
      const words = sums ? ['khớp với tổng của các lĩnh vực'] : this.#agreeing(index, first.chosen);
      return this.#settled(index, candidate, 'figures', words.join('; ') || 'khớp với các số liên quan');
    }
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

  /** In the usual notation with up to a few slips; where there is none, every combination. */
  #readings(): Reading[] {
    let readings: Reading[] = [{ chosen: this.figures.flatMap(({ candidates }) => candidates[0] ?? []), slips: 0 }];
    for (const [index, { candidates }] of this.figures.entries()) {
      if (candidates.length === 1) continue;
      const usual = this.#usual[index] ?? null;
      readings = readings.flatMap(({ chosen, slips }) =>
        candidates.map((candidate) => {
          const slip = usual !== null && candidate.notation !== usual.notation;
          return { chosen: chosen.with(index, candidate), slips: slips + (slip ? 1 : 0) };
        }),
      );
      readings = readings.filter(({ slips }) => slips <= mostSlips);
    }
    return readings;
  }

  /** Against a reading: parts larger than a whole that they stand in, shares above 100%. For it: the wholes that their parts make. */
  #judged(reading: Reading): Judged {
    const { chosen } = reading;
    const { contradictions, sums } = this.#tree(chosen);
    const shares = chosen.filter(({ amount }) => isNoShare(amount)).length;
    const stated = chosen.filter((_, index) => this.#agreeing(index, chosen).length > 0).length;
    const unusual = chosen.filter((candidate, index) => isUnusual(this.#size(index, candidate))).length;
    return {
      ...reading,
      contradictions: contradictions + shares,
      sums,
      agreements: sums.size + stated,
      unusual,
    };
  }

  #tree(chosen: readonly Candidate[]): { contradictions: number; sums: ReadonlySet<SectorCode> } {
    if (this.figures[0]?.indicator.aggregation.how !== 'sum') return { contradictions: 0, sums: new Set() };
    const values = this.#values(chosen);
    const parts = new Map<SectorCode, [Quantity, ...Quantity[]]>();
    let contradictions = 0;
    for (const [sector, value] of values) {
      const parent = this.#parent(sector);
      if (parent !== null) parts.set(parent, [value, ...(parts.get(parent) ?? [])]);
      for (let whole = parent; whole !== null; whole = this.#parent(whole))
        if (values.get(whole)?.compare(value) === -1) contradictions += 1;
    }
    const adding = [...parts].filter(([whole, of]) => of.length > 1 && values.get(whole)?.equals(Quantity.sum(of)));
    return { contradictions, sums: new Set(adding.map(([whole]) => whole)) };
  }

  #values(chosen: readonly Candidate[]): Map<SectorCode, Quantity> {
    return new Map(
      this.figures.flatMap(({ sector }, index) => {
        const amount = chosen[index]?.amount;
        return amount ? [[sector, amount] as const] : [];
      }),
    );
  }

  /** The stated comparisons of the figure's own line that fit, the rest of the family read as chosen. */
  #agreeing(index: number, chosen: readonly Candidate[]): string[] {
    const figure = this.figures[index];
    const amount = chosen[index]?.amount;
    if (!figure || !amount || figure.row.stated.length === 0) return [];
    const values = this.#values(chosen);
    const above = figure.sector === 'all' ? [] : ['all' as SectorCode, this.#parent(figure.sector)];
    const wholes = above.flatMap((sector) => (sector && values.get(sector)) ?? []);
    const plans = this.all.filter((each) => each.row === figure.row && each.measure === 'plan');
    const [plan, other] = plans.flatMap(({ candidates }) => candidates);
    const beside = { wholes: [...wholes, ...this.#denominators(figure)], plan: plan && !other ? plan.amount : null };
    return this.#stated[index]?.agreeing(amount, beside) ?? [];
  }

  /** Of what a total is stated as a share: `16.079 HTX là thành viên, 63,2%` of all cooperatives. */
  #denominators({ indicator, sector, measure }: Figure): Quantity[] {
    const ratios = [...this.evidence.catalogue.indicators.values()].flatMap(({ aggregation }) =>
      aggregation.how === 'ratio' && aggregation.numerator === indicator.code ? [aggregation.denominator] : [],
    );
    return this.all
      .filter((each) => ratios.includes(each.indicator.code) && each.sector === sector && each.measure === measure)
      .flatMap(({ candidates }) => (candidates.length === 1 && candidates[0] ? [candidates[0].amount] : []));
  }

  readonly #sizes = new Map<Candidate, Size>();

  #size(index: number, candidate: Candidate): Size {
    const known = this.#sizes.get(candidate) ?? this.evidence.sizes.of(this.figures[index] as Figure, candidate.amount);
    this.#sizes.set(candidate, known);
    return known;
  }

  #impossible({ sector, indicator }: Figure): string {
    if (indicator.unit.dimension === 'percent') return 'tỷ lệ không thể quá 100%';
    return sector === 'all' ? 'tổng không thể nhỏ hơn một phần của nó' : 'một phần không thể lớn hơn tổng';
  }

  #parent(sector: SectorCode): SectorCode | null {
    return this.evidence.catalogue.sectors.get(sector)?.parent ?? null;
  }
}

const isUnusual = ({ verdict, rough }: Size) => verdict === 'unusual' && !rough;
const isNoShare = (amount: Quantity) => amount.dimension === 'percent' && amount.compare(wholeShare) > 0;

/** Negative where the first reading is the better one, zero where nothing tells them apart. */
function better(a: Judged, b: Judged): number {
  return (
    a.contradictions - b.contradictions || b.agreements - a.agreements || a.unusual - b.unusual || a.slips - b.slips
  );
}
