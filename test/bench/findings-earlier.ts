import { noEarlier } from '../../pipelines/normalise/report';
import type { Catalogue } from '../../schemas/catalogue';
import type { IndicatorCode, SectorCode } from '../../schemas/codes';
import { decimal } from '../../schemas/decimal';
import { quarter } from '../../schemas/period';
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

/**
 * What the province may have said in twenty quarters up to the end of 2019: a little less each time the further it lies back;
 * in one figure of twenty the unit or a digit had slipped.
 */
export function twentyQuarters(report: MadeReport, chance: Chance, catalogue: Catalogue): Earlier {
  const last = yearBefore(report, chance);
  const figures = Array.from({ length: 20 }, (_, back) => {
    const cells = last.map((cell) => {
      const slip = back > 0 && chance.next() < 0.05 ? (chance.next() < 0.5 ? 1000 : 0.1) : 1;
      const number = Number(cell.number) * (0.98 + 0.01 * chance.next()) ** back * slip;
      return { ...cell, number: number.toFixed(cell.number.split('.')[1]?.length ?? 0) };
    });
    return earlierOf(cells, catalogue, quarter(2019 - Math.floor(back / 4), 4 - (back % 4))).figures;
  });
  return { ...noEarlier, figures: figures.flat(), version: 1 };
}

/** These figures as what was said for the end of 2019, or for another period. */
export function earlierOf(cells: readonly MadeCell[], catalogue: Catalogue, period = quarter(2019, 4)): Earlier {
  const figures = cells.map(({ code, sector, unit, number }) => {
    const indicator = catalogue.indicators.get(code as IndicatorCode);
    const written = catalogue.unitOf(unit)?.unit;
    if (!indicator || !written) throw new Error(code);
    const own: Unit = { ...written, dimension: indicator.unit.dimension };
    const amount = Quantity.of(decimal(number), own);
    return { code: indicator.code, sector: sector as SectorCode, period, amount };
  });
  return { ...noEarlier, figures, version: 1 };
}
