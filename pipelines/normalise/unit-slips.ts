import { evidence } from '../../config/thresholds';
import type { SectorCode } from '../../schemas/codes';
import { decimal } from '../../schemas/decimal';
import { Quantity } from '../../schemas/quantity';
import type { Adding } from './adding';
import type { Settled } from './notation';
import { logOf, type Sizes, type Witness } from './size';
import { canBe, type SlipKind, slipKinds } from './slip-kinds';

/** Amounts that were written in another unit than the one they are said to be in: all that one slip reaches. */
export interface UnitSlip {
  readonly among: readonly [Settled, ...Settled[]];
  readonly kind: SlipKind;
  /** Of this against every other reading of its first cell, between 0 and 1. */
  readonly probability: number;
}

/** A slip and what is reached by it; `bits`: how much likelier than that nothing is wrong. */
interface Guess {
  readonly among: readonly Settled[];
  readonly kind: SlipKind;
  readonly bits: number;
}

/**
 * The slips of unit that all witnesses together make probable, each with everything that it reaches: a cell, its line, all
 * figures of the indicator, or all that are written in that unit.
 */
export function unitSlips(settled: readonly Settled[], sizes: Sizes, adding: Adding): UnitSlip[] {
  const witnesses = new Map(settled.map((each) => [each, sizes.witnesses(each.figure)]));
  const guesses = reaches(settled).flatMap(({ among, rare }) =>
    slipKinds.flatMap((kind): Guess[] => {
      if (!among.every((each) => canBe(kind, each))) return [];
      const said = among.map((each) => gain(each, kind, witnesses.get(each) ?? []));
      const size = said.reduce((sum, bits) => sum + bits, rare + evidence.rarer[kind.rarer]);
      // What its sizes speak against no sum makes likely.
      if (size < -evidence.sum) return [];
      return [{ among, kind, bits: size + sumsGain(among, kind, settled, adding) }];
    }),
  );
  const found: UnitSlip[] = [];
  const open = new Set(settled);
  for (const { among, kind, bits } of guesses.filter((guess) => guess.bits > 0).sort((a, b) => b.bits - a.bits)) {
    const [first, ...rest] = among;
    if (first === undefined || !among.every((each) => open.has(each))) continue;
    const rivals = guesses.filter((guess) => guess.among.includes(first) && guess.kind !== kind);
    const against = rivals.reduce((sum, rival) => sum + 2 ** (rival.bits - bits), 2 ** -bits);
    const probability = 1 / (1 + against);
    if (probability < evidence.probable) continue;
    for (const each of among) open.delete(each);
    found.push({ among: [first, ...rest], kind, probability });
  }
  // As they stand in the file, not as likely as they are.
  return found.sort((a, b) => settled.indexOf(a.among[0]) - settled.indexOf(b.among[0]));
}

/** What one slip can reach, the narrower before the wider of the same cells. */
function reaches(settled: readonly Settled[]): { among: readonly Settled[]; rare: number }[] {
  const by = (key: (each: Settled) => unknown) => grouped(settled, key);
  const unitOf = ({ figure }: Settled) => `${figure.unit.name} ${figure.unitFrom}`;
  const all = [
    ...settled.map((each) => ({ among: [each], rare: evidence.rare.cell })),
    ...by(({ figure }) => figure.row).map((among) => ({ among, rare: evidence.rare.line })),
    ...by((each) => `${each.figure.indicator.code} ${each.figure.measure} ${unitOf(each)}`).map((among) => ({
      among,
      rare: evidence.rare.indicator,
    })),
    ...by(unitOf).map((among) => ({ among, rare: evidence.rare.file })),
  ];
  const known = new Set<string>();
  const numbers = new Map(settled.map((each, index) => [each, index]));
  return all.filter(({ among }) => {
    const key = among.map((each) => numbers.get(each)).join();
    return !known.has(key) && Boolean(known.add(key));
  });
}

function grouped(settled: readonly Settled[], key: (each: Settled) => unknown): Settled[][] {
  const groups = new Map<unknown, Settled[]>();
  for (const each of settled) {
    const group = groups.get(key(each));
    if (group) group.push(each);
    else groups.set(key(each), [each]);
  }
  return [...groups.values()];
}

/** How much likelier its size becomes: the other provinces are one witness, however many ways there are to compare with them. */
function gain({ amount }: Settled, { mended }: SlipKind, witnesses: readonly Witness[]): number {
  const [now, then] = [logOf(amount), logOf(mended(amount))];
  const gains = witnesses.map((witness) => ({ witness, bits: likely(witness, then) - likely(witness, now) }));
  const others = gains.filter(({ witness }) => witness.kind === 'others');
  const own = gains.filter(({ witness }) => witness.kind !== 'others');
  const total = (of: typeof gains) => of.reduce((sum, { bits }) => sum + bits, 0);
  return total(own) + (others.length === 0 ? 0 : total(others) / others.length);
}

/**
 * log2 of how likely an amount is for a witness, beside the likeliest one. Among provinces sizes are spread like a normal
 * distribution; from period to period (Student's with three degrees) a tenfold growth is rare and still nothing like a slip.
 */
function likely({ kind, expected, spread }: Witness, log: number): number {
  const off = (log - expected) / spread;
  return kind === 'others'
    ? Math.log2(Math.exp(-(off ** 2) / 2) + 2 ** -evidence.mostOfOthers)
    : -2 * Math.log2(1 + off ** 2 / 3);
}

/** How many more sums add up and parts are within their wholes, with these amounts changed. */
function sumsGain(among: readonly Settled[], { mended }: SlipKind, all: readonly Settled[], adding: Adding): number {
  const changed = new Set(among);
  const families = new Set(among.map(familyOf));
  let bits = 0;
  for (const key of families) {
    const family = all.filter((each) => familyOf(each) === key);
    if (family[0]?.figure.indicator.aggregation.how !== 'sum' || family.every((each) => changed.has(each))) continue;
    const before = new Map(family.map(({ figure, amount }) => [figure.sector, amount]));
    const after = new Map(
      family.map((each) => [each.figure.sector, changed.has(each) ? mended(each.amount) : each.amount]),
    );
    bits += fitting(after, adding) - fitting(before, adding);
  }
  return bits;
}

const familyOf = ({ figure }: Settled) => `${figure.indicator.code} ${figure.measure}`;

function fitting(amounts: ReadonlyMap<SectorCode, Quantity>, adding: Adding): number {
  let bits = 0;
  for (const [sector, whole] of amounts) {
    const parts = adding.partsOf(sector, [...amounts.keys()]).flatMap((part) => amounts.get(part) ?? []);
    const [first, ...rest] = parts;
    if (first === undefined) continue;
    const off = Quantity.sum([first, ...rest])
      .minus(whole)
      .abs()
      .times(hundred);
    if (rest.length > 0 && off.compare(whole.abs()) <= 0) bits += evidence.sum;
    bits -= evidence.part * parts.filter((part) => part.compare(whole) > 0).length;
  }
  return bits;
}

const hundred = decimal('100');
