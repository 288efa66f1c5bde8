import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { readTable } from '../../../sources/csv/index';

const spectrum = path.dirname(require.resolve('csv-spectrum'));
const names = readdirSync(path.join(spectrum, 'csvs')).map((name) => path.basename(name, '.csv'));
const text = (folder: string, name: string) => readFileSync(path.join(spectrum, folder, name), 'utf8');

test('csv-spectrum has its twelve files', () => {
  expect(names).toHaveLength(12);
});

test.each(names)('csv-spectrum: %s', (name) => {
  const read = parse([...readTable([text('csvs', `${name}.csv`)])].join(''), { columns: true });
  const expected = [JSON.parse(text('json', `${name}.json`))].flat();
  // Its JSON has another phone number than its CSV.
  if (name === 'location_coordinates') expected[0]['Contact Phone Number'] = '2095257564';
  expect(read).toEqual(expected);
});

/** What csv-spectrum lacks: the same faults in Vietnamese text, and in the very form that they are printed in. */
const cases: readonly (readonly [string, string, string])[] = [
  ['comma in quotes', 'tên,địa chỉ,xã\nAn,"12 Lê Lợi, tổ 3",08123', 'tên,địa chỉ,xã\nAn,"12 Lê Lợi, tổ 3",08123\n'],
  [
    'a quote in plain text',
    `Điện thoại,Toạ độ,Huyện\n0912,21°36'37.8"N 105°2'17.9"E,Sóc Sơn`,
    `Điện thoại,Toạ độ,Huyện\n0912,"21°36'37.8""N 105°2'17.9""E",Sóc Sơn\n`,
  ],
  ['empty cells, quoted, CR LF', 'a,b,c\r\n1,"",""\r\n2,3,4', 'a,b,c\n1,,\n2,3,4\n'],
  [
    'line breaks in quotes, CR LF',
    'a,b,c\r\n1,2,3\r\n"Ngày xưa \r\ncó",5,6\r\n7,8,9\r\n',
    'a,b,c\n1,2,3\n"Ngày xưa \r\ncó",5,6\n7,8,9\n',
  ],
];

test.each(cases)('printed: %s', (_, written, printed) => {
  expect([...readTable([written])].join('')).toBe(printed);
});
