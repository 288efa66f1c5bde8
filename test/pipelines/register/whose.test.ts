import { findings, lines, list, register, rowOf, taken } from './written';

const table = ['Tên HTX;Loại hình;Vốn điều lệ (tỷ đồng)', 'HTX A;HTX;2', ''];
const sentence = (file: string, options = {}) => {
  const [only] = taken(file, options) ?? [];
  return only?.kind === 'refused' ? only.sentence : null;
};

test('a register says whose and of when it is like any report', () => {
  const preamble = [
    'Mẫu;B02',
    'Đơn vị báo cáo: Liên minh HTX tỉnh Bắc Giang',
    'Kỳ báo cáo;Năm 2020',
    'Số liệu đến ngày;31/12/2020',
    'Số văn bản;21/BC-LM ngày 18/1/2021',
  ];
  expect(register([...preamble, ...table].join('\n'))).toMatchObject({
    kind: 'prepared',
    form: 'B02',
    province: '63/24',
    period: '2020-Q4',
    asOf: '2020-12-31',
    documentNumber: '21/BC-LM',
    documentDate: '2021-01-18',
  });
});

test.each<[string, string[], object, string]>([
  ['without a period', ['Đơn vị báo cáo;Bắc Giang'], {}, 'không ghi kỳ báo cáo'],
  ['without a province', ['Kỳ báo cáo;Năm 2020'], {}, 'không ghi đơn vị báo cáo'],
  [
    'of another province than was said',
    ['Đơn vị báo cáo;Bắc Giang', 'Kỳ báo cáo;Năm 2020'],
    { province: 'Hà Nội' },
    'khi gửi lại chọn tỉnh Hà Nội',
  ],
  ['on another form', ['Mẫu;B01', 'Đơn vị báo cáo;Bắc Giang', 'Kỳ báo cáo;Năm 2020'], {}, 'tệp ghi mẫu biểu "B01"'],
])('a register %s is refused', (_, preamble, options, said) => {
  expect(sentence([...preamble, ...table].join('\n'), options)).toContain(said);
});

test('a register without a row is refused, for it would stand in the place of the one before it', () => {
  expect(sentence(list('Tên HTX;Loại hình;Vốn điều lệ (tỷ đồng)', [';;', 'Tổng cộng;;0']))).toContain(
    'không có HTX nào',
  );
});

describe('JSON', () => {
  const json = (value: unknown) => JSON.stringify(value);
  const rows = [
    { name: 'HTX A', tax_code: '2400109100', type: 'HTX', 'Vốn điều lệ (triệu đồng)': 1250.5, hitech: true },
    { 'Vốn điều lệ (triệu đồng)': '2 tỷ', name: 'HTX B', type: 'HTX', members: 12, hitech: false },
  ];

  test('has the same names and rules', () => {
    const read = register(json({ form: 'B02', province: 'Bắc Giang', period: '2021-H1', rows }));
    expect(lines(read)).toEqual([
      'htx.count all 2 HTX',
      'htx.charter_capital all 3.2505 tỷ đồng',
      'htx.hitech all 1 HTX',
    ]);
    expect(read.register?.map(({ at }) => at)).toEqual([{ pointer: '/rows/0' }, { pointer: '/rows/1' }]);
    expect(read.observations[1]?.at).toEqual({ pointer: '/rows/0/Vốn điều lệ (triệu đồng)' });
    expect(findings(read)).toEqual(['register.incomplete note at /rows/0: null']);
  });

  test('may have the unit of all its money beside the rows', () => {
    const money = [{ name: 'A', type: 'HTX', charter_capital: 500, revenue: '1 tỷ' }];
    const row = rowOf(json({ province: 'Bắc Giang', period: '2021-H1', unit: 'triệu đồng', rows: money }));
    expect([row.charter_capital?.inBase(), row.revenue?.inBase()]).toEqual(['500000000', '1000000000']);
  });

  test('may hold several registers, but no two of one province and period, and no other form', () => {
    const one = { province: 'Bắc Giang', period: '2021-H1', rows };
    const read = taken(
      json([
        one,
        { ...one, province: 'Hà Nội' },
        { ...one, period: 'Q2/2021' },
        { form: 'B01', rows: [{ label: 'x' }] },
      ]),
    );
    expect(read?.map((each) => (each.kind === 'refused' ? each.sentence : each.province))).toEqual([
      '63/24',
      '63/01',
      'tệp có hai danh sách của cùng một tỉnh cho cùng một kỳ; hãy gộp thành một danh sách',
      'tệp có cả danh sách của biểu B02 và phần không phải là danh sách; hãy gửi mỗi biểu một tệp',
    ]);
  });

  test('of another shape is no register; what is no row is said, and a nested field not read', () => {
    expect(
      taken(json({ form: 'B01', province: 'Bắc Giang', period: '2020', rows: [{ code: 'htx.count', value: 1 }] })),
    ).toBeNull();
    const read = register(
      json({ province: 'Bắc Giang', period: '2020', rows: [...rows, 'HTX C', null, { ...rows[0], tax_code: [1] }] }),
    );
    expect(read.rows).toBe(3);
    expect(findings(read).slice(0, 2)).toEqual([
      'row.misfit error at /rows/2: HTX C',
      'tax_code.unreadable error at /rows/4/tax_code: {…}',
    ]);
  });
});
