import type { Believed } from './believed';
import type { PrintedCell } from './cell';
import { type Check, holds } from './check';
import { commonCause } from './common-cause';
import type { Fault } from './fault';
import { lone } from './lone';

/**
 * The cells that the failing checks are put on: one that explains several of them where that is the simplest explanation,
 * else for each check one of its own. What a cell should be is believed from then on.
 */
export function blame(checks: readonly Check[], believed: Believed): Fault[] {
  const faults = new Map<PrintedCell, Fault>();
  const isBlamed = (cell: PrintedCell) => faults.has(cell);
  let open = checks;
  believed.refine();
  for (;;) {
    const failing = open.filter((check) => !holds(check, believed.of));
    const [first] = failing;
    if (first === undefined) return [...faults.values()];
    const common = commonCause(failing, checks, believed.coarse, isBlamed);
    const { fault, span } = common ?? lone(first, believed.of, isBlamed);
    const belief = { span, value: fault.recomputed };
    if (!isBlamed(fault.cell)) faults.set(fault.cell, fault);
    if (common === null) {
      // To believe more of a cell makes no check fail that held.
      open = failing;
      believed.also(fault.cell, belief);
    } else {
      // To correct a count makes other shares.
      open = checks;
      believed.rather(fault.cell, belief);
      believed.refine();
    }
  }
}
