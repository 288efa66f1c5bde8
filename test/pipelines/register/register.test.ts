import { findings, line, lines, list, register, sentences } from './written';

const header =
  'STT;Tên HTX;MST;Loại hình;Lĩnh vực;Quận/Huyện;Phường/Xã;Ngày thành lập;Tình trạng;Số thành viên;Số lao động;Vốn điều lệ (triệu đồng);Doanh thu (triệu đồng);Lợi nhuận (triệu đồng);Thu nhập bình quân (triệu đồng/người/tháng);Ứng dụng CNC;Chuỗi giá trị;Thành viên Liên minh;Xếp loại';
const rows = [
  '1;HTX NN Tân Hưng;2400109100;HTX;Nông nghiệp;Lục Ngạn;Tân Hưng;31/5/2021;Đang hoạt động;1.250;12;3.500,5;1.200;120,25;5;x;x;x;Tốt',
  '2;Quỹ tín dụng nhân dân Bố Hạ;2400109213;QTDND;;Yên Thế;Bố Hạ;05/2019;Đang hoạt động;800;8;12.000;9.000;-50;10;;;x;Khá',
  '3;HTX Vận tải Sông Thương;;HTX;Vận tải;Bắc Giang;Ngô Quyền;2021;Ngừng hoạt động;7;0;100;0;0;;;;;Yếu',
  '4;HTX Cũ;;HTX;Môi trường;Bắc Giang;Ngô Quyền;2001;Giải thể;7;9;100;0;0;1;x;x;x;Yếu',
  '5;Liên hiệp HTX Lục Ngạn;;LHHTX;Nông nghiệp;Lục Ngạn;Chũ;12/02/2018;Đang hoạt động;5;40;2.000;30.000;1.500;6;x;;x;Tốt',
  '6;THT Trồng vải;;THT;Nông nghiệp;Lục Ngạn;Chũ;2020;Đang hoạt động;12;12;;150;30;3;x;x;;',
];

test('a register gives the indicators of each group by counting and summing', () => {
  const read = register(list(header, rows));
  expect(read).toMatchObject({ province: '63/24', period: '2021-Q2', form: 'B02', rows: 6, rowsLoaded: 6 });
  expect(lines(read)).toEqual([
    'htx.count all 3 HTX',
    'htx.active all 2 HTX',
    'htx.ceased all 1 HTX',
    'htx.alliance_member all 2 HTX',
    'htx.new all 2 HTX',
    'htx.members all 2057 người',
    'htx.labour all 20 người',
    'htx.charter_capital all 15.6005 tỷ đồng',
    'htx.revenue_avg all 3400 triệu đồng/năm',
    // (120,25 − 50 + 0) ÷ 3, in triệu to a millionth of a đồng.
    'htx.profit_avg all 23.416666666667 triệu đồng/năm',
    // (5 × 12 người + 10 × 8 người) × 12 tháng ÷ 20 người.
    'htx.labour_income_avg all 84 triệu đồng/năm',
    'htx.hitech all 1 HTX',
    'htx.value_chain all 1 HTX',
    'lh.count all 1 LHHTX',
    'lh.alliance_member all 1 LHHTX',
    'lh.new all 0 LHHTX',
    'lh.members all 5 thành viên',
    'lh.labour all 40 người',
    'lh.charter_capital all 2 tỷ đồng',
    'lh.revenue_avg all 30 tỷ đồng/năm',
    'lh.profit_avg all 1500 triệu đồng/năm',
    'lh.hitech all 0 LHHTX',
    'tht.count all 1 THT',
    'tht.alliance_member all 0 THT',
    'tht.new all 0 THT',
    'tht.members all 12 thành viên',
    'tht.labour all 12 người',
    'tht.revenue_avg all 150 triệu đồng/năm',
    'tht.profit_avg all 30 triệu đồng/năm',
    'tht.labour_income_avg all 36 triệu đồng/năm',
    'tht.hitech all 1 THT',
  ]);
  expect(findings(read)).toEqual([]);
});

test('a sector has the rows of it and below it, a credit fund stands under credit', () => {
  const read = register(list(header, rows));
  const of = (code: string) => read.observations.filter((each) => each.code === code).map(line);
  expect(of('htx.count')).toEqual([
    'htx.count all 3 HTX',
    'htx.count agri 1 HTX',
    'htx.count non_agri 1 HTX',
    'htx.count industry_construction 0 HTX',
    'htx.count industry 0 HTX',
    'htx.count construction 0 HTX',
    'htx.count transport 1 HTX',
    'htx.count trade_service 0 HTX',
    'htx.count environment 0 HTX',
    'htx.count other 0 HTX',
    'htx.count credit 1 HTX',
  ]);
  expect(of('htx.charter_capital')[1]).toBe('htx.charter_capital agri 3.5005 tỷ đồng');
  expect(of('htx.new')).toEqual(['htx.new all 2 HTX', 'htx.new agri 1 HTX', 'htx.new non_agri 1 HTX']);
});

