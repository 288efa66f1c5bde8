/** One register of Thừa Thiên Huế for the first half of 2021, and what its rows say. */

export const preamble = [
  ['Đơn vị báo cáo', 'Liên minh HTX tỉnh Thừa Thiên Huế'],
  ['Kỳ báo cáo', '6 tháng đầu năm 2021'],
] as const;

/** The columns by what stands in them: text, a number (as a plain decimal) or a day (ISO). */
export const columns = [
  ['STT', 'number'],
  ['Tên HTX', 'text'],
  ['Mã số thuế', 'text'],
  ['Loại hình', 'text'],
  ['Lĩnh vực', 'text'],
  ['Quận/Huyện', 'text'],
  ['Phường/Xã', 'text'],
  ['Ngày thành lập', 'day'],
  ['Tình trạng', 'text'],
  ['Số thành viên', 'number'],
  ['Số lao động', 'number'],
  ['Vốn điều lệ (triệu đồng)', 'number'],
  ['Doanh thu (tỷ đồng)', 'number'],
  ['Lợi nhuận (triệu đồng)', 'number'],
  ['Thu nhập bình quân (triệu đồng/người/tháng)', 'number'],
  ['Ứng dụng CNC', 'text'],
  ['Thành viên Liên minh', 'text'],
  ['Xếp loại', 'text'],
] as const;

export const rows: readonly (readonly string[])[] = [
  '1|HTX NN Thủy Thanh|0100109106|HTX|Nông nghiệp|Hương Thủy|Thủy Thanh|2021-05-31|Đang hoạt động|1250|12|3500.5|1.2|120.25|5|x|x|Tốt',
  '2|Quỹ tín dụng nhân dân Thuận Hòa|2400109213|QTDND||Huế|Thuận Hòa|2019-05-02|Đang hoạt động|800|8|12000|34.357|-50|10.5||x|Khá',
  '3|HTX Vận tải "Sông Hương", chi nhánh 2|2400109213-001|HTX|Vận tải|Huế|Kim Long|2001-12-01|Ngừng hoạt động|7|0|1034.357|||||x|Yếu',
  '4|Tổ hợp tác Quả Vải Đồng Ruộng||THT|Nông nghiệp|Phú Lộc|Lộc Sơn|1999-01-31|Đang hoạt động|12|11||0.15|30|3|không||',
].map((row) => row.split('|'));

/** What each of the rows is understood to say; amounts in the base unit. */
export const understood = [
  {
    ...{ name: 'HTX NN Thủy Thanh', tax_code: '0100109106', type: 'htx', sector: 'agri' },
    ...{ district: 'Hương Thủy', commune: 'Thủy Thanh', founded_on: '2021-05-31', status: 'active' },
    ...{ members: '1250', labour: '12', charter_capital: '3500500000', revenue: '1200000000' },
    ...{ profit: '120250000', labour_income: '60000000' },
    ...{ hitech: true, value_chain: null, alliance_member: true, rating: 'good' },
  },
  {
    ...{ name: 'Quỹ tín dụng nhân dân Thuận Hòa', tax_code: '2400109213', type: 'qtdnd', sector: 'credit' },
    ...{ district: 'Huế', commune: 'Thuận Hòa', founded_on: '2019-05-02', status: 'active' },
    ...{ members: '800', labour: '8', charter_capital: '12000000000', revenue: '34357000000' },
    ...{ profit: '-50000000', labour_income: '126000000' },
    ...{ hitech: null, value_chain: null, alliance_member: true, rating: 'fair' },
  },
  {
    ...{ name: 'HTX Vận tải "Sông Hương", chi nhánh 2', tax_code: '2400109213-001', type: 'htx', sector: 'transport' },
    ...{ district: 'Huế', commune: 'Kim Long', founded_on: '2001-12-01', status: 'ceased' },
    ...{ members: '7', labour: '0', charter_capital: '1034357000', revenue: null, profit: null, labour_income: null },
    ...{ hitech: null, value_chain: null, alliance_member: true, rating: 'weak' },
  },
  {
    ...{ name: 'Tổ hợp tác Quả Vải Đồng Ruộng', tax_code: null, type: 'tht', sector: 'agri' },
    ...{ district: 'Phú Lộc', commune: 'Lộc Sơn', founded_on: '1999-01-31', status: 'active' },
    ...{ members: '12', labour: '11', charter_capital: null, revenue: '150000000' },
    ...{ profit: '30000000', labour_income: '36000000' },
    ...{ hitech: false, value_chain: null, alliance_member: false, rating: null },
  },
];
