import { findings, list, register, sentences } from './written';

const header = 'STT;Tên HTX;Loại hình;Tình trạng;Số thành viên;Vốn điều lệ (triệu đồng)';
const two = ['1;HTX A;HTX;;25;1500', '2;HTX B;HTX;;40;2200'];
const read = (...rows: string[]) => register(list(header, rows));
const totals = (...rows: string[]) => sentences(read(...rows), 'register.total');

test('a total that is not the sum of its rows: one finding with all that differs', () => {
  const wrong = read(...two, ';Tổng cộng: 3 HTX;;;95;4700');
  expect(findings(wrong).filter((each) => each.startsWith('register.total'))).toEqual([
    'register.total warning at row 6, column 2: Tổng cộng: 3 HTX',
  ]);
  expect(sentences(wrong, 'register.total')[0]).toContain(
    '3 đơn vị (các dòng: 2); 95 người (các dòng: 65 người); 4.700 triệu đồng (các dòng: 3.700 triệu đồng)',
  );
});

test.each([
  ';Tổng cộng: 2 HTX;;;65;3700',
  ';Tổng số: 02;;;65;3.700',
  ';Cộng (1+2);;;65;3,7 tỷ',
  ';Tổng cộng năm 2021;;;65;3700',
  ';Tổng cộng;;;;',
  ';Tổng cộng;;;-;3701',
])('the total "%s" agrees', (total) => {
  expect(totals(...two, total)).toEqual([]);
});

test('people are whole: one too many is one too many', () => {
  expect(totals(...two, ';Tổng cộng;;;66;3700')).toHaveLength(1);
  expect(totals(...two, ';Tổng cộng;;;65;3710')).toHaveLength(1);
});

test('a subtotal is of the rows since the heading or total before it, a total of all', () => {
  const good = ['I;Huyện A;;;;', ...two, ';Cộng huyện A;;;65;3700', 'II;Huyện B;;;;', '3;HTX C;HTX;;7;100'];
  expect(totals(...good, ';Cộng huyện B: 1 HTX;;;7;100', ';Tổng cộng;;;72;3800')).toEqual([]);
  expect(totals(...good, ';Cộng huyện B;;;8;100')[0]).toContain('không khớp với 1 dòng của danh sách: 8 người');
  expect(totals(...good, ';Tổng cộng;;;73;3800')[0]).toContain('không khớp với 3 dòng của danh sách: 73 người');
});

test('a total above its rows is of all of them', () => {
  expect(totals(';Tổng số;;;65;3700', ...two)).toEqual([]);
  expect(totals(';Tổng số;;;60;3700', ...two)).toHaveLength(1);
});

test('those that are dissolved may be in the total or not', () => {
  const gone = '3;HTX C;HTX;Giải thể;7;100';
  expect(totals(...two, gone, ';Tổng cộng: 3 HTX;;;72;3800')).toEqual([]);
  expect(totals(...two, gone, ';Tổng cộng: 2 HTX;;;65;3700')).toEqual([]);
});

test('a column with a cell that cannot be read has no sum to compare', () => {
  expect(totals(...two, '3;HTX C;HTX;;bảy;100', ';Tổng cộng;;;72;3800')).toEqual([]);
  expect(totals(...two, '3;HTX C;HTX;;bảy;100', ';Tổng cộng;;;72;9800')).toHaveLength(1);
});

test('a row of which nobody knows the type is in the sum', () => {
  expect(totals(...two, '3;Tân Hưng;Doanh nghiệp;;7;100', ';Tổng cộng;;;72;3800')).toEqual([]);
});

test('a cooperative whose name begins as a total does is one', () => {
  expect(read('1;Tổng hợp Tân Hưng;HTX;;25;1500', '2;Cộng Hòa;HTX;;40;2200').rows).toBe(2);
});

test('a total may be of the rows as they are listed, with one that stands there twice', () => {
  const rows = [
    'HTX Đồng Tâm;HTX;Thôn 1;Xã A;25;100',
    'HTX An Bình;HTX;Thôn 2;Xã A;10;50',
    'HTX Đồng Tâm;HTX;Thôn 1;Xã A;25;100',
  ];
  const header = 'Tên HTX;Loại hình;Địa chỉ;Xã;Số thành viên;Vốn điều lệ (triệu đồng)';
  const of = (total: string) =>
    findings(register(list(header, [...rows, total]))).filter((each) => /^register.total|^row.twice/.test(each));
  const twice = expect.stringContaining('row.twice');
  expect(of('Tổng cộng;;;;60;250')).toEqual([twice]);
  expect(of('Tổng cộng;;;;35;150')).toEqual([twice]);
  expect(of('Tổng cộng;;;;61;250')).toEqual([twice, 'register.total warning at row 7, column 5: 61']);
});

test.each(['Cộng lĩnh vực nông nghiệp', 'Cộng phường Trần Phú', 'Tổng nhóm I', 'T.CỘNG', 'Tổng I+II'])(
  'in a list without numbers "%s" is no cooperative, which is said',
  (name) => {
    const read = register(
      list('Tên đơn vị;Loại hình;Số thành viên', ['HTX A;HTX;25', 'HTX B;HTX;40', `${name};;65`, 'Cộng Hòa;;7']),
    );
    expect(read.register?.map((row) => row.name)).toEqual(['HTX A', 'HTX B', 'Cộng Hòa']);
    expect(sentences(read, 'row.beside')[0]).toContain(name);
  },
);
