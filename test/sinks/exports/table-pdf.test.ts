import { inflateSync } from 'node:zlib';
import { tablePdf } from '../../../sinks/exports/table-pdf';
import { published } from './published';

const figures = { 'VN htx.count all': ['25454', '836', '103.4'], '24 htx.count all': ['409'] } as const;
const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;

test('A4 laid across, dated by the publication, each area from a page of its own', async () => {
  const pdf = await tablePdf(published(figures, { areas: ['VN', '24', '79'] }));
  expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
  expect(pdf.includes('/MediaBox [0 0 841.89 595.28]')).toBe(true);
  expect(pdf.includes('(D:20210704183000Z)')).toBe(true);
  expect(pages(pdf)).toBe(2);
  expect(pages(await tablePdf(published({})))).toBe(1);
});

test('the same publication is the same bytes, dated by itself', async () => {
  const pdf = await tablePdf(published(figures, { edition: 1 }));
  expect(pdf.equals(await tablePdf(published(figures, { edition: 1 })))).toBe(true);
  expect(pdf.equals(await tablePdf(published(figures, { edition: 2 })))).toBe(false);
});

test('every stream is compressed, and every object stands where the table at the end says', async () => {
  const pdf = await tablePdf(published(figures, { edition: 1 }));
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/\/Length (\d+)(.*?)\nstream\n/gs)].map(
    ({ index, 0: head, 1: length, 2: more }) => {
      const start = index + head.length;
      expect(more).toContain('/Filter /FlateDecode');
      expect(text.startsWith('\nendstream', start + Number(length))).toBe(true);
      return inflateSync(pdf.subarray(start, start + Number(length))).toString('latin1');
    },
  );
  expect(streams.filter((stream) => stream.includes('BT\n'))).toHaveLength(1);
  const [, at] = /startxref\n(\d+)\n%%EOF\n$/.exec(text) ?? [];
  const [, size, entries = ''] =
    /^xref\n0 (\d+)\n((?:\d{10} \d{5} [fn] \n)+)trailer/.exec(text.slice(Number(at))) ?? [];
  const offsets = entries.match(/^\d{10}/gm) ?? [];
  expect(offsets).toHaveLength(Number(size));
  offsets.forEach((offset, id) => {
    if (id > 0) expect(text.slice(Number(offset), Number(offset) + 12)).toMatch(new RegExp(`^${id} 0 obj\n`));
  });
});
