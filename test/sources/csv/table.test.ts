import { CsvTables, readTable, type TableShape } from '../../../sources/csv/index';

const read = (text: string) => [...readTable([text])].join('');

function shapes(text: string): TableShape[] {
  const reader = new CsvTables();
  reader.push(text);
  reader.end();
  return reader.tables;
}

const header = 'TT;Tên;Vốn;Ngày\n';
const body = '1;An;12,5;31/5/2021\n2;Bình;840,9;1/6/2021\n3;Cường;7,25;05/2021\n';
const printed = 'TT,Tên,Vốn,Ngày\n1,An,"12,5",31/5/2021\n2,Bình,"840,9",1/6/2021\n3,Cường,"7,25",05/2021\n';

test.each<[string, string, string]>([
  ['a table and nothing else', header + body, printed],
  ['an empty file', '', ''],
  ['empty lines alone', '\n\n\n', ''],
  ['a byte-order mark alone', '\ufeff', ''],
  ['a header alone', header, 'TT,Tên,Vốn,Ngày\n'],
  ['a header and one record', `${header}1;An;12,5;31/5/2021\n`, 'TT,Tên,Vốn,Ngày\n1,An,"12,5",31/5/2021\n'],
  ['no header', body, printed.slice(printed.indexOf('\n') + 1)],
  ['no line end at the end', (header + body).trimEnd(), printed],
  ['empty lines at the end', `${header + body}\n\n`, printed],
  ['an empty line within', header + body.replace('\n3', '\n\n3'), printed],
  ['a preamble of keys and values', `Đơn vị;Bắc Giang\nKỳ báo cáo;2020\n${header}${body}`, printed],
  ['a preamble, filled up and followed by an empty row', `BÁO CÁO;;;\n;;;\n${header}${body}`, printed],
  ['a unit on the right above the header', `;;;Đơn vị tính: triệu đồng\n${header}${body}`, printed],
  ['a title across, empty line, table', `Liên minh HTX\n\n${header}${body}`, printed],
  ['footnotes', `${header}${body}\n(*) Số liệu sơ bộ\nNguồn: Liên minh HTX\n`, printed],
  ['a footnote without an empty line', `${header}${body}(*) Số liệu sơ bộ;;;\n`, printed],
  ['signatures', `${header}${body};;;\nNgười lập;;Giám đốc;\n`, printed],
  ['empty columns at the end', (header + body).replace(/\n/g, ';;;\n'), printed],
  ['the header again at each page', header + body.replace('2;', `${header}2;`).replace('3;', `${header}3;`), printed],
  ['the header and a running title again', `SỔ;;;\n${header}${body.replace('2;', `SỔ;;;\n${header}2;`)}`, printed],
  ['numbers of the columns below the header', `${header}A;B;1;2\n${body}`, printed],
  ['numbers of the columns in brackets', `${header}(1);(2);(3);(4)\n${body}`, printed],
  ['a second table with the same header and records', header + body + header + body, printed],
  ['a second table that is numbered anew', `${header}${body}${header}1;Dung;3;1/2/2020\n`, printed],
  ['a second table with one column less', `${header}${body}TT;Tên;Vốn\n1;An;12,5\n`, printed],
  ['a second table with one column more', `${header}${body}TT;Tên;Vốn;Ngày;Ghi chú\n1;An;12,5;31/5/2021;x\n`, printed],
  ['a second table of another kind after an empty line', `${header}${body}\nMã;Huyện;Số xã\n024;Tân Yên;24\n`, printed],
  ['one cell too many', header + body.replace('840,9;', '840,9;;'), printed.replace('"840,9",1/6/2021', '"840,9",')],
  ['one name too many, and it is empty', `TT;;Tên;Vốn;Ngày\n${body}`, printed],
  ['one cell too few', header + body.replace('840,9;1/6/2021', '840,9'), printed.replace(',1/6/2021', ',')],
  [
    'a section within the table',
    header + body.replace('2;', 'Huyện Tân Yên;;;\n2;'),
    printed.replace('\n2,', '\nHuyện Tân Yên,,,\n2,'),
  ],
  [
    'a section right below the header',
    `${header}I;HỢP TÁC XÃ;;\n${body}`,
    printed.replace('\n1,', '\nI,HỢP TÁC XÃ,,\n1,'),
  ],
  ['a row pasted in with tabs', header + body.replace('2;Bình;840,9;1/6/2021', '2\tBình\t840,9\t1/6/2021'), printed],
  [
    'a line that cannot be split is left as it is',
    header + body.replace('2;', 'Số liệu, sơ bộ, của, huyện\n2;'),
    printed.replace('\n2,', '\n"Số liệu, sơ bộ, của, huyện",,,\n2,'),
  ],
  [
    'years over columns',
    'Chỉ tiêu;2018;2019;2020\nVốn;1;2;3\nLãi;4;5;6\n',
    'Chỉ tiêu,2018,2019,2020\nVốn,1,2,3\nLãi,4,5,6\n',
  ],
  ['names over names', 'name;sector\nAn;trồng trọt\nBình;vận tải\n', 'name,sector\nAn,trồng trọt\nBình,vận tải\n'],
  ['one column', 'tên\nAn\nBình\n', 'tên\nAn\nBình\n'],
])('%s', (_, text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each<[string, string, string]>([
  [
    'two rows, merged across and down',
    'TT;Tên;Năm 2019;;Năm 2020;\n;;KH;TH;KH;TH\n',
    'TT,Tên,Năm 2019 KH,Năm 2019 TH,Năm 2020 KH,Năm 2020 TH',
  ],
  [
    'three rows',
    'TT;Tên;Kết quả;;;\n;;Năm 2019;;Năm 2020;\n;;KH;TH;KH;TH\n',
    'TT,Tên,Kết quả Năm 2019 KH,Kết quả Năm 2019 TH,Kết quả Năm 2020 KH,Kết quả Năm 2020 TH',
  ],
  [
    'units below names',
    'TT;Tên;Vốn;Nợ;Lãi;Thuế\n;;triệu;triệu;triệu;triệu\n',
    'TT,Tên,Vốn triệu,Nợ triệu,Lãi triệu,Thuế triệu',
  ],
  [
    'a title over a few columns, names twice below',
    ';;Năm 2019;;Năm 2020;\nTT;Tên;KH;TH;KH;TH\n',
    'TT,Tên,Năm 2019 KH,Năm 2019 TH,Năm 2020 KH,Năm 2020 TH',
  ],
  [
    'merged cells whose text was written into each',
    'TT;Tên;Năm 2019;Năm 2019;Năm 2020;Năm 2020\nTT;Tên;KH;TH;KH;TH\n',
    'TT,Tên,Năm 2019 KH,Năm 2019 TH,Năm 2020 KH,Năm 2020 TH',
  ],
  ['the same row twice, joined as it stands', 'TT;Tên;a;b;c;d\nTT;Tên;a;b;c;d\n', 'TT TT,Tên Tên,a a,b b,c c,d d'],
])('header of %s', (_, text, names) => {
  const rows = '1;An;10;20;30;40\n2;Bình;11;21;31;41\n3;Cường;12;22;32;42\n';
  expect(read(`Đơn vị;Bắc Giang\n${text}${rows}`)).toBe(`${names}\n${rows.replaceAll(';', ',')}`);
});

test('what was left out stands in the shape, with its address', () => {
  const text = `Đơn vị;Bắc Giang\n\n${header}${body.replace('2;', `${header}2;`)}4;Dung;1;2/2/2020;thừa\n;Cộng;860,65;\n\nGhi chú\n\nMã;Huyện;Xã\n024;Tân Yên;24\n`;
  const [first, second, ...more] = shapes(text);
  expect(first?.preamble.map(({ record }) => record)).toEqual([1]);
  expect(first?.header.map(({ record }) => record)).toEqual([3]);
  expect(first).toMatchObject({ width: 4, records: 5, repeatedHeaders: 1, names: ['TT', 'Tên', 'Vốn', 'Ngày'] });
  expect(first?.quarantined).toEqual([
    { record: 8, line: 8, why: 'too many cells', cells: ['4', 'Dung', '1', '2/2/2020', 'thừa'] },
  ]);
  expect(first?.total?.record).toBe(9);
  expect(second?.names).toEqual(['Mã', 'Huyện', 'Xã']);
  expect(more).toEqual([]);
});

test('a file that was cut off says so', () => {
  expect(shapes(`${header}${body}4;"Du`)[0]?.quarantined).toMatchObject([{ record: 5, why: 'cut off' }]);
});

test('chunks give what the whole gives', () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, index) => `${index + 1};HTX ${index};${index % 97};${(index % 28) + 1}/1/2021\n`,
  );
  const text = header + rows.join('');
  const chunks = text.match(/[\s\S]{1,10007}/g) ?? [];
  expect([...readTable(chunks)].join('')).toBe(read(text));
});

