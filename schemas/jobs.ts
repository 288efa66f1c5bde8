import { z } from 'zod';
import { Period } from './period';

/** What a queued job carries: never the work itself, only which piece of it; the warehouse has the rest. */
export const payloads = {
  /** Take one handed-in file in. */
  ingest: z.object({ receipt: z.number().int().positive() }),
  /** Bring one period's tables up to date. */
  rollup: z.object({ period: Period }),
  /** Find out which rows of the registers that came are one cooperative. */
  identify: z.object({}),
  /** Bring everything stale up to date; what ran is written down. */
  nightly: z.object({}),
  /** Open and close periods on their calendar, and draw the draft of what is to be published. */
  quarterly: z.object({}),
  /** Write the letters that are wanted, and send the mails that are due. */
  mail: z.object({}),
  /** Hand in again what a queue lost. */
  sweep: z.object({}),
} as const;

export type JobName = keyof typeof payloads;
export type Payload<Name extends JobName> = z.infer<(typeof payloads)[Name]>;
