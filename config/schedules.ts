/** When things happen by themselves. */
export const timeZone = 'Asia/Ho_Chi_Minh';

export const schedules = {
  nightly: { pattern: '0 1 * * *', tz: timeZone },
  /** Looks at the calendar of the quarterly consolidation. */
  quarterly: { pattern: '0 6 * * *', tz: timeZone },
  sweep: { every: 60_000 },
} as const;

/** A period's reports are due so many days after its end, unless it was opened with another date. */
export const dueDays = 15;

/** A period that nobody closed closes by itself so many days after its due date, and its draft is drawn. */
export const closesAfterDueDays = 10;

/** How often the inbox is looked at, in milliseconds: a file is taken when it has not changed for some looks. */
export const inboxEvery = 700;
