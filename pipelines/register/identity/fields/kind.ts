import type { Comparable } from '../comparable';
import type { Field } from './field';

const equal = (one: string | null, other: string | null) =>
  one === null || other === null ? 0 : one === other ? 1 : 2;

/** Cooperative, union, credit fund or group: a group may become a cooperative, but seldom does. */
export const type: Field = {
  key: 'type',
  label: 'loại hình',
  shown: (row) => row.type?.toUpperCase() ?? null,
  levels: [
    { says: 'cùng loại hình', m: 0.985, u: 0.6 },
    { says: 'khác loại hình', m: 0.015, u: 0.4 },
  ],
  compare: (one: Comparable, other: Comparable) => equal(one.type, other.type),
};

export const sector: Field = {
  key: 'sector',
  label: 'lĩnh vực',
  shown: (row) => row.sector,
  levels: [
    { says: 'cùng lĩnh vực', m: 0.94, u: 0.45 },
    { says: 'khác lĩnh vực', m: 0.06, u: 0.55 },
  ],
  compare: (one: Comparable, other: Comparable) => equal(one.sector, other.sector),
};
