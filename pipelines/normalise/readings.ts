import type { SectorCode } from '../../schemas/codes';
import type { Candidate, Figure } from './figures';
import type { Usual } from './scope';

/** A way to read all numbers of a family: one candidate for each, and how many of them are not in the usual notation. */
export interface Reading {
  readonly chosen: readonly Candidate[];
  readonly slips: number;
}

/** What speaks for a reading and against it. */
export interface Judged extends Reading {
  /** The fewest cells that would have to be wrong, whatever their notation, for everything to fit that can. */
  readonly wrong: number;
  readonly contradictions: number;
  readonly sums: ReadonlySet<SectorCode>;
  readonly agreements: number;
  readonly unusual: number;
}

/** As many slips in one family are believed; more would fit anything into anything. */
const mostSlips = 3;

/** In the usual notation with up to a few slips; where there is none, every combination. */
export function readingsOf(figures: readonly Figure[], usual: readonly (Usual | null)[]): Reading[] {
  let readings: Reading[] = [{ chosen: figures.flatMap(({ candidates }) => candidates[0] ?? []), slips: 0 }];
  for (const [index, { candidates }] of figures.entries()) {
    if (candidates.length === 1) continue;
    const around = usual[index] ?? null;
    readings = readings.flatMap(({ chosen, slips }) =>
      candidates.map((candidate) => {
        const slip = around !== null && candidate.notation !== around.notation;
        return { chosen: chosen.with(index, candidate), slips: slips + (slip ? 1 : 0) };
      }),
    );
    readings = readings.filter(({ slips }) => slips <= mostSlips);
  }
  return readings;
}

/**
 * A number that is wrong in itself is rarer than one in the other notation, but not than two of them: without that, one total
 * a thousand times too large has all its parts read anew.
 */
const costs = { wrong: 3, slip: 2 } as const;

/** So many sure numbers make a notation that is not one of the slips itself. */
const firmly = 5;

/** Whether the numbers around leave no doubt of how these are written. */
export function isFirm(usual: readonly (Usual | null)[]): boolean {
  return usual.every((each) => each !== null && each.sure >= firmly);
}

/** The best reading first, zero where nothing tells two apart. */
export function order(usual: readonly (Usual | null)[]): (a: Judged, b: Judged) => number {
  const firm = isFirm(usual);
  const cost = ({ wrong, slips }: Judged) => (firm ? costs.wrong * wrong + costs.slip * slips : 0);
  return (a, b) =>
    cost(a) - cost(b) ||
    a.contradictions - b.contradictions ||
    b.agreements - a.agreements ||
    a.unusual - b.unusual ||
    a.slips - b.slips;
}
