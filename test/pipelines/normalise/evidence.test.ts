import { prepare } from '../../../pipelines/ingest';
import type { Finding } from '../../../schemas/finding';
import { readFile } from '../../../sources/read';
import { before } from '../rules/checked';
import { annex, catalogue, findings, lines, report } from '../take-in';

/** What is said of units, for a province that had said something before. */
async function unitsIn(rows: readonly string[], ...earlier: string[]): Promise<readonly Finding[]> {
  const ports = { catalogue, read: readFile, earlier: async () => before('2019-Q4', earlier) };
  const [read] = await prepare(Buffer.from(annex(rows, header)), {}, ports);
  return read?.kind === 'prepared' ? read.findings.filter(({ rule }) => rule === 'unit.contradicted') : [];
}

/** What settles `34.357`, from the widest scope to the cell. */
const header = 'TT;Chỉ tiêu;ĐVT;Thực hiện;Kế hoạch;% so với kế hoạch;So với năm trước;% so với năm trước;Tỷ trọng';
const table = (...rows: string[]) => report(annex(['I;HỢP TÁC XÃ', ...rows], header));
const choice = (read: ReturnType<typeof table>, code: string, measure = 'actual') =>
  read.observations.find((each) => each.code === code && each.measure === measure)?.choice;

describe('the numbers around', () => {
  test('a file of one notation decides its doubtful numbers, and says by how many', () => {
    const read = table(
      '1;Tổng số cán bộ quản lý HTX;người;1.056.714',
      '2;Số dự án;dự án;1',
      '3;Tổng vốn điều lệ HTX;tỷ đồng;34,357',
    );
    expect(choice(read, 'htx.charter_capital')).toEqual({
      notation: 'vi',
      scope: 'file',
      because: 'theo cách viết của 1 số khác trong tệp',
    });
  });

  test('where columns differ, each column decides its own', () => {
    const read = table(
      '1;Tổng số cán bộ quản lý HTX;người;1.056.714;1,100,000',
      '2;Tổng vốn điều lệ HTX;tỷ đồng;',
      '-;Vận tải;tỷ đồng;34,357;34,357',
    );
    expect(lines(read)).toContain('htx.charter_capital transport actual 34.357 tỷ đồng');
    expect(lines(read)).toContain('htx.charter_capital transport plan 34357 tỷ đồng');
    expect(choice(read, 'htx.charter_capital', 'plan')?.scope).toBe('column');
    expect(findings(read).filter((each) => each.startsWith('notation'))).toEqual([]);
  });

  test('one number in the other notation among many: read by the many, and said once', () => {
    const sectors = ['Nông nghiệp', 'Phi nông nghiệp', 'Vận tải', 'Xây dựng', 'Môi trường', 'Quỹ TDND'];
    const rows = (label: string) => [`2;${label};người;`, ...sectors.map((sector) => `-;${sector};người;1.437`)];
    const read = table(
      '1;Tổng số cán bộ quản lý HTX;người;1,056',
      ...rows('Tổng số thành viên HTX'),
      ...rows('Tổng số lao động trong HTX'),
      '3;Tổng vốn điều lệ HTX;tỷ đồng;34,357',
    );
    expect(lines(read)).toContain('htx.charter_capital all actual 34.357 tỷ đồng');
    expect(findings(read).filter((each) => each.startsWith('notation'))).toEqual([
      'notation.mixed warning at row 20, column 4: 34,357',
    ]);
    expect(read.findings.find(({ rule }) => rule === 'notation.mixed')?.message).toContain('"1,056" (dòng 5, cột 4)');
  });
});

