import fc from 'fast-check';
import { CsvRecords, CsvTables, csvLine, type Dialect, readTable, sniffDialect } from '../../../sources/csv/index';

const comma: Dialect = { delimiter: ',', quote: '"', escape: '"', lineEnd: '\n' };

function records(text: string, width = 0, dialect = comma, cuts: readonly number[] = []) {
  const reader = new CsvRecords(dialect, width);
  const found = [];
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    found.push(...reader.push(text.slice(from, cut)));
    from = Math.max(from, cut);
  }
  return [...found, ...reader.push(text.slice(from)), ...reader.end()];
}

const cells = (text: string, width = 0, dialect = comma) => records(text, width, dialect).map((record) => record.cells);

test.each<[string, string, number, string[][]]>([
  [
    'a stray quote that opens a plain cell',
    'a,b,c\n1,"2,3\n4,5,6\n',
    3,
    [
      ['a', 'b', 'c'],
      ['1', '"2', '3'],
      ['4', '5', '6'],
    ],
  ],
  [
    'a stray quote at the end of a line',
    'a,b,"\n1,2,"x, y"\n3,4,5\n',
    3,
    [
      ['a', 'b', '"'],
      ['1', '2', 'x, y'],
      ['3', '4', '5'],
    ],
  ],
  ['a stray quote before a quoted cell', 'a,""b, c",d\n', 3, [['a', '"b, c', 'd']]],
  ['quotes in quotes that were not escaped', '1,"HTX "Tân Hưng" mới",2\n', 3, [['1', 'HTX "Tân Hưng" mới', '2']]],
  ['an inch mark before the closing quote', '"Bàn 48"","Gỗ, tròn",1\n', 3, [['Bàn 48"', 'Gỗ, tròn', '1']]],
  [
    'a quote in a plain cell',
    '1,ống 5",x\n2,"y",z\n',
    3,
    [
      ['1', 'ống 5"', 'x'],
      ['2', 'y', 'z'],
    ],
  ],
  [
    'a delimiter missing before a quoted cell',
    'a,b,c\n1,An"x, y, z"\n',
    3,
    [
      ['a', 'b', 'c'],
      ['1', 'An', 'x, y, z'],
    ],
  ],
  [
    'a delimiter missing after a quoted cell',
    'a,b,c\n1,"x, y"z\n',
    3,
    [
      ['a', 'b', 'c'],
      ['1', 'x, y', 'z'],
    ],
  ],
  [
    'text after a closing quote, nowhere near the width',
    'a,b,c\n"x"y\n1,2,3\n',
    3,
    [['a', 'b', 'c'], ['"x"y'], ['1', '2', '3']],
  ],
  ['spaces around quoted cells', 'a, "b, c" ,d\n', 3, [['a', 'b, c', 'd']]],
  ['line breaks and stray quotes in one cell', '1,"dòng "một"\ndòng hai",2\n', 3, [['1', 'dòng "một"\ndòng hai', '2']]],
  [
    'line ends of all three kinds',
    'a,b\r1,2\n3,4\r\n5,6',
    2,
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ],
  ],
  ['a byte-order mark that was left in', '\ufeffa,b\n', 2, [['a', 'b']]],
  ['NUL bytes', 'a\0,b\n', 2, [['a\0', 'b']]],
  ['empty lines', 'a\n\n\nb\n', 1, [['a'], [''], [''], ['b']]],
])('%s', (_, text, width, expected) => {
  expect(cells(text, width)).toEqual(expected);
});

test('an unclosed quote at the end of the file is a file that was cut off', () => {
  const last = records('a,b,c\n1,2,3\n4,"dở da', 3).at(-1);
  expect(last).toMatchObject({ cells: ['4', 'dở da'], fault: 'cut off', record: 3, line: 3 });
  expect(records('a,b,c\n1,2,3\n4,"dở\nda', 3).at(-1)).toMatchObject({ cells: ['4', 'dở\nda'], fault: 'cut off' });
});

test('an unclosed quote in the middle swallows nothing', () => {
  const found = records(`a,b\n1,"2\n${'3,4\n'.repeat(50_000)}`, 2);
  expect(found).toHaveLength(50_002);
  expect(found[1]).toMatchObject({ cells: ['1', '"2'], fault: 'stray quote' });
});

test('a register of names with no numbers keeps its rows after a stray quote, and without a known width', () => {
  expect(records(`tên\n"An\n${'Bình\n'.repeat(10)}`, 1)).toHaveLength(12);
  expect(records(`a,b\n"An,x\n${'Bình,y\n'.repeat(10)}`, 0)).toHaveLength(12);
});

test('records and lines are counted apart', () => {
  expect(records('a,b\n"1\n2",3\n\n4,5\n').map(({ record, line }) => [record, line])).toEqual([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 5],
  ]);
});

/** Any character, and those that CSV is made of far more often. */
const character = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...'",\'\\;\n\r\t |') },
  { weight: 2, arbitrary: fc.constantFrom('a', '1', 'ệ') },
  fc.string({ unit: 'grapheme', maxLength: 1 }),
);
const anyText = fc.array(character, { maxLength: 200 }).map((all) => all.join(''));

