import fc from 'fast-check';
import type { Pool } from 'pg';
import type { Indicator } from '../../../schemas/catalogue';
import { IndicatorCode, SectorCode } from '../../../schemas/codes';
import { decimal, plain } from '../../../schemas/decimal';
import { mapOf, type Period, quarter } from '../../../schemas/period';
import { catalogue } from '../../setup/warehouse';

/** One figure of a report. A province's second report for a period takes the place of the first as a whole. */
export interface Reported {
  /** Of the provinces, on the map of the period, the one at that place. */
  readonly at: number;
  readonly period: Period;
  readonly code: IndicatorCode;
  readonly sector: SectorCode;
  readonly measure: 'actual' | 'plan';
  readonly value: number;
  readonly report: 'first' | 'second';
}

/** Three that merge over two regions of the old map, two that merge within one, and one that stays what it is. */
export const provinces = {
  '63': ['17', '25', '26', '24', '27', '83', '84', '12'],
  '34': ['25', '24', '86', '12'],
} as const;
export const periods = [quarter(2023, 4), quarter(2024, 4), quarter(2025, 1), quarter(2025, 4), quarter(2026, 1)];
export const codes = [
  ...['htx.count', 'htx.effective', 'htx.effective_share', 'htx.charter_capital', 'htx.labour', 'htx.new'],
  ...['htx.revenue_avg', 'htx.labour_income_avg', 'lh.count', 'lh.revenue_avg'],
].map((code) => IndicatorCode.parse(code));
export const sectors = ['all', 'agri', 'non_agri', 'credit'].map((sector) => SectorCode.parse(sector));

export const reports = fc.uniqueArray(
  fc.record<Reported>({
    at: fc.nat(7),
    period: fc.constantFrom(...periods),
    code: fc.constantFrom(...codes),
    sector: fc.oneof({ weight: 3, arbitrary: fc.constant(SectorCode.parse('all')) }, fc.constantFrom(...sectors)),
    measure: fc.oneof({ weight: 4, arbitrary: fc.constant('actual' as const) }, fc.constant('plan' as const)),
    value: fc.nat(30),
    report: fc.constantFrom('first', 'second'),
  }),
  { minLength: 20, maxLength: 160, selector: (one) => keyOf(one) },
);

const keyOf = (one: Reported) => [provinceOf(one), one.period, one.code, one.sector, one.measure, one.report].join(' ');

function provinceOf({ at, period }: Reported): string {
  const map = mapOf(period);
  return `${map}/${provinces[map][at % provinces[map].length]}`;
}

/** When the first reports came, and the second ones. */
export const came = { first: new Date('2026-05-01T00:00:00Z'), second: new Date('2026-06-01T00:00:00Z') };

/** Empties the warehouse of reports, and puts these in its facts. */
export async function putIn(pool: Pool, all: readonly Reported[]): Promise<void> {
  const known = all.filter(({ code, sector }) => catalogue.indicators.get(code)?.sectors.includes(sector));
  const later = new Set(
    known.filter(({ report }) => report === 'second').map((one) => `${provinceOf(one)} ${one.period}`),
  );
  const submissions = [...new Set(known.map(submissionOf))];
  await empty(pool);
  await pool.query("insert into file (sha256, bytes) values ('x', '')");
  await pool.query(
    "insert into receipt (sha256, file_name, channel, received_at, status) values ('x', 'reports.csv', 'cli', $1, 'done')",
    [came.first],
  );
  await pool.query(
    `insert into submission (submission, receipt, part, status, province, period, form, received_at)
     select submission, 1, part, 'loaded', split_part(submission, ' ', 1), split_part(submission, ' ', 2), 'B01', $2
     from unnest($1::text[]) with ordinality as each (submission, part)`,
    [submissions, came.first],
  );
  await pool.query(
    `insert into observation (province, period, form, code, sector, measure, value_base, raw, unit_reported, locator, submission, known_from, known_until)
     select province, period, 'B01', code, sector, measure, value_base, raw, unit, locator, submission, known_from, known_until
     from jsonb_to_recordset($1) as each (province text, period text, code text, sector text, measure text, value_base numeric,
       raw text, unit text, locator jsonb, submission text, known_from timestamptz, known_until timestamptz)`,
    [
      JSON.stringify(
        known.map((one, index) => {
          const { unit } = catalogue.indicators.get(one.code) as Indicator;
          const replaced = one.report === 'first' && later.has(`${provinceOf(one)} ${one.period}`);
          return {
            ...{
              province: provinceOf(one),
              period: one.period,
              code: one.code,
              sector: one.sector,
              measure: one.measure,
            },
            value_base: plain(decimal(String(one.value)).times(unit.factor)),
            ...{ raw: String(one.value), unit: unit.name, locator: { row: index + 2, column: 6 } },
            submission: submissionOf(one),
            known_from: came[one.report],
            known_until: replaced ? came.second : 'infinity',
          };
        }),
      ),
    ],
  );
  await pool.query('insert into input (period, area, version) select distinct period, province, 1 from observation');
}

/** Empties the warehouse of reports and plans, and of all that was made of them. */
export async function empty(pool: Pool): Promise<void> {
  await pool.query('truncate observation, submission, receipt, file, decision restart identity cascade');
  await pool.query('truncate input, kept, kept_figure, kept_plan, kept_plans, rollup, figure');
}

const submissionOf = (one: Reported) => `${provinceOf(one)} ${one.period} ${one.report}`;
