import { merged } from '../../../../pipelines/register/identity';
import { quarter } from '../../../../schemas/period';
import { codes, type Given, row } from './made';

const of = (year: number, given: Given) => ({ period: quarter(year, 4), reported: row(given) });

test('what it is comes from the latest register that says it, whichever came last', () => {
  const one = merged([
    of(2023, { name: 'HTX Tân Tiến Mới', type: 'htx' }),
    of(2022, { name: 'HTX Tân Tiến', type: 'tht', sector: null }),
  ]);
  expect(one).toMatchObject({ name: 'HTX Tân Tiến Mới', type: 'htx' });
  const other = merged([of(2022, { name: 'HTX Tân Tiến', type: 'tht' }), of(2023, {})]);
  expect(other).toMatchObject({ name: 'HTX Tân Tiến', type: 'tht' });
});

test('a valid tax code beats a newer one that is not, and a newer one a valid one', () => {
  expect(merged([of(2022, { tax_code: codes.one }), of(2023, { tax_code: codes.wrong })]).tax_code).toBe(codes.one);
  expect(merged([of(2022, { tax_code: codes.one }), of(2023, { tax_code: codes.other })]).tax_code).toBe(codes.other);
  expect(merged([of(2022, { tax_code: codes.wrong }), of(2023, {})]).tax_code).toBe(codes.wrong);
});

test('a more exact founding date beats a newer one', () => {
  const dates = (...founded: (string | null)[]) =>
    merged([of(2020, {}), ...founded.map((founded_on, index) => of(2021 + index, { founded_on }))]).founded_on;
  expect(dates('2015-05-06', '2015')).toBe('2015-05-06');
  expect(dates('2015-05-06', '2015-05-07')).toBe('2015-05-07');
  expect(dates(null)).toBeNull();
});

test('commune and district come from one row', () => {
  const place = merged([of(2024, { commune: 'Tân Hưng', district: 'Lạng Giang' }), of(2025, { commune: 'Kép' })]);
  expect(place).toMatchObject({ commune: 'Kép', district: null });
});

test('how it does comes from the latest register alone', () => {
  const figures = merged([of(2022, { members: 120, rating: 'good', status: 'active' }), of(2023, { capital: 900 })]);
  expect(figures).toMatchObject({ members: null, rating: null, status: null });
  expect(figures.charter_capital?.inBase()).toBe('900000000');
});
