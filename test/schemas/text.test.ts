import * as fc from 'fast-check';
import { fold, oneLine, storable } from '../../schemas/text';

test.each([
  ['Hoà Bình', 'hoa binh'],
  ['HÒA  BÌNH', 'hoa binh'],
  ['Hoa\u00a0Binh', 'hoa binh'],
  ['Đăk Lăk', 'dak lak'],
  ['Bà Rịa - Vũng Tàu', 'ba ria vung tau'],
  ['TP. Hồ Chí Minh', 'tp ho chi minh'],
  ['% so với kế hoạch', '% so voi ke hoach'],
  ['100%', '100 %'],
  ['Số hộ¹ (2)', 'so ho 2'],
  ['', ''],
])('"%s" is compared as "%s"', (text, key) => {
  expect(fold(text)).toBe(key);
});

const vietnamese = fc.string({ unit: fc.constantFrom(...'aàáạăằâấbcdđeêềơớờưứừoôốuyỳ ĐƠƯẶ.,-0123'), maxLength: 30 });

test('composed and decomposed accents are one, and so are capitals', () => {
  fc.assert(
    fc.property(vietnamese, (text) => {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      expect(fold(text.toUpperCase())).toBe(fold(text));
    }),
  );
});

test('a key is its own key', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(fold(fold(text))).toBe(fold(text))));
});

test('what a user typed fills one line, and keeps no control or direction mark', () => {
  expect(oneLine(' a\r\nb\u001b[31mc\u202ed\u2028e ')).toBe('a b [31mc d e');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    }),
  );
});

test('what every store can keep has no NUL and no half of a pair; the rest is as it was', () => {
  expect(storable('a\0b\ud83dc😀\udc00')).toBe('a\ufffdb\ufffdc😀\ufffd');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(storable(text)).not.toContain('\0');
      expect(storable(text)).not.toMatch(/\p{Cs}/u);
    }),
  );
});
