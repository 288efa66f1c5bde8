import type { Catalogue } from '../../schemas/catalogue';
import { placeName } from '../../schemas/cell';
import type { SectorCode } from '../../schemas/codes';
import { decimal } from '../../schemas/decimal';
import type { Finding } from '../../schemas/finding';
import { Quantity, type Unit } from '../../schemas/quantity';
import { oneLine } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';
import type { Candidate, Figure } from './figures';
import type { Notation } from './number';

/** A figure with its one reading; `because` where more than the file's own notation was needed to choose it. */
export interface Settled {
  readonly figure: Figure;
  readonly amount: Quantity;
  readonly because: string | null;
}

/**
 * Settles the numbers that read two ways (`34.357`). The notation of the file's unambiguous numbers is followed as long as
 * the sums a figure stands in do not contradict it; a contradiction is a finding, and what nothing settles is held.
 */
export function settle(
  figures: readonly Figure[],
  notation: Notation | null,
  catalogue: Catalogue,
): { settled: Settled[]; findings: Finding[] } {
  const families = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = `${figure.indicator.code} ${figure.measure}`;
    const family = families.get(key);
    if (family) family.push(figure);
    else families.set(key, [figure]);
  }
  const readings = new Map<Figure, Settled | null>();
  for (const family of families.values())
    for (const [figure, read] of new Family(family, notation, catalogue).read()) readings.set(figure, read);

  const settled: Settled[] = [];
  const findings: Finding[] = [];
  for (const figure of figures) {
    const read = readings.get(figure) ?? null;
    const usual = figure.candidates.find((candidate) => candidate.notation === notation);
    if (read === null) findings.push(undecided(figure));
    else settled.push(read);
    // Where nothing else in the file speaks for either notation, its own sums settle the matter and nobody need look.
    if (read?.because && usual) findings.push(contradicted(figure, usual, read, read.because));
  }
  return { settled, findings };
}

/** The notation that the file's unambiguous numbers are written in; null where there is none, or both. */
export function notationOf(figures: readonly Figure[], others: readonly (Notation | null)[]): Notation | null {
  const sure = figures
    .filter((figure) => figure.candidates.length === 1)
    .map((figure) => figure.candidates[0]?.notation ?? null);
  const seen = new Set([...sure, ...others].filter((notation) => notation !== null));
  return seen.size === 1 ? ([...seen][0] ?? null) : null;
}

const percent: Unit = { name: '%', dimension: 'percent', factor: decimal('1') };
const wholeShare = Quantity.of(decimal('100'), percent);

/** More numbers that read two ways than the sector tree has places are some figure written many times: nothing is tried on them. */
const mostOpen = 12;
/** As many slips in one family are believed; more would fit anything into anything. */
const mostSlips = 3;

/** A way to read all numbers of a family: one candidate for each, and how many of them are not in the file's notation. */
interface Reading {
  readonly chosen: readonly Candidate[];
  readonly slips: number;
}

/** The figures of one indicator and measure: a whole and its sectors, which are read together, for they have to fit each other. */
class Family {
  constructor(
    private readonly figures: readonly Figure[],
    private readonly notation: Notation | null,
    private readonly catalogue: Catalogue,
  ) {}

  /** For each figure its reading, null where the best readings of the family disagree about it. */
  read(): (readonly [Figure, Settled | null])[] {
    const open = this.figures.filter(({ candidates }) => candidates.length > 1).length;
    if (open === 0 || open > mostOpen) return this.figures.map((figure) => [figure, this.byNotation(figure)]);
    const judged = this.readings().map((reading) => ({ ...reading, ...this.judged(reading.chosen) }));
    judged.sort((a, b) => a.contradictions - b.contradictions || b.sums.size - a.sums.size || a.slips - b.slips);
    const [first] = judged;
    const best = judged.filter(
      (each) =>
        each.contradictions === first?.contradictions &&
        each.sums.size === first.sums.size &&
        each.slips === first.slips,
    );
    return this.figures.map((figure, index) => {
      const candidate = first?.chosen[index];
      if (!first || !candidate || best.some(({ chosen }) => chosen[index] !== candidate)) return [figure, null];
      const ordinary = figure.candidates.length === 1 || candidate.notation === this.notation;
      const because = [figure.sector, this.parent(figure.sector)].some((sector) => sector && first.sums.has(sector))
        ? 'khớp với tổng của các lĩnh vực'
        : 'một phần không thể lớn hơn tổng';
      return [figure, { figure, amount: candidate.amount, because: ordinary ? null : because }];
    });
  }

