import { createPostgresBackend, type JobsOptions, Queue, runMigrations, Worker, withBackend } from 'bullmq';
import { Pool } from 'pg';
import type { JobName, Payload } from '../schemas/jobs';
import { checkRedis } from './redis';
import type { Warehouse } from './warehouse';

const name = 'tonghop';
const onPostgres = withBackend(createPostgresBackend);

/** What is needed of BullMQ's classes, which differ by backend in their options only. */
type AnyQueue = Pick<Queue, 'add' | 'upsertJobScheduler' | 'close' | 'on'>;
type AnyWorker = Pick<Worker, 'close' | 'on'>;
type Run = (job: QueuedJob) => Promise<unknown>;
type MakeWorker = (
  run: Run,
  options: { concurrency: number; lockDuration: number; stalledInterval: number },
) => AnyWorker;

/**
 * The queue of all work, on Redis or beside the warehouse on PostgreSQL. It only wakes workers up: what there is to do
 * stands in the warehouse, so a job may run twice, late or not at all, and the sweeper brings back what was lost.
 */
export class Jobs {
  private constructor(
    private readonly queue: AnyQueue,
    private readonly makeWorker: MakeWorker,
  ) {
    // Connection trouble shows at the next call, which is retried or fails by itself; without a listener it would be thrown.
    queue.on('error', () => {});
  }

  static async open(warehouse: Warehouse, redisUrl: string | null): Promise<Jobs> {
    if (redisUrl !== null) {
      await checkRedis(redisUrl);
      const options = { connection: { url: redisUrl }, prefix: `tonghop-${warehouse.id}` };
      return new Jobs(new Queue(name, options), (run, worker) => new Worker(name, run, { ...options, ...worker }));
    }
    const schema = `${warehouse.schema}_queue`;
    await migrateQueue(warehouse.url, schema);
    // A wish that a crash of the server takes back is made again by the sweeper, so that none need wait for the disk.
    const connection = { connectionString: warehouse.url, schema, max: 4, options: '-c synchronous_commit=off' };
    const options = { connection };
    const queue = new onPostgres.Queue(name, options) as unknown as AnyQueue;
    return new Jobs(
      queue,
      (run, worker) => new onPostgres.Worker(name, run, { ...options, ...worker }) as unknown as AnyWorker,
    );
  }

  /**
   * Wishes a job to be done. The same wish while it still stands in the queue is one job; `anew` makes it another, for
   * where the one in the queue may be in the hands of a worker that died.
   */
  async add<Name extends JobName>(job: Name, payload: Payload<Name>, anew?: string): Promise<void> {
    const jobId = [job, ...Object.values(payload), ...(anew ? [anew] : [])].join('-');
    await this.queue.add(job, payload, { ...retrying, jobId });
  }

  /** At boot only ever upserted, never removed, so that a schedule survives a start of another version. */
  async schedule(job: JobName, when: { pattern: string; tz: string } | { every: number }): Promise<void> {
    await this.queue.upsertJobScheduler(job, when, { name: job, data: {}, opts: retrying });
  }

  work(run: Run, concurrency: number): AnyWorker {
    const worker = this.makeWorker(run, { concurrency, lockDuration: 10_000, stalledInterval: 5_000 });
    worker.on('error', () => {});
    return worker;
  }

  async close(): Promise<void> {
    await this.queue.close();
  }
}

export interface QueuedJob {
  readonly name: string;
  readonly data: unknown;
  readonly attemptsMade: number;
  readonly opts: { readonly attempts?: number };
}

const retrying: JobsOptions = {
  attempts: 4,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: true,
  removeOnFail: true,
};

async function migrateQueue(url: string, schema: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    const client = await pool.connect();
    try {
      await runMigrations(client, schema);
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}
