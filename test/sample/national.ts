/**
 * The national table for 2020 as it was printed, money in triệu đồng (the printed "44.223.592 tỷ" is really triệu).
 * `change` is the printed amount over 2019; where there is none (or an impossible one) there is no figure for 2019.
 */
import Big from 'big.js';

export interface Indicator {
  code: string;
  section: 'I' | 'II' | 'III' | 'IV' | 'V';
  tt: number;
  label: string;
  unit: string;
  kind: 'count' | 'money' | 'average' | 'share';
  value?: number;
  change?: number | undefined;
  weight?: string;
  of?: { part: string; whole: string };
}
type Place = [code: string, section: Indicator['section'], tt: number, label: string];

const place = ([code, section, tt, label]: Place) => ({ code, section, tt, label });
const count = (at: Place, unit: string, value: number, change?: number): Indicator => ({
  ...place(at),
  unit,
  kind: 'count',
  value,
  change,
});
const money = (at: Place, value: number, change: number): Indicator => ({
  ...place(at),
  unit: 'triệu đồng',
  kind: 'money',
  value,
  change,
});
const average = (at: Place, unit: string, weight: string, value: number, change?: number): Indicator => ({
  ...place(at),
  unit,
  kind: 'average',
  weight,
  value,
  change,
});
const share = (at: Place, part: string, whole: string): Indicator => ({
  ...place(at),
  unit: '%',
  kind: 'share',
  of: { part, whole },
});

const SUPPORTED = 'Số HTX do hệ thống Liên minh HTX hỗ trợ ứng dụng công nghệ cao vào sản xuất gắn với chuỗi giá trị';
const A_YEAR = 'triệu đồng/năm';

