import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** Registers of form B02 as provinces keep them, made up: 20 columns, some 245 bytes a row, and a fault every now and then. */
const columns = [
  ...['STT', 'Tên HTX', 'Mã số thuế', 'Loại hình', 'Lĩnh vực', 'Huyện', 'Xã', 'Ngày thành lập', 'Tình trạng'],
  ...['Số thành viên', 'Số lao động', 'Vốn điều lệ (triệu đồng)', 'Doanh thu (triệu đồng)', 'Lợi nhuận (triệu đồng)'],
  ...[
    'Thu nhập bình quân (triệu đồng/người/tháng)',
    'Ứng dụng CNC',
    'Chuỗi giá trị',
    'Thành viên Liên minh',
    'Xếp loại',
  ],
  'Ghi chú',
];

const cycle = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;
const kinds = ['nông nghiệp', 'dịch vụ tổng hợp', 'sản xuất và tiêu thụ rau an toàn', 'vận tải hành khách'];
const sectors = ['Nông nghiệp', 'Thương mại, dịch vụ', 'Nông nghiệp', 'Vận tải'];
const districts = ['huyện Lạng Giang', 'huyện Yên Dũng', 'huyện Lục Ngạn', 'huyện Hiệp Hòa', 'thị xã Việt Yên'];
const communes = ['xã Tân Hưng', 'xã Mỹ Thái', 'xã Xuân Hương', 'thị trấn Vôi', 'phường Bích Động'];
const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

function taxCode(index: number): string {
  const digits = String(240_000_000 + (index % 700_000_000)).padStart(9, '0');
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return 10 - (sum % 11) === 10 ? '' : `${digits}${10 - (sum % 11)}`;
}

/** One row in a thousand has a fault, of eight kinds. */
const faults: readonly (readonly [column: number, text: string])[] = [
  [2, '24000'],
  [2, '2400000008'],
  [4, 'đánh cờ'],
  [7, '31/2/2015'],
  [8, 'lạ'],
  [9, '9,5'],
  [11, 'nhiều'],
  [18, 'hạng nhất'],
];

function row(index: number, revision: number): string {
  const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
  const cells = [
    String(index + 1),
    `HTX ${cycle(kinds, index)} ${cycle(['Tân Hưng', 'Đồng Tâm', 'Quyết Thắng', 'Yên Dũng'], index >> 2)} số ${index + 1}`,
    taxCode(index),
    index % 40 === 0 ? 'Liên hiệp HTX' : 'Hợp tác xã',
    cycle(sectors, index),
    cycle(districts, index >> 3),
    cycle(communes, index >> 1),
    `${1 + (index % 28)}/${1 + (index % 12)}/${1996 + (index % 24)}`,
    index % 9 === 0 ? 'ngừng hoạt động' : 'đang hoạt động',
    String(7 + (index % 300)),
    String(5 + (index % 40)),
    `${grouped(1000 + (index % 9000))},${1 + (index % 9)}`,
    grouped(500 + (index % 7000) + revision),
    grouped(20 + (index % 300)),
    `${3 + (index % 6)},${index % 10}`,
    index % 13 === 0 ? 'x' : '',
    index % 5 === 0 ? 'x' : '',
    index % 2 === 0 ? 'có' : 'không',
    cycle(['tốt', 'khá', 'trung bình', 'yếu'], index),
    index % 3 === 0 ? 'đã kiểm tra tại trụ sở' : '',
  ];
  if (index % 1000 === 999) {
    const [column, text] = cycle(faults, Math.floor(index / 1000));
    cells[column] = text;
  }
  return cells.join(';');
}

/** A register of a province (by its GSO code) for a period, as CSV; another `revision` says other figures. */
export async function writeRegister(
  file: string,
  { rows, province, period, revision = 0 }: { rows: number; province: string; period: string; revision?: number },
): Promise<void> {
  const out = createWriteStream(file);
  out.write(`Đơn vị báo cáo;${province}\nKỳ báo cáo;${period}\nMẫu;B02\n${columns.join(';')}\n`);
  for (let first = 0; first < rows; first += 2000) {
    const lines = Array.from({ length: Math.min(2000, rows - first) }, (_, index) => row(first + index, revision));
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}
