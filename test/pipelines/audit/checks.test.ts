import { audit } from '../../../pipelines/audit';
import { readText } from '../../../sources/read';
import { catalogue } from '../take-in';
import { auditText, header, saidOf } from './audited';

test.each<[string, string[], string[]]>([
  [
    '17 ÷ 16 is 106,25 exactly, which rounds away from zero',
    ['lh.new,all,LHHTX,17,1,"106,2%",,'],
    ['lh.new all vs_2019_percent cut 106,2% → 106.3'],
  ],
  ['and is right as 106,3', ['lh.new,all,LHHTX,17,1,"106,3%",,'], []],
  ['a fall of growth', ['htx.new,all,HTX,2.138,-381,"-15,1%",,'], ['htx.new all vs_2019_percent growth -15,1% → 84.9']],
  [
    'a share that was cut',
    [
      'htx.count,all,HTX,25.454,,,,',
      'htx.alliance_member,all,HTX,16.079,,,,',
      'htx.alliance_member_share,all,%,"63,1%",,,,',
    ],
    ['htx.alliance_member_share all actual_2020 cut 63,1% → 63.2'],
  ],
  [
    'a share of a sector',
    ['htx.count,agri,HTX,16.520,,,,', 'htx.effective,agri,HTX,8.260,,,,', 'htx.effective_share,agri,%,"55,0%",,,,'],
    ['htx.effective_share agri actual_2020 wrong 55,0% → 50.0'],
  ],
  [
    'ceased and active make the total',
    ['htx.count,all,HTX,100,,,,', 'htx.active,all,HTX,80,,,,', 'htx.ceased,all,HTX,15,,,,'],
    ['htx.count all actual_2020 sum 100 → 95'],
  ],
  [
    'half a point less rounds away from zero too',
    [
      'htx.count,all,HTX,100,-300,,,',
      'htx.effective,all,HTX,50,-163,,,',
      'htx.effective_share,all,%,"50,0%","-3,2%",,,',
    ],
    ['htx.effective_share all vs_2019_amount cut -3,2% → -3.3'],
  ],
  [
    'a share is known by its counts to more digits than are printed',
    [
      'htx.count,all,HTX,25.454,,,,',
      'htx.effective,all,HTX,14.254,,,,',
      'htx.effective_share,all,%,56%,,,"-20,0%","73,8%"',
    ],
    ['htx.effective_share all vs_plan_percent wrong 73,8% → 73.7'],
  ],
  [
    'but speaks not for a total that is wrong',
    [
      'lh.count,all,LHHTX,1.010,100,"111,1%",,',
      'lh.count,agri,LHHTX,600,,,,',
      'lh.count,non_agri,LHHTX,400,,,,',
      'lh.effective,all,LHHTX,50,,,,',
      'lh.effective_share,all,%,"5,0%",,,,',
    ],
    ['lh.count all actual_2020 sum 1.010 → 1000'],
  ],
  [
    'a base of zero has no percentage',
    ['lh.new,all,LHHTX,17,17,"106,3%",,'],
    ['lh.new all vs_2019_amount wrong 17 → 1'],
  ],
  [
    'a part larger than its whole',
    ['htx.count,all,HTX,100,,,,', 'htx.hitech,all,HTX,120,,,,'],
    ['htx.hitech all actual_2020 wrong 120 → 100'],
  ],
  [
    'two parts larger than their whole',
    ['staff.count,all,người,100,,,,', 'staff.degree,all,người,80,,,,', 'staff.vocational,all,người,40,,,,'],
    ['staff.count all actual_2020 sum 100 → 120'],
  ],
  [
    'a part that was larger than its whole the year before',
    ['htx.count,all,HTX,100,-10,,,', 'htx.hitech,all,HTX,90,-30,,,'],
    ['htx.hitech all vs_2019_amount wrong -30 → -20'],
  ],
  [
    'a plan above 100%',
    ['htx.effective_share,all,%,"56,0%",,,,"50,0%"'],
    ['htx.effective_share all vs_plan_percent growth 50,0% → 150'],
  ],
  [
    'growth where no amount stands beside it',
    ['htx.effective_share,all,%,"56,0%",,"8,6%",,'],
    ['htx.effective_share all vs_2019_percent growth 8,6% → 108.6'],
  ],
  [
    'a share above 100%',
    ['htx.effective_share,all,%,"560,0%",,,,'],
    ['htx.effective_share all actual_2020 wrong 560,0% → 100'],
  ],
  [
    'a share written as a fraction',
    ['htx.effective_share,all,%,"0,56",,,,'],
    ['htx.effective_share all actual_2020 unit 0,56 → 56'],
  ],
  [
    'sectors whose total they exceed, some not printed',
    ['htx.count,all,HTX,100,,,,', 'htx.count,agri,HTX,120,,,,'],
    ['htx.count all actual_2020 sum 100 → 120'],
  ],
  [
    'nothing is said of sectors that are not all printed',
    ['htx.count,all,HTX,100,,,,', 'htx.count,agri,HTX,60,,,,', 'htx.count,non_agri,HTX,30,,,,'],
    [],
  ],
  [
    'the changes of sectors make the total change',
    ['lh.count,all,LHHTX,100,9,,,', 'lh.count,agri,LHHTX,60,5,,,', 'lh.count,non_agri,LHHTX,40,3,,,'],
    ['lh.count all vs_2019_amount sum 9 → 8'],
  ],
  [
    'each level of the tree',
    [
      'htx.count,non_agri,HTX,95,,,,',
      'htx.count,industry_construction,HTX,40,,,,',
      'htx.count,industry,HTX,20,,,,',
      'htx.count,construction,HTX,20,,,,',
      'htx.count,transport,HTX,20,,,,',
      'htx.count,trade_service,HTX,20,,,,',
      'htx.count,environment,HTX,5,,,,',
      'htx.count,other,HTX,5,,,,',
    ],
    ['htx.count non_agri actual_2020 sum 95 → 90'],
  ],
  [
    'sums across units',
    [
      'htx.charter_capital,all,tỷ đồng,"6,5",,,,',
      'htx.charter_capital,agri,triệu đồng,3.000,,,,',
      'htx.charter_capital,non_agri,triệu đồng,2.000,,,,',
      'htx.charter_capital,credit,triệu đồng,1.000,,,,',
    ],
    ['htx.charter_capital all actual_2020 sum 6,5 → 6'],
  ],
  ['an average may fall below zero', ['htx.profit_avg,all,triệu đồng,"-5,0","-15,0",,,'], []],
  ['about so much is nothing to reckon with', ['lh.new,all,LHHTX,~17,1,150%,,'], []],
])('%s', (_, rows, expected) => {
  expect(saidOf(...rows)).toEqual(expected);
});

