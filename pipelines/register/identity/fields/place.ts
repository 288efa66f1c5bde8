import type { Field } from './field';

/** Commune and district together, for one without the other says little. Since July 2025 there are no districts. */
export const place: Field = {
  key: 'place',
  label: 'địa bàn',
  shown: ({ commune, district }) => [commune, district].filter((each) => each !== null).join(', ') || null,
  levels: [
    { says: 'cùng xã', m: 0.88, u: 0.01 },
    { says: 'xã cùng tên, khác huyện', m: 0.02, u: 0.01 },
    { says: 'khác xã, cùng huyện', m: 0.03, u: 0.09 },
    { says: 'cùng huyện, không rõ xã', m: 0.04, u: 0.015 },
    { says: 'khác xã, nhưng các xã đã sắp xếp lại từ 7/2025', m: 0.01, u: 0.1 },
    { says: 'khác xã', m: 0.012, u: 0.72 },
    { says: 'khác huyện, không rõ xã', m: 0.008, u: 0.055 },
  ],
  compare: (one, other) => {
    const districts = one.district !== null && other.district !== null;
    const sameDistrict = districts && one.district === other.district;
    if (one.commune === null || other.commune === null) return districts ? (sameDistrict ? 4 : 7) : 0;
    if (one.commune === other.commune) return districts && !sameDistrict ? 2 : 1;
    if (sameDistrict) return 3;
    return one.afterMergers !== other.afterMergers ? 5 : 6;
  },
};
