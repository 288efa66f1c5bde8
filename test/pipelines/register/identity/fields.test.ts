import { comparable } from '../../../../pipelines/register/identity/comparable';
import { fields } from '../../../../pipelines/register/identity/fields';
import { quarter } from '../../../../schemas/period';
import { codes, type Given, row } from './made';

const common = new Set(['tan', 'tien', 'bien', 'hung']);
const vocabulary = { rarity: () => 8, isCommon: (word: string) => common.has(word) };
const [before, after] = [quarter(2025, 2), quarter(2025, 3)];

/** What is said of the two in a field; null where one lacks it. */
function says(key: string, one: Given, other: Given, period = before): string | null {
  const field = fields.find((each) => each.key === key);
  const level = field?.compare(comparable(row(one), before), comparable(row(other), period), vocabulary) ?? 0;
  return field?.levels[level - 1]?.says ?? null;
}

test.each([
  ['HTX Tân Tiến', 'Hợp tác xã TÂN TIẾN', 'tên riêng giống nhau'],
  ['HTX Quyết Thắng', 'HTX Quyết Thawngs', 'tên riêng lệch một, hai chữ cái'],
  ['HTX Tân Tiến', 'HTX Tân Biên', 'tên riêng giống nhau một phần'],
  ['HTX Đoàn Kết 1', 'HTX Đoàn Kết 2', 'tên riêng khác nhau'],
  ['HTX rau hoa Văn Đức', 'HTX rau Văn Đức', 'tên riêng gần giống nhau'],
  ['HTX Tân Tiến', 'HTX Quyết Thắng', 'tên riêng khác nhau'],
  ['HTX Tân Tiến', 'HTX nông nghiệp', null],
])('names %s and %s: %s', (one, other, level) => {
  expect(says('name', { name: one }, { name: other })).toBe(level);
});

test.each([
  [codes.one, codes.one, 'cùng mã số thuế'],
  [codes.wrong, codes.wrong, 'cùng mã số thuế, nhưng mã sai chữ số kiểm tra'],
  [codes.one, codes.wrong, 'mã số thuế lệch một chữ số'],
  [codes.one, '2400132458', 'mã số thuế lệch một chữ số'],
  [codes.one, codes.other, 'khác mã số thuế'],
  [`${codes.one}-001`, `${codes.one}-002`, 'khác mã số thuế'],
  [codes.one, null, null],
])('tax codes %s and %s: %s', (one, other, level) => {
  expect(says('tax_code', { name: 'A', tax_code: one }, { name: 'B', tax_code: other })).toBe(level);
});

test('two branches of one tax code are one unit only if the name says the same', () => {
  const branch = (name: string, number: string) => ({ name, tax_code: `${codes.one}-${number}` });
  expect(says('tax_code', branch('HTX Tân Tiến', '001'), branch('HTX Tân Tiến', '002'))).toBe(
    'cùng mã số thuế và tên, khác đơn vị phụ thuộc',
  );
});

test.each([
  [['Xã Tân Hưng', 'Lạng Giang'], ['tân hưng', 'Huyện Lạng Giang'], 'cùng xã'],
  [['Tân Hưng', null], ['Phường Tân Hưng', 'Yên Dũng'], 'cùng xã'],
  [['Tân Hưng', 'Lạng Giang'], ['Tân Hưng', 'Yên Dũng'], 'xã cùng tên, khác huyện'],
  [['Tân Hưng', 'Lạng Giang'], ['Mỹ Thái', 'Lạng Giang'], 'khác xã, cùng huyện'],
  [['Tân Hưng', 'Lạng Giang'], [null, 'Lạng Giang'], 'cùng huyện, không rõ xã'],
  [['Tân Hưng', 'Lạng Giang'], ['Mỹ Thái', 'Yên Dũng'], 'khác xã'],
  [[null, null], ['Mỹ Thái', 'Yên Dũng'], null],
] as const)('places %s and %s: %s', ([commune, district], [otherCommune, otherDistrict], level) => {
  expect(says('place', { commune, district }, { commune: otherCommune, district: otherDistrict })).toBe(level);
});

test('after the communes were merged another commune says less', () => {
  const other = { commune: 'Lạng Giang' };
  expect(says('place', { commune: 'Tân Hưng', district: 'Lạng Giang' }, other, after)).toBe(
    'khác xã, nhưng các xã đã sắp xếp lại từ 7/2025',
  );
});

test.each([
  ['2015-05-06', '2015-05-06', 'cùng ngày thành lập'],
  ['2015-05-06', '2015-05', 'cùng tháng thành lập, một bên không ghi ngày'],
  ['2015-05-06', '2015', 'cùng năm thành lập, một bên chỉ ghi năm'],
  ['2015-05-06', '2015-01-01', 'cùng năm thành lập, một bên chỉ ghi năm'],
  ['2015-05-06', '2015-06-05', 'ngày và tháng thành lập đổi chỗ'],
  ['2015-05-06', '2015-08-06', 'cùng năm thành lập, khác ngày'],
  ['2015-05-06', '2016', 'năm thành lập lệch một năm'],
  ['2015-05-06', '2019', 'khác năm thành lập'],
  ['2015-05-06', null, null],
])('founding dates %s and %s: %s', (one, other, level) => {
  expect(says('founded_on', { founded_on: one }, { founded_on: other })).toBe(level);
});

test.each([
  [100, 100, 'cùng số thành viên'],
  [100, 109, 'số thành viên lệch dưới 10%'],
  [100, 140, 'số thành viên lệch dưới 50%'],
  [100, 900, 'số thành viên khác xa nhau'],
])('members %s and %s: %s', (one, other, level) => {
  expect(says('members', { members: one }, { members: other })).toBe(level);
});

test('what is missing is not compared, and a field weighs the same whichever row comes first', () => {
  for (const { key } of fields) expect(says(key, {}, {})).toBeNull();
  const [one, other] = [{ name: 'HTX NN Tân Tiến' }, { name: 'HTX DV NN Tan Tien' }];
  for (const { key } of fields) expect(says(key, one, other)).toBe(says(key, other, one));
});
