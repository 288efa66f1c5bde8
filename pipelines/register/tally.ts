import type { Catalogue } from '../../schemas/catalogue';
import type { Locator } from '../../schemas/cell';
import type { SectorCode } from '../../schemas/codes';
import type { Period } from '../../schemas/period';
import type { Quantity } from '../../schemas/quantity';
import type { RegisterColumn, RegisterRow } from '../../schemas/register';
import { type Days, daysOf, type Kind } from './kinds';
import { Sum } from './sum';

/** What some rows say of one kind of figure, together. */
export interface Told {
  readonly rows: number;
  readonly first: Locator | null;
  /** How many of them say yes, or an amount. */
  readonly counted: number;
  readonly sum: Quantity | null;
  /** How many do not say; `unread`: of those, whose cells could not be read. */
  readonly missing: number;
  readonly unread: number;
  /** The first of those in which nothing is written. */
  readonly missingAt: readonly Locator[];
}

/** So many places are named. */
const mostNamed = 3;

/** The same, row by row. */
type Count = { -readonly [Field in Exclude<keyof Told, 'sum' | 'missingAt'>]: Told[Field] } & {
  readonly sum: Sum;
  readonly missingAt: Locator[];
};

/** The figures of one group of cooperatives, added up row by row and sector by sector. */
export class Tally {
  readonly #days: Days;
  /** Of each sector what is told of each kind, in their order. */
  readonly #sectors = new Map<SectorCode | null, readonly Count[]>();
  #sectorsUnread = 0;

  constructor(
    private readonly kinds: readonly Kind[],
    period: Period,
    private readonly catalogue: Catalogue,
  ) {
    this.#days = daysOf(period);
  }

  add(row: RegisterRow): void {
    const figures = this.#sectors.get(row.sector) ?? this.#begun(row.sector);
    if (row.sector === null && row.status !== 'dissolved' && row.unreadable.includes('sector'))
      this.#sectorsUnread += 1;
    for (let index = 0; index < this.kinds.length; index += 1) {
      const kind = this.kinds[index] as Kind;
      if (kind.dissolved || row.status !== 'dissolved') count(figures[index] as Count, kind, row, this.#days);
    }
  }

  #begun(sector: SectorCode | null): readonly Count[] {
    const figures = this.kinds.map(() => ({ ...nobody, sum: new Sum(), missingAt: [] }));
    this.#sectors.set(sector, figures);
    return figures;
  }

  /** All rows; null where the group has none. */
  all(kind: Kind): Told | null {
    return this.#sectors.size === 0 ? null : together([...this.#sectors.keys()].map((key) => this.#told(key, kind)));
  }

  /** What the rows that are not dissolved add up to in a column, as far as they say; null where nothing. */
  sumOf(column: RegisterColumn): Quantity | null {
    const kind = this.kinds.find(({ columns: [first, second] }) => first === column && second === undefined);
    return (kind && this.all(kind)?.sum) ?? null;
  }

  /** The rows of a sector and of those below it; null where one might be among them that does not say its sector so closely. */
  of(kind: Kind, sector: SectorCode): Told | null {
    if (this.catalogue.sectors.get(sector)?.parent === null) return this.all(kind);
    const above = this.#above(sector);
    const keys = [...this.#sectors.keys()].filter((key) => this.#told(key, kind).rows > 0);
    if (keys.some((key) => key === null || above.includes(key))) return null;
    return together(
      keys
        .filter((key) => key !== null && [key, ...this.#above(key)].includes(sector))
        .map((key) => this.#told(key, kind)),
    );
  }

  /** The rows in the books that do not say their sector; `unread`: whose cells of it could not be read. */
  sectorless(kind: Kind): Told {
    return { ...this.#told(null, kind), unread: this.#sectorsUnread };
  }

  #told(sector: SectorCode | null, kind: Kind): Told {
    const count = this.#sectors.get(sector)?.[this.kinds.indexOf(kind)];
    return count === undefined ? nobody : { ...count, sum: count.sum.total() };
  }

  #above(sector: SectorCode): SectorCode[] {
    const parent = this.catalogue.sectors.get(sector)?.parent ?? null;
    return parent === null ? [] : [parent, ...this.#above(parent)];
  }
}

const nobody: Told = { rows: 0, first: null, counted: 0, sum: null, missing: 0, unread: 0, missingAt: [] };

function count(told: Count, { says, mean, columns }: Kind, row: RegisterRow, days: Days): void {
  const said = says(row, days);
  const { at } = row;
  told.rows += 1;
  told.first ??= at;
  if (said === null) {
    told.missing += 1;
    if (row.unreadable.length > 0 && columns.some((role) => row.unreadable.includes(role))) told.unread += 1;
    else if (told.missingAt.length < mostNamed) told.missingAt.push(at);
  } else if (said !== false) {
    told.counted += 1;
    if (said !== true) told.sum.add(said, mean === 'labour' ? row.labour : null);
  }
}

function together(parts: readonly Told[]): Told {
  return parts.reduce(
    (all, part) => ({
      rows: all.rows + part.rows,
      first: all.first ?? part.first,
      counted: all.counted + part.counted,
      sum: all.sum && part.sum ? all.sum.plus(part.sum) : (all.sum ?? part.sum),
      missing: all.missing + part.missing,
      unread: all.unread + part.unread,
      missingAt: [...all.missingAt, ...part.missingAt].sort(inFile).slice(0, mostNamed),
    }),
    nobody,
  );
}

const lineOf = (at: Locator) => ('row' in at ? at.row : 0);
const inFile = (one: Locator, other: Locator) => lineOf(one) - lineOf(other);
