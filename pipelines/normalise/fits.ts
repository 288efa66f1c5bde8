import type { SectorCode } from '../../schemas/codes';
import { decimal } from '../../schemas/decimal';
import { Quantity, wholeShare } from '../../schemas/quantity';
import type { Candidate, Figure } from './figures';
import type { Evidence } from './notation';
import type { Judged, Reading } from './readings';
import type { Size } from './size';
import { StatedLine } from './stated';

/** One thing that a reading has to fit, and the figures (by their index) that it speaks of. */
interface Trial {
  readonly kind: 'part' | 'share' | 'size' | 'sum' | 'stated';
  /** What tells it from others of its kind. */
  readonly of: SectorCode | number;
  readonly among: readonly number[];
  readonly fits: boolean;
  /** Held against a reading also where no other reading fits it. */
  readonly sure: boolean;
}

/** Holds the readings of a family against what its figures must satisfy. */
export class Fits {
  readonly #stated: readonly StatedLine[];
  readonly #sizes = new Map<Candidate, Size>();
  readonly #sectors: readonly SectorCode[];

  constructor(
    private readonly figures: readonly Figure[],
    private readonly all: readonly Figure[],
    private readonly evidence: Evidence,
  ) {
    this.#stated = figures.map((figure) => new StatedLine(figure, evidence.catalogue));
    this.#sectors = [...new Set(figures.map(({ sector }) => sector))];
  }

  /** Whether nothing at all speaks against reading the figures so. */
  allFit(chosen: readonly Candidate[]): boolean {
    return (
      this.#trials(chosen).every(({ fits }) => fits) &&
      chosen.every((candidate, index) => this.#size(index, candidate).verdict !== 'unusual')
    );
  }

  /** Each reading with what speaks for it and against it. */
  judged(readings: readonly Reading[]): Judged[] {
    const tried = readings.map((reading) => ({ reading, trials: this.#trials(reading.chosen) }));
    const possible = new Set(tried.flatMap(({ trials }) => trials.filter(({ fits }) => fits).map(nameOf)));
    return tried.map(({ reading, trials }) => {
      const failing = trials.filter((trial) => !trial.fits && (trial.sure || possible.has(nameOf(trial))));
      const failed = (...kinds: Trial['kind'][]) => failing.filter(({ kind }) => kinds.includes(kind)).length;
      const sums = this.#exactSums(reading.chosen);
      return {
        ...reading,
        wrong: fewestWrong(failing),
        contradictions: failed('part', 'share'),
        sums,
        agreements: sums.size + trials.filter(({ kind, fits }) => kind === 'stated' && fits).length,
        unusual: failed('size'),
      };
    });
  }

  /** The stated comparisons of the figure's own line that fit, the rest of the family read as chosen. */
  agreeing(index: number, chosen: readonly Candidate[]): string[] {
    const figure = this.figures[index];
    const amount = chosen[index]?.amount;
    if (!figure || !amount || figure.row.stated.length === 0) return [];
    const wholes = this.#above(figure).flatMap((sector) => this.#amountsOf(sector, chosen).at(-1) ?? []);
    const plans = this.all.filter((each) => each.row === figure.row && each.measure === 'plan');
    const [plan, other] = plans.flatMap(({ candidates }) => candidates);
    const beside = { wholes: [...wholes, ...this.#denominators(figure)], plan: plan && !other ? plan.amount : null };
    return this.#stated[index]?.agreeing(amount, beside) ?? [];
  }

  #trials(chosen: readonly Candidate[]): Trial[] {
    const each = this.figures.flatMap((figure, index): Trial[] => {
      const candidate = chosen[index] as Candidate;
      const alone = { of: index, among: [index], sure: true } as const;
      const stated: Trial = {
        ...{ kind: 'stated', of: index, sure: false, fits: this.agreeing(index, chosen).length > 0 },
        among: [index, ...this.#above(figure).flatMap((sector) => this.#indexesOf(sector))],
      };
      return [
        { ...alone, kind: 'share', fits: !isNoShare(candidate.amount) },
        { ...alone, kind: 'size', fits: !isUnusual(this.#size(index, candidate)) },
        ...(figure.row.stated.length > 0 ? [stated] : []),
      ];
    });
    const isSum = this.figures[0]?.indicator.aggregation.how === 'sum';
    return isSum ? [...each, ...this.#parts(chosen), ...this.#sums(chosen)] : each;
  }

  /** A part is no larger than any whole that it stands in. */
  #parts(chosen: readonly Candidate[]): Trial[] {
    return this.figures.flatMap(({ sector }, part) =>
      this.#wholesOf(sector).flatMap((whole) =>
        this.#indexesOf(whole).map((at): Trial => {
          const fits = chosen[at]?.amount.compare(chosen[part]?.amount as Quantity) !== -1;
          return { kind: 'part', of: part, among: [part, at], fits, sure: true };
        }),
      ),
    );
  }

  /** Parts make their whole, to the digits printed. */
  #sums(chosen: readonly Candidate[]): Trial[] {
    return this.#sectors.flatMap((sector): Trial[] => {
      const parts = this.evidence.adding.partsOf(sector, this.#sectors);
      const [first] = this.figures;
      const sure = first !== undefined && this.evidence.adding.isWhole(first, sector, parts);
      if (parts.length < (sure ? 1 : 2)) return [];
      const among = [sector, ...parts].flatMap((each) => this.#indexesOf(each));
      const steps = among.map((index) => stepOf(this.figures[index] as Figure, chosen[index] as Candidate));
      const off = this.#offOf(sector, parts, chosen);
      const fits = off !== null && off.compare(Quantity.sum(steps as [Quantity, ...Quantity[]])) <= 0;
      return [{ kind: 'sum', of: sector, among, fits, sure }];
    });
  }

  #exactSums(chosen: readonly Candidate[]): ReadonlySet<SectorCode> {
    if (this.figures[0]?.indicator.aggregation.how !== 'sum') return new Set();
    const exact = this.#sectors.filter((sector) => {
      const parts = this.evidence.adding.partsOf(sector, this.#sectors);
      return parts.length > 1 && this.#offOf(sector, parts, chosen)?.isZero();
    });
    return new Set(exact);
  }

  #offOf(whole: SectorCode, parts: readonly SectorCode[], chosen: readonly Candidate[]): Quantity | null {
    const last = (sector: SectorCode) => this.#amountsOf(sector, chosen).at(-1);
    const [first, ...rest] = parts.flatMap((part) => last(part) ?? []);
    const total = last(whole);
    return first && total
      ? Quantity.sum([first, ...rest])
          .minus(total)
          .abs()
      : null;
  }

  #indexesOf(sector: SectorCode): number[] {
    return this.figures.flatMap((figure, index) => (figure.sector === sector ? [index] : []));
  }

