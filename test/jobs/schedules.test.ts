import { lastDue } from '../../jobs/schedules';

test.each([
  // In Vietnam (UTC+7) 01:00 is 18:00 of the day before in UTC.
  ['2026-11-22T17:59:59Z', '2026-11-21T18:00:00Z'],
  ['2026-11-22T18:00:00Z', '2026-11-22T18:00:00Z'],
  ['2026-11-23T03:00:00Z', '2026-11-22T18:00:00Z'],
])('at %s the nightly job was last due at %s', (now, due) => {
  expect(lastDue(new Date(now)).toISOString()).toBe(new Date(due).toISOString());
});
