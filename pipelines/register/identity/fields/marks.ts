import type { Field } from './field';

/** A weak witness: where the letters of two names are the same and both have marks, whether the marks are too. */
export const marks: Field = {
  key: 'marks',
  label: 'dấu trong tên',
  shown: (row) => row.name || null,
  levels: [
    { says: 'dấu trong tên giống nhau', m: 0.96, u: 0.7 },
    { says: 'tên giống nhau trừ dấu', m: 0.04, u: 0.3 },
  ],
  compare: ({ name: one }, { name: other }) => {
    if (one.letters !== other.letters || one.marked === null || other.marked === null) return 0;
    return one.marked === other.marked ? 1 : 2;
  },
};
