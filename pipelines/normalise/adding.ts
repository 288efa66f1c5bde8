import type { Catalogue } from '../../schemas/catalogue';
import type { SectorCode } from '../../schemas/codes';
import { Quantity } from '../../schemas/quantity';
import type { Figure } from './figures';

/** Which sectors make a whole in this report, as its surely read figures show: a province may have none of some of them. */
export class Adding {
  readonly #whole = new Set<string>();

  constructor(
    families: readonly (readonly Figure[])[],
    private readonly catalogue: Catalogue,
  ) {
    for (const family of families) {
      const [first] = family;
      const sure = new Map(
        family.flatMap(({ sector, candidates: [only, other] }) =>
          only && !other ? [[sector, only.amount] as const] : [],
        ),
      );
      for (const [sector, total] of sure) {
        const parts = this.partsOf(sector, [...sure.keys()]);
        const [one, ...rest] = parts.flatMap((part) => sure.get(part) ?? []);
        if (first && one && !total.isZero() && Quantity.sum([one, ...rest]).equals(total))
          this.#whole.add(keyOf(first, sector, parts));
      }
    }
  }

  /** The given sectors that stand directly under one. */
  partsOf(sector: SectorCode, among: readonly SectorCode[]): SectorCode[] {
    return among.filter((each) => this.catalogue.sectors.get(each)?.parent === sector);
  }

  /** Whether some other indicator of its section is the sum of just these sectors. */
  isWhole(figure: Figure, sector: SectorCode, parts: readonly SectorCode[]): boolean {
    return this.#whole.has(keyOf(figure, sector, parts));
  }
}

const keyOf = ({ indicator }: Figure, sector: SectorCode, parts: readonly SectorCode[]) =>
  `${indicator.section} ${sector} ${[...parts].sort().join(' ')}`;
