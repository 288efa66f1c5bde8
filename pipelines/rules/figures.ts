import type { Catalogue, Indicator } from '../../schemas/catalogue';
import type { IndicatorCode, SectorCode } from '../../schemas/codes';
import { decimal } from '../../schemas/decimal';
import type { Period } from '../../schemas/period';
import type { Earlier, JudgedFigure, Stated } from '../../schemas/submission';
import { readAmount } from '../normalise/amount';
import { type EarlierFigure, History } from '../normalise/history';
import { quantaOf, type Role, type RuleCell, stepOf, worthOf } from './cell';
import { families } from './checks/parts';
import { abs } from './condition';

/** What the rules are held against: one report, and what its province had said before. */
export interface Report {
  readonly period: Period;
  readonly observations: readonly JudgedFigure[];
}

/** A figure of an earlier period. */
interface Before {
  readonly cell: RuleCell;
  readonly period: Period;
}

/** The figures of a report by what they say. */
export class Figures {
  readonly cells: readonly RuleCell[];
  readonly #byKey: ReadonlyMap<string, RuleCell>;
  readonly #history: History;

  constructor(
    readonly report: Report,
    readonly earlier: Earlier,
    readonly catalogue: Catalogue,
  ) {
    this.cells = report.observations.flatMap((observation, line) => cellsOf(observation, line, catalogue));
    this.#byKey = new Map(this.cells.map((cell) => [cell.key, cell]));
    this.#history = new History(earlier.figures, report.period);
  }

  get(code: IndicatorCode, sector: SectorCode, role: Role = 'actual'): RuleCell | undefined {
    return this.#byKey.get(keyOf(code, sector, role));
  }

  /** Whether the report's totals of money add up to the last digit, so that none of their digits were rounded away. */
  get sumsAreExact(): boolean {
    return families(this).every(({ total, parts, complete }) => {
      const off = abs(parts.reduce((sum, { value }) => sum + value, 0n) - total.value);
      return total.counted || !complete || off === 0n || off > total.step * BigInt(parts.length);
    });
  }

  /** Another figure of the same line. */
  beside({ indicator, sector }: RuleCell, role: Role): RuleCell | undefined {
    return this.get(indicator.code, sector, role);
  }

  actuals(): readonly RuleCell[] {
    return this.cells.filter(({ role }) => role === 'actual');
  }

  /** The same figure as the province said it last, or of that period, with the period that it was of. */
  before({ indicator, sector }: Pick<RuleCell, 'indicator' | 'sector'>, period?: Period): Before | null {
    return this.#before(this.#history.last(indicator.code, sector, period), indicator);
  }

  /** The same figure as the province says it as a rule, with a period that it was so in. */
  usually({ indicator, sector }: Pick<RuleCell, 'indicator' | 'sector'>): Before | null {
    return this.#before(this.#history.usual(indicator, sector), indicator);
  }

  #before(said: EarlierFigure | null, indicator: Indicator): Before | null {
    if (said === null) return null;
    const { sector } = said;
    const unit = { name: indicator.unit.name, worth: quantaOf(indicator.unit.factor) };
    const value = quantaOf(decimal(said.amount.inBase()));
    const key = keyOf(indicator.code, sector, 'before');
    const made = { key, role: 'before', indicator, sector, value, step: stepOf(value, '', unit), unit } as const;
    const counted = indicator.unit.dimension === 'count';
    return { cell: { ...made, counted, signed: false, raw: '', at: null, line: -1 }, period: said.period };
  }
}

function cellsOf(observation: JudgedFigure, line: number, catalogue: Catalogue): RuleCell[] {
  const indicator = catalogue.indicators.get(observation.code);
  if (indicator === undefined) return [];
  const { sector, measure, raw, at } = observation;
  const unit = worthOf(observation.unit, indicator, catalogue);
  const value = quantaOf(decimal(observation.amount.inBase()));
  const figure: RuleCell = {
    key: keyOf(indicator.code, sector, measure),
    role: measure,
    indicator,
    sector,
    value,
    step: stepOf(value, raw, unit),
    counted: indicator.unit.dimension === 'count',
    signed: indicator.kind === 'average',
    unit,
    raw,
    at,
    line,
  };
  return [figure, ...observation.stated.flatMap((stated) => statedCell(stated, figure, indicator, catalogue))];
}

const percentUnit = { name: '%', worth: 1_000_000_000n };

/** One that reads two ways, or not at all, says nothing. */
function statedCell(
  { what, raw, at }: Stated,
  figure: RuleCell,
  indicator: Indicator,
  catalogue: Catalogue,
): RuleCell[] {
  const amount = readAmount({ text: raw, literal: false }, catalogue);
  if (amount.kind !== 'amount' || amount.approximate) return [];
  const isChange = what === 'change';
  // A change is written as its figure is: `+39.600` beside `1.056.714`.
  const group = figure.raw.includes(',') ? 'vi' : null;
  const whole = amount.readings.filter(({ value }) => value.eq(value.round(0)));
  const [only, other] = amount.readings.length === 1 ? amount.readings : isChange && group !== 'vi' ? whole : [];
  if (only === undefined || other !== undefined) return [];
  const unit = isChange
    ? amount.unitText
      ? worthOf(amount.unitText, indicator, catalogue)
      : figure.unit
    : percentUnit;
  const value = quantaOf(only.value.times(decimal(unit.worth.toString())).div(decimal('1e9')));
  const cell = { ...figure, key: keyOf(indicator.code, figure.sector, what), role: what, value, unit, raw, at };
  const counted = isChange && figure.counted;
  return [{ ...cell, step: stepOf(value, raw, unit), counted, signed: what !== 'share' }];
}

const keyOf = (code: IndicatorCode, sector: SectorCode, role: Role) => `${code} ${sector} ${role}`;
