import { type Cell, placeName } from '../../schemas/cell';
import type { Finding, Nature, Proposal } from '../../schemas/finding';
import type { RegisterColumn } from '../../schemas/register';
import { excerpt } from '../../schemas/text';
import type { Column } from './header';
import type { Wanting } from './incomplete';

/** What is doubtful about a cell. `said`: in a sentence for each such cell, or in one for all of the column. */
export interface Said {
  readonly rule: string;
  readonly nature: Nature;
  readonly said: 'each' | 'once';
  /** The sentence about `"34.357" (dòng 5, cột 7)`, or about several such places and how many more there are. */
  readonly says: (cells: string, count: number) => string;
  /** Where a column has one fault for several causes, each a finding: which of them it is. */
  readonly cause?: string;
  /** What would mend it. */
  readonly proposal?: Proposal;
}

/** With the cell, and the column that it counts for. */
export interface Doubt extends Said {
  readonly role: RegisterColumn;
  readonly cell: Cell;
}

/** So many cells of a column are named for one fault, and so many in a sentence about all of them. */
const mostNamed = { each: 20, once: 3 } as const;

/** The cells of one fault that are named, and how many there are. */
interface Fault {
  readonly named: Doubt[];
  count: number;
}

/** Collects what is doubtful without growing with the register: after the first cells of a fault the rest are counted. */
export class Doubts {
  readonly #faults = new Map<string, Fault>();

  constructor(private readonly columns: ReadonlyMap<RegisterColumn, Column>) {}

  add(doubt: Doubt): void {
    const key = `${doubt.rule} ${doubt.role} ${doubt.cause ?? ''}`;
    const fault: Fault = this.#faults.get(key) ?? { named: [], count: 0 };
    this.#faults.set(key, fault);
    // A header, or a merged cell, is doubted at each of its rows.
    if (fault.named.at(-1)?.cell === doubt.cell) return;
    fault.count += 1;
    // One more than is named, for the sentence that counts the rest.
    if (fault.named.length <= mostNamed[doubt.said]) fault.named.push(doubt);
  }

  /** `wanting`: what all rows together do not give, said with its cause. */
  findings(wanting: readonly Wanting[]): Finding[] {
    const faults = [...this.#faults.values()];
    const causes = wanting.map((each) => (each.unread ? causeOf(each, faults) : undefined));
    const found = faults.flatMap((fault) => {
      const what = wanting.filter((_, index) => causes[index] === fault).flatMap((each) => each.what);
      const { named, count } = fault;
      return withWanting(named[0]?.said === 'once' ? aboutAll(named, count) : this.#oneByOne(named, count), what);
    });
    return [...found, ...wanting.filter((_, index) => causes[index] === undefined).map(({ note }) => note)];
  }

  #oneByOne(named: readonly Doubt[], count: number): Finding[] {
    return named.map((doubt, index) => {
      const more = index === mostNamed.each ? count - mostNamed.each - 1 : 0;
      const sentence = doubt.says(place(doubt.cell), 1);
      const column = excerpt(this.columns.get(doubt.role)?.header.text ?? doubt.role);
      return finding(doubt, more === 0 ? sentence : `${sentence} Cột "${column}" còn ${more} ô khác như vậy.`);
    });
  }
}

/** The fault that keeps the cells of such a column out, or else those of whole rows. */
function causeOf({ columns }: Wanting, faults: readonly Fault[]): Fault | undefined {
  const held = faults.filter(({ named: [first] }) => first?.nature === 'held');
  const of = (roles: readonly RegisterColumn[]) =>
    held.find(({ named: [first] }) => first !== undefined && roles.includes(first.role));
  return of(columns) ?? of(['name']);
}

/** The first of a fault's findings says what cannot be had for it. */
function withWanting([first, ...others]: readonly Finding[], what: readonly string[]): Finding[] {
  if (first === undefined || what.length === 0) return first === undefined ? [] : [first, ...others];
  const message = `${first.message} Vì vậy chưa tính được từ danh sách: ${what.join(', ')}.`;
  return [{ ...first, message }, ...others];
}

function aboutAll(named: readonly Doubt[], count: number): Finding[] {
  const cells = named.slice(0, mostNamed.once).map(({ cell }) => place(cell));
  const more = count - cells.length;
  const [first] = named;
  if (first === undefined) return [];
  return [finding(first, first.says(`${cells.join('; ')}${more > 0 ? ` và ${more} ô khác` : ''}`, count))];
}

const place = ({ text, at }: Cell) => `"${excerpt(text)}" (${placeName(at)})`;

function finding({ rule, nature, cell, proposal }: Doubt, message: string): Finding {
  return { rule, nature, code: null, sector: null, at: cell.at, raw: cell.text, message, proposal: proposal ?? null };
}
