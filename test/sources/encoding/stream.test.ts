import * as fc from 'fast-check';
import { type Decoding, decodeAll, decoder, detect } from '../../../sources/encoding';
import { encode, forms } from './encode';

const lines = [
  'Đơn vị báo cáo;Liên minh HTX tỉnh Thừa Thiên - Huế',
  'TT;Chỉ tiêu;Đơn vị tính;Thực hiện;Ghi chú',
  'I;HỢP TÁC XÃ;;;',
  '1;Tổng số HTX;HTX;1.456;"nông, lâm nghiệp; thủy sản"',
  '2;Doanh thu bình quân một HTX;triệu đồng/năm;3.864,4;',
];

/** The bytes in pieces, cut at each of the places. */
function inPieces(bytes: Buffer, cuts: readonly number[], decoding: Decoding): { text: string; damaged: number } {
  const reader = decoder(decoding);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let text = '';
  let start = 0;
  for (const end of ends) {
    text += reader.write(bytes.subarray(start, end));
    start = end;
  }
  return { text: text + reader.end(), damaged: reader.damaged };
}

test.each(forms)('%s: however the bytes are cut, the text is the same', (form) => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), { minLength: 3 }), fc.array(fc.nat()), (chosen, cuts) => {
      const text = [...lines, ...chosen].join('\r\n');
      const bytes = encode(text, form);
      const whole = decodeAll(bytes);
      if ('kind' in whole) throw new Error(whole.sentence);
      expect(whole.text).toBe(text);
      expect(inPieces(bytes, cuts, whole.decoding)).toEqual({ text, damaged: 0 });
    }),
    { numRuns: 50 },
  );
});

test('any bytes in each encoding that is told apart: the same text and as much damage in pieces as whole', () => {
  const names = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'tcvn5712', 'vni', 'viscii'];
  const decodings = fc.record({
    encoding: fc.constantFrom(...names),
    font: fc.constantFrom(null, 'tcvn3' as const, 'vni' as const),
  });
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(fc.nat()),
      decodings,
      (written, cuts, { encoding, font }) => {
        const bytes = Buffer.from(written);
        const decoding: Decoding = { encoding, font, how: 'declared', margin: 1, runnerUp: null, doubtful: false };
        expect(inPieces(bytes, cuts, decoding)).toEqual(inPieces(bytes, [], decoding));
      },
    ),
    { numRuns: 2000 },
  );
});

test('what is settled comes at once, and cells without end are not waited for', () => {
  const reader = decoder(detect(Buffer.from('a')) as Decoding);
  expect(reader.write(Buffer.from('a;b\nc'))).toBe('a;b\n');
  const long = 'x'.repeat(100_000);
  expect(reader.write(Buffer.from(long)).length).toBeGreaterThan(90_000);
  expect(reader.end().length).toBeLessThan(10_000);
});

test('damaged characters are counted', () => {
  const reader = decoder(detect(Buffer.from('a'), 'utf-8') as Decoding);
  const text =
    reader.write(Buffer.from('a\xffb\xfec\n', 'latin1')) + reader.write(Buffer.of(0xe1, 0xba)) + reader.end();
  expect(text).toBe('a\ufffdb\ufffdc\n\ufffd');
  expect(reader.damaged).toBe(3);
});

test('a megabyte of combining marks takes no time by its square', () => {
  const bytes = Buffer.from(`a${'\u0301\u0323'.repeat(250_000)}`);
  const result = decodeAll(bytes);
  if ('kind' in result) throw new Error(result.sentence);
  expect(result.text.normalize('NFC')).toBe(result.text);
});
