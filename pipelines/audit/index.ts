import type { Catalogue } from '../../schemas/catalogue';
import type { Document, Refusal } from '../../schemas/cell';
import { Believed } from './believed';
import { blame } from './blame';
import type { PrintedCell } from './cell';
import { bases } from './checks/bases';
import { comparisons } from './checks/comparisons';
import { flows } from './checks/flows';
import { limits } from './checks/limits';
import { shares } from './checks/shares';
import { sums } from './checks/sums';
import { wholes } from './checks/wholes';
import { Figures } from './figures';
import { type AuditLine, faultLine, unitLine } from './line';
import { oversized } from './magnitude';
import { readPrintedTable } from './table';

/** The cells of a printed table that disagree, in its order, and a sentence for everything in it that cannot be used. */
export interface Audited {
  readonly lines: readonly AuditLine[];
  readonly unusable: readonly string[];
}

/**
 * Recomputes what a printed table's own figures allow (rules.md, Checks). Every printed number stands for all values that
 * are rounded to it; a cell is listed only if none of them satisfies the check.
 */
export function audit(document: Document, catalogue: Catalogue): Audited | Refusal {
  const table = readPrintedTable(document, catalogue);
  if ('kind' in table) return table;
  const figures = new Figures(table.cells, catalogue);
  const units = oversized(figures);
  const ofCounts = shares(figures);
  const believed = new Believed(ofCounts);
  for (const { cell, factor } of units) believed.alsoTimes(cell, factor);
  const checks = [
    ...ofCounts,
    ...comparisons(figures),
    ...sums(figures),
    ...flows(figures),
    ...bases(figures),
    ...wholes(figures),
    ...limits(figures),
  ];
  const faults = blame(checks, believed);
  const lines = new Map<PrintedCell, AuditLine>();
  for (const fault of faults) lines.set(fault.cell, faultLine(fault));
  for (const unit of units) lines.set(unit.cell, unitLine(unit));
  return { lines: figures.cells.flatMap((cell) => lines.get(cell) ?? []), unusable: table.unusable };
}
