import type { Catalogue } from '../../schemas/catalogue';
import type { SectorCode } from '../../schemas/codes';
import { Quantity } from '../../schemas/quantity';
import type { Figure } from './figures';

/** Which sectors make a whole in this report, as its surely read figures show: a province may have none of some of them. */
export class Adding {
  readonly #whole = new Set<string>();

  constructor(
    figures: readonly Figure[],
    private readonly catalogue: Catalogue,
  ) {
    const families = new Map<string, Map<SectorCode, Quantity>>();
    for (const { indicator, measure, sector, candidates } of figures) {
      const [only, other] = candidates;
      const key = `${indicator.section} ${indicator.code} ${measure}`;
      const family = families.get(key) ?? new Map<SectorCode, Quantity>();
      families.set(key, family);
      if (only && !other) family.set(sector, only.amount);
    }
    for (const [family, sure] of families)
      for (const [sector, total] of sure) {
        const parts = this.partsOf(sector, [...sure.keys()]);
        const [one, ...rest] = parts.flatMap((part) => sure.get(part) ?? []);
        if (one && !total.isZero() && Quantity.sum([one, ...rest]).equals(total))
          this.#whole.add(keyOf(family.split(' ')[0], sector, parts));
      }
  }

  /** The given sectors that stand directly under one. */
  partsOf(sector: SectorCode, among: readonly SectorCode[]): SectorCode[] {
    return among.filter((each) => this.catalogue.sectors.get(each)?.parent === sector);
  }

  /** Whether some other indicator of its section is the sum of just these sectors. */
  isWhole(figure: Figure, sector: SectorCode, parts: readonly SectorCode[]): boolean {
    return this.#whole.has(keyOf(figure.indicator.section, sector, parts));
  }
}

const keyOf = (section: string | undefined, sector: SectorCode, parts: readonly SectorCode[]) =>
  `${section} ${sector} ${[...parts].sort().join(' ')}`;
