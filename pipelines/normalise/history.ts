import { evidence } from '../../config/thresholds';
import type { Indicator } from '../../schemas/catalogue';
import type { IndicatorCode, SectorCode } from '../../schemas/codes';
import { type Period, yearOf } from '../../schemas/period';
import type { Earlier } from '../../schemas/submission';

/** A figure as its province gave it for an earlier period. */
export type EarlierFigure = Earlier['figures'][number];

/** What a province said of each figure in the periods before the one that it reports now. */
export class History {
  readonly #said = new Map<string, EarlierFigure[]>();
  readonly #usual = new Map<string, EarlierFigure | null>();

  constructor(
    figures: Earlier['figures'],
    private readonly now: Period,
  ) {
    for (const figure of figures) {
      const said = this.#said.get(keyOf(figure.code, figure.sector));
      if (said) said.push(figure);
      else this.#said.set(keyOf(figure.code, figure.sector), [figure]);
    }
    for (const said of this.#said.values()) said.sort((a, b) => (a.period < b.period ? 1 : -1));
  }

  /** As it was said last, or for that period; null where it was not. */
  last(code: IndicatorCode, sector: SectorCode, period?: Period): EarlierFigure | null {
    const said = this.#said.get(keyOf(code, sector)) ?? [];
    return (period === undefined ? said[0] : said.find((each) => each.period === period)) ?? null;
  }

  /**
   * The one in the middle of all that was said, the later ones weighing more, so that one slip poisons nothing. What adds up
   * from 1 January is held against the same quarter of other years before it is against other quarters.
   */
  usual(indicator: Indicator, sector: SectorCode): EarlierFigure | null {
    const key = keyOf(indicator.code, sector);
    const known = this.#usual.get(key);
    if (known !== undefined) return known;
    const found = this.#middle(indicator, this.#said.get(key) ?? []);
    this.#usual.set(key, found);
    return found;
  }

  #middle({ kind }: Indicator, said: readonly EarlierFigure[]): EarlierFigure | null {
    const adds = kind === 'flow' || kind === 'average';
    const weighed = said.map((figure, index) => {
      const age = adds ? yearOf(this.now) - yearOf(figure.period) : index;
      const other = adds && quarterOf(figure.period) !== quarterOf(this.now);
      return { figure, weight: evidence.fading ** age * (other ? evidence.otherQuarter : 1) };
    });
    const half = weighed.reduce((sum, { weight }) => sum + weight, 0) / 2;
    let passed = 0;
    for (const { figure, weight } of weighed.sort((a, b) => a.figure.amount.compare(b.figure.amount))) {
      passed += weight;
      if (passed >= half) return figure;
    }
    return null;
  }
}

const keyOf = (code: IndicatorCode, sector: SectorCode) => `${code} ${sector}`;
const quarterOf = (period: Period) => period.slice(4);
