import { decimal, plain } from '../../schemas/decimal';

/** What a report says of one indicator and sector; numbers as plain decimals, the plan in the same unit. */
export interface Figure {
  readonly code: string;
  readonly sector: string;
  readonly value: string;
  readonly unit: string;
  readonly plan: string | null;
}

/** The report that is written in every form: of Hoà Bình for 2020, on everything that a province reports. */
export const figures: readonly Figure[] = [
  ...sectors('htx.count', 'HTX', { all: 416, agri: 250, non_agri: 146, industry_construction: 60, transport: 22 }),
  ...sectors('htx.count', 'HTX', { trade_service: 40, environment: 14, other: 10, credit: 20 }),
  ...sectors('htx.active', 'HTX', { all: 380, agri: 230, non_agri: 132, credit: 18 }),
  ...sectors('htx.ceased', 'HTX', { all: 36, agri: 20, non_agri: 14, credit: 2 }),
  figure('htx.alliance_member', '361', 'HTX', '370'),
  figure('htx.alliance_member_share', '86.8', '%'),
  figure('htx.new', '13', 'HTX', '25'),
  ...sectors('htx.new', 'HTX', { agri: 13, non_agri: 0 }),
  figure('htx.dissolved', '6', 'HTX'),
  ...sectors('htx.effective', 'HTX', { all: 250, agri: 160, non_agri: 90 }),
  figure('htx.effective_share', '60.1', '%', '62.5'),
  figure('htx.members', '34066', 'người', '35000'),
  ...sectors('htx.members', 'người', { agri: 9983, non_agri: 2810, industry_construction: 1391, transport: 273 }),
  ...sectors('htx.members', 'người', { trade_service: 736, environment: 402, other: 8, credit: 21273 }),
  ...sectors('htx.labour', 'người', { all: 12345, agri: 7000, non_agri: 5000, credit: 345 }),
  figure('htx.charter_capital', '2056.598', 'tỷ đồng', '2100'),
  ...sectors('htx.charter_capital', 'tỷ đồng', { agri: '840.988', non_agri: '1116.359', transport: '132.443' }),
  ...sectors('htx.charter_capital', 'tỷ đồng', { industry_construction: '646.634', trade_service: '302.925' }),
  ...sectors('htx.charter_capital', 'tỷ đồng', { environment: '34.357', credit: '99.251' }),
  figure('htx.revenue_avg', '1756.5', 'triệu đồng'),
  figure('htx.profit_avg', '-120.25', 'triệu đồng'),
  figure('htx.labour_income_avg', '4.3', 'triệu đồng/người/tháng', '5'),
  figure('htx.managers', '1200', 'người'),
  figure('htx.managers_trained', '800', 'người'),
  figure('htx.managers_trained_share', '66.7', '%', '70'),
  ...sectors('lh.count', 'LHHTX', { all: 5, agri: 4, non_agri: 1 }),
  figure('lh.members', '28', 'thành viên'),
  figure('lh.labour', '1120', 'người'),
  figure('lh.charter_capital', '142200', 'triệu đồng', '150000'),
  figure('lh.revenue_avg', '2.5', 'tỷ đồng/năm'),
  ...sectors('tht.count', 'THT', { all: 841, agri: 700, non_agri: 141 }),
  figure('tht.members', '9120', 'thành viên'),
  figure('tht.labour_income_avg', '37', 'triệu đồng/năm'),
  figure('fund.established', '1', 'quỹ'),
  figure('fund.capital', '17546', 'triệu đồng'),
  figure('fund.outstanding', '13.85', 'tỷ đồng'),
  figure('fund.loans', '45', 'dự án'),
  figure('staff.count', '25', 'người'),
  figure('training.classes', '12', 'lớp'),
  figure('training.participants', '1056', 'người'),
];

/** How many đồng one of it is, or đồng a year; what is counted, and a percentage, is its own unit. */
const factors: Readonly<Record<string, string>> = {
  'tỷ đồng': '1000000000',
  'tỷ đồng/năm': '1000000000',
  'triệu đồng': '1000000',
  'triệu đồng/năm': '1000000',
  'triệu đồng/người/tháng': '12000000',
};

function figure(code: string, value: string, unit: string, plan: string | null = null): Figure {
  return { code, sector: 'all', value, unit, plan };
}

function sectors(code: string, unit: string, values: Readonly<Record<string, string | number>>): Figure[] {
  return Object.entries(values).map(([sector, value]) => ({ ...figure(code, String(value), unit), sector }));
}

/** `htx.charter_capital agri actual 840988000000`: what the figures amount to in the base units, sorted. */
export const amounts: readonly string[] = figures
  .flatMap(({ code, sector, unit, value, plan }) =>
    Object.entries({ actual: value, plan }).flatMap(([measure, number]) =>
      number === null ? [] : `${code} ${sector} ${measure} ${plain(decimal(number).times(factors[unit] ?? '1'))}`,
    ),
  )
  .sort();
