import * as fc from 'fast-check';
import { loadCatalogue } from '../../config/catalogue';
import { prepare } from '../../pipelines/ingest';
import { noEarlier } from '../../pipelines/normalise/report';
import type { IndicatorCode, SectorCode } from '../../schemas/codes';
import { decimal } from '../../schemas/decimal';
import type { Period } from '../../schemas/period';
import { Quantity, type Unit } from '../../schemas/quantity';
import type { Earlier, PreparedSubmission } from '../../schemas/submission';
import { vietnameseNumber } from '../../schemas/vietnamese';
import { readFile } from '../../sources/read';

/** What became of the numbers that read two ways, in reports of which the truth is known. */
export interface Shares {
  reports: number;
  numbers: number;
  settled: number;
  /** Read rightly, and said to be looked at. */
  confirm: number;
  /** Not loaded, and asked about. */
  held: number;
  /** Loaded wrongly with a finding. */
  doubted: number;
  /** Loaded wrongly without a word. */
  silent: number;
  examples: string[];
}

const catalogue = loadCatalogue();
const million: Unit<'money'> = { name: 'triệu đồng', dimension: 'money', factor: decimal('1000000') };
const billion: Unit<'money'> = { name: 'tỷ đồng', dimension: 'money', factor: decimal('1000000000') };

const report = fc.record({
  cooperatives: fc.integer({ min: 40, max: 900 }),
  /** Of one cooperative, in triệu, as are the other amounts. */
  capital: fc.integer({ min: 150, max: 9000 }),
  agri: fc.integer({ min: 50, max: 600 }),
  nonAgri: fc.integer({ min: 50, max: 350 }),
  fund: fc.integer({ min: 900, max: 250_000 }),
  revenue: fc.integer({ min: 300, max: 9000 }),
  notation: fc.constantFrom('vi', 'en'),
  unit: fc.constantFrom(million, billion),
  /** What else stands in the report, or was reported before, that can tell how a number is written. */
  counts: fc.boolean(),
  sectors: fc.boolean(),
  shares: fc.boolean(),
  large: fc.boolean(),
  before: fc.boolean(),
  growth: fc.integer({ min: 70, max: 140 }),
  /** Which money cell is in the other notation; in most reports none. */
  slip: fc.integer({ min: 0, max: 17 }),
});
type Report = typeof report extends fc.Arbitrary<infer T> ? T : never;

interface Line {
  readonly code: string;
  readonly label: string;
  readonly sector: string;
  readonly value: number;
  readonly isMoney: boolean;
  readonly share: string;
}

const sectorNames: Readonly<Record<string, string>> = {
  agri: 'Nông nghiệp',
  non_agri: 'Phi nông nghiệp',
  credit: 'Quỹ TDND',
};

function linesOf(one: Report): Line[] {
  const total = one.cooperatives * one.capital;
  const agri = Math.round((total * one.agri) / 1000);
  const nonAgri = Math.round((total * one.nonAgri) / 1000);
  const line = (code: string, label: string, value: number, isMoney = true, sector = 'all'): Line => ({
    code,
    label,
    sector,
    value,
    isMoney,
    share: sector === 'all' || !one.shares ? '' : `${Math.round((100 * value) / total)}%`,
  });
  const capital = (sector: string, value: number) =>
    line('htx.charter_capital', sectorNames[sector] ?? 'Tổng vốn điều lệ HTX', value, true, sector);
  const parts = [capital('agri', agri), capital('non_agri', nonAgri), capital('credit', total - agri - nonAgri)];
  return [
    ...(one.counts ? [line('htx.count', 'Tổng số HTX', one.cooperatives, false)] : []),
    ...(one.large ? [line('htx.managers', 'Tổng số cán bộ quản lý HTX', 1000 + 4 * one.cooperatives, false)] : []),
    capital('all', total),
    ...(one.sectors ? parts : []),
    line('htx.revenue_avg', 'Doanh thu bình quân một HTX', one.revenue),
    line('fund.capital', 'Tổng nguồn vốn Quỹ', one.fund),
  ];
}

function csvOf(one: Report, lines: readonly Line[]): string {
  const slip = lines.filter(({ isMoney }) => isMoney)[one.slip];
  const rows = lines.map((line) => {
    const plain = line.isMoney ? Quantity.of(decimal(String(line.value)), million).in(one.unit) : String(line.value);
    const vi = vietnameseNumber(plain);
    const isVietnamese = (one.notation === 'vi') !== (line === slip);
    const value = isVietnamese ? vi : vi.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
    const mark = line.sector === 'all' ? '1' : '-';
    return [mark, line.label, line.isMoney ? one.unit.name : '', value, line.share].join(';');
  });
  const head = ['Đơn vị báo cáo;Bắc Giang', 'Kỳ báo cáo;Năm 2020', 'TT;Chỉ tiêu;ĐVT;Thực hiện;Tỷ trọng'];
  return [...head, ...rows, ''].join('\n');
}

/** The same figures of the year before, grown or shrunk a little. */
function earlierOf(one: Report, lines: readonly Line[]): Earlier {
  const figures = (one.before ? lines : []).map(({ code, sector, value, isMoney }) => {
    const { unit } = catalogue.indicators.get(code as IndicatorCode) as { unit: Unit };
    const amount = decimal(String(Math.round((value * one.growth) / 100)));
    return {
      code: code as IndicatorCode,
      sector: sector as SectorCode,
      period: '2019-Q4' as Period,
      amount: Quantity.of(amount, isMoney ? { ...million, dimension: unit.dimension } : unit),
    };
  });
  return { ...noEarlier, figures };
}

const readsTwoWays = (text: string) => /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);

export async function notationShares(count: number): Promise<Shares> {
  const shares: Shares = {
    reports: count,
    numbers: 0,
    settled: 0,
    confirm: 0,
    held: 0,
    doubted: 0,
    silent: 0,
    examples: [],
  };
  for (const one of fc.sample(report, { seed: 20201231, numRuns: count })) {
    const lines = linesOf(one);
    const text = csvOf(one, lines);
    const [read] = await prepare(
      Buffer.from(text),
      {},
      {
        catalogue,
        read: readFile,
        earlier: async () => earlierOf(one, lines),
      },
    );
    if (read?.kind === 'prepared') tally(read, lines, text, shares);
    else if (read !== undefined) shares.held += lines.filter(({ isMoney }) => isMoney).length;
  }
  return shares;
}

function tally(read: PreparedSubmission, lines: readonly Line[], text: string, shares: Shares): void {
  const written = text.split('\n').slice(3);
  for (const [index, line] of lines.entries()) {
    const cell = written[index]?.split(';')[3] ?? '';
    if (!line.isMoney || !readsTwoWays(cell)) continue;
    shares.numbers += 1;
    const row = index + 4;
    const asked = read.findings.some(
      ({ rule, at, message }) =>
        /^(notation|unit)\./.test(rule) &&
        ((at !== null && 'row' in at && at.row === row) || message.includes(`dòng ${row}, cột 4`)),
    );
    const loaded = read.observations.find(({ code, sector }) => code === line.code && sector === line.sector);
    const right = loaded?.amount.inBase() === decimal(String(line.value)).times(million.factor).toFixed();
    if (loaded === undefined) shares.held += 1;
    else if (right) shares[asked ? 'confirm' : 'settled'] += 1;
    else if (asked) shares.doubted += 1;
    else {
      shares.silent += 1;
      if (shares.examples.length < 3) shares.examples.push(`${text}→ ${line.code} ${line.sector} "${cell}"`);
    }
  }
}
