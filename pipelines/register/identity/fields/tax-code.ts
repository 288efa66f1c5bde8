import type { Field } from './field';

/** Another branch of one code is another unit, unless the name says the same. */
export const taxCode: Field = {
  key: 'tax_code',
  label: 'mã số thuế',
  shown: (row) => row.tax_code,
  levels: [
    { says: 'cùng mã số thuế', m: 0.91, u: 0.0002 },
    { says: 'cùng mã số thuế, nhưng mã sai chữ số kiểm tra', m: 0.01, u: 0.0001 },
    { says: 'cùng mã số thuế và tên, khác đơn vị phụ thuộc', m: 0.005, u: 0.0002 },
    { says: 'mã số thuế lệch một chữ số', m: 0.025, u: 0.0002 },
    { says: 'khác mã số thuế', m: 0.05, u: 0.9993 },
  ],
  compare: (one, other) => {
    if (one.taxCode === null || other.taxCode === null) return 0;
    if (one.taxCode !== other.taxCode) return isSlip(one.taxCode, other.taxCode) ? 4 : 5;
    if (one.branch !== other.branch) return one.name.letters === other.name.letters ? 3 : 5;
    return one.taxCodeValid ? 1 : 2;
  },
};

/** One digit is another, or two that stand side by side changed places. */
function isSlip(one: string, other: string): boolean {
  let first = 0;
  while (one[first] === other[first]) first += 1;
  const swapped = one[first] === other[first + 1] && one[first + 1] === other[first];
  return (
    one.slice(first + 1) === other.slice(first + 1) || (swapped && one.slice(first + 2) === other.slice(first + 2))
  );
}