export const indicators: Indicator[] = [
  count(['htx.count', 'I', 1, 'Tổng số HTX'], 'HTX', 25454, 836),
  count(['htx.hitech', 'I', 2, 'Số HTX ứng dụng công nghệ cao vào sản xuất'], 'HTX', 1718, 573),
  count(['htx.value_chain', 'I', 3, 'Số HTX sản xuất gắn với chuỗi giá trị'], 'HTX', 3913, 1304),
  count(['htx.supported', 'I', 3, SUPPORTED], 'HTX', 65, 4),
  count(['htx.alliance_member', 'I', 4, 'Số HTX là thành viên Liên minh HTX'], 'HTX', 16079, 1320),
  share(['htx.alliance_member_share', 'I', 4, 'Tỷ lệ %/tổng số HTX'], 'htx.alliance_member', 'htx.count'),
  count(['htx.new', 'I', 5, 'Thành lập mới'], 'HTX', 2138, -381),
  count(['htx.dissolved', 'I', 6, 'Giải thể'], 'HTX', 811, 297),
  count(['htx.effective', 'I', 7, 'Số HTX hoạt động hiệu quả'], 'HTX', 14254, 1271),
  share(['htx.effective_share', 'I', 8, 'Tỷ lệ HTX hoạt động hiệu quả/tổng số HTX'], 'htx.effective', 'htx.count'),
  count(['htx.members', 'I', 9, 'Tổng số thành viên HTX'], 'người', 6560509, 218973),
  count(
    ['htx.members_rural_households', 'I', 9, 'Số hộ cá thể ở địa bàn nông thôn tham gia thành viên HTX'],
    'người',
    5700000,
  ),
  count(['htx.labour', 'I', 10, 'Tổng số lao động trong HTX'], 'người', 2506672, -34025),
  money(['htx.charter_capital', 'I', 11, 'Tổng vốn điều lệ HTX'], 44223592, 9586254),
  average(['htx.revenue_avg', 'I', 12, 'Doanh thu bình quân một HTX'], A_YEAR, 'htx.count', 3600.6, -1002.1),
  average(['htx.profit_avg', 'I', 13, 'Lãi bình quân/HTX'], A_YEAR, 'htx.count', 245.5, -64.5),
  average(
    ['htx.labour_income_avg', 'I', 14, 'Thu nhập bình quân của lao động trong HTX'],
    A_YEAR,
    'htx.labour',
    51.3,
    2.5,
  ),
  count(['htx.managers', 'I', 15, 'Tổng số cán bộ quản lý HTX'], 'người', 102158, 3005),
  count(['htx.managers_trained', 'I', 15, 'Số cán bộ quản lý HTX đã qua đào tạo bồi dưỡng'], 'người', 69254),
  share(
    ['htx.managers_trained_share', 'I', 15, '% so với tổng cán bộ quản lý HTX'],
    'htx.managers_trained',
    'htx.managers',
  ),
  count(
    ['htx.managers_degree', 'I', 15, 'Số cán bộ quản lý HTX đạt trình độ cao đẳng đại học trở lên'],
    'người',
    21200,
  ),
  count(['htx.managers_vocational', 'I', 15, 'Số cán bộ quản lý HTX đạt trình độ sơ trung cấp'], 'người', 48054),
  count(['lh.count', 'II', 1, 'Tổng số liên hiệp HTX'], 'LHHTX', 102, 17),
  count(['lh.hitech', 'II', 2, 'Số liên hiệp HTX ứng dụng công nghệ cao sản xuất gắn với chuỗi giá trị'], 'LHHTX', 5),
  count(['lh.alliance_member', 'II', 3, 'Số liên hiệp HTX là thành viên Liên minh HTX'], 'LHHTX', 102),
  share(['lh.alliance_member_share', 'II', 3, 'Tỷ lệ %/tổng số liên hiệp HTX'], 'lh.alliance_member', 'lh.count'),
  count(['lh.new', 'II', 4, 'Số thành lập mới'], 'LHHTX', 17, 1),
  count(['lh.dissolved', 'II', 5, 'Số giải thể'], 'LHHTX', 6, -5),
  count(['lh.effective', 'II', 6, 'Số hoạt động hiệu quả'], 'LHHTX', 53),
  share(['lh.effective_share', 'II', 6, '% số hoạt động hiệu quả'], 'lh.effective', 'lh.count'),
  count(['lh.members', 'II', 7, 'Tổng số thành viên'], 'thành viên', 636, 137),
  count(['lh.labour', 'II', 8, 'Tổng số lao động trong liên hiệp HTX'], 'người', 22092, 4883),
  money(['lh.assets', 'II', 9, 'Tổng giá trị tài sản liên hiệp HTX'], 733813, 123552),
  average(['lh.revenue_avg', 'II', 10, 'Doanh thu bình quân một liên hiệp HTX'], 'tỷ đồng/năm', 'lh.count', 13.2, 3.0),
  average(['lh.profit_avg', 'II', 11, 'Lãi bình quân một liên hiệp HTX'], A_YEAR, 'lh.count', 568.4, 176),
  count(['tht.count', 'III', 1, 'Tổng số tổ hợp tác'], 'THT', 119399, 2000),
  count(['tht.registered', 'III', 4, 'Số THT có đăng ký thành lập'], 'THT', 39696),
  count(['tht.new', 'III', 5, 'Số thành lập mới'], 'THT', 3000),
  count(['tht.members', 'III', 8, 'Tổng số thành viên'], 'thành viên', 1665271),
  count(['tht.labour', 'III', 9, 'Tổng số lao động trong THT'], 'người', 1091015),
  average(['tht.revenue_avg', 'III', 10, 'Doanh thu bình quân một THT'], A_YEAR, 'tht.count', 512),
  average(['tht.profit_avg', 'III', 11, 'Lãi bình quân một THT'], A_YEAR, 'tht.count', 84.5),
  count(['fund.established', 'IV', 1, 'Thành lập Quỹ Hỗ trợ phát triển HTX địa phương'], 'quỹ', 55, 2),
  average(
    ['staff.outreach_share', 'V', 1, 'Tỷ lệ HTX liên hiệp HTX THT được tuyên truyền phổ biến'],
    '%',
    'htx.count',
    100,
  ),
  count(['staff.count', 'V', 2, 'Tổng số cán bộ hệ thống Liên minh HTX'], 'người', 1674),
  count(['staff.trained', 'V', 2, 'Số cán bộ đã qua đào tạo bồi dưỡng theo vị trí việc làm'], 'người', 1437),
  share(['staff.trained_share', 'V', 2, '% so với tổng số cán bộ hệ thống'], 'staff.trained', 'staff.count'),
  count(['staff.degree', 'V', 2, 'Số cán bộ đạt trình độ cao đẳng đại học trở lên'], 'người', 1437),
  count(['staff.vocational', 'V', 2, 'Số cán bộ đạt trình độ sơ trung cấp'], 'người', 237),
];

/** The printed breakdowns of 2020 by sector, keyed `code/sector`; 2019 has none. */
export const sectorFigures: Record<string, number> = {
  'htx.count/agri': 16520,
  'htx.count/industry': 2250,
  'htx.count/construction': 1075,
  'htx.count/transport': 1700,
  'htx.count/trade_service': 1802,
  'htx.count/environment': 519,
  'htx.count/other': 400,
  'htx.count/credit': 1188,
  'lh.count/agri': 57,
  'lh.count/non_agri': 45,
  'tht.count/agri': 50768,
  'tht.count/non_agri': 68613,
};

export const years = [2019, 2020] as const;
export type Year = (typeof years)[number];

/** The national figure of a year, or undefined where the table has none; 2019 is 2020 less the printed change. */
export function national(key: string, year: Year): number | undefined {
  const indicator = indicators.find(({ code }) => code === key);
  if (year === 2020) return indicator?.value ?? sectorFigures[key];
  if (indicator?.value === undefined || indicator.change === undefined) return undefined;
  return Big(indicator.value).minus(indicator.change).toNumber();
}

/** The decimals that an average is printed with. */
export function printedDecimals(code: string): number {
  return String(national(code, 2020)).split('.')[1]?.length ?? 0;
}
