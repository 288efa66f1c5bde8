import { parse } from 'csv-parse/sync';
import type { Pool } from 'pg';
import { markedCopy } from '../../jobs/commands/annotate';
import { type ResolveOptions, takeDecision } from '../../jobs/commands/resolve';
import { type FindingRecord, openFindings } from '../../sinks/warehouse/findings';
import type { Verdict } from '../../sinks/warehouse/resolve';
import { annex } from '../pipelines/take-in';
import { catalogue, submitted, testWarehouse, tick } from '../setup/warehouse';

let pool: Pool;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
});
afterAll(() => drop());

const withShare = 'code;sector;unit;value;share';
const of = { province: '63/24', period: '2020-Q4' };

/** The report that the lines make, each time another one, and what is found in it by the rule. */
async function found(rule: string, ...lines: readonly string[]): Promise<readonly FindingRecord[]> {
  await submitted(pool, annex(lines));
  const open = await openFindings(pool, of);
  return open.filter((each) => each.rule === rule);
}

async function one(rule: string, ...lines: readonly string[]): Promise<FindingRecord> {
  const [only, other] = await found(rule, ...lines);
  if (only === undefined || other !== undefined) throw new Error(`not one ${rule}`);
  return only;
}

const decided = async (
  { id: finding }: Pick<FindingRecord, 'id'>,
  verdict: Verdict,
  more: Partial<ResolveOptions> = {},
) =>
  (await takeDecision({ pool, catalogue }, { finding, verdict, by: 'Lan', why: 'đã gọi hỏi', ...more }, tick())).text;

/** What stands now of an indicator: `all actual 44223.592`, in its unit. */
async function stands(code: string): Promise<string[]> {
  const { rows } = await pool.query<{ sector: string; measure: string; value: string }>(
    `select distinct on (sector, measure) sector, measure, case when rejected then 'bỏ' else value_base::text end as value
     from observation
     where code = $1 and province = '63/24' and period = '2020-Q4' and known_until = 'infinity'
       and exists (select from standing where standing.submission = observation.submission and standing.known_until = 'infinity')
     order by sector, measure, form`,
    [code],
  );
  const factor = BigInt(catalogue.indicators.get(code as never)?.unit.factor.toFixed() ?? '1');
  return rows.map(({ sector, measure, value }) => {
    const number = value === 'bỏ' ? value : String(Number((BigInt(value) * 1000n) / factor) / 1000);
    return `${sector} ${measure} ${number}`;
  });
}

describe('a wrong unit of several cells', () => {
  const slipped = [
    '1;Tổng số HTX;HTX;25.454',
    '-;Nông nghiệp;HTX;16.520',
    '2;Tổng vốn điều lệ HTX;tỷ đồng;44.223.592',
    '-;Nông nghiệp;tỷ đồng;20.223.592',
  ];
  const [asWritten, mended] = [
    ['agri actual 20223592', 'all actual 44223592'],
    ['agri actual 20223.592', 'all actual 44223.592'],
  ];

  test('is corrected, kept, rejected and taken back in all of them', async () => {
    const finding = await one('unit.contradicted', ...slipped);
    expect(finding.others).toEqual({
      wrong: 'all',
      cells: [
        {
          ...{ code: 'htx.charter_capital', sector: 'agri', locator: 'row 7, column 4', raw: '20.223.592' },
          proposal: { value: '20223.592', unit: 'tỷ đồng', because: 'như ở dòng 6, cột 4' },
        },
      ],
    });
    expect(await stands('htx.charter_capital')).toEqual(asWritten);
    expect(await decided(finding, 'correct')).toBe(
      `${finding.id}: chữa 2 ô, ô đầu thành 44.223,592 tỷ đồng (trong tệp: "44.223.592")`,
    );
    expect(await stands('htx.charter_capital')).toEqual(mended);
    expect(await decided(finding, 'undo')).toContain('đã bỏ quyết định trước');
    expect(await stands('htx.charter_capital')).toEqual(asWritten);
    expect(await decided(finding, 'correct', { unit: 'triệu đồng' })).toContain('ô đầu thành 44.223.592 triệu đồng');
    expect(await stands('htx.charter_capital')).toEqual(mended);
    expect(await decided(finding, 'reject')).toBe(`${finding.id}: không dùng số liệu của 2 ô`);
    expect(await stands('htx.charter_capital')).toEqual(['agri actual bỏ', 'all actual bỏ']);
    expect(await decided(finding, 'keep')).toBe(`${finding.id}: giữ nguyên số liệu của 2 ô`);
    expect(await stands('htx.charter_capital')).toEqual(asWritten);
  });

  test('one value is none for several: the cell is named, and the others stay as they are', async () => {
    const finding = await one('unit.contradicted', ...slipped.with(0, '1;Tổng số HTX;HTX;25.455'));
    await expect(decided(finding, 'correct', { value: '44 tỷ đồng' })).rejects.toThrow(
      'điểm này nói về 2 ô; hãy ghi ô nào bằng --cell (chẳng hạn --cell "dòng 6, cột 4")',
    );
    await expect(decided(finding, 'correct', { cell: 'D9' })).rejects.toThrow(
      '--cell D9: điểm này nói về dòng 6, cột 4; dòng 7, cột 4',
    );
    expect(await decided(finding, 'correct', { value: '20.300,5 tỷ đồng', cell: 'row 7, column 4' })).toContain(
      'thành 20.300,5 tỷ đồng (trong tệp: "20.223.592"); 1 ô khác của điểm này vẫn như đang dùng',
    );
    expect(await stands('htx.charter_capital')).toEqual(['agri actual 20300.5', 'all actual 44223592']);
  });
});

