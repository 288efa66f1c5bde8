import type { Settings } from '../../config/settings';
import { explain } from '../../pipelines/register/identity';
import { unlearned } from '../../pipelines/register/identity/scope';
import { type IdentityDecision, RowId, type Waterfall } from '../../schemas/identity';
import { oneLine, storable } from '../../schemas/text';
import { waterfallText } from '../../sinks/exports/waterfall-text';
import { rowsOf } from '../../sinks/warehouse/identity/across';
import { decisionsMade, insertDecision, type SaidOfPair } from '../../sinks/warehouse/identity/decisions';
import { modelOf, type ReportedRow, reportedRows, waitingPairs } from '../../sinks/warehouse/identity/pairs';
import { withWarehouse } from '../system';
import { identifyAll } from '../tasks/identify';
import type { Warehouse } from '../warehouse';
import { provinceOf } from './arguments';
import {
  asText,
  chanceText,
  decisionText,
  pairRecord,
  rowRecord,
  sideText,
  sumText,
  verdictWords,
} from './duplicates-text';
import { CommandError } from './error';

/** Pairs of cooperatives that wait for a person, the likest first. */
export async function list(
  options: { readonly province?: string; readonly format: 'text' | 'json' },
  settings: Settings,
): Promise<number> {
  return withWarehouse(settings, async (warehouse) => {
    await identifyAll(warehouse);
    const province = options.province === undefined ? null : provinceOf(options.province, '34', warehouse.catalogue);
    const pairs = await waitingPairs(warehouse.pool, province);
    const rows = await reportedRows(
      warehouse.pool,
      pairs.flatMap(({ rows: both }) => both),
    );
    const both = pairs.map((pair) => ({ ...pair, rows: pair.rows.flatMap((id) => rows.get(id) ?? []) }));
    if (options.format === 'json') process.stdout.write(`${JSON.stringify(both.map(pairRecord), null, 1)}\n`);
    else if (both.length === 0) process.stdout.write('Không có cặp nào chờ quyết định.\n');
    else {
      for (const { cooperatives, weight, rows: sides } of both) {
        const lines = sides.map((side) => `    ${side.row}: ${sideText(side, warehouse)}\n`).join('');
        process.stdout.write(`${cooperatives.join(' và ')}  ${chanceText(Number(weight))}\n${lines}`);
      }
      process.stdout.write(
        `${both.length} cặp chờ quyết định. Xem vì sao: duplicates show A B; quyết định: duplicates same|different A B --by AI --why LÝ_DO\n`,
      );
    }
    return 0;
  });
}

/** Why two rows, or the cooperatives that go by them, are thought to be one or not: field by field, in words. */
export async function show(
  one: string,
  other: string,
  options: { readonly format: 'text' | 'json' },
  settings: Settings,
): Promise<number> {
  return withWarehouse(settings, async (warehouse) => {
    const { pool } = warehouse;
    await identifyAll(warehouse);
    const asked = await twoRows(warehouse, one, other);
    const cooperatives = asked.map(({ cooperative }) => cooperative);
    const areTwo = cooperatives[0] !== cooperatives[1];
    const waiting = (await waitingPairs(pool, null)).find(
      (pair) => areTwo && cooperatives.every((each) => pair.cooperatives.includes(each)),
    );
    // Of cooperatives that wait, the rows that are most alike; else the rows that were named.
    const rows = waiting?.rows ?? ([asked[0].row, asked[1].row] as const);
    const waterfall = await waterfallOf(warehouse, rows);
    const sides = [...(await reportedRows(pool, rows)).values()];
    const decisions = await decisionsAbout(warehouse, asked);
    if (options.format === 'json') {
      const document = { cooperatives, rows: sides.map(rowRecord), ...waterfall, decisions };
      process.stdout.write(`${JSON.stringify(document, null, 1)}\n`);
      return 0;
    }
    for (const side of sides) process.stdout.write(`${side.row}: ${sideText(side, warehouse)}\n`);
    process.stdout.write(`${waterfallText(waterfall, warehouse.catalogue)}${sumText(waterfall)}\n`);
    for (const decision of decisions) process.stdout.write(decisionText(decision));
    const waits = waiting ? ', đang chờ quyết định' : '';
    process.stdout.write(`Hiện nay ${asText(asked)}${waits}.\n`);
    return 0;
  });
}

