import { restoreCapitals } from '../../../sources/encoding/capitals';

test.each([
  ['I;HợP TáC Xã;;', 'I;HỢP TÁC XÃ;;'],
  ['Tổ HợP TáC', 'TỔ HỢP TÁC'],
  ['QUỹ Hỗ TRợ PHáT TRIểN HTX', 'QUỸ HỖ TRỢ PHÁT TRIỂN HTX'],
  ['CáN Bộ Và TUYêN TRUYềN', 'CÁN BỘ VÀ TUYÊN TRUYỀN'],
  ['UBND HUYệN ĐôNG ANH', 'UBND HUYỆN ĐÔNG ANH'],
])('%s', (written, meant) => {
  expect(restoreCapitals(written)).toBe(meant);
});

test.each(['Số HTX', 'Xã Tân Lợi', 'Tổng số HTX;Xã;Kỳ báo cáo', 'HTX Số 1', 'HĐND Xã Đông Hòa', 'HỢP TÁC XÃ', 'Ở đây'])(
  'stays: %s',
  (text) => {
    expect(restoreCapitals(text)).toBe(text);
  },
);
