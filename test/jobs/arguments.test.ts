import { loadCatalogue } from '../../config/catalogue';
import { checkHandIn, momentOf } from '../../jobs/commands/arguments';

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

test.each([
  [{ period: 'foo' }, '--period foo: no such period'],
  [{ province: 'Atlantis' }, 'Atlantis: no such province'],
  [{ province: 'Hà Giang', period: '2025-Q4' }, 'Hà Giang: no such province on the map of 34'],
  [{ encoding: 'foo' }, 'không biết bảng mã "foo"'],
])('submit with %j is wrong usage', (options, said) => {
  expect(() => checkHandIn(options, loadCatalogue())).toThrow(
    expect.objectContaining({ exitStatus: 2, message: expect.stringContaining(said) }),
  );
});

test.each([{ province: 'Lai Châu' }, { province: 'TP. Hồ Chí Minh', period: '2021-H1' }, { encoding: 'abc' }])(
  'submit with %j is right',
  (options) => {
    expect(() => checkHandIn(options, loadCatalogue())).not.toThrow();
  },
);
