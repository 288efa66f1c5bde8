import { annex, findings, lines, report } from '../take-in';

test('equal values, also in different units, are one figure with both addresses', () => {
  const read = report(
    annex([
      'I;HỢP TÁC XÃ;;;',
      '1;Tổng vốn điều lệ HTX;triệu đồng;1.056.714;',
      '2;Tổng số HTX;HTX;416;',
      '3;Vốn điều lệ HTX;tỷ đồng;1.056,714;',
    ]),
  );
  expect(lines(read)).toEqual(['htx.charter_capital all actual 1056.714 tỷ đồng', 'htx.count all actual 416 HTX']);
  expect(read.observations[0]).toMatchObject({ at: { row: 5, column: 4 }, also: [{ row: 7, column: 4 }] });
  expect([read.rows, read.rowsLoaded, read.findings]).toEqual([3, 3, []]);
});

test('differing values are one finding that shows them all, and none is used', () => {
  const read = report(
    annex([
      'I;HTX;;;',
      '1;Tổng số HTX;HTX;416;25',
      '2;Tổng số HTX;HTX;417;25',
      '3;Tổng số HTX;HTX;416;',
      '4;Giải thể;HTX;6;',
    ]),
  );
  expect(lines(read)).toEqual(['htx.count all plan 25 HTX', 'htx.dissolved all actual 6 HTX']);
  expect(findings(read)).toEqual(['figure.twice error at row 5, column 4: 416 | 417 | 416']);
  expect(read.findings[0]?.message).toContain(
    '"416" (dòng 5, cột 4) và "417" (dòng 6, cột 4) và "416" (dòng 7, cột 4)',
  );
  expect(read.findings[0]?.proposal).toBeNull();
});

test('parts of one file for one province and period are one report, however it is spelled', () => {
  const row = (province: string, period: string, code: string, value: number) =>
    `${province},${period},${code},all,HTX,${value}\n`;
  const file = `province,period,code,sector,unit,value\n${row('Bắc Giang', '2020', 'htx.count', 5)}${row('TỈNH BẮC GIANG', 'Năm 2020', 'htx.new', 1)}${row('24', '2020-Q4', 'htx.count', 6)}`;
  expect(lines(report(file))).toEqual(['htx.new all actual 1 HTX']);
  expect(findings(report(file))).toEqual(['figure.twice error at row 2, column 6: 5 | 6']);
  const json = (province: string, value: number) => ({
    province,
    period: '2020',
    rows: [{ code: 'htx.count', value }],
  });
  expect(lines(report(JSON.stringify([json('24', 5), json('Bac Giang', 5)])))).toEqual(['htx.count all actual 5 HTX']);
});
