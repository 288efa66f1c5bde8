import { tenthDigit } from '../../pipelines/register/tax-code';
import type { CooperativeType } from '../../schemas/register';
import { type Chance, type Commune, communesOf, ownName } from './duplicates-world';

/** What a cooperative truly is. */
export interface Cooperative {
  readonly id: number;
  readonly type: CooperativeType;
  readonly works: readonly string[];
  readonly name: string;
  readonly taxCode: string | null;
  /** ISO day. */
  readonly foundedOn: string;
  commune: Commune;
  members: number;
  /** In triệu. */
  capital: number;
}

const works = [
  'Nông nghiệp',
  'Dịch vụ',
  'Thương mại',
  'Sản xuất',
  'Kinh doanh',
  'Tổng hợp',
  'Xây dựng',
  'Vận tải',
  'Môi trường',
];

/** All cooperatives of the country from quarter to quarter: founded and dissolved, moved, split and merged. */
export class Country {
  readonly #communes: readonly Commune[];
  readonly #codes = new Set<string>();
  #next = 0;
  cooperatives: Cooperative[];

  constructor(
    private readonly chance: Chance,
    count: number,
  ) {
    this.#communes = communesOf(chance);
    this.cooperatives = [];
    while (this.cooperatives.length < count) this.cooperatives.push(...this.#founded());
  }

  /** A quarter later. */
  pass(): void {
    const { chance } = this;
    const stay = this.cooperatives.filter(() => !chance.of(0.012));
    const split = stay.filter(() => chance.of(0.001)).map((each) => this.#splitOff(each));
    for (const each of stay) this.#drift(each);
    const founded = Array.from({ length: Math.floor(stay.length * 0.01) }, () => this.#founded()).flat();
    this.cooperatives = [...stay, ...split, ...founded];
  }

  /** One, or at times two of one name in neighbouring communes, or even in one. */
  #founded(): Cooperative[] {
    const { chance } = this;
    const at = chance.below(this.#communes.length);
    const commune = this.#communes[at] as Commune;
    const one = this.#found(commune, ownName(chance, commune), this.#works());
    if (!chance.of(0.05)) return [one];
    const next = this.#communes[at + 1];
    const near = next?.district === commune.district && !chance.of(0.1) ? next : commune;
    const other = this.#found(near, one.name, chance.of(0.6) ? one.works : this.#works());
    // By one decision, as a commune's groups often are.
    return [one, chance.of(0.2) ? { ...other, foundedOn: one.foundedOn, type: one.type } : other];
  }

  #works(): string[] {
    const { chance } = this;
    const first = chance.of(0.55) ? 'Nông nghiệp' : chance.pick(works);
    return chance.of(0.45) ? [...new Set([chance.pick(works), first])] : [first];
  }

  #found(commune: Commune, name: string, ownWorks: readonly string[]): Cooperative {
    const { chance } = this;
    const draw = chance.next();
    const year = chance.of(0.3) ? 1996 + chance.below(10) : 2006 + chance.below(18);
    const day = `${1 + chance.below(28)}`.padStart(2, '0');
    this.#next += 1;
    return {
      id: this.#next,
      type: draw < 0.72 ? 'htx' : draw < 0.94 ? 'tht' : draw < 0.99 ? 'qtdnd' : 'lhhtx',
      works: ownWorks,
      name,
      taxCode: chance.of(0.62) ? this.#taxCode() : null,
      foundedOn: chance.of(0.04) ? `${year}-01-01` : `${year}-${`${1 + chance.below(12)}`.padStart(2, '0')}-${day}`,
      commune,
      members: 7 + Math.floor(chance.next() ** 3 * 400),
      capital: Math.round(50 + chance.next() ** 4 * 9000) * (chance.of(0.4) ? 10 : 1),
    };
  }

  #taxCode(): string {
    for (;;) {
      const nine = String(this.chance.below(1_000_000_000)).padStart(9, '0');
      const tenth = tenthDigit(nine);
      if (tenth === null || this.#codes.has(nine)) continue;
      this.#codes.add(nine);
      return nine + tenth;
    }
  }

  #splitOff(one: Cooperative): Cooperative {
    one.members = Math.max(7, Math.round(one.members / 2));
    return this.#found(one.commune, `${one.name} 2`, one.works);
  }

  #drift(each: Cooperative): void {
    const { chance } = this;
    if (chance.of(0.4)) each.members = Math.max(7, Math.round(each.members * (0.94 + chance.next() * 0.13)));
    if (chance.of(0.2)) each.capital = Math.round(each.capital * (0.95 + chance.next() * 0.25));
    if (!chance.of(0.004)) return;
    const own = this.#communes.filter(({ province }) => province === each.commune.province);
    each.commune = chance.pick(chance.of(0.7) ? own.filter(({ district }) => district === each.commune.district) : own);
  }
}
