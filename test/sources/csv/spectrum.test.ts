import { readTable } from '../../../sources/csv/index';

/** The twelve faults of csv-spectrum, in files of our own; what is read, as header and records. */
const cases: readonly (readonly [string, string, string])[] = [
  ['comma in quotes', 'tên,địa chỉ,xã\nAn,"12 Lê Lợi, tổ 3",08123', 'tên,địa chỉ,xã\nAn,"12 Lê Lợi, tổ 3",08123\n'],
  ['empty cells, quoted', 'a,b,c\n1,"",""\n2,3,4', 'a,b,c\n1,,\n2,3,4\n'],
  ['empty cells, quoted, CR LF', 'a,b,c\r\n1,"",""\r\n2,3,4', 'a,b,c\n1,,\n2,3,4\n'],
  ['escaped quotes', 'a,b\n1,"ha ""ha"" ha"\n3,4\n', 'a,b\n1,"ha ""ha"" ha"\n3,4\n'],
  [
    'JSON in a cell',
    'k,v\n1,"{""loại"": ""HTX"", ""toạ độ"": [102.0, 0.5]}"\n',
    'k,v\n1,"{""loại"": ""HTX"", ""toạ độ"": [102.0, 0.5]}"\n',
  ],
  [
    'a quote in plain text',
    `Điện thoại,Toạ độ,Huyện\n0912,21°36'37.8"N 105°2'17.9"E,Sóc Sơn`,
    `Điện thoại,Toạ độ,Huyện\n0912,"21°36'37.8""N 105°2'17.9""E",Sóc Sơn\n`,
  ],
  ['line breaks in quotes', 'a,b,c\n1,2,3\n"Ngày xưa \ncó",5,6\n7,8,9\n', 'a,b,c\n1,2,3\n"Ngày xưa \ncó",5,6\n7,8,9\n'],
  [
    'line breaks in quotes, CR LF',
    'a,b,c\r\n1,2,3\r\n"Ngày xưa \r\ncó",5,6\r\n7,8,9\r\n',
    'a,b,c\n1,2,3\n"Ngày xưa \r\ncó",5,6\n7,8,9\n',
  ],
  ['quotes and line breaks', 'a,b\n1,"ha \n""ha"" \nha"\n3,4\n', 'a,b\n1,"ha \n""ha"" \nha"\n3,4\n'],
  ['simple', 'a,b,c\n1,2,3\n', 'a,b,c\n1,2,3\n'],
  ['simple, CR LF', 'a,b,c\r\n1,2,3\r\n', 'a,b,c\n1,2,3\n'],
  ['letters beyond ASCII', 'a,b,c\n1,2,3\n4,5,ʤ', 'a,b,c\n1,2,3\n4,5,ʤ\n'],
];

test.each(cases)('%s', (_, text, expected) => {
  expect([...readTable([text])].join('')).toBe(expected);
});
