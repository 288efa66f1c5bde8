import { annex, findings, lines, report } from '../take-in';

/** Capital of cooperatives; the first row says in which notation the file is, if at all. */
const capital = (managers: string, all: string, sectors: Record<string, string>) =>
  report(
    annex([
      'I;HỢP TÁC XÃ;;;',
      `1;Tổng số cán bộ quản lý HTX;người;${managers};`,
      `2;Tổng vốn điều lệ HTX;tỷ đồng;${all};`,
      ...Object.entries(sectors).map(([sector, value]) => `-;${sector};tỷ đồng;${value};`),
    ]),
  );
const vietnamese = '1.056.714';
const english = '1,056,714';

test('the notation of the sure numbers is followed, and no finding is made of it', () => {
  const read = capital(vietnamese, '34,357', {});
  expect(lines(read)).toContain('htx.charter_capital all actual 34.357 tỷ đồng');
  expect(lines(capital(english, '34,357', {}))).toContain('htx.charter_capital all actual 34357 tỷ đồng');
  expect(read.findings).toEqual([]);
});

test('a count that can only be whole says the notation as well', () => {
  expect(lines(capital('34.066', '34,357', {}))).toContain('htx.charter_capital all actual 34.357 tỷ đồng');
});

test('so does a stated comparison', () => {
  const read = report(
    annex(['I;HTX;;;', '1;Tổng vốn điều lệ HTX;tỷ đồng;34,357;103,3%'], 'TT;Chỉ tiêu;ĐVT;Thực hiện;% so với năm trước'),
  );
  expect(lines(read)).toEqual(['htx.charter_capital all actual 34.357 tỷ đồng']);
});

test('Bắc Giang 2021: 34.357 tỷ of 1.215,61 tỷ can only be 34,357; it is loaded so, and said', () => {
  const read = capital(vietnamese, '2.056,598', { 'Phi nông nghiệp': '1.215,61', 'Môi trường': '34.357' });
  expect(lines(read)).toContain('htx.charter_capital environment actual 34.357 tỷ đồng');
  expect(findings(read)).toEqual(['notation.contradicted warning at row 8, column 4: 34.357']);
  expect(read.findings[0]?.proposal).toMatchObject({ value: '34.357', unit: 'tỷ đồng' });
  expect(read.observations.find(({ sector }) => sector === 'environment')?.conversion).toContain('lớn hơn tổng');
});

test('a total that contradicts: the reading that makes the sum is taken, and said', () => {
  const read = capital(vietnamese, '74,357', { 'Nông nghiệp': '40', 'Quỹ TDND': '34.357' });
  expect(lines(read)).toContain('htx.charter_capital credit actual 34.357 tỷ đồng');
  expect(findings(read)).toEqual(['notation.contradicted warning at row 8, column 4: 34.357']);
  expect(read.findings[0]?.proposal?.because).toContain('khớp với tổng');
});

test('where two numbers contradict each other and either could be the slip, both are held', () => {
  const read = capital(vietnamese, '968,210', { 'Phi nông nghiệp': '34.357' });
  expect(lines(read)).toEqual(['htx.managers all actual 1056714 người']);
  expect(findings(read)).toEqual([
    'notation.undecided error at row 6, column 4: 968,210',
    'notation.undecided error at row 7, column 4: 34.357',
  ]);
});

test('where one of them stands in a total that is sure, the other is the slip', () => {
  const read = capital(vietnamese, '2.056,598', { 'Phi nông nghiệp': '968,210', 'Môi trường': '34.357' });
  expect(findings(read)).toEqual(['notation.contradicted warning at row 8, column 4: 34.357']);
  expect(lines(read)).toContain('htx.charter_capital non_agri actual 968.21 tỷ đồng');
});

test('where nothing else speaks, the sums of the file settle it without a finding', () => {
  const read = capital('869', '34.357', { 'Nông nghiệp': '30000', 'Quỹ TDND': '4357' });
  expect(lines(read)).toContain('htx.charter_capital all actual 34357 tỷ đồng');
  expect(read.findings).toEqual([]);
});

test('where nothing speaks at all, it is held and asked about', () => {
  const read = capital('869', '34.357', {});
  expect(lines(read)).toEqual(['htx.managers all actual 869 người']);
  expect(findings(read)).toEqual(['notation.undecided error at row 6, column 4: 34.357']);
  expect(read.findings[0]?.message).toContain('34.357 hoặc 34,357 tỷ đồng');
});

test('where the file is written in both, neither is preferred', () => {
  const read = capital(vietnamese, '34.357', { 'Nông nghiệp': '1,234,567.5' });
  expect(findings(read)).toEqual(['notation.undecided error at row 6, column 4: 34.357']);
});

test('a share that reads as more than 100% is the other number', () => {
  const read = report(
    annex(['I;HTX;;;', '1;Tổng số thành viên HTX;người;1.056.714;', '2;Tỷ lệ HTX hoạt động hiệu quả;%;63.168;']),
  );
  expect(lines(read)).toContain('htx.effective_share all actual 63.168 %');
  expect(findings(read)).toEqual(['notation.contradicted warning at row 6, column 4: 63.168']);
});

test('plans are settled among plans, not by what was done', () => {
  const read = report(
    annex(['I;HTX;;;', `1;Tổng số thành viên HTX;người;${vietnamese};`, '2;Tổng vốn điều lệ HTX;tỷ đồng;10;34.357']),
  );
  expect(lines(read)).toContain('htx.charter_capital all plan 34357 tỷ đồng');
});

describe('in a file of one notation', () => {
  const members = { 'Nông nghiệp': '21.056', 'Phi nông nghiệp': '9.204', 'Vận tải': '6.377', 'Quỹ TDND': '5.118' };
  const parts = { 'Nông nghiệp': '972,217', 'Phi nông nghiệp': '503,898', 'Quỹ TDND': '48,471' };
  const sectors = (of: Record<string, string>, unit: string) =>
    Object.entries(of).map(([sector, value]) => `-;${sector};${unit};${value};`);

  test.each([
    ['a thousand times too large', '1.524.586,000'],
    ['with its comma lost', '1.524.586'],
    ['a thousandth', '1,524586'],
  ])('a total %s is one finding, and its parts are read as the others are', (_, all) => {
    const read = report(
      annex([
        ...['I;HỢP TÁC XÃ;;;', '1;Tổng số HTX;HTX;904;', '2;Tổng số thành viên HTX;người;35.378;'],
        ...sectors(members, 'người'),
        `3;Tổng vốn điều lệ HTX;tỷ đồng;${all};`,
        ...sectors(parts, 'tỷ đồng'),
      ]),
    );
    const [only, ...others] = read.findings.filter(({ nature }) => nature !== 'remark');
    expect(others).toEqual([]);
    expect(only).toMatchObject({ raw: all, proposal: { value: '1524.586', unit: 'tỷ đồng' } });
    expect(lines(read)).toContain('htx.charter_capital agri actual 972.217 tỷ đồng');
  });
});
