import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import exceljs from 'exceljs';

/** A register of form B02 as provinces keep it, made up: the header, and as many rows as are asked for. */
export const preamble = ['Đơn vị báo cáo;Bắc Giang', 'Kỳ báo cáo;Năm 2020', 'Mẫu;B02'];
export const header = [
  'STT',
  'Tên HTX',
  'Mã số thuế',
  'Loại hình',
  'Lĩnh vực',
  'Huyện',
  'Xã',
  'Ngày thành lập',
  'Tình trạng',
  'Số thành viên',
  'Số lao động',
  'Vốn điều lệ (triệu đồng)',
  'Doanh thu (triệu đồng)',
  'Lợi nhuận (triệu đồng)',
  'Thu nhập bình quân (triệu đồng/người/tháng)',
  'Ứng dụng CNC',
  'Chuỗi giá trị',
  'Thành viên Liên minh',
  'Xếp loại',
];

const cycle = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;
const names = ['Nông nghiệp Tân Hưng', 'Dịch vụ tổng hợp Đồng Tâm', 'Vận tải Quyết Thắng', 'Rau sạch Yên Dũng'];
const sectors = ['Nông nghiệp', 'Thương mại, dịch vụ', 'Vận tải', 'Nông nghiệp'];
const districts = ['Lạng Giang', 'Yên Dũng', 'Lục Ngạn', 'Hiệp Hòa', 'Việt Yên'];
const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

function taxCode(index: number): string {
  const digits = String(240_000_000 + (index % 700_000_000)).padStart(9, '0');
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return 10 - (sum % 11) === 10 ? '' : `${digits}${10 - (sum % 11)}`;
}

function row(index: number): (string | number)[] {
  const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
  return [
    index + 1,
    `HTX ${cycle(names, index)} ${index}`,
    taxCode(index),
    'HTX',
    cycle(sectors, index),
    cycle(districts, index),
    `Xã ${cycle(['Tân Hưng', 'Mỹ Thái', 'Xuân Hương'], index)}`,
    `${1 + (index % 28)}/${1 + (index % 12)}/${1996 + (index % 24)}`,
    index % 9 === 0 ? 'ngừng hoạt động' : 'đang hoạt động',
    7 + (index % 300),
    5 + (index % 40),
    `${grouped(1000 + (index % 9000))},${1 + (index % 9)}`,
    grouped(500 + (index % 7000)),
    grouped(20 + (index % 300)),
    `${3 + (index % 6)},${index % 10}`,
    index % 13 === 0 ? 'x' : '',
    index % 5 === 0 ? 'x' : '',
    index % 2 === 0 ? 'có' : 'không',
    cycle(['tốt', 'khá', 'trung bình', 'yếu'], index),
  ];
}

export async function writeCsv(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file);
  out.write(`${[...preamble, header.join(';')].join('\n')}\n`);
  for (let first = 0; first < rows; first += 2000) {
    const lines = Array.from({ length: Math.min(2000, rows - first) }, (_, index) => row(first + index).join(';'));
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

export async function writeXlsx(file: string, rows: number): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: file });
  const sheet = workbook.addWorksheet('B02');
  for (const line of preamble) sheet.addRow(line.split(';')).commit();
  sheet.addRow(header).commit();
  for (let index = 0; index < rows; index += 1) sheet.addRow(row(index)).commit();
  await workbook.commit();
}
