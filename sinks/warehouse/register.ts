import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ProvinceId, SubmissionId } from '../../schemas/codes';
import { Ending } from '../../schemas/ending';
import type { RegisterRow } from '../../schemas/register';
import { registerLines } from './register-lines';

const columns =
  'province, submission, number, locator, name, tax_code, type, sector, district, commune, founded_on, status, members, labour, charter_capital_dong, revenue_dong, profit_dong, labour_income_dong_per_year, hitech, value_chain, alliance_member, rating, unreadable';

/** What was brought in: a hash of what the rows say, apart from where they stand, and what their source ended with. */
export interface CopiedRegister<End> {
  readonly said: string;
  readonly end: End;
}

/** Brings the rows of a register into the warehouse by one COPY, in the order in which they come. */
export async function copyRegister<End>(
  client: PoolClient,
  submission: SubmissionId,
  province: ProvinceId,
  rows: AsyncGenerator<readonly RegisterRow[], End>,
): Promise<CopiedRegister<End>> {
  const batches = new Ending(rows);
  const hash = createHash('sha256');
  await pipeline(
    registerLines(`${province}\t${submission}`, batches, hash),
    client.query(copyFrom(`copy register_row (${columns}) from stdin`)),
  );
  return { said: hash.digest('hex'), end: batches.end };
}
