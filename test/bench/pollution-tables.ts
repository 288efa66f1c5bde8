import type { PlainTable } from './pollution';

const rowCount = 83;

/** Three tables that are made up, always alike: a shop's list in English, a register of cooperatives, and bare figures. */
export const tables = (): readonly PlainTable[] => [shop(), register(), figures()];

/** Like Pollock's source: descriptions and links always in quotes, names with commas and inch marks, a last column that is empty. */
function shop(): PlainTable {
  const next = numbers(1);
  const things = [
    'Hiking Boots',
    'Running Jacket',
    'Throw Pillow',
    'Fly Rod',
    'Dining Table',
    'Wool Socks',
    'Camp Stove',
    'Rain Hat',
  ];
  const kinds = ["Men's", "Women's", "Kids'", 'Light', 'Classic', 'All-Weather'];
  const praise = [
    'made to last',
    'warm, dry and quiet',
    'light on the feet',
    "won't let you down",
    'easy to clean, easy to carry',
    'good value',
  ];
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const thing = pick(things, next());
    const kind = pick(kinds, next());
    const code = `${pick(['MG', 'RI', 'CC', 'YY', 'BH'], next())}-${1000 + (next() % 9000)}`;
    const sizes = [
      `${kind} ${thing}`,
      `${thing}, ${kind} Cut`,
      `${thing}, ${10 + (index % 40)}"`,
      `${kind} ${thing}, 5" Rim`,
      `${kind} ${thing}`,
    ];
    const name = pick(sizes, index % 5 === 2 && index % 3 !== 0 ? 0 : index);
    const inch = index % 17 === 11 ? `, a full 8\\'9" long, too` : '';
    return [
      { text: `${String(1 + (index % 28)).padStart(2, '0')}/0${1 + Math.floor(index / 28)}/2018` },
      { text: `${String(index % 24).padStart(2, '0')}:${pick(['00', '15', '30', '45'], index)}` },
      { text: String(next() % 20) },
      { text: code },
      { text: `$${1 + (next() % 90)}.${String(next() % 100).padStart(2, '0')}` },
      { text: name },
      { text: `This ${thing.toLowerCase()} is ${pick(praise, next())}${inch}. Number ${index} of ours.`, quoted: true },
      { text: `https://www.example.com/product/${code.replace('-', '_')}.html`, quoted: true },
      { text: '' },
    ];
  });
  const header = ['DATE', 'TIME', 'Qty', 'PRODUCTID', 'Price', 'ProductType', 'ProductDescription', 'URL', 'Comments'];
  return {
    title: 'shop',
    header: header.map((text, column) => ({ text, quoted: column === 6 || column === 7 })),
    rows,
  };
}

function register(): PlainTable {
  const next = numbers(2);
  const places = ['Tân Hưng', 'Đồng Tâm', 'Hòa Bình', 'Phú Thịnh', 'An Khê', 'Quyết Thắng'];
  const trades = ['nông nghiệp', 'vận tải', 'thủy sản', 'môi trường', 'xây dựng'];
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const place = pick(places, next());
    const named =
      index % 9 === 4 ? `HTX "${place}", xã ${place} ${index}` : `HTX ${pick(trades, next())} ${place} ${index}`;
    return [
      { text: String(index + 1) },
      { text: named },
      { text: `24${String(10000000 + (next() % 89999999)).slice(0, 8)}` },
      { text: pick(['HTX', 'LHHTX', 'QTDND', 'THT'], next()) },
      { text: `Huyện ${pick(places, next())}` },
      { text: `${1 + (next() % 28)}/${1 + (next() % 12)}/${2000 + (next() % 22)}` },
      { text: String(7 + (next() % 300)) },
      { text: `${1 + (next() % 9)}.${String(next() % 1000).padStart(3, '0')},${next() % 10}` },
      { text: pick(['đang hoạt động', 'ngừng hoạt động', 'giải thể'], next()) },
      { text: index % 8 === 0 ? 'chuyển đổi, sáp nhập' : '' },
    ];
  });
  const header = [
    'STT',
    'Tên HTX',
    'Mã số thuế',
    'Loại hình',
    'Quận/Huyện',
    'Ngày thành lập',
    'Số thành viên',
    'Vốn điều lệ (triệu đồng)',
    'Tình trạng',
    'Ghi chú',
  ];
  return { title: 'register', header: header.map((text) => ({ text })), rows };
}

function figures(): PlainTable {
  const next = numbers(3);
  const rows = Array.from({ length: rowCount }, (_, index) => [
    { text: String(1000 + index) },
    ...Array.from({ length: 6 }, (_, column) => ({
      text: column % 2 === 0 ? String(next() % 100000) : `${next() % 1000}.${next() % 100}`,
    })),
  ]);
  return {
    title: 'figures',
    header: ['id', 'alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'].map((text) => ({ text })),
    rows,
  };
}

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