test('figures without a unit are loaded by one decision, where each number reads in one way', async () => {
  const lines = [
    'I;HỢP TÁC XÃ',
    '1;Tổng số HTX;HTX;869',
    '1;Tổng vốn điều lệ HTX;;142.200,5',
    '-;Nông nghiệp;;40.100,25',
    'IV;QUỸ HỖ TRỢ PHÁT TRIỂN HTX',
    '4;Tổng nguồn vốn Quỹ;;17.546',
  ];
  const finding = await one('unit.missing', ...lines.slice(0, 4));
  expect(await stands('htx.charter_capital')).toEqual([]);
  await expect(decided(finding, 'correct')).rejects.toThrow('hoặc đơn vị đúng bằng --unit');
  expect(await decided(finding, 'correct', { unit: 'triệu đồng' })).toContain('chữa 2 ô');
  expect(await stands('htx.charter_capital')).toEqual(['agri actual 40.1', 'all actual 142.2']);
  const unclear = await one('unit.missing', ...lines);
  await expect(decided(unclear, 'correct', { unit: 'triệu đồng' })).rejects.toThrow(
    'không rõ số "17.546" (dòng 9, cột 4)',
  );
  expect(await stands('fund.capital')).toEqual([]);
});

test('numbers that stand one line off are all corrected by one decision', async () => {
  const values = ['9.983', '2.810', '2.810', '640', '1.170', '455', '21.273'];
  const shares = ['29,3%', '8,2%', '1,9%', '3,4%', '1,3%', '1,6%', '62,4%'];
  const sectors = ['agri', 'non_agri', 'industry', 'trade_service', 'transport', 'other', 'credit'];
  const lines = values.map((value, at) => `htx.members;${sectors[at]};người;${value};${shares[at]}`);
  await submitted(pool, annex(['htx.members;all;người;34.066;', ...lines], withShare));
  const [finding] = (await openFindings(pool, of)).filter(({ rule }) => rule === 'rows.shifted');
  expect(await decided(finding as FindingRecord, 'correct')).toContain(
    'chữa 3 ô, ô đầu thành 640 người (trong tệp: "2.810"); chưa có đề xuất cho dòng 10, cột 4: hãy ghi riêng bằng --cell và --value',
  );
  expect((await openFindings(pool, of)).find(({ id }) => id === finding?.id)?.status).toBe('open');
  await decided(finding as FindingRecord, 'correct', { value: '545', cell: 'dòng 10, cột 4' });
  expect(await stands('htx.members')).toEqual([
    ...['agri actual 9983', 'all actual 34066', 'credit actual 21273', 'industry actual 640'],
    ...['non_agri actual 2810', 'other actual 545', 'trade_service actual 1170', 'transport actual 455'],
  ]);
});

test('a planned figure that was not loaded is corrected as the plan that it is', async () => {
  const finding = await one('number.unreadable', 'I;HỢP TÁC XÃ', '4;Giải thể;HTX;6;chín');
  await decided(finding, 'correct', { value: '9' });
  expect(await stands('htx.dissolved')).toEqual(['all actual 6', 'all plan 9']);
});

