import { findings, list, register, sentences } from './written';

const header = 'STT;Tên HTX;Loại hình;Vốn điều lệ (triệu đồng)';
const of = (capitals: readonly string[], names = header, type = 'HTX') =>
  register(
    list(
      names,
      capitals.map((capital, index) => `${index + 1};HTX ${index};${type};${capital}`),
    ),
  );
const capitals = (read: ReturnType<typeof register>) =>
  read.register?.map((row) => row.charter_capital?.inBase() ?? null);

test('đồng in a column of triệu: loaded as written, doubted with the likely unit', () => {
  const read = of(['1.500.000.000', '800', '1,2', '950']);
  expect(capitals(read)).toEqual(['1500000000000000', '800000000', '1200000', '950000000']);
  expect(findings(read)).toEqual([
    'unit.contradicted warning at row 4, column 4: 1.500.000.000',
    'unit.contradicted warning at row 6, column 4: 1,2',
  ]);
  expect(read.findings.map(({ proposal }) => proposal)).toEqual([
    { value: '1500', unit: 'triệu đồng', because: 'nếu đơn vị là đồng thì là 1,5 tỷ đồng' },
    { value: '1200', unit: 'triệu đồng', because: 'nếu đơn vị là tỷ đồng thì là 1,2 tỷ đồng' },
  ]);
});

test('several amounts with one slip are one finding', () => {
  const read = of(['800', '900', '1,2', '950', '1,5', '700', '600']);
  expect(sentences(read, 'unit.contradicted')).toEqual([
    expect.stringMatching(/^"1,2" \(dòng 6, cột 4\); "1,5" \(dòng 8, cột 4\) ở cột .* là 1,2 triệu đồng \(số đầu\)/),
  ]);
});

test('a whole column in another unit than its header says: one finding, at the header, with the figure mended', () => {
  const read = of(['800', '900', '1500', '2000', '700'], 'STT;Tên HTX;Loại hình;Vốn điều lệ (tỷ đồng)');
  expect(findings(read)).toEqual(['unit.contradicted warning at row 3, column 4: Vốn điều lệ (tỷ đồng)']);
  expect(read.findings[0]?.code).toBe('htx.charter_capital');
  expect(read.findings[0]?.proposal).toEqual({
    value: '5.9',
    unit: 'tỷ đồng',
    because: 'nếu đơn vị là triệu đồng thì là 900 triệu đồng',
  });
  expect(read.findings[0]?.message).toContain('số ở giữa trong 5 số của HTX, QTDND');
});

test('an amount with its own unit is doubted by itself, and not for the column’s unit', () => {
  const read = of(['800 tỷ', '900 tỷ', '1500 tỷ', '2000 tỷ', '700 tỷ']);
  expect(findings(read)).toEqual(['unit.contradicted warning at row 6, column 4: 1500 tỷ']);
});

test('a year’s income that is one of a month', () => {
  const read = register(
    list(
      'Tên HTX;Loại hình;Số lao động;Thu nhập bình quân (triệu đồng/năm)',
      ['1', '2', '3', '4', '5'].map((income) => `A;HTX;7;${income}`),
    ),
  );
  expect(sentences(read, 'unit.contradicted')).toEqual([]);
  const low = register(
    list(
      'Tên HTX;Loại hình;Số lao động;Thu nhập bình quân (triệu đồng/năm)',
      ['1', '1,5', '1,2', '1,4', '1,9'].map((income) => `A;HTX;7;${income}`),
    ),
  );
  expect(low.findings[0]?.proposal?.because).toBe('nếu triệu đồng là của một tháng thì là 16,8 triệu đồng');
});

test('the size settles a column whose numbers all read two ways, and one note says so', () => {
  const read = of(['1.500', '2.200', '950', '1.250']);
  expect(capitals(read)).toEqual(['1500000000', '2200000000', '950000000', '1250000000']);
  expect(findings(read)).toEqual(['notation.likely warning at row 4, column 4: 1.500']);
  const billions = of(['1.500', '2.200', '1.250'], 'STT;Tên HTX;Loại hình;Vốn điều lệ (tỷ đồng)');
  expect(capitals(billions)).toEqual(['1500000000', '2200000000', '1250000000']);
});

test('a column that the size has settled speaks for one that it cannot settle', () => {
  const read = register(
    list('Tên HTX;Loại hình;Vốn điều lệ (triệu đồng);Doanh thu (triệu đồng)', [
      'A;HTX;1.500;12.340',
      'B;HTX;1.800;23.100',
    ]),
  );
  expect(read.register?.map(({ revenue }) => revenue?.inBase())).toEqual(['12340000000', '23100000000']);
});

test('where the size and the other columns speak for two notations, the numbers are held and asked about', () => {
  const read = register(
    list('Tên HTX;Loại hình;Vốn điều lệ (triệu đồng);Doanh thu (triệu đồng)', ['A;HTX;1.500;12.5', 'B;HTX;1.800;23.5']),
  );
  expect(capitals(read)).toEqual([null, null]);
  expect(findings(read)[0]).toBe('notation.undecided error at row 4, column 3: 1.500');
});

test('of groups, whose capital has no usual size, nothing is doubted or settled', () => {
  const read = of(['1,2', '0,5', '1.500'], header, 'THT');
  expect(findings(read)).toEqual([]);
  expect(findings(of(['1.500'], header, 'THT'))[0]).toMatch(/^notation.undecided/);
});
