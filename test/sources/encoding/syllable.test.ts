import { isSyllable } from '../../../sources/encoding/syllable';

const words = (list: string) => list.split(' ').map((word) => word.normalize('NFC'));

test.each(
  words(
    'hợp tác xã nông nghiệp đồng người thành viên triệu nghìn quỹ quốc quyền quản lý kỳ gì giếng giết giữa già hòa hoà thủy thuỷ khỏe nguyễn khuya khuỷu huýt xoong uống ướt yêu yếu ấy ở ý đắk lắk bưởi nghỉ ghế ngoài thuở tuần luật chuyển hươu xuyên',
  ),
)('a syllable: %s', (word) => {
  expect(isSyllable(word)).toBe(true);
});

test.each(
  words(
    'tæng hîp toång hôïp xaõ tổgn ngiệp kể\u0309 cễ gế các̃ cac viêt tiéng đồgn société für größe krông sổố hơng qốc',
  ),
)('none: %s', (word) => {
  expect(isSyllable(word)).toBe(false);
});
