/** How far one process gets alone with a register, in a process of its own: `node load-stages.js STAGE FILE`. */
import { loadCatalogue } from '../../config/catalogue';
import { streamedRegister } from '../../pipelines/register/bulk/streamed';
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
};

async function main(): Promise<void> {
  const [, , stage = '', file = ''] = process.argv;
  const start = performance.now();
  await stages[stage]?.(file);
  process.stdout.write(
    JSON.stringify({ ms: performance.now() - start, memory: process.resourceUsage().maxRSS / 1024 }),
  );
}

void main();
