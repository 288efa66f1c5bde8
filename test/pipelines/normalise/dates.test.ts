import * as fc from 'fast-check';
import { dateFindings } from '../../../pipelines/normalise/dates';
import { lastDay, quarter } from '../../../schemas/period';
import { findings, report } from '../take-in';

const file = (...preamble: string[]) =>
  report(
    ['Đơn vị báo cáo;Bắc Giang', ...preamble, 'TT;Chỉ tiêu;ĐVT;Thực hiện', '1;Tổng số HTX;HTX;869', ''].join('\n'),
  );

test('figures of a day that is none of the period', () => {
  const read = file('Kỳ báo cáo;6 tháng đầu năm 2022', 'Số liệu đến ngày;31/12/2021');
  expect(findings(read)).toEqual(['as_of.contradicted warning at row 3, column 2: 31/12/2021']);
  expect(read.observations).toHaveLength(1);
});

test('the day in a title, in its words', () => {
  const read = file('Kỳ báo cáo;6 tháng đầu năm 2022', '(Số liệu tính đến hết ngày 30 tháng 6 năm 2021)');
  expect(read.asOf).toBe('2021-06-30');
  expect(findings(read)).toEqual(['as_of.contradicted warning at row 3, column 1: ngày 30 tháng 6 năm 2021']);
  expect(file('Kỳ báo cáo;6 tháng đầu năm 2022', 'Báo cáo gửi đến hạn nộp 15/7/2020').asOf).toBeNull();
});

test('a day that nobody can read', () => {
  const read = file('Kỳ báo cáo;6 tháng đầu năm 2022', 'Số liệu đến ngày;31/6/2022');
  expect(findings(read)).toEqual(['as_of.unreadable warning at row 3, column 2: 31/6/2022']);
});

test.each(['20/6/2019', '20/6/2024', '31/3/2022'])('a document of %s for the first half of 2022', (date) => {
  const read = file('Kỳ báo cáo;6 tháng đầu năm 2022', `Số văn bản;45/BC-LM ngày ${date}`);
  expect(findings(read)).toEqual([`document.contradicted warning at row 3, column 2: 45/BC-LM ngày ${date}`]);
});

test('a column of figures up to another day than the period’s', () => {
  const read = report(
    [
      'Đơn vị báo cáo;Bắc Giang',
      'Kỳ báo cáo;6 tháng đầu năm 2022',
      'TT;Chỉ tiêu;ĐVT;Thực hiện đến 31/3/2022',
      '1;Tổng số HTX;HTX;869',
      '',
    ].join('\n'),
  );
  expect(findings(read)).toEqual(['column.other_year warning at row 3, column 4: Thực hiện đến 31/3/2022']);
});

test('within the period’s last quarter and a month after it no day is doubtful, nor is a document in the year after', () => {
  const cell = (text: string) => ({ text, literal: false, at: { row: 1, column: 2 } });
  const day = (from: string, days: number) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
  const period = fc.tuple(fc.integer({ min: 2010, max: 2040 }), fc.integer({ min: 1, max: 4 }));
  fc.assert(
    fc.property(
      period,
      fc.integer({ min: -89, max: 31 }),
      fc.integer({ min: -89, max: 366 }),
      ([year, q], asOf, signed) => {
        const own = quarter(year, q);
        const end = lastDay(own);
        const found = dateFindings(
          { asOf: cell(day(end, asOf)), document: cell(`5/BC ngày ${day(end, signed)}`) },
          own,
        );
        expect(found).toEqual([]);
      },
    ),
  );
});