test('numbers in the other notation are read in it', () => {
  const rows = [
    'htx.count,all,HTX,"25,454",836,103.3%,,',
    'htx.labour_income_avg,all,triệu đồng/năm,51.3,2.5,105.2%,,',
  ];
  expect(saidOf(...rows)).toEqual(['htx.count all vs_2019_percent cut 103.3% → 103.4']);
});

test('a line says what was printed, what was reckoned, how sure it is and what may have happened', () => {
  const rows = [
    'lh.new,all,LHHTX,17,,,-2,85%',
    'staff.count,all,người,1.674,,,,',
    'staff.trained,all,người,1437,,,,',
    'staff.trained_share,all,%,"88,0%",,,,',
  ];
  expect(auditText(`${[header, ...rows].join('\n')}\n`).lines.map(({ message }) => message)).toEqual([
    'lh.new all, vs_plan_percent (dòng 2, cột 8): ghi "85%", tính lại 89,5%; vì 17 ÷ (17 − (-2)) × 100; chắc chắn có một số sai, có lẽ là ô này; nếu ô này đúng thì lh.new vs_plan_amount phải là -3.',
    'staff.trained_share all, actual_2020 (dòng 5, cột 4): ghi "88,0%", tính lại 85,8%; vì 1437 ÷ 1.674 × 100; chắc chắn có một số sai, có lẽ là ô này; nếu ô này đúng thì staff.trained actual_2020 phải là 1.473.',
  ]);
});

describe('what cannot be used is one sentence, and costs the other rows nothing', () => {
  const wrong = 'lh.new,all,LHHTX,17,1,"105,9%",,';
  test.each([
    ['htx.moi,all,HTX,5,,,,', 'dòng 2, cột 1: không có chỉ tiêu "htx.moi"; dòng này không được tính lại'],
    [
      'lh.count,credit,HTX,5,,,,',
      'dòng 2, cột 2: chỉ tiêu lh.count không có lĩnh vực "credit"; dòng này không được tính lại',
    ],
    ['lh.count,all,HTX,nhiều,1,,,', 'dòng 2, cột 4: không đọc được số "nhiều"; ô này không được tính lại'],
    [
      'lh.count,all,tỷ đồng,5,,,,',
      'dòng 2, cột 4: đơn vị không hợp với lh.count (LHHTX) ở "5"; ô này không được tính lại',
    ],
    [
      'lh.count,all,LHHTX,"5,5",,,,',
      'dòng 2, cột 4: lh.count phải là số nguyên, không phải "5,5"; ô này không được tính lại',
    ],
    ['lh.new,all,LHHTX,5,,,,', 'dòng 3, cột 1: lh.new all đã có ở dòng 2, cột 1; dòng này không được tính lại'],
  ])('%s', (row, sentence) => {
    const { lines, unusable } = auditText(`${[header, row, wrong, 'lh.count,agri,LHHTX,5,,,,'].join('\n')}\n`);
    expect(unusable).toEqual([sentence]);
    expect(lines).toHaveLength(row.startsWith('lh.new') ? 0 : 1);
  });

  test('a column', () => {
    const { lines, unusable } = auditText(
      'sector,code,actual_2021,vs_2020_amount,vs_2020_percent\nall,lh.new,17,1,"105,9%"\n',
    );
    expect(unusable).toEqual([
      'thiếu cột printed_unit: những gì phải tính từ cột này không được tính lại',
      'thiếu cột vs_plan_amount: những gì phải tính từ cột này không được tính lại',
      'thiếu cột vs_plan_percent: những gì phải tính từ cột này không được tính lại',
    ]);
    expect(lines.map(({ column, recomputed }) => [column, recomputed])).toEqual([['vs_2020_percent', '106.3']]);
  });

  test('a file that is no printed table is refused', () => {
    const document = readText(Buffer.from('period,area,code\n2020,VN,htx.new\n'));
    if (document.kind === 'refusal') throw new Error(document.sentence);
    expect(audit(document, catalogue)).toEqual({
      kind: 'refusal',
      sentence: expect.stringContaining('phải có dòng tiêu đề code,sector,printed_unit,actual_<năm>'),
    });
  });
});