test('any text gives the same records however it is cut', () => {
  const cut = fc.tuple(
    anyText,
    fc.array(fc.nat(200), { maxLength: 10 }),
    fc.nat(5),
    fc.constantFrom('"', "'", '“”'),
    fc.constantFrom('"', '\\', null),
  );
  fc.assert(
    fc.property(cut, ([text, cuts, width, quote, escapedBy]) => {
      const dialect = { ...comma, quote, escape: escapedBy };
      expect(records(text, width, dialect, cuts)).toEqual(records(text, width, dialect));
    }),
  );
});

test('chunks larger than what is waited for are cut anywhere as well', () => {
  const line = (index: number) => `${index},"HTX ""Tân"" Hưng, xã\nsố ${index % 7}",12,x\r\n`;
  const text = Array.from({ length: 12_000 }, (_, index) => line(index)).join('');
  const whole = records(text, 4);
  expect(whole).toHaveLength(12_000);
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { minLength: 1, maxLength: 6 }), (cuts) => {
      expect(records(text, 4, comma, cuts)).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

test('any text ends in a table, and reading what was printed gives the same again', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const printed = [...readTable([text])].join('');
      for (const record of records(printed)) expect(record.fault).toBeNull();
    }),
    { numRuns: 500 },
  );
});

const delimiters = [',', ';', '\t', '|', '^', '||', ' | '];
const written = fc.record({
  delimiter: fc.constantFrom(...delimiters),
  quote: fc.constantFrom('"', "'"),
  slashed: fc.boolean(),
  lineEnd: fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const),
  rows: fc
    .integer({ min: 1, max: 6 })
    .chain((width) =>
      fc.array(fc.array(anyText, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    ),
});

test('any table written in any dialect reads back exactly when the dialect is told', () => {
  fc.assert(
    fc.property(written, ({ delimiter, quote, slashed, lineEnd, rows }) => {
      const dialect: Dialect = { delimiter, quote, escape: slashed ? '\\' : quote, lineEnd };
      const cell = (text: string) => {
        const escaped = slashed
          ? text.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`)
          : text.replaceAll(quote, quote + quote);
        return quote + escaped + quote;
      };
      const text = rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join('');
      expect(cells(text, rows[0]?.length, dialect)).toEqual(rows);
    }),
  );
});

test('a table of figures and names written in any dialect reads back exactly when nothing is told', () => {
  const name = fc
    .tuple(
      fc.constantFrom('HTX', 'Liên hiệp', 'Quỹ'),
      fc.constantFrom('Tân "Hưng"', 'An, Khê', 'Phú; Thịnh', 'Hoà\nBình', 'số 5'),
    )
    .map((parts) => parts.join(' '));
  const row = fc.tuple(
    fc.nat(99_999).map(String),
    name,
    fc.constantFrom('31/5/2021', '1/12/2020'),
    fc.nat(999).map((n) => `${n}.000`),
  );
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 3, maxLength: 30 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      (rows, delimiter, lineEnd) => {
        const quoted = (text: string) => (/[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        const all = [['STT', 'Tên HTX', 'Ngày', 'Vốn'], ...rows];
        const text = all.map((cells) => cells.map(quoted).join(delimiter) + lineEnd).join('');
        expect([...readTable([text])].join('')).toBe(all.map(csvLine).join(''));
      },
    ),
  );
});

test.each(['\n', '\r\n', '\r'])(
  'of a line of three million characters the beginning alone is one record (%j)',
  (end) => {
    const text = `a,b${end}${'x,"'.repeat(1_000_000)}${end}c,d${end}`;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: text.length }), { maxLength: 4 }), (cuts) => {
        const all = records(text, 2, comma, cuts).map(({ cells, record, fault }) => [record, fault, cells[0]]);
        expect(all).toEqual([
          [1, null, 'a'],
          [2, 'too long', 'x'],
          [3, null, 'c'],
        ]);
      }),
      { numRuns: 10, examples: [[[3_000_000 + 3 + end.length]], [[3_000_000 + 4 + end.length]]] },
    );
  },
);

describe('nothing takes quadratic time', () => {
  const mb = 1 << 18;
  const hard: readonly (readonly [string, string])[] = [
    ['quotes', '"'.repeat(10 * mb)],
    ['quotes and delimiters', '",'.repeat(5 * mb)],
    ['quotes and line ends', '"\n'.repeat(3 * mb)],
    ['cells of one quote', '"a\n'.repeat(2 * mb)],
    ['stray quotes in every cell', 'x,"a "b" c",y\n'.repeat(mb / 2)],
    ['one line', 'a'.repeat(10 * mb)],
    ['delimiters', ','.repeat(10 * mb)],
    ['CR only', 'a,"b"\r'.repeat(mb)],
    ['an opening quote and no other', `a,b\n"${'1,2\n'.repeat(2 * mb)}`],
    ['backslashes', `"${'\\'.repeat(5 * mb)}`],
  ];
  test.each(hard)('2.5 MB of %s', (_, text) => {
    const started = performance.now();
    const reader = new CsvTables();
    for (let at = 0; at < text.length; at += 65_536) reader.push(text.slice(at, at + 65_536));
    reader.end();
    // At most 2 s on an idle machine; a quadratic step would take hours.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

test('the head that is sniffed may be cut anywhere', () => {
  fc.assert(fc.property(anyText, fc.boolean(), (text, whole) => void sniffDialect(text, whole)));
});