  #amountsOf(sector: SectorCode, chosen: readonly Candidate[]): Quantity[] {
    return this.#indexesOf(sector).flatMap((index) => chosen[index]?.amount ?? []);
  }

  /** The sectors above one, the nearest first. */
  #wholesOf(sector: SectorCode): SectorCode[] {
    const parent = this.evidence.catalogue.sectors.get(sector)?.parent ?? null;
    return parent === null ? [] : [parent, ...this.#wholesOf(parent)];
  }

  /** Of what a share may be stated. */
  #above({ sector }: Figure): SectorCode[] {
    const wholes = this.#wholesOf(sector);
    return [...new Set([wholes.at(-1), wholes[0]])].filter((each) => each !== undefined);
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

  #size(index: number, candidate: Candidate): Size {
    const known = this.#sizes.get(candidate) ?? this.evidence.sizes.of(this.figures[index] as Figure, candidate.amount);
    this.#sizes.set(candidate, known);
    return known;
  }
}

const nameOf = ({ kind, of }: Trial) => `${kind} ${of}`;
const isUnusual = ({ verdict, rough }: Size) => verdict === 'unusual' && !rough;
const isNoShare = (amount: Quantity) => amount.dimension === 'percent' && amount.compare(wholeShare) > 0;

/** What the last printed digit is worth, read so. */
function stepOf({ cell, unit }: Figure, { notation }: Candidate): Quantity {
  const digits = cell.text.split(notation === 'vi' ? ',' : '.')[1] ?? '';
  return Quantity.of(decimal(`1e-${/^\d*/.exec(digits)?.[0].length ?? 0}`), unit);
}

/** A wrong unit of them all makes every size unusual, and is one thing that is wrong. */
function fewestWrong(failing: readonly Trial[]): number {
  const others = failing.filter(({ kind }) => kind !== 'size');
  const [all, bySums] = [failing, others].map((trials) => fewest(trials.map(({ among }) => among))) as [number, number];
  return Math.min(all, bySums + 1);
}

/** How few figures are in all of these; the one that is in most of them is taken first. */
function fewest(among: readonly (readonly number[])[]): number {
  let open = among;
  let taken = 0;
  for (; open.length > 0; taken += 1) {
    const times = new Map<number, number>();
    for (const index of open.flat()) times.set(index, (times.get(index) ?? 0) + 1);
    const [most] = [...times].reduce((a, b) => (b[1] > a[1] ? b : a));
    open = open.filter((each) => !each.includes(most));
  }
  return taken;
}
