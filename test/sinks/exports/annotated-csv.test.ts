import fc from 'fast-check';
import { withoutReview } from '../../../schemas/review';
import { annotatedCsv, type CsvFile } from '../../../sinks/exports/annotated/csv';
import type { Doubtful } from '../../../sinks/exports/annotated/wording';
import { CsvRecords, type Dialect } from '../../../sources/csv/index';

const dialect: Dialect = { delimiter: ';', quote: '"', escape: '"', lineEnd: '\n' };
const header = ['TT', 'Chỉ tiêu', 'Thực hiện'];

function read(text: string, headers: readonly number[], by = dialect): CsvFile {
  const reader = new CsvRecords(by);
  const records = [...reader.push(text), ...reader.end()].map(({ cells, line }) => ({ cells, line, faulty: false }));
  return { text, dialect: by, headers, records };
}

/** The cells of a copy, as the reader gives them. */
const cellsOf = (copy: Buffer, by = dialect) => read(copy.toString(), [], by).records.map(({ cells }) => cells);

function doubt(row: number, column: number, message = 'Không đọc được số.'): Doubtful {
  return { severity: 'error', at: { row, column }, raw: null, message, proposal: null };
}

const written = (cell: string, { delimiter }: Dialect) =>
  cell.includes('"') || cell.includes('\n') || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;

test('whatever the cells hold, the copy reads as the file does, and its own copy says the same', () => {
  const cell = fc.oneof(
    fc.constantFrom('', '5', '1.056,5', '-381', 'a;b', '"', 'hai\ndòng', '=1+1', ' ', 'x\ty', 'a,b'),
    fc.string({ maxLength: 6 }).map((text) => text.replace(/[\r\u0085\u2028\u2029]/g, '')),
  );
  const row = fc.array(cell, { minLength: 1, maxLength: 6 });
  const place = fc.record({ row: fc.nat(12), column: fc.nat({ max: 6 }) });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.array(place, { maxLength: 6 }),
      fc.constantFrom(';', ',', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      (body, places, delimiter, lineEnd) => {
        const by: Dialect = { ...dialect, delimiter, lineEnd };
        const rows = [header, ...body];
        const text = rows.map((cells) => cells.map((each) => written(each, by)).join(delimiter) + lineEnd).join('');
        const findings = places.map((at) => doubt(at.row + 1, at.column + 1, '=cmd("x");\n•'));
        const copy = annotatedCsv(read(text, [1], by), findings);

        const cells = cellsOf(copy, by);
        const before = read(text, [1], by).records;
        const end = (row: readonly string[] = []) => row.findLastIndex((each) => each.trim() !== '') + 1;
        withoutReview(cells, (each) => each).forEach((row, index) => {
          const own = before[index]?.cells ?? [];
          const filled = row.map((each, at) => (each === 'Ô trống' && own[at]?.trim() === '' ? (own[at] ?? '') : each));
          expect(filled.slice(0, end(filled))).toEqual(own.slice(0, end(own)));
        });
        expect(cells.flat().filter((each) => each.startsWith('=cmd'))).toEqual([]);
        const twice = annotatedCsv(read(copy.toString(), [1], by), findings);
        expect(cellsOf(twice, by).map((row) => row.filter((each) => each.trim() !== ''))).toEqual(
          cells.map((row) => row.filter((each) => each.trim() !== '')),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('rows are padded to the table’s width; titles, empty lines and the preamble stay as they are', () => {
  const text = 'Biểu 01\nKỳ báo cáo;Năm 2020\n\nTT;Chỉ tiêu;Thực hiện\n1;Tổng số\n\n2;Giải thể;x;\n';
  expect(annotatedCsv(read(text, [4]), [doubt(7, 3)]).toString()).toBe(
    '\ufeffBiểu 01\nKỳ báo cáo;Năm 2020\n\nTT;Chỉ tiêu;Thực hiện;;Cần xem lại;Đề nghị sửa\n1;Tổng số;;;;\n\n2;Giải thể;x;;"cột C (Thực hiện): Không đọc được số.";\n',
  );
});

test('what is about the whole report, a header or no row of the file stands beside the first row', () => {
  const file = read('TT;Chỉ tiêu;Thực hiện\n1;Tổng số;5\n', [1]);
  const whole: Doubtful = { ...doubt(1, 1), at: null, message: 'Thiếu 3 chỉ tiêu.' };
  expect(cellsOf(annotatedCsv(file, [whole, doubt(1, 3), doubt(9, 1)]))[1]?.[3]).toBe(
    'Cả báo cáo: Thiếu 3 chỉ tiêu. • Tiêu đề cột C (Thực hiện): Không đọc được số. • cột A (TT): Không đọc được số.',
  );
});

test('a number cut in two that pushed an empty cell out is still one cell too long in the copy; other rows are not', () => {
  const copy = annotatedCsv(read('TT;Chỉ tiêu;Thực hiện;Ghi chú\n1;Tổng vốn;100;85;\n2;Vốn;7;8\n', [1]), [doubt(2, 5)]);
  expect(withoutReview(cellsOf(copy), (cell) => cell)).toEqual([
    ['TT', 'Chỉ tiêu', 'Thực hiện', 'Ghi chú'],
    ['1', 'Tổng vốn', '100', '85', 'Ô trống'],
    ['2', 'Vốn', '7', '8'],
  ]);
});

test('two tables one below the other each have their names and their own width', () => {
  const text = 'TT;Chỉ tiêu;Thực hiện\n1;a;x\n\nTT;Chỉ tiêu;Kế hoạch;Thực hiện\n1;b;2;y;z\n';
  const copy = annotatedCsv(read(text, [1, 4]), [doubt(2, 3), doubt(5, 5)]);
  expect(withoutReview(cellsOf(copy), (cell) => cell)).toEqual(read(text, []).records.map(({ cells }) => cells));
  expect(cellsOf(copy)[4]?.at(-2)).toBe('cột E: Không đọc được số.');
});

test('a proposal says what to put in the cell', () => {
  const proposal = { value: '-34.357', unit: 'tỷ đồng', because: 'số trong bảng đều ghi như vậy' };
  const copy = annotatedCsv(read('TT;Vốn\n1;34.357 tỷ\n', [1]), [{ ...doubt(2, 2), raw: '34.357 tỷ', proposal }]);
  expect(cellsOf(copy)[1]?.at(-1)).toBe(
    'cột B (Vốn) "34.357 tỷ": sửa thành -34,357 tỷ đồng (số trong bảng đều ghi như vậy)',
  );
});
