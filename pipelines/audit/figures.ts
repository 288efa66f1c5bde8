import type { Catalogue } from '../../schemas/catalogue';
import type { IndicatorCode, SectorCode } from '../../schemas/codes';
import type { Column, PrintedCell } from './cell';

/** The cells of a table by what they say. */
export class Figures {
  readonly #cells: ReadonlyMap<string, PrintedCell>;

  constructor(
    readonly cells: readonly PrintedCell[],
    readonly catalogue: Catalogue,
  ) {
    this.#cells = new Map(cells.map((cell) => [`${cell.indicator.code} ${cell.sector} ${cell.column}`, cell]));
  }

  get(code: IndicatorCode, sector: SectorCode, column: Column): PrintedCell | undefined {
    return this.#cells.get(`${code} ${sector} ${column}`);
  }

  /** Another figure of the same line. */
  beside({ indicator, sector }: PrintedCell, column: Column): PrintedCell | undefined {
    return this.get(indicator.code, sector, column);
  }

  /** The actual figures. */
  actuals(): readonly PrintedCell[] {
    return this.cells.filter(({ column }) => column === 'actual');
  }
}
