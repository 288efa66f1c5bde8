/** How people name provinces, periods, sectors and indicators. */
import { centralCities, type Province } from './provinces';
import { pick, type Style } from './style';

/** How some write their name in 2020; in 2019 all write the usual one. */
const otherSpelling: Record<string, string> = {
  '17': 'Hoà Bình',
  '38': 'Thanh Hoá',
  '46': 'Thừa Thiên - Huế',
  '56': 'Khánh Hoà',
  '66': 'Đăk Lăk',
  '77': 'Bà Rịa-Vũng Tàu',
  '79': 'TPHCM',
};

const sectorSpellings: Record<string, [string, ...string[]]> = {
  agri: ['Nông nghiệp', 'Nông, lâm, ngư nghiệp', 'Nông nghiệp', 'Nông, lâm nghiệp, thủy sản', 'Nông lâm nghiệp'],
  non_agri: ['Phi nông nghiệp', 'Phi NN'],
  industry: ['Công nghiệp - TTCN', 'Công nghiệp, tiểu thủ công nghiệp', 'CN-TTCN', 'Tiểu thủ công nghiệp'],
  construction: ['Xây dựng', 'Xây dựng và sản xuất vật liệu xây dựng'],
  transport: ['Vận tải', 'Giao thông vận tải', 'Vận tải và dịch vụ hỗ trợ vận tải'],
  trade_service: ['Thương mại, dịch vụ', 'Dịch vụ thương mại', 'Thương mại - dịch vụ', 'Thương mại và dịch vụ'],
  environment: ['Môi trường', 'Vệ sinh môi trường', 'Vệ sinh - môi trường'],
  other: ['Dịch vụ khác', 'Ngành nghề khác', 'Khác'],
  credit: ['Quỹ tín dụng nhân dân', 'Quỹ TDND', 'QTDND'],
};

export const sectionTitles = {
  I: 'HỢP TÁC XÃ',
  II: 'LIÊN HIỆP HỢP TÁC XÃ',
  III: 'TỔ HỢP TÁC',
  IV: 'QUỸ HỖ TRỢ PHÁT TRIỂN HTX',
  V: 'CÁN BỘ VÀ TUYÊN TRUYỀN',
};

const capitals = (text: string) => text.toLocaleUpperCase('vi');

export function unaccented(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

export function provinceName({ code, name }: Province, { turn, year }: Style): string {
  const other = year === 2020 ? otherSpelling[code] : undefined;
  if (other) return code === '79' || turn % 2 === 0 ? other : `Liên minh HTX tỉnh ${other}`;
  const city = centralCities.includes(code);
  const office = `Liên minh HTX ${city ? 'thành phố' : 'tỉnh'} ${name.replace('TP. ', '')}`;
  const withKind = city ? name : `tỉnh ${name}`;
  return pick([office, name, office, capitals(name), withKind, capitals(office), unaccented(name)], turn);
}

export function periodName({ turn, year }: Style): string {
  return pick([`Năm ${year}`, `cả năm ${year}`, `${year}`, `${year}-Q4`], turn);
}

export function sectorName(sector: string, turn: number): string {
  return pick(sectorSpellings[sector] ?? [sector], turn);
}

/** The printed label, or one with the same words shortened or written out. */
export function labelName(label: string, turn: number): string {
  const shortened = label.replace('liên hiệp HTX', 'LH HTX').replace('tổ hợp tác', 'THT');
  const inOneWord = label.replace('liên hiệp HTX', 'LHHTX');
  const writtenOut = label.replaceAll('HTX', 'hợp tác xã').replaceAll('THT', 'tổ hợp tác');
  return pick([label, shortened, label, inOneWord, writtenOut], turn);
}
