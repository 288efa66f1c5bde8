import { sniffDialect } from '../../../sources/csv/index';

const row = (delimiter: string, cells: readonly string[]) => cells.join(delimiter);
const table = (delimiter: string, end = '\n') =>
  [
    ['TT', 'Tên', 'Vốn', 'Ngày'],
    ['1', 'HTX Tân Hưng', '2.056,598', '31/5/2021'],
    ['2', 'HTX An Khê', '840,98', '1/6/2021'],
    ['3', 'HTX Phú Thịnh', '12', '05/2021'],
  ]
    .map((cells) => row(delimiter, cells) + end)
    .join('');

test.each([';', '\t', '|', '^', '~', ', ', '; ', ' | ', '||', '\t\t', '\\t'])('delimiter %j', (delimiter) => {
  const text = delimiter === ', ' ? table(delimiter).replace(/(\d),(\d)/g, '$1.$2') : table(delimiter);
  expect(sniffDialect(text, true)).toMatchObject({ dialect: { delimiter }, width: 4 });
});

test.each<[string, string, object]>([
  ['spaces between figures', 'a b c d\n1 55 33 9\n3 4 12 87\n', { dialect: { delimiter: ' ' }, width: 4 }],
  ['colons between words and figures', 'id:name:uid\n1:root:0\n2:bin:1\n', { dialect: { delimiter: ':' }, width: 3 }],
  [
    'times do not make colons delimiters',
    '1;10:00:00\n2;11:30:00\n3;12:45:10\n',
    { dialect: { delimiter: ';' }, width: 2 },
  ],
  ['decimal commas do not make commas delimiters', 'a;1,5\nb;2,5\nc;3,5\n', { dialect: { delimiter: ';' }, width: 2 }],
  [
    'quoted commas do not make commas delimiters',
    'a;"b, c, d"\n1;"x, y, z"\n',
    { dialect: { delimiter: ';' }, width: 2 },
  ],
  ['names of three words are one column', 'Nguyễn Văn An\nTrần Thị Bình\nLê Hữu Cường\n', { width: 1, margin: 0 }],
  ['amounts with spaces are one column', '1 056 714\n2 056 598\n3 600 000\n', { width: 1 }],
  ['an empty file', '', { width: 1, margin: 0 }],
  ['what Excel is told on the first line', 'sep=;\na,b;c\n1,2;3\n', { dialect: { delimiter: ';' } }],
  ['apostrophes as quotes', "a,b\n1,'x, y'\n2,'z, w'\n", { dialect: { quote: "'" } }],
  ['apostrophes in words are no quotes', "a,b\n1,Men's\n2,Kids'\n", { dialect: { quote: '"' } }],
  ['typographic quotes', 'a,b\n1,“x, y”\n2,“z, w”\n', { dialect: { quote: '“”' } }],
  ['backslashes before quotes', 'a,b\n1,"5\\" x"\n2,"y"\n', { dialect: { escape: '\\' } }],
  [
    'a path that ends in a backslash escapes nothing',
    'a,b\n"C:\\x\\",1\n"say ""hi""",2\n',
    { dialect: { escape: '"' } },
  ],
  ['CR', 'a,b\r1,2\r', { dialect: { lineEnd: '\r' } }],
  ['CR LF', 'a,b\r\n1,2\r\n', { dialect: { lineEnd: '\r\n' } }],
])('%s', (_, text, expected) => {
  expect(sniffDialect(text, true)).toMatchObject(expected);
});

test('a head that was cut in the middle of a line is judged by its whole lines', () => {
  expect(sniffDialect('a;b;c\n1;2;3\n4;5;6\n7;"8', false)).toMatchObject({ dialect: { delimiter: ';' }, width: 3 });
});

test('the delimiter that comes second stands beside', () => {
  const { margin, runnerUp } = sniffDialect('a;b\n1,5;2\n3,5;4\n', true);
  expect(runnerUp).toBe(',');
  expect(margin).toBeGreaterThan(0);
  expect(margin).toBeLessThan(1);
});