/** What was said of rows of the two cooperatives, or within the one that they are. */
async function decisionsAbout({ pool }: Warehouse, asked: readonly ReportedRow[]): Promise<IdentityDecision[]> {
  const { decisions } = await decisionsMade(pool);
  const rows = await reportedRows(
    pool,
    decisions.flatMap((said) => said.rows),
  );
  return decisions.filter((said) => {
    const of = said.rows.map((row) => rows.get(row)?.cooperative);
    return (
      asked.every(({ cooperative }) => of.includes(cooperative)) &&
      of.every((each) => asked.some(({ cooperative }) => cooperative === each))
    );
  });
}

async function waterfallOf({ pool }: Warehouse, ids: readonly [RowId, RowId]): Promise<Waterfall> {
  const wanted = ids.map((id) => ({ submission: id.split(':')[0] ?? '', number: Number(id.split(':')[1]) }));
  const rows = await rowsOf(pool, wanted);
  const [one, other] = ids.map((id) => rows.get(id));
  if (one === undefined || other === undefined) throw new Error(`${ids.join(', ')}: resolved rows that are not there`);
  return explain(one, other, (await modelOf(pool, other.scope)) ?? unlearned);
}

/** Takes down what a person says of two cooperatives; it wins for ever, or until it is taken back (`undo`). */
export async function say(
  verdict: SaidOfPair['verdict'],
  one: string,
  other: string,
  { by, why }: { readonly by: string; readonly why: string },
  settings: Settings,
): Promise<number> {
  const who = { by: storable(by.trim()), why: storable(why.trim()) };
  if (who.by === '' || who.why === '') throw new CommandError('duplicates: --by and --why must say who and why', 2);
  return withWarehouse(settings, async (warehouse) => {
    await identifyAll(warehouse);
    const [a, b] = await twoRows(warehouse, one, other);
    if (verdict === 'undo') refuseNothingSaid([a, b], await decisionsAbout(warehouse, [a, b]));
    await insertDecision(warehouse.pool, { rows: [a.row, b.row], verdict, ...who }, new Date());
    await identifyAll(warehouse);
    const after = await twoRows(warehouse, one, other);
    process.stdout.write(
      `${a.row} và ${b.row}: đã ghi quyết định (${verdictWords[verdict]}); hiện nay ${asText(after)}\n`,
    );
    return 0;
  });
}

/** What is taken back has to have been said of the very two rows that are named. */
function refuseNothingSaid([a, b]: readonly [ReportedRow, ReportedRow], about: readonly IdentityDecision[]): void {
  if (about.some(({ rows }) => rows.includes(a.row) && rows.includes(b.row))) return;
  const others = new Set(about.map(({ rows }) => `duplicates undo ${rows.join(' ')}`));
  const instead = others.size === 0 ? '' : `; về chính các đơn vị này có: ${[...others].join('; ')}`;
  throw new CommandError(`${a.row} và ${b.row}: không có quyết định nào về hai mã này để bỏ${instead}`);
}

async function twoRows(warehouse: Warehouse, one: string, other: string): Promise<[ReportedRow, ReportedRow]> {
  const ids = [one, other].map((text) => {
    const id = RowId.safeParse(text);
    if (!id.success)
      throw new CommandError(
        `${oneLine(text)}: a cooperative looks like 12-1:34, as register and duplicates list name it`,
        2,
      );
    return id.data;
  });
  const rows = await reportedRows(warehouse.pool, ids);
  const [a, b] = ids.map((id) => {
    const row = rows.get(id);
    if (row === undefined) throw new CommandError(`${id}: there is no such cooperative`);
    return row;
  });
  if (a === undefined || b === undefined || a.row === b.row)
    throw new CommandError(`${oneLine(one)}: name two cooperatives`, 2);
  return [a, b];
}
