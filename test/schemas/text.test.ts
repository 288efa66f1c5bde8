import * as fc from 'fast-check';
import { excerpt, fold, oneLine, storable } from '../../schemas/text';

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

test('a text is compared alike letter by letter and, for the ideographic space behind it, as a whole', () => {
  const letters = fc.integer({ min: 0, max: 0x2030 }).map((code) => String.fromCharCode(code));
  const odd = fc.constantFrom(...'aΣςǅİſẞ¼µ¹² %·\u0301');
  const text = fc.oneof(vietnamese, ...[letters, odd, 'binary' as const].map((unit) => fc.string({ unit })));
  fc.assert(
    fc.property(text, (each) => expect(fold(each)).toBe(fold(`${each}\u3000`))),
    { numRuns: 2000 },
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

test('what is quoted in a sentence is cut after a hundred characters, between two of them', () => {
  expect(excerpt(' a\nb ')).toBe('a b');
  expect(excerpt('x'.repeat(100))).toBe('x'.repeat(100));
  expect(excerpt('x'.repeat(101))).toBe(`${'x'.repeat(100)}…`);
  expect(excerpt(`${'x'.repeat(99)}😀😀`)).toBe(`${'x'.repeat(99)}…`);
});