  private byNotation(figure: Figure): Settled | null {
    const [only, other] = figure.candidates;
    const read = other ? figure.candidates.find(({ notation }) => notation === this.notation) : only;
    return read ? { figure, amount: read.amount, because: null } : null;
  }

  /** In the file's notation with up to a few slips; where the file has none, every combination. */
  private readings(): Reading[] {
    let readings: Reading[] = [{ chosen: this.figures.flatMap(({ candidates }) => candidates[0] ?? []), slips: 0 }];
    for (const [index, { candidates }] of this.figures.entries()) {
      if (candidates.length === 1) continue;
      readings = readings.flatMap(({ chosen, slips }) =>
        candidates.map((candidate) => {
          const slip = this.notation !== null && candidate.notation !== this.notation;
          return { chosen: chosen.with(index, candidate), slips: slips + (slip ? 1 : 0) };
        }),
      );
      readings = readings.filter(({ slips }) => slips <= mostSlips);
    }
    return readings;
  }

  /** Against a reading: parts larger than a whole that they stand in, shares above 100%. For it: the wholes that their parts make. */
  private judged(chosen: readonly Candidate[]): { contradictions: number; sums: ReadonlySet<SectorCode> } {
    const indicator = this.figures[0]?.indicator;
    const shares = chosen.filter(
      ({ amount }) => amount.dimension === 'percent' && amount.compare(wholeShare) > 0,
    ).length;
    if (indicator?.aggregation.how !== 'sum') return { contradictions: shares, sums: new Set() };
    const values = new Map(this.figures.map(({ sector }, index) => [sector, chosen[index]?.amount]));
    const parts = new Map<SectorCode, [Quantity, ...Quantity[]]>();
    let contradictions = 0;
    for (const [sector, value] of values) {
      if (value === undefined) continue;
      const parent = this.parent(sector);
      if (parent !== null) parts.set(parent, [value, ...(parts.get(parent) ?? [])]);
      for (let whole = parent; whole !== null; whole = this.parent(whole))
        if (values.get(whole)?.compare(value) === -1) contradictions += 1;
    }
    const adding = [...parts].filter(([whole, of]) => of.length > 1 && values.get(whole)?.equals(Quantity.sum(of)));
    return { contradictions, sums: new Set(adding.map(([whole]) => whole)) };
  }

  private parent(sector: SectorCode): SectorCode | null {
    return this.catalogue.sectors.get(sector)?.parent ?? null;
  }
}

/** The figure in the words of the report: `34.357 hay 34357 tỷ đồng`, in the unit of the catalogue. */
function shown(figure: Figure, candidate: Pick<Candidate, 'amount'>): string {
  return candidate.amount.in(figure.indicator.unit);
}

function contradicted(figure: Figure, usual: Candidate, chosen: Settled, because: string): Finding {
  const unit = figure.indicator.unit.name;
  return {
    rule: 'notation.contradicted',
    severity: 'warning',
    code: figure.indicator.code,
    sector: figure.sector,
    at: figure.cell.at,
    raw: figure.cell.text,
    message: `Số "${oneLine(figure.cell.text)}" (${placeName(figure.cell.at)}) của chỉ tiêu "${figure.indicator.label}" theo cách ghi của cả báo cáo là ${vietnameseNumber(shown(figure, usual))} ${unit}, nhưng như thế thì không hợp với các số khác (${because}); đã nạp là ${vietnameseNumber(shown(figure, chosen))} ${unit}. Hãy xác nhận hoặc sửa lại.`,
    proposal: { value: shown(figure, chosen), unit, because },
  };
}

function undecided(figure: Figure): Finding {
  const readings = figure.candidates.map((candidate) => vietnameseNumber(shown(figure, candidate)));
  return {
    rule: 'notation.undecided',
    severity: 'error',
    code: figure.indicator.code,
    sector: figure.sector,
    at: figure.cell.at,
    raw: figure.cell.text,
    message: `Số "${oneLine(figure.cell.text)}" (${placeName(figure.cell.at)}) của chỉ tiêu "${figure.indicator.label}" đọc được hai cách: ${readings.join(' hoặc ')} ${figure.indicator.unit.name}, và không có số nào khác cho biết cách nào đúng. Ô này chưa được nạp: hãy ghi lại cho rõ.`,
    proposal: null,
  };
}
