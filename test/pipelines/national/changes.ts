import fc from 'fast-check';
import type { Pool } from 'pg';
import { reconciling } from '../../../pipelines/reconcile';
import type { Indicator } from '../../../schemas/catalogue';
import type { IndicatorCode } from '../../../schemas/codes';
import { decimal } from '../../../schemas/decimal';
import { mapOf, type Period } from '../../../schemas/period';
import { Quantity } from '../../../schemas/quantity';
import { transaction } from '../../../sinks/warehouse/connect';
import { type Doubt, type DoubtedFigure, decide } from '../../../sinks/warehouse/resolve';
import { withdraw } from '../../../sinks/warehouse/withdraw';
import { catalogue, flat, submitted, tick } from '../../setup/warehouse';
import { planned } from './planned';
import { codes, periods, provinces, sectors } from './random-reports';

/** Something that happens to the warehouse, by the ways that there are. */
export type Change =
  | { readonly is: 'report'; readonly period: Period; readonly figures: readonly Figure[] }
  | { readonly is: 'withdrawal'; readonly of: number }
  | { readonly is: 'decision'; readonly of: number; readonly verdict: Verdict; readonly value: number }
  | { readonly is: 'plan'; readonly period: Period; readonly figure: Figure; readonly national: boolean };

type Verdict = 'correct' | 'reject' | 'undo';
type Figure = typeof figure extends fc.Arbitrary<infer T> ? T : never;

const figure = fc.record({
  /** Of the provinces, on the map of the period, the one at that place. */
  at: fc.nat(7),
  code: fc.constantFrom(...codes),
  sector: fc.constantFrom(...sectors),
  value: fc.nat(30),
  plan: fc.option(fc.nat(30)),
});

const is = <T extends Change['is']>(name: T) => fc.constant(name);

export const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      is: is('report'),
      period: fc.constantFrom(...periods),
      figures: fc.array(figure, { minLength: 1, maxLength: 30 }),
    }),
  },
  fc.record({ is: is('withdrawal'), of: fc.nat() }),
  fc.record({
    is: is('decision'),
    of: fc.nat(),
    verdict: fc.constantFrom<Verdict>('correct', 'reject', 'undo'),
    value: fc.nat(30),
  }),
  fc.record({ is: is('plan'), period: fc.constantFrom(...periods), figure, national: fc.boolean() }),
);

/** Lets it happen. What it is about is counted off among what is there; where nothing is, nothing happens. */
export async function happen(pool: Pool, what: Change): Promise<void> {
  switch (what.is) {
    case 'report': {
      const lines = what.figures
        .filter(isKnown)
        .map((each) => `${gsoOf(each, what.period)} ${each.code} ${each.sector} ${each.value} ${each.plan ?? ''}`);
      if (lines.length > 0) await submitted(pool, flat(what.period, lines));
      return;
    }
    case 'withdrawal': {
      const submission = await nth(pool, 'select submission from submission order by receipt, part', what.of);
      if (submission !== null)
        await withdraw(pool, { ...submission, by: 'Lan', why: 'nhầm' }, reconciling(catalogue), tick());
      return;
    }
    case 'decision': {
      const doubted = await nth<Doubted>(
        pool,
        `select submission, province, period, code, sector, measure, locator as at, raw, value_base, unit_reported
         from observation where form not like '=%' order by period, province, code, sector, measure, submission`,
        what.of,
      );
      if (doubted === null) return;
      const unit = unitOf(doubted.code);
      const corrected =
        what.verdict === 'correct'
          ? { amount: Quantity.fromBase(decimal(String(what.value)), unit.dimension), unit: unit.name }
          : null;
      const decision = {
        verdict: what.verdict,
        value: null,
        unit: unit.name,
        place: null,
        by: 'Lan',
        why: 'đã gọi hỏi',
      };
      const figure = { ...doubted, proposal: null, loaded: doubted };
      await transaction(pool, (client) =>
        decide(client, { ...doubted, finding: 'x' }, decision, [{ figure, corrected }], null, tick()),
      );
      return;
    }
    case 'plan': {
      const { code, sector, value } = what.figure;
      if (!isKnown(what.figure)) return;
      const area = what.national ? 'VN' : gsoOf(what.figure, what.period);
      await planned(pool, [what.period, area, code, sector, unitOf(code).name, value].join(','));
    }
  }
}

/** A figure as it stands in the warehouse. */
type Doubted = Omit<Doubt, 'finding' | 'figures'> &
  Omit<DoubtedFigure, 'loaded' | 'code'> &
  NonNullable<DoubtedFigure['loaded']> & { readonly code: IndicatorCode };

const unitOf = (code: IndicatorCode) => (catalogue.indicators.get(code) as Indicator).unit;
const isKnown = ({ code, sector }: Figure) => catalogue.indicators.get(code)?.sectors.includes(sector) ?? false;
const gsoOf = ({ at }: Figure, period: Period) => provinces[mapOf(period)][at % provinces[mapOf(period)].length];

async function nth<T = { submission: string }>(pool: Pool, sql: string, n: number): Promise<T | null> {
  const { rows } = await pool.query<T & object>(sql);
  return rows[n % Math.max(1, rows.length)] ?? null;
}
