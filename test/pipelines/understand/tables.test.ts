import { findings, lines, report, takeIn } from '../take-in';

const header = 'TT;Chỉ tiêu;Đơn vị tính;Thực hiện;Kế hoạch';
const told = (file: readonly string[]) =>
  takeIn([...file, ''].join('\n')).map((each) =>
    each.kind === 'prepared' ? [each.province, each.period, each.asOf, ...lines(each)] : each.sentence,
  );

describe('reports one below the other', () => {
  test('each with its own preamble and header are two', () => {
    const file = [
      'Đơn vị báo cáo;Bắc Giang;;;',
      'Kỳ báo cáo;Năm 2020;;;',
      'Số liệu đến ngày;31/12/2020;;;',
      header,
      '1;Tổng số HTX;HTX;869;',
      'Người lập biểu;;;;',
      ';;;;',
      'LIÊN MINH HỢP TÁC XÃ;;;;',
      'Đơn vị báo cáo;Lai Châu;;;',
      'Kỳ báo cáo;6 tháng đầu năm 2021;;;',
      ';;;;',
      'TT;Nội dung;ĐVT;Kế hoạch;Số liệu',
      '1;Tổng số HTX;HTX;300;290',
    ];
    expect(told(file)).toEqual([
      ['63/24', '2020-Q4', '2020-12-31', 'htx.count all actual 869 HTX'],
      ['63/12', '2021-Q2', null, 'htx.count all actual 290 HTX', 'htx.count all plan 300 HTX'],
    ]);
  });

  test('two periods of one province, which is said once', () => {
    const file = [
      'Đơn vị báo cáo;Bắc Giang',
      'Kỳ báo cáo;Năm 2019',
      header,
      '1;Tổng số HTX;HTX;800',
      'Kỳ báo cáo;Năm 2020',
      header,
      '1;Tổng số HTX;HTX;869',
    ];
    expect(told(file)).toEqual([
      ['63/24', '2019-Q4', null, 'htx.count all actual 800 HTX'],
      ['63/24', '2020-Q4', null, 'htx.count all actual 869 HTX'],
    ]);
  });

  test('a second table without a preamble goes on with the report, by its own columns and unit', () => {
    const file = [
      'Đơn vị báo cáo;Bắc Giang',
      'Kỳ báo cáo;Năm 2020',
      header,
      'I;HỢP TÁC XÃ',
      '1;Tổng số HTX;HTX;869',
      '',
      'Đơn vị tính: triệu đồng',
      'STT;Thực hiện;Nội dung',
      '2;2.056.598,5;Tổng vốn điều lệ HTX',
    ];
    expect(told(file)).toEqual([
      ['63/24', '2020-Q4', null, 'htx.count all actual 869 HTX', 'htx.charter_capital all actual 2056.5985 tỷ đồng'],
    ]);
  });

  test('a running title at each page begins no new report', () => {
    const title = ['Đơn vị báo cáo;Bắc Giang', 'Kỳ báo cáo;Năm 2020'];
    const file = [...title, header, '1;Tổng số HTX;HTX;869', ...title, header, '-;Nông nghiệp;HTX;560'];
    expect(told(file)).toEqual([
      ['63/24', '2020-Q4', null, 'htx.count all actual 869 HTX', 'htx.count agri actual 560 HTX'],
    ]);
  });
});

test.each(['1;2;3;4;5', 'A;B;C;1;2', '(1);(2);(3);(4);(5)'])(
  'a row that numbers the columns is no row: %s',
  (numbers) => {
    const file = ['Đơn vị báo cáo;24', 'Kỳ báo cáo;2020', header, numbers, '1;Tổng số HTX;HTX;869;', ''];
    const read = report(file.join('\n'));
    expect(lines(read)).toEqual(['htx.count all actual 869 HTX']);
    expect(read.findings).toEqual([]);
  },
);

describe('rows that were written with a fault', () => {
  const with_ = (...rows: readonly string[]) =>
    report(
      [
        'Đơn vị báo cáo;24',
        'Kỳ báo cáo;2020',
        header,
        'I;HTX;;;',
        '1;Tổng số HTX;HTX;869;',
        ...rows,
        '3;Giải thể;HTX;1;',
        '',
      ].join('\n'),
    );

  test('a stray quote does not swallow the rows after it; the row is read, and said', () => {
    const read = with_('2;"Thành lập mới;HTX;50;60');
    expect(findings(read)).toContain('row.mended warning at row 6, column 1: 2 | "Thành lập mới | HTX | 50 | 60');
    expect(lines(read)).toEqual(
      expect.arrayContaining(['htx.count all actual 869 HTX', 'htx.dissolved all actual 1 HTX']),
    );
  });

  test('a line from a file with another delimiter is read, and said', () => {
    const read = with_('2,Thành lập mới,HTX,50,60');
    expect(lines(read)).toEqual(expect.arrayContaining(['htx.new all actual 50 HTX', 'htx.new all plan 60 HTX']));
    expect(findings(read)).toEqual(['row.mended warning at row 6, column 1: 2 | Thành lập mới | HTX | 50 | 60']);
  });

  test('a line that lost a cell, so that its figure stands where units do, is held', () => {
    const read = with_('2;Thành lập mới;50');
    expect(findings(read)).toEqual(['row.misfit error at row 6, column 3: 2 | Thành lập mới | 50']);
    expect([read.rows, read.rowsLoaded]).toEqual([3, 2]);
  });
});
