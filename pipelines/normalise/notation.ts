import type { Catalogue } from '../../schemas/catalogue';
import { placeName } from '../../schemas/cell';
import type { SectorCode } from '../../schemas/codes';
import { type Decimal, plain, sumOf } from '../../schemas/decimal';
import type { Finding } from '../../schemas/finding';
import { oneLine } from '../../schemas/text';
import type { Candidate, Figure } from './figures';
import type { Notation } from './number';

/** A figure with its one reading; `because` where more than the file's own notation was needed to choose it. */
export interface Settled {
  readonly figure: Figure;
  readonly base: Decimal;
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
  const family = new Family(figures, notation, catalogue);
  const settled: Settled[] = [];
  const findings: Finding[] = [];
  for (const figure of figures) {
    const [only, other] = figure.candidates;
    if (only && !other) {
      settled.push({ figure, base: only.base, because: null });
      continue;
    }
    const usual = figure.candidates.find((candidate) => candidate.notation === notation);
    const fitting = figure.candidates.filter((candidate) => family.fits(figure, candidate.base));
    const exact = figure.candidates.filter((candidate) => family.addsUp(figure, candidate.base));
    const byFigures = exact.length === 1 ? exact[0] : fitting.length === 1 ? fitting[0] : undefined;
    if (usual && (byFigures === undefined || byFigures === usual)) {
      settled.push({ figure, base: usual.base, because: null });
    } else if (byFigures) {
      const because = exact.length === 1 ? 'khớp với tổng của các lĩnh vực' : 'một phần không thể lớn hơn tổng';
      settled.push({ figure, base: byFigures.base, because });
      // Where nothing else in the file speaks for either notation, its own sums settle the matter and nobody need look.
      if (usual) findings.push(contradicted(figure, usual, byFigures, because));
    } else {
      findings.push(undecided(figure));
    }
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

/** The figures of the same indicator and measure in other sectors, as far as they are read without looking at sums. */
class Family {
  private readonly values = new Map<string, Decimal>();
  constructor(
    figures: readonly Figure[],
    notation: Notation | null,
    private readonly catalogue: Catalogue,
  ) {
    for (const { indicator, measure, sector, candidates } of figures) {
      const usual = candidates.length === 1 ? candidates[0] : candidates.find((each) => each.notation === notation);
      if (usual && indicator.aggregation.how === 'sum')
        this.values.set(`${indicator.code} ${measure} ${sector}`, usual.base);
    }
  }

  /** A part is not larger than any whole that it stands in, and a whole not smaller than any part. */
  fits(figure: Figure, base: Decimal): boolean {
    const wholes = this.ancestors(figure.sector).map((sector) => this.value(figure, sector));
    const parts = [...this.catalogue.sectors.keys()]
      .filter((sector) => this.ancestors(sector).includes(figure.sector))
      .map((sector) => this.value(figure, sector));
    return wholes.every((whole) => !whole || base.lte(whole)) && parts.every((part) => !part || base.gte(part));
  }

  /** The value is its parts' sum, or closes the gap between its whole and the other parts. */
  addsUp(figure: Figure, base: Decimal): boolean {
    const parts = this.reportedParts(figure, figure.sector);
    if (parts.length > 1 && sumOf(parts).eq(base)) return true;
    const parent = this.catalogue.sectors.get(figure.sector)?.parent ?? null;
    const whole = parent === null ? undefined : this.value(figure, parent);
    if (parent === null || !whole) return false;
    const others = this.reportedParts(figure, parent, figure.sector);
    return others.length > 0 && sumOf(others).plus(base).eq(whole);
  }

  private reportedParts(figure: Figure, parent: SectorCode, except?: SectorCode): Decimal[] {
    return [...this.catalogue.sectors.values()]
      .filter((sector) => sector.parent === parent && sector.code !== except)
      .flatMap((sector) => this.value(figure, sector.code) ?? []);
  }

  private value({ indicator, measure }: Figure, sector: SectorCode): Decimal | undefined {
    return this.values.get(`${indicator.code} ${measure} ${sector}`);
  }

  private ancestors(sector: SectorCode): SectorCode[] {
    const parent = this.catalogue.sectors.get(sector)?.parent ?? null;
    return parent === null ? [] : [parent, ...this.ancestors(parent)];
  }
}

/** The figure in the words of the report: `34.357 hay 34357 tỷ đồng`, in the unit of the catalogue. */
function shown(figure: Figure, candidate: Candidate): string {
  return plain(candidate.base.div(figure.indicator.unit.factor));
}

function contradicted(figure: Figure, usual: Candidate, chosen: Candidate, because: string): Finding {
  const unit = figure.indicator.unit.name;
  return {
    rule: 'notation.contradicted',
    severity: 'warning',
    code: figure.indicator.code,
    sector: figure.sector,
    at: figure.cell.at,
    raw: figure.cell.text,
    message: `Số "${oneLine(figure.cell.text)}" (${placeName(figure.cell.at)}) của chỉ tiêu "${figure.indicator.label}" theo cách ghi của cả báo cáo là ${vietnamese(shown(figure, usual))} ${unit}, nhưng như thế thì không hợp với các số khác (${because}); đã nạp là ${vietnamese(shown(figure, chosen))} ${unit}. Hãy xác nhận hoặc sửa lại.`,
    proposal: { value: shown(figure, chosen), unit, because },
  };
}

function undecided(figure: Figure): Finding {
  const readings = figure.candidates.map((candidate) => vietnamese(shown(figure, candidate)));
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

/** A plain decimal in Vietnamese notation. */
function vietnamese(value: string): string {
  const [whole = '', rest] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return rest === undefined ? grouped : `${grouped},${rest}`;
}
