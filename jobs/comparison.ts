import type { Moment } from '../pipelines/national/asked';
import { type Cause, type Changed, changes, type State } from '../pipelines/national/compare';
import { figures } from '../pipelines/national/rollup';
import { type AreaChoice, nationalTable } from '../pipelines/national/table';
import type { MapName } from '../schemas/codes';
import type { Manifest } from '../schemas/edition';
import { tableRecords } from '../sinks/exports/table-csv';
import { transaction } from '../sinks/warehouse/connect';
import { type StandingChange, standingChanges } from '../sinks/warehouse/editions';
import { publishedTable } from './tables';
import type { Warehouse } from './warehouse';

/** What changed between two editions, by cause, and the reports behind the causes. */
export interface Comparison {
  readonly changed: readonly Changed[];
  readonly reports: Readonly<Partial<Record<Cause, readonly StandingChange[]>>>;
}

/** From the one edition to the other, letting in cause by cause: late reports, revisions, withdrawals, corrections, the plan. */
export async function compareEditions(
  warehouse: Warehouse,
  one: Manifest,
  other: Manifest,
  map: MapName,
  choice: AreaChoice,
): Promise<Comparison> {
  const { pool, catalogue } = warehouse;
  const { period } = one;
  const [from, to] = [new Date(one.published_at), new Date(other.published_at)];
  const all = await standingChanges(pool, period, from, to);
  const reports = {
    late: all.filter(({ before }) => before === null),
    revision: all.filter(({ before, after }) => before !== null && after !== null),
    withdrawal: all.filter(({ after }) => after === null),
  };
  const drawn = async (knownAt: Date, moments: readonly Moment[], planAt: Date) => {
    const asked = { period, map, knownAt, moments, planAt };
    const rows = await transaction(pool, (client) => figures(client, asked));
    return tableRecords(nationalTable(asked, choice, rows, catalogue));
  };
  const published = async ({ edition }: Manifest) => {
    const table = await publishedTable(warehouse, edition, { period, map }, choice);
    return table === null ? [] : tableRecords(table);
  };

  const states: State[] = [{ cause: 'rule', rows: await drawn(from, [], from) }];
  const moments: Moment[] = [];
  // A report that has one cause moves its province and period as a whole.
  for (const cause of ['late', 'revision', 'withdrawal'] as const) {
    if (reports[cause].length === 0) continue;
    moments.push(...reports[cause].map(({ province, period: of }) => ({ province, period: of, at: to })));
    states.push({ cause, rows: await drawn(from, moments, from) });
  }
  states.push({ cause: 'correction', rows: await drawn(to, [], from) });
  states.push({ cause: 'plan', rows: await drawn(to, [], to) });
  states.push({ cause: 'rule', rows: await published(other) });
  return { changed: changes(await published(one), states), reports };
}
