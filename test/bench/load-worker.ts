/** A worker process of the benchmark: takes files in until it is told to stop, then says how much memory it took at most. */
import pino from 'pino';
import { readSettings } from '../../config/settings';
import { staySmall } from '../../jobs/memory';
import { Jobs } from '../../jobs/queue';
import { ingestTask } from '../../jobs/tasks/ingest';
import { openWarehouse } from '../../jobs/warehouse';
import { payloads } from '../../schemas/jobs';

async function main(): Promise<void> {
  staySmall();
  const warehouse = await openWarehouse(readSettings());
  const jobs = await Jobs.open(warehouse, null);
  const context = { warehouse, jobs, log: pino({ level: 'error' }, pino.destination(2)), now: () => new Date() };
  // What is done with the rows afterwards (tables, cooperatives) is measured elsewhere.
  const worker = jobs.work(async ({ name, data }) => {
    if (name === 'ingest') await ingestTask(payloads.ingest.parse(data), context);
  }, Number(process.argv[2]));
  const before = process.cpuUsage();
  process.send?.('ready');
  process.once('message', async () => {
    const { user, system } = process.cpuUsage(before);
    process.send?.({ memory: process.resourceUsage().maxRSS / 1024, cpu: (user + system) / 1e6 });
    await worker.close();
    await jobs.close();
    await warehouse.close();
    process.disconnect();
  });
}

void main();
