/** The 63 provinces (valid to 30 June 2025) by region of the 2020 table, and the cooperatives printed for each region. */
export interface Province {
  code: string;
  name: string;
  region: string;
}

interface Region {
  region: string;
  cooperatives: number;
  provinces: string;
}

export const regions: Region[] = [
  { region: 'TB', cooperatives: 2559, provinces: '11 Điện Biên, 12 Lai Châu, 14 Sơn La, 17 Hòa Bình' },
  {
    region: 'DB',
    cooperatives: 4378,
    provinces:
      '02 Hà Giang, 04 Cao Bằng, 06 Bắc Kạn, 08 Tuyên Quang, 10 Lào Cai, 15 Yên Bái, 19 Thái Nguyên, 20 Lạng Sơn, ' +
      '22 Quảng Ninh, 24 Bắc Giang, 25 Phú Thọ',
  },
  {
    region: 'DBSH',
    cooperatives: 6649,
    provinces:
      '01 Hà Nội, 26 Vĩnh Phúc, 27 Bắc Ninh, 30 Hải Dương, 31 Hải Phòng, 33 Hưng Yên, 34 Thái Bình, 35 Hà Nam, ' +
      '36 Nam Định, 37 Ninh Bình',
  },
  {
    region: 'BTB',
    cooperatives: 3911,
    provinces: '38 Thanh Hóa, 40 Nghệ An, 42 Hà Tĩnh, 44 Quảng Bình, 45 Quảng Trị, 46 Thừa Thiên Huế',
  },
  {
    region: 'DHMT',
    cooperatives: 1371,
    provinces: '48 Đà Nẵng, 49 Quảng Nam, 51 Quảng Ngãi, 52 Bình Định, 54 Phú Yên, 56 Khánh Hòa',
  },
  { region: 'TN', cooperatives: 1582, provinces: '62 Kon Tum, 64 Gia Lai, 66 Đắk Lắk, 67 Đắk Nông, 68 Lâm Đồng' },
  {
    region: 'DNB',
    cooperatives: 1961,
    provinces:
      '58 Ninh Thuận, 60 Bình Thuận, 70 Bình Phước, 72 Tây Ninh, 74 Bình Dương, 75 Đồng Nai, ' +
      '77 Bà Rịa - Vũng Tàu, 79 TP. Hồ Chí Minh',
  },
  {
    region: 'DBSCL',
    cooperatives: 3043,
    provinces:
      '80 Long An, 82 Tiền Giang, 83 Bến Tre, 84 Trà Vinh, 86 Vĩnh Long, 87 Đồng Tháp, 89 An Giang, 91 Kiên Giang, ' +
      '92 Cần Thơ, 93 Hậu Giang, 94 Sóc Trăng, 95 Bạc Liêu, 96 Cà Mau',
  },
];

export const provinces: Province[] = regions
  .flatMap(({ region, provinces: list }) =>
    list.split(', ').map((entry) => ({ code: entry.slice(0, 2), name: entry.slice(3), region })),
  )
  .sort((a, b) => a.code.localeCompare(b.code, 'en'));

export const centralCities = ['01', '31', '48', '79', '92'];

/** How large a province is made beside its neighbours; the others are 1. */
export const relativeSize: Record<string, number> = {
  '01': 3,
  '38': 2,
  '40': 2,
  '79': 1.5,
  '06': 0.4,
  '12': 0.6,
  '62': 0.4,
  '67': 0.4,
};

/** So that the real report of June 2021 follows on the sample: 869 cooperatives after 50 new ones and 1 dissolved. */
export const knownCooperatives: Record<string, number> = { '24': 820 };

/** Three small provinces that send one flat file together. */
export const sharedFile = ['06', '62', '67'];
