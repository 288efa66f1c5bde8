import * as fc from 'fast-check';
import { readGrid } from '../../../sources/csv/grid';

const rows = (text: string) => {
  const read = readGrid(text);
  return read.kind === 'grid' ? read.rows.map((row) => row.map((cell) => cell.text)) : [[read.sentence]];
};
const addresses = (text: string) => {
  const read = readGrid(text);
  return read.kind === 'grid'
    ? read.rows.flatMap((row) => row.map(({ text: written, at }) => ({ written, ...at })))
    : [];
};

test.each([
  ['semicolon', ';'],
  ['comma', ','],
  ['tab', '\t'],
  ['bar', '|'],
])('the delimiter is found: %s', (_, mark) => {
  expect(rows(['TT', 'Chỉ tiêu', 'Thực hiện\n1', 'Tổng số', '869\n'].join(mark))).toEqual([
    ['TT', 'Chỉ tiêu', 'Thực hiện'],
    ['1', 'Tổng số', '869'],
  ]);
});

test('decimal commas and commas in names do not make a comma the delimiter', () => {
  expect(rows('a;b;c\n"Thương mại, dịch vụ";1,5;2,5\nThương mại, dịch vụ;3,5;4,5\n')).toEqual([
    ['a', 'b', 'c'],
    ['Thương mại, dịch vụ', '1,5', '2,5'],
    ['Thương mại, dịch vụ', '3,5', '4,5'],
  ]);
});

test('a preamble narrower than the table changes nothing', () => {
  expect(rows('Kỳ báo cáo,2020\nTT,Chỉ tiêu,Thực hiện\n1,Tổng số,5\n')[0]).toEqual(['Kỳ báo cáo', '2020']);
});

test.each([
  ['LF', 'a;b\nc;d\n'],
  ['CRLF', 'a;b\r\nc;d\r\n'],
  ['CR', 'a;b\rc;d\r'],
  ['all of them', 'a;b\r\nc;d\n'],
  ['none after the last row', 'a;b\nc;d'],
  ['a byte-order mark before', '\ufeffa;b\nc;d\n'],
])('line ends: %s', (_, text) => {
  expect(rows(text)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('rows are counted as Excel counts them: empty lines too, and a quoted line break begins no row', () => {
  expect(addresses('a;b\n\n"c\r\nc";d\n;\ne;f\n')).toEqual([
    { written: 'a', row: 1, column: 1 },
    { written: 'b', row: 1, column: 2 },
    { written: '', row: 2, column: 1 },
    { written: 'c\r\nc', row: 3, column: 1 },
    { written: 'd', row: 3, column: 2 },
    { written: '', row: 4, column: 1 },
    { written: '', row: 4, column: 2 },
    { written: 'e', row: 5, column: 1 },
    { written: 'f', row: 5, column: 2 },
  ]);
});

test('cells are kept as they were written: blanks, doubled and stray quotes, text and never a number', () => {
  expect(rows(' 05 ;"nói ""có""";2" ống\nx;y;z\n')[0]).toEqual([' 05 ', 'nói "có"', '2" ống']);
  const read = readGrid('1;2\n3;4\n');
  expect(read.kind === 'grid' && read.rows.flat().every((cell) => !cell.literal)).toBe(true);
});

test('a quoted line break where the look at the delimiter ends does not change it', () => {
  const head = Array.from({ length: 198 }, (_, index) => `x${index},y`).join('\n');
  const read = rows(`${head}\n"a\nb\nc\nd",y\nlast,y\n`);
  expect(read).toHaveLength(200);
  expect(read.at(-1)).toEqual(['last', 'y']);
});

test('a last row that breaks off is said with what is left of it; a whole table that ends without a line end is not', () => {
  expect(rows('a;b;c\n1;2;3\n4;5;6\n7;8')).toEqual([
    ['tệp bị cắt giữa chừng ở dòng 4 ("7;8"); hãy xuất lại tệp đầy đủ và gửi lại'],
  ]);
  expect(rows('a;b;c\n1;2;3\n4;5;6\n7;8\n')).toHaveLength(4);
  expect(rows('a;b;c\n1;2;3\n4;5\n7;8')).toHaveLength(4);
});

test('a table comes back cell for cell, whatever is in its quoted cells', () => {
  const table = fc.constantFrom(';', ',', '\t', '|').chain((mark) => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab1 "\r\nỳ', mark), maxLength: 8 });
    const width = fc.integer({ min: 2, max: 5 });
    const row = (cells: number) => fc.array(cell, { minLength: cells, maxLength: cells });
    return width.chain((cells) =>
      fc.record({ mark: fc.constant(mark), cells: fc.array(row(cells), { minLength: 1 }) }),
    );
  });
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), ({ mark, cells }, end) => {
      const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
      // Of a few cells of nothing but quotes and delimiters nobody can tell what they were written with.
      const names = cells[0]?.map((_, column) => `Cột ${column + 1}`) ?? [];
      const whole = [names, ...Array.from({ length: 3 + cells.length }, () => names.map(() => '12')), ...cells];
      expect(rows(whole.map((row) => row.map(quoted).join(mark) + end).join(''))).toEqual(whole);
    }),
  );
});
