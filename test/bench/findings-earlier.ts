import type { Catalogue } from '../../schemas/catalogue';
import type { IndicatorCode, SectorCode } from '../../schemas/codes';
import { decimal } from '../../schemas/decimal';
import type { Period } from '../../schemas/period';
import { Quantity, type Unit } from '../../schemas/quantity';
import type { Earlier } from '../../schemas/submission';
import type { Chance } from './duplicates-world';
import type { MadeCell, MadeReport } from './findings-reports';

/** What the province may have said the year before: everything a little less or more, and as many cooperatives as the change says. */
export function yearBefore(report: MadeReport, chance: Chance): readonly MadeCell[] {
  return report.flatMap((cell) => {
    if (cell.what !== 'value' || cell.unit === '%') return [];
    const change = report.find(
      ({ code, sector, what }) => code === cell.code && sector === cell.sector && what === 'change',
    );
    const growth = 10 ** ((chance.next() + chance.next() + chance.next() - 1.4) * 0.15);
    const before = change ? Number(cell.number) - Number(change.number) : Number(cell.number) / growth;
    return [{ ...cell, number: before.toFixed(cell.number.split('.')[1]?.length ?? 0) }];
  });
}

/** These figures as what was said for the end of 2019. */
export function earlierOf(cells: readonly MadeCell[], catalogue: Catalogue): Earlier {
  const figures = cells.map(({ code, sector, unit, number }) => {
    const indicator = catalogue.indicators.get(code as IndicatorCode);
    const written = catalogue.unitOf(unit)?.unit;
    if (!indicator || !written) throw new Error(code);
    const own: Unit = { ...written, dimension: indicator.unit.dimension };
    const amount = Quantity.of(decimal(number), own);
    return { code: indicator.code, sector: sector as SectorCode, period: '2019-Q4' as Period, amount };
  });
  return { figures, version: 1, late: null };
}
