import type { Catalogue } from '../../../schemas/catalogue';
import type { SectorCode } from '../../../schemas/codes';
import { decimal, zero } from '../../../schemas/decimal';
import type { Period } from '../../../schemas/period';
import { type Days, daysOf, type Group, groupOf, type Kind } from '../kinds';
import { type Figure, type Parts, plus } from './figure';
import type { ListedRow } from './listed';
import type { Treatment } from './treatment';

/** By how much each figure of the register changes; those that stay as they are are left out. */
export type Effects = ReadonlyMap<Figure, Parts>;

/** What a row adds to the figures of its group, and what a treatment changes in them. */
export class Rows {
  readonly #days: Days;
  readonly #kinds = new Map<Group, Map<Kind, Map<SectorCode, Figure>>>();
  readonly #sectors = new Map<SectorCode | null, readonly SectorCode[]>();

  constructor(
    figures: readonly Figure[],
    period: Period,
    private readonly catalogue: Catalogue,
  ) {
    this.#days = daysOf(period);
    for (const figure of figures) {
      const kinds = entry(this.#kinds, figure.group, () => new Map<Kind, Map<SectorCode, Figure>>());
      entry(kinds, figure.kind, () => new Map<SectorCode, Figure>()).set(figure.sector, figure);
    }
  }

  effectsOf({ changes }: Treatment): Effects {
    const effects = new Map<Figure, Parts>();
    for (const { from, to } of changes) {
      if (from !== null) this.#add(effects, from, decimal('-1'));
      if (to !== null) this.#add(effects, to, decimal('1'));
    }
    return withoutNothing(effects);
  }

  /** What the row adds to a figure of its own group; null where it does not say, or does not count. */
  adds(row: ListedRow, { kind }: Figure): Parts | null {
    if (row.status === 'dissolved' && !kind.dissolved) return null;
    const said = kind.says(row, this.#days);
    if (said === null) return null;
    const counts = said !== false;
    const amount = typeof said === 'boolean' ? decimal(said ? '1' : '0') : decimal(said.inBase());
    if (kind.mean === 'labour') {
      const labour = decimal(row.labour?.inBase() ?? '0');
      return { sum: amount.times(labour), by: labour };
    }
    return { sum: counts ? amount : zero, by: kind.mean === 'row' ? decimal('1') : null };
  }

  /** Whether it is one of the rows that the figure is made of, and does not say it. */
  lacks(row: ListedRow, figure: Figure): boolean {
    const isCounted = figure.kind.dissolved || row.status !== 'dissolved';
    return isCounted && this.isOf(row, figure) && figure.kind.says(row, this.#days) === null;
  }

  /** Whether it is one of the rows that the figure is about. */
  isOf(row: ListedRow, { group, sector }: Figure): boolean {
    return row.type !== null && groupOf[row.type] === group && this.sectorsOf(row.sector).includes(sector);
  }

  /** A sector with those above it; the whole for a row without one. */
  sectorsOf(sector: SectorCode | null): readonly SectorCode[] {
    return entry(this.#sectors, sector, () => {
      const place = sector === null ? undefined : this.catalogue.sectors.get(sector);
      if (place === undefined)
        return [...this.catalogue.sectors.values()].flatMap(({ code, parent }) => (parent === null ? code : []));
      return [place.code, ...(place.parent === null ? [] : this.sectorsOf(place.parent))];
    });
  }

  #add(effects: Map<Figure, Parts>, row: ListedRow, sign: ReturnType<typeof decimal>): void {
    if (row.type === null) return;
    const sectors = this.sectorsOf(row.sector);
    for (const figures of this.#kinds.get(groupOf[row.type])?.values() ?? []) {
      const at = sectors.flatMap((sector) => figures.get(sector) ?? []);
      const added = at[0] === undefined ? null : this.adds(row, at[0]);
      if (added === null) continue;
      const signed = { sum: added.sum.times(sign), by: added.by?.times(sign) ?? null };
      for (const figure of at) effects.set(figure, plus(signed, effects.get(figure)));
    }
  }
}

/** What several treatments together change. */
export function together(all: readonly Effects[]): Effects {
  const [first, ...rest] = all;
  if (first === undefined || rest.length === 0) return first ?? new Map();
  const sum = new Map(first);
  for (const effects of rest) for (const [figure, parts] of effects) sum.set(figure, plus(parts, sum.get(figure)));
  return withoutNothing(sum);
}

function withoutNothing(effects: Map<Figure, Parts>): Effects {
  for (const [figure, { sum, by }] of effects) if (sum.eq(zero) && (by === null || by.eq(zero))) effects.delete(figure);
  return effects;
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}
