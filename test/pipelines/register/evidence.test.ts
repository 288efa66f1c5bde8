import { readHeader } from '../../../pipelines/register/header';
import { RegisterReader } from '../../../pipelines/register/reader';
import type { Cell } from '../../../schemas/cell';
import { quarter } from '../../../schemas/period';
import type { RegisterRow } from '../../../schemas/register';
import { catalogue, findings, lines, list, register, sentences } from './written';

const header = 'Tên HTX;Loại hình;Vốn điều lệ (triệu đồng);Doanh thu (triệu đồng)';
const capital = (file: string) => register(file).register?.map((row) => row.charter_capital?.inBase() ?? null);

test('a column’s sure numbers settle its others, whatever stands in the other columns', () => {
  const vi = list(header, ['A;HTX;34.357;1,234.5', 'B;HTX;1.200,5;2,000.5']);
  expect(capital(vi)).toEqual(['34357000000', '1200500000']);
  const en = list(header, ['A;HTX;34.357;1.234,5', 'B;HTX;1,200.5;2.000,5']);
  expect(capital(en)).toEqual(['34357000', '1200500000']);
});

test('where the column has none, the other columns do; a sure number is always read as it is', () => {
  expect(capital(list(header, ['A;HTX;34.357;1,5', 'B;HTX;7;2,5']))).toEqual(['34357000000', '7000000']);
  expect(capital(list(header, ['A;HTX;34.357;1.5', 'B;HTX;7;2.5']))).toEqual(['34357000', '7000000']);
  const members = list('Tên HTX;Loại hình;Vốn điều lệ (triệu đồng);Số thành viên', ['A;HTX;34.357;1.250']);
  expect(capital(members)).toEqual(['34357000000']);
});

test('a total settles the numbers that add up to it in one notation only', () => {
  const rows = (total: string) => list(header, ['A;HTX;1.100;1', 'B;HTX;500;1', 'C;HTX;2.400;1', total]);
  expect(capital(rows('Tổng cộng;;4.000;3'))).toEqual(['1100000000', '500000000', '2400000000']);
  expect(capital(rows('Tổng cộng;;503.500;3'))).toEqual(['1100000', '500000000', '2400000']);
  const likely = (file: string) => sentences(register(file), 'notation.likely').length;
  expect(likely(rows('Tổng cộng;;4.000;3'))).toBe(0);
  expect(likely(rows('Tổng cộng;;9.000;3'))).toBe(1);
  // Where all of them read two ways, the total does too.
  expect(likely(list(header, ['A;HTX;1.100;1', 'B;HTX;2.500;1', 'Tổng cộng;;3.600;2']))).toBe(1);
  const sections = [
    'Huyện A',
    'A;HTX;1.100;1',
    'B;HTX;500;1',
    'Cộng;;1.600;2',
    'Huyện B',
    'C;HTX;2.400;1',
    'D;HTX;7;1',
  ];
  expect(capital(list(header, [...sections, 'Cộng;;2.407;2']))).toEqual([
    '1100000000',
    '500000000',
    '2400000000',
    '7000000',
  ]);
});

test('what nothing settles is held: one finding for the column, with its first cells', () => {
  const read = register(
    list(header, ['A;HTX;34.357;100', 'B;HTX;12.500;200', 'C;HTX;8.250;300', 'D;HTX;9.125;400', 'E;HTX;70;500']),
  );
  expect(read.register?.map((row) => row.charter_capital?.inBase() ?? null)).toEqual([
    null,
    null,
    null,
    null,
    '70000000',
  ]);
  expect(findings(read)).toEqual(['notation.undecided error at row 4, column 3: 34.357']);
  expect(sentences(read, 'notation.undecided')[0]).toMatch(/^4 số ở cột .*"8.250" \(dòng 6, cột 3\) và 1 ô khác/);
});

test('numbers of both kinds settle nothing, unless one kind is ten times as many', () => {
  const rows = (vi: number) => Array.from({ length: vi }, (_, index) => `V${index};HTX;${index},5;1`);
  const others = ['E;HTX;1.5;1', 'A;HTX;34.357;1'];
  expect(capital(list(header, [...rows(9), ...others]))?.at(-1)).toBeNull();
  expect(capital(list(header, [...rows(10), ...others]))?.slice(-2)).toEqual(['1500000', '34357000000']);
});

describe('marks', () => {
  const marks = (...boxes: string[]) =>
    register(
      list(
        'Tên HTX;Loại hình;Ứng dụng CNC;Xã',
        boxes.map((box, index) => `HTX ${index};HTX;${box};Xã`),
      ),
    );

  test('where only the yes is marked, an empty box is a no', () => {
    expect(lines(marks('x', '', 'X', '-'))).toContain('htx.hitech all 2 HTX');
  });

  test('where a no is written as well, an empty box says nothing', () => {
    const read = marks('x', 'không', '');
    expect(read.register?.map(({ hitech }) => hitech)).toEqual([true, false, null]);
    expect(lines(read)).toEqual(['htx.count all 3 HTX']);
    expect(findings(read)).toEqual(['register.incomplete note at row 6, column 1: null']);
  });

  test('a column without any mark says nothing', () => {
    expect(lines(marks('', ''))).toEqual(['htx.count all 2 HTX']);
  });

  test('a word that is neither is not read', () => {
    expect(findings(marks('có lẽ', 'không', 'có'))[0]).toBe('value.unknown error at row 4, column 3: có lẽ');
  });
});

describe('a long register', () => {
  const cell = (text: string, row: number, column: number): Cell => ({ text, literal: false, at: { row, column } });
  const cells = (texts: readonly string[], row: number) => texts.map((text, index) => cell(text, row, index + 1));
  const names = ['Tên HTX', 'Loại hình', 'Vốn điều lệ (triệu đồng)', 'Ứng dụng CNC'];

  function read(count: number, rowOf: (index: number) => readonly string[]) {
    const taken: RegisterRow[] = [];
    const heading = readHeader(cells(names, 1), null, quarter(2021, 2), catalogue);
    const reader = new RegisterReader(heading, quarter(2021, 2), catalogue, (row) => taken.push(row));
    const when: number[] = [];
    for (let index = 0; index < count; index += 1) {
      reader.push(cells(rowOf(index), index + 2));
      when.push(taken.length);
    }
    return { taken, when, summary: reader.end() };
  }

  test('keeps five thousand rows until it is known how it is written, and none after that', () => {
    const { taken, when } = read(5002, (index) => [`HTX ${index}`, 'HTX', index === 4998 ? '1,5' : '1.250', '']);
    expect(when.slice(4997)).toEqual([0, 0, 5000, 5001, 5002]);
    expect(
      taken.every((row, index) => row.charter_capital?.inBase() === (index === 4998 ? '1500000' : '1250000000')),
    ).toBe(true);
  });

  test('does not change its mind about rows that it has handed on', () => {
    const { taken, summary } = read(5003, (index) => [
      `HTX ${index}`,
      'HTX',
      index < 5000 ? '81.250' : '81.250,5',
      index === 0 ? 'x' : index === 5001 ? 'không' : '',
    ]);
    expect(taken[4999]?.charter_capital).toBeNull();
    expect(taken[5000]?.charter_capital?.inBase()).toBe('81250500000');
    expect(summary.findings.map(({ rule, raw }) => `${rule} ${raw}`)).toEqual([
      'notation.undecided 81.250',
      'marks.mixed không',
    ]);
  });
});
