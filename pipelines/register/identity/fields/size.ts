import type { Field } from './field';

export const members: Field = {
  key: 'members',
  label: 'số thành viên',
  shown: (row) => row.members?.inBase() ?? null,
  levels: [
    { says: 'cùng số thành viên', m: 0.5, u: 0.02 },
    { says: 'số thành viên lệch dưới 10%', m: 0.3, u: 0.06 },
    { says: 'số thành viên lệch dưới 50%', m: 0.13, u: 0.25 },
    { says: 'số thành viên khác xa nhau', m: 0.07, u: 0.67 },
  ],
  compare: (one, other) => ratio(one.members, other.members),
};

export const capital: Field = {
  key: 'charter_capital',
  label: 'vốn điều lệ (đồng)',
  shown: (row) => row.charter_capital?.inBase() ?? null,
  levels: [
    { says: 'cùng vốn điều lệ', m: 0.6, u: 0.02 },
    { says: 'vốn điều lệ lệch dưới 10%', m: 0.18, u: 0.05 },
    { says: 'vốn điều lệ lệch dưới 50%', m: 0.14, u: 0.2 },
    { says: 'vốn điều lệ khác xa nhau', m: 0.08, u: 0.73 },
  ],
  compare: (one, other) => ratio(one.capital, other.capital),
};

function ratio(one: number | null, other: number | null): number {
  if (one === null || other === null) return 0;
  const apart = Math.abs(one - other);
  return apart === 0 ? 1 : apart < Math.log(1.1) ? 2 : apart < Math.log(1.5) ? 3 : 4;
}
