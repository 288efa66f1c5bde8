/** How far one process gets alone with a register, in a process of its own: `node load-stages.js STAGE FILE`. */
import { createHash } from 'node:crypto';
import { loadCatalogue } from '../../config/catalogue';
import { staySmall } from '../../jobs/memory';
import { streamedRegister } from '../../pipelines/register/bulk/streamed';
import { Ending } from '../../schemas/ending';
import { registerLines } from '../../sinks/warehouse/register-lines';
import { fileOnDisk } from '../../sources/disk';
import { evidenceOf } from '../../sources/encoding/evidence';
import { readRows } from '../../sources/rows';

const stages: Readonly<Record<string, (file: string) => Promise<void>>> = {
  'first look (encoding)': async (file) => {
    await evidenceOf(await fileOnDisk(file));
  },
  'read (rows of cells)': async (file) => {
    const rows = await readRows(await fileOnDisk(file));
    if (rows.kind === 'rows') for await (const _ of rows.batches());
  },
  'understood (cooperatives)': async (file) => {
    const rows = await readRows(await fileOnDisk(file));
    const register = rows.kind === 'rows' ? await streamedRegister(rows, {}, loadCatalogue()) : null;
    if (register?.kind === 'streamed') for await (const _ of register.rows());
  },
  'written (text for COPY)': async (file) => {
    const rows = await readRows(await fileOnDisk(file));
    const register = rows.kind === 'rows' ? await streamedRegister(rows, {}, loadCatalogue()) : null;
    if (register?.kind !== 'streamed') return;
    for await (const text of registerLines('63/24\t1-1', new Ending(register.rows()), createHash('sha256')))
      Buffer.from(text);
  },
};

async function main(): Promise<void> {
  const [, , stage = '', file = ''] = process.argv;
  staySmall();
  const start = performance.now();
  const before = process.cpuUsage();
  await stages[stage]?.(file);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(
    JSON.stringify({
      ms: performance.now() - start,
      cpu: (user + system) / 1e6,
      memory: process.resourceUsage().maxRSS / 1024,
    }),
  );
}

void main();
