import type { Pool } from 'pg';
import { readPlan } from '../../../pipelines/plan';
import type { Document } from '../../../schemas/cell';
import { loadPlan } from '../../../sinks/warehouse/plan';
import { readText } from '../../../sources/read';
import { catalogue, tick } from '../../setup/warehouse';

/** Takes in a plan: lines of `period,area,code,sector,unit,plan`. */
export async function planned(pool: Pool, lines: string): Promise<void> {
  const bytes = Buffer.from(`period,area,code,sector,unit,plan\n${lines}`);
  const read = readPlan(readText(bytes) as Document, catalogue);
  if ('sentence' in read) throw new Error(read.sentence);
  await loadPlan(pool, { name: 'plan.csv', bytes }, read.lines, tick());
}
