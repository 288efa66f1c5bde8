import pino from 'pino';
import type { Settings } from '../config/settings';
import type { Context } from './context';
import { Jobs } from './queue';
import { sweepTask } from './tasks/sweep';
import { openWarehouse, type Warehouse } from './warehouse';
import { startWorker } from './worker';

/** Opens the warehouse for as long as the work takes. */
export async function withWarehouse<T>(settings: Settings, work: (warehouse: Warehouse) => Promise<T>): Promise<T> {
  const warehouse = await openWarehouse(settings);
  try {
    return await work(warehouse);
  } finally {
    await warehouse.close();
  }
}

/**
 * The whole system for as long as the work takes: warehouse, queue and a worker of this process, which shares the jobs
 * with the workers of any other process that is up on the same warehouse.
 */
export async function withSystem<T>(settings: Settings, work: (context: Context) => Promise<T>): Promise<T> {
  return withWarehouse(settings, async (warehouse) => {
    const jobs = await Jobs.open(warehouse, settings.redisUrl);
    const context: Context = {
      warehouse,
      jobs,
      log: pino(pino.destination(2)),
      home: settings.home,
      smtpUrl: settings.smtpUrl,
      mailFrom: settings.mailFrom,
      now: () => new Date(),
    };
    const stopWorker = startWorker(context);
    // A process that died between taking a file in and queueing it left it waiting.
    await sweepTask({}, context);
    try {
      return await work(context);
    } finally {
      await stopWorker();
      await jobs.close();
    }
  });
}
