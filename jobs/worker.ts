import { type JobName, type Payload, payloads } from '../schemas/jobs';
import { fail } from '../sinks/warehouse/receipts';
import type { Context } from './context';
import { staySmall } from './memory';
import type { QueuedJob } from './queue';
import { identifyTask } from './tasks/identify';
import { ingestTask } from './tasks/ingest';
import { mailTask } from './tasks/mail';
import { nightlyTask } from './tasks/nightly';
import { quarterlyTask } from './tasks/quarterly';
import { rollupTask } from './tasks/rollup';
import { scheduledSweep } from './tasks/sweep';

type Task<Name extends JobName> = (payload: Payload<Name>, context: Context) => Promise<void>;

/** Every job there is. */
const tasks: { readonly [Name in JobName]: Task<Name> } = {
  ingest: ingestTask,
  identify: identifyTask,
  rollup: rollupTask,
  nightly: nightlyTask,
  quarterly: quarterlyTask,
  mail: mailTask,
  sweep: scheduledSweep,
};

/** Starts taking jobs; the function returned stops after the ones under way. */
export function startWorker(context: Context, concurrency = 2): () => Promise<void> {
  staySmall();
  const worker = context.jobs.work((job) => runJob(job, context), concurrency);
  return () => worker.close();
}

/** Checks a job's payload and does it. What fails is tried again by the queue; a file that keeps failing is put aside. */
async function runJob(job: QueuedJob, context: Context): Promise<void> {
  const name = job.name as JobName;
  const task = tasks[name] as Task<JobName> | undefined;
  if (task === undefined) throw new Error(`there is no job named ${JSON.stringify(job.name)}`);
  const payload = payloads[name].parse(job.data);
  try {
    await task(payload, context);
  } catch (error) {
    context.log.error({ job: name, payload, error: String(error) }, 'job failed');
    const last = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    if (last && 'receipt' in payload) await fail(context.warehouse.pool, payload.receipt, String(error), context.now());
    throw error;
  }
}
