import { columnLetters, locatorText, placeName } from '../../schemas/cell';

test.each([
  [{ row: 12, column: 4 }, 'row 12, column 4', 'dòng 12, cột 4'],
  [{ row: 12, column: 2, sheet: 'Biểu\n01' }, 'B12', 'ô B12 trang "Biểu 01"'],
  [{ pointer: '/rows/9' }, '/rows/9', 'vị trí /rows/9'],
])('%j is %s', (at, text, name) => {
  expect(locatorText(at)).toBe(text);
  expect(placeName(at)).toBe(name);
});

test('columns of a sheet go on after Z', () => {
  expect([1, 26, 27, 52, 53, 702, 703, 16384].map(columnLetters)).toEqual([
    ...['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD'],
  ]);
});