const counts = (sectors: readonly string[]) => {
  const read = register(
    list(
      'Tên HTX;Loại hình;Lĩnh vực',
      sectors.map((sector, index) => `HTX ${index};HTX;${sector}`),
    ),
  );
  return { read, figures: read.observations.map(line) };
};

test('a sector is given only where every row says whether it stands in it', () => {
  const inner = counts(['Nông nghiệp', 'Phi nông nghiệp', 'Vận tải']);
  expect(inner.figures).toEqual([
    'htx.count all 3 HTX',
    'htx.count agri 1 HTX',
    'htx.count non_agri 2 HTX',
    'htx.count credit 0 HTX',
  ]);
  expect(findings(inner.read)).toEqual([]);

  const silent = counts(['Nông nghiệp', '', 'Rừng']);
  expect(silent.figures).toEqual(['htx.count all 3 HTX']);
  expect(findings(silent.read)).toEqual([
    'value.unknown error at row 6, column 3: Rừng',
    'register.sectorless note at row 5, column 1: null',
  ]);
  expect(sentences(silent.read, 'register.sectorless')[0]).toMatch(
    /^2 trong 3 HTX, QTDND không ghi .* \(ví dụ dòng 5\)/,
  );
});

test('a sector whose rows all say a figure has it, whatever is missing elsewhere', () => {
  const read = register(
    list('Tên HTX;Loại hình;Lĩnh vực;Số thành viên', ['A;HTX;Nông nghiệp;7', 'B;HTX;Vận tải;', 'C;HTX;Xây dựng;9']),
  );
  expect(read.observations.filter(({ code }) => code === 'htx.members').map(line)).toEqual([
    'htx.members agri 7 người',
    'htx.members industry_construction 9 người',
    'htx.members industry 0 người',
    'htx.members construction 9 người',
    'htx.members trade_service 0 người',
    'htx.members environment 0 người',
    'htx.members other 0 người',
    'htx.members credit 0 người',
  ]);
  expect(findings(read)).toEqual(['register.incomplete note at row 5, column 1: null']);
});

test.each([
  ['01/01/2021', 1],
  ['30/6/2021', 1],
  ['31/12/2020', 0],
  ['06/2021', 1],
  ['2021', 1],
  ['2020', 0],
])('founded on %s, it is %i newly founded one of the first half of 2021', (written, count) => {
  const read = register(list('Tên HTX;Loại hình;Ngày thành lập;Tình trạng', [`A;HTX;${written};Giải thể`]));
  expect(lines(read)).toContain(`htx.new all ${count} HTX`);
  expect(lines(read)).toContain('htx.count all 0 HTX');
});

test('of a group high technology in a value chain is asked for; one no is enough, half a yes is not', () => {
  const groups = (...boxes: string[]) =>
    lines(
      register(
        list(
          'Tên THT;Ứng dụng CNC;Chuỗi giá trị',
          boxes.map((box, index) => `THT ${index};${box}`),
        ),
      ),
    );
  expect(groups('có;có', 'có;không', 'không;')).toContain('tht.hitech all 1 THT');
  expect(groups('có;có', 'có;', 'không;không')).toEqual(['tht.count all 3 THT']);
});

test('where nobody works, nobody’s income is missing', () => {
  const rows = ['A;HTX;2;60', 'B;HTX;0;', 'C;HTX;4;30'];
  const read = register(list('Tên HTX;Loại hình;Số lao động;Thu nhập bình quân (triệu đồng/năm)', rows));
  expect(lines(read)).toContain('htx.labour_income_avg all 40 triệu đồng/năm');
  expect(findings(read)).toEqual([]);
});

test('says in words how a figure was made', () => {
  const read = register(list(header, rows));
  const made = (code: string, sector = 'all') =>
    read.observations.find((each) => each.code === code && each.sector === sector)?.conversion;
  expect(made('htx.count')).toBe('đếm 3 dòng loại hình HTX, QTDND còn trong sổ');
  expect(made('htx.active', 'agri')).toBe('đếm 1 dòng loại hình HTX, QTDND đang hoạt động, lĩnh vực "Nông nghiệp"');
  expect(made('lh.charter_capital')).toBe(
    'cộng cột "Vốn điều lệ (triệu đồng)" của 1 dòng loại hình LHHTX còn trong sổ',
  );
  expect(made('htx.revenue_avg')).toBe(
    'cộng cột "Doanh thu (triệu đồng)" của 3 dòng loại hình HTX, QTDND còn trong sổ, chia cho 3, làm tròn đến 0,000001 đồng',
  );
  expect(made('htx.labour_income_avg')).toContain('(mỗi dòng nhân với số lao động), chia cho 20 lao động');
  expect(made('htx.new')).toBe('đếm 2 dòng loại hình HTX, QTDND thành lập trong kỳ (đến 30/06/2021)');
});
