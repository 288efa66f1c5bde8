import type { PlainTable } from './pollution';

/** Small tables as people have them, two to five columns: dates, times, e-mail, links, texts of several lines, words alone. */
export const smallTables = (): readonly PlainTable[] => [
  table('prices', 'date,price', 12, (row) => [day(row), `${20 + row}.${10 + ((row * 37) % 90)}`]),
  table('people', 'id,name,email', 5, (row) => [
    String(101 + row),
    pick(['Ann Lee', 'Bob Stone', 'Carla Diaz', 'Dan Wu', 'Eve Moss'], row),
    pick(['ann@example.com', 'bob@example.org', 'carla@example.net', 'dan.wu@example.com', 'eve@example.org'], row),
  ]),
  table('weather', 'time,temperature,humidity,wind', 30, (row) => [
    `${String(row % 24).padStart(2, '0')}:${row % 2 === 0 ? '00' : '30'}`,
    `${(row * 7) % 31}.${row % 10}`,
    String(40 + ((row * 13) % 50)),
    row % 6 === 5 ? '' : `${row % 9}.5`,
  ]),
  table('cities', 'City,Country,Population,Note', 20, (row) => [
    `${pick(['Lund', 'Bergen', 'Turku', 'Aarhus', 'Narva'], row)} ${row}`,
    pick(['Sweden', 'Norway', 'Finland', 'Denmark', 'Estonia'], row),
    String(50_000 + row * 1234),
    row % 3 === 0 ? 'port, rail, airport' : 'rail',
  ]),
  table('links', 'Title,URL', 8, (row) => [
    pick(['Home page', 'Price list, summer', 'Contact', 'News'], row) + (row < 4 ? '' : ' (old)'),
    `https://www.example.com/page?id=${row}&lang=en`,
  ]),
  table('words', 'animal,colour,place', 10, (row) => [
    pick(['cat', 'dog', 'horse', 'goat', 'duck'], row),
    pick(['black', 'white', 'brown'], row),
    pick(['barn', 'house', 'yard', 'pond'], row),
  ]),
  table('log', 'timestamp,level,message', 40, (row) => [
    `${day(row % 28)} ${String(row % 24).padStart(2, '0')}:15:${String(10 + (row % 50))}`,
    pick(['INFO', 'WARN', 'ERROR'], row),
    pick(['started', 'file "a.txt" not found', 'retry in 5 s, then stop', 'disk full, 3 jobs lost', 'done'], row),
  ]),
  table('answers', 'id,active,score,group,comment', 25, (row) => [
    `A-${100 + row}`,
    row % 2 === 0 ? 'true' : 'false',
    row % 4 === 3 ? '' : `0.${100 + row * 7}`,
    pick(['control', 'treated'], row),
    row % 5 === 0 ? `<p>fine, "thanks"</p>` : '',
  ]),
  table('pages', 'Id,Title,Body,Price', 30, (row) => [
    `P${100 + row}`,
    pick(['Stove, small', 'Tent', 'Lamp 5"', 'Rope, 20 m'], row),
    `<p class="lead">Light, warm and dry.</p>\n<ul><li>${row} pieces, red</li>\r\n<li>see <a href="/p?id=${row}">more</a></li></ul>`,
    `$${10 + row}.95`,
  ]),
  table('one row', 'Name,Age,City', 1, () => ['Ann Lee', '34', 'Lund']),
  table('three rows', 'x,y', 3, (row) => [String(row), String(row * row)]),
  table('money', 'Account,Amount,Balance', 15, (row) => [
    `4${String(10_000_000 + row * 7919)}`,
    `${row % 2 === 0 ? '-' : ''}${1 + row},${String(100 + row * 3)}.00`,
    `$${2 + row},500.${10 + row}`,
  ]),
];

function table(title: string, header: string, count: number, cells: (row: number) => readonly string[]): PlainTable {
  return {
    title,
    header: header.split(',').map((text) => ({ text })),
    rows: Array.from({ length: count }, (_, row) => cells(row).map((text) => ({ text }))),
  };
}

const day = (row: number) => `2023-0${1 + (row % 9)}-${String(1 + (row % 28)).padStart(2, '0')}`;

const pick = (list: readonly string[], index: number): string => list[index % list.length] as string;
