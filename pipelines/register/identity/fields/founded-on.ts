import type { Field } from './field';

/** The founding date, as exact as both have it. */
export const foundedOn: Field = {
  key: 'founded_on',
  label: 'ngày thành lập',
  shown: (row) => row.founded_on,
  levels: [
    { says: 'cùng ngày thành lập', m: 0.76, u: 0.0007 },
    { says: 'cùng tháng thành lập, một bên không ghi ngày', m: 0.04, u: 0.006 },
    { says: 'cùng năm thành lập, một bên chỉ ghi năm', m: 0.12, u: 0.06 },
    { says: 'ngày và tháng thành lập đổi chỗ', m: 0.01, u: 0.0005 },
    { says: 'cùng năm thành lập, khác ngày', m: 0.02, u: 0.06 },
    { says: 'năm thành lập lệch một năm', m: 0.025, u: 0.12 },
    { says: 'khác năm thành lập', m: 0.025, u: 0.753 },
  ],
  compare: ({ foundedOn: one }, { foundedOn: other }) => {
    if (one === null || other === null) return 0;
    const [a, b] = [exact(one), exact(other)];
    if (a.slice(0, 4) !== b.slice(0, 4)) return Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) === 1 ? 6 : 7;
    const shorter = Math.min(a.length, b.length);
    if (a.slice(0, shorter) === b.slice(0, shorter)) return shorter === 10 ? 1 : shorter === 7 ? 2 : 3;
    return a.length === 10 && b.length === 10 && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7) ? 4 : 5;
  },
};

/** On 1 January of a year there are more foundings than there can be: it stands where only the year was known. */
const exact = (date: string) => (date.endsWith('-01-01') ? date.slice(0, 4) : date);
