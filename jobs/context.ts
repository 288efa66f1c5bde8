import type { Log } from '../schemas/log';
import type { Jobs } from './queue';
import type { Warehouse } from './warehouse';

/** All that a job needs; the time is handed in as a clock. */
export interface Context {
  readonly warehouse: Warehouse;
  readonly jobs: Jobs;
  readonly log: Log;
  /** Where files for staff are put: drafts. */
  readonly home: string;
  now(): Date;
}
