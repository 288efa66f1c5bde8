import { explain, Resolver } from '../../../../pipelines/register/identity';
import type { IdentityModel, RegisterOf } from '../../../../schemas/identity';
import { codes, type Given, phuTho, register, row } from './made';

const model: IdentityModel = { rows: 0, cooperatives: 500, m: {}, u: {}, names: {}, words: {} };
const tanTien: Given = {
  name: 'HTX NN Tân Tiến',
  district: 'Lạng Giang',
  commune: 'Tân Hưng',
  founded_on: '2015-05-06',
  members: 120,
};
const as = (given: Given, { submission, scope, period }: RegisterOf) => ({
  submission,
  scope,
  period,
  reported: row(given),
});
const [first, second] = [register(1, []), register(2, [])];
const texts = (one: Given, other: Given, of = second) =>
  explain(as(one, first), as(other, of), model).steps.map(({ text }) => text);

test('each field that both rows have is a line, in plain words', () => {
  const other = {
    ...tanTien,
    name: 'HTX NN Tấn Tiền',
    commune: 'Mỹ Thái',
    founded_on: '2015',
    members: 900,
    tax_code: codes.one,
  };
  expect(texts(tanTien, other)).toEqual([
    'trước khi so, trong 500 đơn vị của tỉnh: -9,0',
    'tên riêng giống nhau: +7,7',
    'tên giống nhau trừ dấu: -2,9',
    'ngành nghề trong tên giống nhau: +2,0',
    'khác xã, cùng huyện: -1,6',
    'cùng năm thành lập, một bên chỉ ghi năm: +1,0',
    'số thành viên khác xa nhau: -3,3',
  ]);
});

test('one register and another province are lines of their own', () => {
  expect(texts(tanTien, tanTien, first)).toContain('hai dòng của cùng một danh sách: -10,0');
  expect(texts(tanTien, { ...tanTien, commune: 'Mỹ Thái' }, first)).toContain(
    'ở hai xã trong cùng một danh sách: -6,0',
  );
  expect(texts(tanTien, tanTien, register(2, [], { scope: phuTho }))).toContain('khác tỉnh: -7,0');
});

test('what was compared stands beside it', () => {
  const { steps } = explain(as(tanTien, first), as({ ...tanTien, commune: null }, second), model);
  expect(steps.find(({ field }) => field === 'place')?.compared).toEqual(['Tân Hưng, Lạng Giang', 'Lạng Giang']);
});

test('the lines add up to the weight of the evidence', () => {
  const other = { ...tanTien, commune: 'Mỹ Thái', founded_on: '2015-05-06', tax_code: codes.one };
  const resolver = new Resolver();
  resolver.add(register(1, [{ ...tanTien, tax_code: codes.one }]));
  const { evidence } = resolver.add({ ...second, rows: [{ row: 1, reported: row(other) }] });
  const before = as({ ...tanTien, tax_code: codes.one }, first);
  expect(evidence[0]?.like[0]?.weight).toBe(explain(before, as(other, second), model).weight);
});

test('a frequent name weighs less than a rare one', () => {
  const learned = { ...model, rows: 1000, names: { tantien: 100, kimgiang: 2 } };
  const weightOf = (name: string) =>
    explain(as({ name }, first), as({ name }, second), learned).steps.find(({ field }) => field === 'name')?.weight;
  expect(weightOf('HTX Tân Tiến')).toBeLessThan((weightOf('HTX Kim Giang') ?? 0) - 5);
});
