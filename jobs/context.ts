import type { Log } from '../schemas/log';
import type { Jobs } from './queue';
import type { Warehouse } from './warehouse';

/** All that a job needs; the time is handed in as a clock. */
export interface Context {
  readonly warehouse: Warehouse;
  readonly jobs: Jobs;
  readonly log: Log;
  /** Where files for staff are put: drafts, and mails where there is no server; and where their contacts stand. */
  readonly home: string;
  /** Null: mails become files. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  now(): Date;
}
