import { momentOf } from '../../jobs/commands/arguments';

test.each([
  ['2021-07-01', '2021-07-01T16:59:59.999Z'],
  ['2021-07-01T08:00', '2021-07-01T01:00:00.000Z'],
  ['2021-07-01T08:00+07:00', '2021-07-01T01:00:00.000Z'],
  ['2021-07-01T01:00:00.000Z', '2021-07-01T01:00:00.000Z'],
])('--as-of %s', (text, moment) => {
  expect(momentOf(text).toISOString()).toBe(moment);
});

test.each(['hôm qua', '2021-02-31', '2021-02-31T08:00', '2021-07-01T25:00'])('--as-of %s is no moment', (text) => {
  expect(() => momentOf(text)).toThrow('no such moment');
});