test('a file of nothing but small tables takes no longer for each', () => {
  const started = performance.now();
  const found = shapes('TT;Tên\n1;An\n2;Bình\n'.repeat(100_000));
  expect(found[0]?.records).toBe(2);
  expect(found.length).toBeLessThan(200);
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('a table of 5 000 columns', () => {
  const wide = (from: number) => Array.from({ length: 5000 }, (_, index) => from + index).join(',');
  const text = `${wide(0).replace(/\d+/g, 'c$&')}\n${wide(1)}\n${wide(2)}\n`.repeat(1);
  expect(read(text)).toBe(text);
});

const pets = 'animal,colour,place\ncat,black,barn\ndog,white,house\ngoat,brown,yard\n';

test.each<[string, string, string]>([
  ['a second table of words with one column more', `${pets}${pets.replace(/\n/g, ',x\n')}`, pets],
  ['a second table of words with one column less', `${pets}animal,colour\ncat,black\ndog,white\n`, pets],
  [
    'a second table of one column',
    'date,price\n2023-01-01,20.1\n2023-02-02,21.4\ndate\n2023-01-01\n2023-02-02\n',
    'date,price\n2023-01-01,20.1\n2023-02-02,21.4\n',
  ],
  [
    'names of words written twice',
    `animal,colour,place\n${pets}`,
    pets.replace(/^.*/, 'animal animal,colour colour,place place'),
  ],
  ['names written twice over one record', 'Name,Age\nName,Age\nAnn,34\n', 'Name Name,Age Age\nAnn,34\n'],
  ['a stray quote before the first of two columns', '"x,y\n0,0\n1,1\n', '"""x",y\n0,0\n1,1\n'],
  ['a stray quote before a figure right below the header', 'a,b,c\nx,"5,z\ny,6,z\n', 'a,b,c\nx,"""5",z\ny,6,z\n'],
  [
    'comments as wide as the table',
    '# 3 of 4, as of May\ndate,price\n2023-01-01,20.1\n2023-02-02,21.4\n',
    'date,price\n2023-01-01,20.1\n2023-02-02,21.4\n',
  ],
  ['keys and values over a table of words', `Office,North\nBy,Ann\n\n${pets}`, pets],
  [
    'a preamble of more lines than the table',
    'By the office\nProvisional\nOn request\nName,Age,City\nAnn,34,Lund\n',
    'Name,Age,City\nAnn,34,Lund\n',
  ],
  [
    'footnotes that are nearly as many as the records',
    'id,name\n1,Ann\n2,Bob\nSource: the office,\nOn request,\n',
    'id,name\n1,Ann\n2,Bob\n',
  ],
  ['a record that has nothing but its number', 'id,name\n1,Ann\n2,Bob\n3\n', 'id,name\n1,Ann\n2,Bob\n3,\n'],
  [
    'two columns by two bars',
    'date||price\n2023-01-01||20.1\n2023-02-02||21.4\n',
    'date,price\n2023-01-01,20.1\n2023-02-02,21.4\n',
  ],
  [
    'two columns, one record by a space',
    'date,price\n2023-01-01,20.1\n2023-02-02 21.4\n2023-03-03,22.5\n',
    'date,price\n2023-01-01,20.1\n2023-02-02,21.4\n2023-03-03,22.5\n',
  ],
  [
    'sentences with commas',
    'Dear Ann, how are you, and Tom\nWe met in May\nI hope, dear, you are well, and glad\nYours, Bob\n',
    '"Dear Ann, how are you, and Tom"\nWe met in May\n"I hope, dear, you are well, and glad"\n"Yours, Bob"\n',
  ],
])('of few columns and records: %s', (_, text, expected) => {
  expect(read(text)).toBe(expected);
});
