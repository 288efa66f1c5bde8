import { joinAcross } from '../../../../pipelines/register/identity/across';
import type { AcrossPair, AcrossRow, IdentityDecision, RowId } from '../../../../schemas/identity';
import { bacNinh, codes, type Given, id, phuTho, register, row, said } from './made';

const tanTien: Given = {
  name: 'HTX NN Tân Tiến',
  commune: 'Tân Hưng',
  founded_on: '2015-05-06',
  members: 120,
  capital: 900,
};

/** A row of the receipt, in Bắc Ninh the odd ones, in Phú Thọ the even. */
function stands(receipt: number, given: Given): AcrossRow {
  const { submission, scope, period } = register(receipt, [], { scope: receipt % 2 === 1 ? bacNinh : phuTho });
  const own = id(`${submission}:1`);
  return { row: own, cooperative: own, submission, scope, period, reported: row(given) };
}

const pair = (one: Given, other: Given): AcrossPair => [stands(1, one), stands(2, other)];
const joined = (
  pairs: readonly AcrossPair[],
  decisions: IdentityDecision[] = [],
  valid: readonly [string, string][] = [],
) => {
  const { links, unsure } = joinAcross(pairs, new Map(valid.map(([one, code]) => [one as RowId, code])), decisions);
  return { links: Object.fromEntries(links), unsure: unsure.map(({ cooperatives }) => cooperatives.join(' ')) };
};

test('a cooperative that moved is known again by its tax code, or by its rare name and its day', () => {
  const coded = { ...tanTien, tax_code: codes.one };
  expect(joined([pair(coded, { ...coded, founded_on: null })]).links).toEqual({ '2-1:1': '1-1:1' });
  expect(joined([pair(tanTien, { ...tanTien, commune: 'Minh Đài' })]).links).toEqual({ '2-1:1': '1-1:1' });
});

test('two valid tax codes are two cooperatives', () => {
  const both: [string, string][] = [
    ['1-1:1', codes.one],
    ['2-1:1', codes.other],
  ];
  expect(joined([pair(tanTien, tanTien)], [], both)).toEqual({ links: {}, unsure: ['1-1:1 2-1:1'] });
});

test('what a person said wins, and is asked no more', () => {
  const pairs = [pair(tanTien, tanTien)];
  expect(joined(pairs, [said('different', '1-1:1', '2-1:1')])).toEqual({ links: {}, unsure: [] });
  expect(joined([], [said('same', '2-1:1', '1-1:1')])).toEqual({ links: { '2-1:1': '1-1:1' }, unsure: [] });
});

test('of three that are one all go by the first, whatever the order of the pairs', () => {
  const [one, two, three] = [stands(1, tanTien), stands(2, tanTien), stands(3, tanTien)];
  const pairs: AcrossPair[] = [
    [one, two],
    [two, three],
  ];
  const all = { '2-1:1': '1-1:1', '3-1:1': '1-1:1' };
  expect(joined(pairs).links).toEqual(all);
  expect(joined(pairs.toReversed()).links).toEqual(all);
});