describe('what the line itself states', () => {
  test('a share of the whole', () => {
    const read = table(
      '1;Tổng vốn điều lệ HTX;triệu đồng;1056714',
      '-;Nông nghiệp;triệu đồng;478.756;;;;;45,3%',
      '-;Môi trường;triệu đồng;11.400;;;;;0,0%',
    );
    expect(lines(read)).toContain('htx.charter_capital agri actual 478.756 tỷ đồng');
    // The decimal comma of the shares says how the file is written; against it stands a share that fits the other reading only.
    expect(lines(read)).toContain('htx.charter_capital environment actual 0.0114 tỷ đồng');
    expect(findings(read)).toEqual(['notation.contradicted warning at row 7, column 4: 11.400']);
    expect(read.findings[0]?.proposal?.because).toBe('khớp với tỷ trọng "0,0%" đã ghi');
  });

  test('a percentage of the plan, a change with its percentage', () => {
    const capital = (rest: string) =>
      lines(report(annex(['1;Tổng vốn điều lệ HTX;;', `-;Nông nghiệp;tỷ đồng;${rest}`], header)));
    expect(capital('34.357;30;115%')).toContain('htx.charter_capital agri actual 34.357 tỷ đồng');
    expect(capital('34.357;30000;115%')).toContain('htx.charter_capital agri actual 34357 tỷ đồng');
    expect(capital('34.357;;;4.357;115%')).toEqual([]);
    expect(capital('34.357;;;4357;115%')).toContain('htx.charter_capital agri actual 34357 tỷ đồng');
  });
});

describe('the size', () => {
  const capital = (amount: string) => table('1;Tổng số HTX;HTX;416', `2;Tổng vốn điều lệ HTX;tỷ đồng;${amount}`);

  test('settles what nothing else does, and somebody should look', () => {
    const read = capital('840.988');
    expect(lines(read)).toContain('htx.charter_capital all actual 840.988 tỷ đồng');
    expect(findings(read)).toEqual(['notation.likely warning at row 6, column 4: 840.988']);
    expect(read.findings[0]?.message).toContain('bình quân 2,022 tỷ đồng một HTX');
    expect(choice(read, 'htx.charter_capital')).toMatchObject({ notation: 'en', scope: 'cell' });
  });

  test('gives no finding where it agrees with the numbers around', () => {
    expect(capital('840,988').findings).toHaveLength(1);
    expect(
      table(
        '1;Tổng số HTX;HTX;416',
        '2;Tổng số cán bộ quản lý HTX;người;1.056',
        '2;Tổng vốn điều lệ HTX;tỷ đồng;840,988',
      ).findings,
    ).toEqual([]);
  });
});

describe('a unit that the size contradicts', () => {
  test('the printed table of 2020: 44.223.592 tỷ of 25.454 cooperatives is one finding, loaded as printed', () => {
    const read = table(
      '1;Tổng số HTX;HTX;25.454',
      '-;Nông nghiệp;HTX;16.520',
      '2;Tổng vốn điều lệ HTX;tỷ đồng;44.223.592',
      '-;Nông nghiệp;tỷ đồng;20.223.592',
    );
    expect(findings(read)).toEqual(['unit.contradicted warning at row 7, column 4: 44.223.592']);
    const [finding] = read.findings;
    expect(finding?.proposal).toEqual({
      value: '44223.592',
      unit: 'tỷ đồng',
      because: 'nếu đơn vị là triệu đồng thì bình quân 1,737 tỷ đồng một HTX',
    });
    expect(finding?.message).toContain('bình quân 1.737,393 tỷ đồng một HTX');
    expect(finding?.message).toContain('Cũng vậy ở dòng 8, cột 4');
    expect(lines(read)).toContain('htx.charter_capital all actual 44223592 tỷ đồng');
  });

  test('the other way round, and by the month', () => {
    const read = table(
      '1;Tổng số HTX;HTX;416',
      '2;Tổng vốn điều lệ HTX;triệu đồng;1056,714',
      '3;Thu nhập bình quân của lao động trong HTX;đồng/người/tháng;4,3',
    );
    expect(read.findings.map(({ rule, proposal }) => `${rule} ${proposal?.value} ${proposal?.unit}`)).toEqual([
      'unit.contradicted 1056.714 tỷ đồng',
      'unit.contradicted 51.6 triệu đồng/năm',
    ]);
  });

  test('says nothing of a figure that no other unit would mend, nor of a real tenfold', () => {
    expect(table('1;Tổng số HTX;HTX;416', '2;Tổng vốn điều lệ HTX;tỷ đồng;10567,14').findings).toEqual([]);
    expect(table('2;Tổng vốn điều lệ HTX;tỷ đồng;', '-;Vận tải;tỷ đồng;1056714').findings).toEqual([]);
  });
});