test('a comparison that is stated is no figure: nothing can be corrected by it', async () => {
  const lines = ['htx.count;all;HTX;416;', 'htx.count;agri;HTX;250;60,1%', 'htx.count;credit;HTX;20;48,1%'];
  await submitted(pool, annex(lines, withShare));
  const [finding] = (await openFindings(pool, of)).filter(({ raw }) => raw === '48,1%');
  await expect(decided(finding as FindingRecord, 'correct')).rejects.toThrow('một số so sánh ghi kèm');
  await decided(finding as FindingRecord, 'reject');
  expect(await stands('htx.count')).toEqual(['agri actual 250', 'all actual 416', 'credit actual 20']);
});

test('of a wrong unit every cell is marked in the copy, with what it should be', async () => {
  const finding = await one(
    'unit.contradicted',
    ...['1;Tổng số HTX;HTX;25.454', '2;Tổng vốn điều lệ HTX;tỷ đồng;44.223.592', '-;Nông nghiệp;tỷ đồng;20.223.592'],
  );
  const open = { pool, catalogue, schema: 'tonghop', id: '', close: async () => {} };
  const { content } = await markedCopy(open as never, [of], 'copy.csv');
  const rows = parse(content, { delimiter: ';', bom: true, relax_column_count: true }) as string[][];
  expect(rows.at(-2)?.slice(-2)).toEqual([
    expect.stringContaining(finding.message),
    expect.stringContaining('44.223,592 tỷ đồng'),
  ]);
  expect(rows.at(-1)?.slice(-2)).toEqual([
    'cột D (Thực hiện) "20.223.592": Cùng nguyên nhân với dòng 5, cột 4.',
    'cột D (Thực hiện) "20.223.592": sửa thành 20.223,592 tỷ đồng (như ở dòng 5, cột 4)',
  ]);
});

test('of a register every sector that is summed from a column with a wrong unit is corrected', async () => {
  const sectors = ['Nông nghiệp', 'Nông nghiệp', 'Nông nghiệp', 'Vận tải', 'Vận tải', 'Vận tải'];
  const lines = sectors.map((sector, at) => `${at + 1};HTX số ${at + 1};HTX;${sector};đang hoạt động;${at + 1}.500,5`);
  const head = ['Mẫu;B02', 'Đơn vị báo cáo;Bắc Giang', 'Kỳ báo cáo;Năm 2020'];
  const header = 'STT;Tên HTX;Loại hình;Lĩnh vực;Tình trạng;Vốn điều lệ (tỷ đồng)';
  await submitted(pool, [...head, header, ...lines, ''].join('\n'));
  const found = await openFindings(pool, of);
  const finding = found.find(({ rule, raw }) => rule === 'unit.contradicted' && raw === 'Vốn điều lệ (tỷ đồng)');
  expect(finding?.message).toContain('Cũng vậy với 3 số khác cộng từ cột này.');
  expect(await decided(finding as FindingRecord, 'correct')).toContain('chữa 4 ô');
  const { rows } = await pool.query(
    `select sector, value_base from observation
     where submission = $1 and form like '=%' and code = 'htx.charter_capital' and known_until = 'infinity' order by sector`,
    [finding?.id.replace(/-\d+$/, '')],
  );
  expect(rows).toEqual([
    { sector: 'agri', value_base: '7501500000' },
    { sector: 'all', value_base: '24003000000' },
    { sector: 'non_agri', value_base: '16501500000' },
    { sector: 'transport', value_base: '16501500000' },
  ]);
});

test('of several figures one of which is wrong, one is named, and becomes what the others say', async () => {
  const lines = ['1;Tổng số HTX;HTX;904', '-;Nông nghiệp;HTX;700', '-;Phi nông nghiệp;HTX;20', '-;Quỹ TDND;HTX;154'];
  const finding = await one('figures.contradicted', ...lines);
  await expect(decided(finding, 'reject')).rejects.toThrow('điểm này nói về 4 ô; hãy ghi ô nào bằng --cell');
  expect(await decided(finding, 'correct', { cell: 'dòng 7, cột 4' })).toContain(
    'chữa thành 184 HTX (trong tệp: "154")',
  );
  expect(await stands('htx.count')).toEqual(
    expect.arrayContaining(['agri actual 700', 'all actual 904', 'credit actual 184']),
  );
});
