import type { IndicatorCode, SectorCode } from '../schemas/codes';
import type { Quantity } from '../schemas/quantity';
import type { Measure, Observation, PreparedSubmission } from '../schemas/submission';

/** The report of the same province, period and form that stands now. */
export interface StandingReport {
  readonly submission: string;
  readonly figures: readonly {
    readonly code: IndicatorCode;
    readonly sector: SectorCode;
    readonly measure: Measure;
    readonly amount: Quantity;
  }[];
}

/** A figure that handing the file in would change, add or take away. */
export interface Change {
  readonly code: IndicatorCode;
  readonly sector: SectorCode;
  readonly measure: Measure;
  readonly before: Quantity | null;
  readonly after: Quantity | null;
}

/** How many figures a unit was read for, and where it stands. */
export interface UnitUse {
  readonly unit: string;
  readonly from: Observation['unitFrom'];
  readonly figures: number;
}

/** What handing a file in would do. */
export interface Preview {
  readonly units: readonly UnitUse[];
  readonly changes: readonly Change[];
  /** The report that it would replace; null where there is none. */
  readonly replaces: string | null;
}

/** Holds what a file says against what stands. */
export function preview({ observations }: PreparedSubmission, standing: StandingReport | null): Preview {
  const uses = new Map<string, UnitUse>();
  for (const { unit, unitFrom: from } of observations) {
    const figures = (uses.get(`${unit} ${from}`)?.figures ?? 0) + 1;
    uses.set(`${unit} ${from}`, { unit, from, figures });
  }
  return {
    units: [...uses.values()].sort((a, b) => b.figures - a.figures),
    changes: standing === null ? [] : changes(observations, standing.figures),
    replaces: standing?.submission ?? null,
  };
}

function changes(observations: readonly Observation[], figures: StandingReport['figures']): Change[] {
  const key = ({ code, sector, measure }: Pick<Change, 'code' | 'sector' | 'measure'>) =>
    `${code} ${sector} ${measure}`;
  const before = new Map(figures.map((figure) => [key(figure), figure]));
  const after = new Set(observations.map(key));
  const changed = observations.flatMap(({ code, sector, measure, amount }): Change[] => {
    const old = before.get(key({ code, sector, measure }))?.amount ?? null;
    return old?.equals(amount) ? [] : [{ code, sector, measure, before: old, after: amount }];
  });
  const lost = figures.filter((figure) => !after.has(key(figure)));
  return [...changed, ...lost.map(({ amount, ...figure }): Change => ({ ...figure, before: amount, after: null }))];
}
