import type { Field } from './field';

/** What the names say that it does: `NN`, `dịch vụ`, `vận tải`. */
export const works: Field = {
  key: 'works',
  label: 'ngành nghề trong tên',
  shown: (row) => row.name || null,
  levels: [
    { says: 'ngành nghề trong tên giống nhau', m: 0.78, u: 0.2 },
    { says: 'một tên ghi ít ngành nghề hơn', m: 0.14, u: 0.2 },
    { says: 'ngành nghề trong tên chỉ giống một phần', m: 0.04, u: 0.2 },
    { says: 'ngành nghề trong tên khác nhau', m: 0.04, u: 0.4 },
  ],
  compare: ({ name: { works: one } }, { name: { works: other } }) => {
    if (one.length === 0 || other.length === 0) return 0;
    const both = one.filter((work) => other.includes(work)).length;
    if (both === 0) return 4;
    if (both < Math.min(one.length, other.length)) return 3;
    return one.length === other.length ? 1 : 2;
  },
};
