import { takeIn } from '../take-in';

const table = ['TT;Chỉ tiêu;ĐVT;Thực hiện', '1;Tổng số HTX;HTX;325', ''];
const whose = (head: readonly string[], options = {}) =>
  takeIn([...head, ...table].join('\n'), options).map((part) =>
    part.kind === 'refused' ? part.sentence : `${part.province} ${part.period}`,
  );

test('whose and of when a report is may stand in its titles', () => {
  expect(
    whose([
      'LIÊN MINH HỢP TÁC XÃ VIỆT NAM;;;',
      'LIÊN MINH HTX TỈNH HƯNG YÊN;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;',
      ';BÁO CÁO TÌNH HÌNH KINH TẾ TẬP THỂ 6 THÁNG ĐẦU NĂM 2022;;',
    ]),
  ).toEqual(['63/33 2022-Q2']);
  expect(whose(['LIÊN MINH HTX TỈNH HƯNG YÊN', '(6 tháng đầu năm 2022)'])).toEqual(['63/33 2022-Q2']);
});

test.each([
  [['DANH SÁCH HỢP TÁC XÃ TỈNH HƯNG YÊN', 'Quý 2/2022']],
  [['BÁO CÁO TÌNH HÌNH HTX TỈNH HƯNG YÊN 6 THÁNG ĐẦU NĂM 2022']],
  [['Tỉnh Hưng Yên;;;', 'Kỳ báo cáo;Quý II năm 2022;;']],
  [['UBND TỈNH HƯNG YÊN;;;', 'Quý 2/2022;;;']],
  [['Tỉnh Hưng Yên; kỳ: Quý II năm 2022;;']],
  [['Đơn vị: Liên minh HTX tỉnh Hưng Yên;;;', 'Kỳ: 6 tháng đầu năm 2022;;;']],
])('%j says it in a line of its own', (head) => {
  expect(whose(head)).toEqual(['63/33 2022-Q2']);
});

test('what is said by its name beats a title, and two titles that differ say nothing', () => {
  expect(whose(['Kỳ báo cáo;Quý I/2022', 'LIÊN MINH HTX TỈNH HƯNG YÊN', 'Năm 2021'])).toEqual(['63/33 2022-Q1']);
  expect(whose(['LIÊN MINH HTX TỈNH HƯNG YÊN', 'Năm 2021', '6 tháng đầu năm 2022'])).toEqual([
    expect.stringContaining('không ghi kỳ báo cáo'),
  ]);
});

test('whoever hands a file in may say the period that its words leave open, but not another', () => {
  const head = ['Đơn vị báo cáo;Hưng Yên', 'Kỳ báo cáo;tháng 9 năm 2022'];
  expect(whose(head, { period: '2022-9M' })).toEqual(['63/33 2022-Q3']);
  expect(whose(['Đơn vị báo cáo;Hưng Yên', 'Kỳ báo cáo;Quý I/2022'], { period: '2022-9M' })).toEqual([
    expect.stringContaining('nhưng khi gửi lại chọn kỳ'),
  ]);
});
