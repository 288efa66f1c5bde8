import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPlan } from '../../pipelines/plan';
import type { Document, Refusal } from '../../schemas/cell';
import { readFile, readText } from '../../sources/read';
import { catalogue } from './take-in';
import { workbook } from './workbook';

const plan = (text: string) => planIn(readText(Buffer.from(text)));
function planIn(document: Document | Refusal) {
  if (document.kind === 'refusal') throw new Error(document.sentence);
  const read = readPlan(document, catalogue);
  if ('sentence' in read) return { lines: [], refused: [read.sentence] };
  const lines = read.lines.map(({ year, area, code, sector, amount }) => {
    const unit = catalogue.indicators.get(code)?.unit;
    return `${year} ${area} ${code} ${sector} ${unit && amount.in(unit)} ${unit?.name}`;
  });
  return { lines, refused: read.refused };
}
const header = 'period,area,code,sector,unit,plan\n';

test('the plan for 2020, as it was published', () => {
  const file = readFileSync(path.join(__dirname, '..', '..', 'config', 'sample', 'plan-2020.csv'), 'utf8');
  expect(plan(file)).toEqual({
    lines: [
      '2020 VN htx.new all 2500 HTX',
      '2020 VN lh.new all 20 LHHTX',
      '2020 VN tht.new all 5000 THT',
      '2020 VN htx.supported all 63 HTX',
      '2020 VN htx.members all 7558684 người',
      '2020 VN htx.effective_share all 60 %',
      '2020 VN htx.managers_trained_share all 70 %',
      '2020 VN fund.established all 63 quỹ',
    ],
    refused: [],
  });
});

test.each([
  ['2021,24,htx.new,,HTX,50', '2021 63/24 htx.new all 50 HTX'],
  ['2021-H1,Bắc Giang,htx.new,agri,,27', '2021 63/24 htx.new agri 27 HTX'],
  ['2026,24,htx.new,all,HTX,50', '2026 34/24 htx.new all 50 HTX'],
  ['2020,VN,htx.new,all,HTX,2.500', '2020 VN htx.new all 2500 HTX'],
  ['2020,VN,htx.members,all,nghìn người,"7.558,684"', '2020 VN htx.members all 7558684 người'],
  ['2020,VN,htx.charter_capital,all,triệu đồng,1 056 714', '2020 VN htx.charter_capital all 1056.714 tỷ đồng'],
  ['2020,VN,htx.charter_capital,all,triệu đồng,17 tỷ 546 triệu đồng', '2020 VN htx.charter_capital all 17.546 tỷ đồng'],
  ['2020,VN,htx.labour_income_avg,all,triệu đồng/tháng,5', '2020 VN htx.labour_income_avg all 60 triệu đồng/năm'],
])('%s', (line, understood) => {
  expect(plan(`${header}${line}\n`)).toEqual({ lines: [understood], refused: [] });
});

test.each([
  ['20,VN,htx.new,all,HTX,5', 'dòng 2, cột 1: không hiểu kỳ "20"'],
  ['2020,vn,htx.new,all,HTX,5', 'dòng 2, cột 2: không có tỉnh, thành phố "vn"'],
  ['2026,27,htx.new,all,HTX,5', 'dòng 2, cột 2: không có tỉnh, thành phố "27"'],
  ['2020,VN,htx.moi,all,HTX,5', 'dòng 2, cột 3: không có chỉ tiêu "htx.moi"'],
  ['2020,VN,htx.new,credit,HTX,5', 'dòng 2, cột 4: chỉ tiêu htx.new không có lĩnh vực "credit"'],
  ['2020,VN,htx.new,all,tỷ,5', 'dòng 2, cột 5: đơn vị không hợp với htx.new (HTX) "tỷ"'],
  ['2020,VN,htx.new,all,HTX,', 'dòng 2, cột 6: không đọc được số ""'],
  ['2020,VN,htx.new,all,HTX,nhiều', 'dòng 2, cột 6: không đọc được số "nhiều"'],
  ['2020,VN,htx.new,all,HTX,"2500,5"', 'dòng 2, cột 6: htx.new phải là số nguyên, không phải "2500,5"'],
  ['2020,VN,htx.new,all,HTX,-5', 'dòng 2, cột 6: htx.new không thể âm "-5"'],
  ['2020,VN,htx.charter_capital,all,tỷ,34.357', 'dòng 2, cột 6: số này đọc được hai cách; hãy ghi lại cho rõ "34.357"'],
  [
    '2020,VN,htx.members,all,nghìn người,34.357',
    'dòng 2, cột 6: số này đọc được hai cách; hãy ghi lại cho rõ "34.357"',
  ],
  ['2020,VN,htx.new,all,HTX,2,500', 'dòng 2, cột 7: dòng có nhiều ô hơn tiêu đề'],
])('a line that cannot be used is named, and the others are: %s', (line, said) => {
  const { lines, refused } = plan(`${header}${line}\n\n2020,VN,lh.new,all,LHHTX,20\n`);
  expect(lines).toEqual(['2020 VN lh.new all 20 LHHTX']);
  expect(refused).toEqual([expect.stringContaining(said)]);
});

test('columns are found by their names; without them the file is refused', () => {
  expect(plan('Plan,note,Unit,Sector,Code,Area,Period\n5,x,HTX,all,htx.new,VN,2020\n').lines).toEqual([
    '2020 VN htx.new all 5 HTX',
  ]);
  expect(plan('period,area,code,value\n2020,VN,htx.new,5\n').refused).toEqual([
    expect.stringContaining('thiếu sector, unit, plan'),
  ]);
  expect(plan('{"period":"2020"}').refused).toEqual([expect.stringContaining('phải có dòng tiêu đề')]);
});

test('it may stand on any sheet of a workbook; what its cells do not surely say is not taken', async () => {
  const rows = [
    [],
    ['period', 'area', 'code', 'sector', 'unit', 'plan'],
    [2020, 'VN', 'htx.new', 'all', 'HTX', 2500],
    [2020, '01', 'htx.effective_share', 'all', null, 0.6],
    [2020, 'VN', 'htx.charter_capital', 'all', 'triệu đồng', 2056598],
    [2020, 'VN', 'tht.new', 'all', 'THT', { formula: 'F3*2', result: undefined as never }],
  ];
  const document = await readFile(
    await workbook({ Bìa: [['Kế hoạch']], 'Kế hoạch': rows }, (sheet) => {
      sheet.getCell('F4').numFmt = '0%';
      sheet.getCell('F5').numFmt = '#,##0,';
    }),
  );
  const read = planIn(document);
  expect(read.lines).toEqual(['2020 VN htx.new all 2500 HTX', '2020 63/01 htx.effective_share all 60 %']);
  expect(read.refused).toEqual([
    expect.stringContaining('ô F5 trang "Kế hoạch"'),
    expect.stringContaining('ô F6 trang "Kế hoạch"'),
  ]);
});

test('what is said twice alike is one line; of differing ones none is preferred', () => {
  const { lines, refused } = plan(
    `${header}2020,VN,htx.new,all,HTX,5\n2020-Q1,VN,htx.new,all,HTX,05\n2020,VN,lh.new,all,LHHTX,2\n2020,VN,lh.new,all,LHHTX,3\n`,
  );
  expect(lines).toEqual(['2020 VN htx.new all 5 HTX']);
  expect(refused).toEqual([
    expect.stringMatching(/^lh\.new của cả nước .*"2" \(dòng 4, cột 6\) và "3" \(dòng 5, cột 6\)/),
  ]);
});
