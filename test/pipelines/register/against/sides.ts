import * as against from '../../../../pipelines/register/against';
import { IndicatorCode, SectorCode } from '../../../../schemas/codes';
import { decimal } from '../../../../schemas/decimal';
import { quarter } from '../../../../schemas/period';
import { Quantity } from '../../../../schemas/quantity';
import type { ReportedFigure } from '../../../../schemas/submission';
import { type Given as GivenRow, row } from '../identity/made';
import { catalogue } from '../written';

export { catalogue };

export const sector = (code: string) => SectorCode.parse(code);

/** A cooperative's row, of a sector; it is itself unless it says which it is. */
export interface Given extends Omit<GivenRow, 'sector'> {
  readonly is?: string;
  readonly sector?: string;
}

/** Cooperatives of agriculture that are active, in lines from 2 on, with what is given of each. */
export function listed(rows: readonly Given[], file = 'B02.csv'): against.ListedRow[] {
  return rows.map(({ is, sector: of = 'agri', ...given }, index) => ({
    ...row({ type: 'htx', status: 'active', name: `HTX ${index + 1}`, ...given }),
    sector: sector(of),
    at: { row: index + 2, column: 1 },
    cooperative: is ?? given.name ?? `${file} ${index}`,
    file,
  }));
}

/** `htx.count agri 416` and `htx.charter_capital all 17,5 tỷ đồng`: figures of a report, in lines from 6 on. */
export function reported(figures: readonly string[]): ReportedFigure[] {
  return figures.map((figure, index) => {
    const [code = '', of = '', raw = '', ...unit] = figure.split(' ');
    const indicator = catalogue.indicators.get(IndicatorCode.parse(code));
    if (indicator === undefined) throw new Error(`no indicator ${code}`);
    const name = unit.join(' ') || indicator.unit.name;
    const factor = catalogue.unitOf(name)?.unit.factor ?? indicator.unit.factor;
    const value = decimal(raw.replace(/\./g, '').replace(',', '.'));
    const amount = Quantity.of(value, { name, dimension: indicator.unit.dimension, factor });
    const at = { row: index + 6, column: 4 };
    return { code: indicator.code, sector: sector(of), measure: 'actual', amount, raw, unit: name, at };
  });
}

/** The first half of 2021, beside the end of 2020 where rows of it are given. */
export function sides(figures: readonly string[], rows: readonly Given[], before?: readonly Given[]): against.Sides {
  return {
    report: { file: 'B01.csv', figures: reported(figures) },
    register: { period: quarter(2021, 2), rows: listed(rows) },
    before: before === undefined ? null : { period: quarter(2020, 4), rows: listed(before, 'B02-2020.csv') },
    catalogue,
  };
}

/** A line for each gap. */
export const lines = (given: against.Sides) => against.lines(against.gaps(given), given);

/** The sentences for the reporter. */
export const findings = (given: against.Sides) => against.findings(against.gaps(given), given);