describe('how far a wrong unit reaches, by what the province said before', () => {
  const members = ['2;Tổng số thành viên HTX;người;35.378', '-;Nông nghiệp;người;30.260', '-;Quỹ TDND;người;5.118'];
  const said = (figures: readonly string[], ...earlier: string[]) =>
    unitsIn(['1;Tổng số HTX;HTX;904', ...members, ...figures], ...earlier);
  const capital = (all: string, agri: string, credit: string) => [
    `3;Tổng vốn điều lệ HTX;tỷ đồng;${all}`,
    `-;Nông nghiệp;tỷ đồng;${agri}`,
    `-;Quỹ TDND;tỷ đồng;${credit}`,
  ];

  test('a cell, or all of an indicator in one finding, with its probability', async () => {
    const [one, none] = await said(capital('1.524,5', '1.476.000,0', '48,5'));
    expect(none).toBeUndefined();
    expect(one).toMatchObject({ raw: '1.476.000,0', proposal: { value: '1476', unit: 'tỷ đồng' } });
    expect(one?.message).toContain('xác suất khoảng 99%');
    expect(one?.message).not.toContain('Cũng vậy');
    const [all, other] = await said(capital('1.524.500,0', '1.476.000,0', '48.500,0'));
    expect(other).toBeUndefined();
    expect(all?.message).toContain('Cũng vậy ở dòng 9, cột 4; dòng 10, cột 4.');
  });

  test('a true growth of ten or a hundred times is none; one of a thousand times is, and names the last figure', async () => {
    const revenue = (value: string) => [`4;Doanh thu bình quân một HTX;triệu đồng/năm;${value}`];
    expect(await said(revenue('9.500,5'), 'htx.revenue_avg all 950')).toEqual([]);
    expect(await said(revenue('9.500,5'), 'htx.revenue_avg all 95')).toEqual([]);
    const [only] = await said(revenue('950.000,5'), 'htx.revenue_avg all 910');
    expect(only).toMatchObject({ raw: '950.000,5', proposal: { value: '950.0005' } });
    expect(only?.proposal?.because).toContain('năm 2019 là 910 triệu đồng/năm');
  });

  test('the plan of the same line is a witness', async () => {
    const line = (plan: string) =>
      said(['IV;QUỸ HỖ TRỢ PHÁT TRIỂN HTX', `4;Tổng nguồn vốn Quỹ;tỷ đồng;1.900,5;${plan}`]);
    expect(await line('1.800,5')).toEqual([]);
    expect(await line('1,8005')).toMatchObject([{ raw: '1.900,5', proposal: { value: '1.9005' } }]);
  });
});

describe('a size that is known from elsewhere only', () => {
  const fund = (amount: string, ...rows: string[]) =>
    report(annex([...rows, `1;Tổng nguồn vốn Quỹ;tỷ đồng;${amount}`], header));

  test('does not beat the numbers around, but says that somebody should look', () => {
    const read = fund('17.546', '15;Tổng số cán bộ quản lý HTX;người;1.056');
    expect(lines(read)).toContain('fund.capital all actual 17546 tỷ đồng');
    expect(findings(read)).toEqual(['notation.doubtful warning at row 5, column 4: 17.546']);
    expect(read.findings[0]?.proposal).toMatchObject({ value: '17.546', unit: 'tỷ đồng' });
  });

  test('settles nothing, but says what it probably is', () => {
    const read = report(annex(['1;Tổng số HTX;HTX;416', '1;Tổng nguồn vốn Quỹ;tỷ đồng;17.546'], header));
    expect(findings(read)).toEqual(['notation.undecided error at row 5, column 4: 17.546']);
    expect(read.findings[0]?.proposal).toMatchObject({ value: '17.546', unit: 'tỷ đồng' });
  });
});
