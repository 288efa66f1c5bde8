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

test('the same publication is the same bytes on every machine: dated by itself, and not compressed', async () => {
  const pdf = await tablePdf(published(figures, { edition: 1 }));
  expect(pdf.equals(await tablePdf(published(figures, { edition: 1 })))).toBe(true);
  expect(pdf.includes('FlateDecode')).toBe(false);
  expect(pdf.equals(await tablePdf(published(figures, { edition: 2 })))).toBe(false);
});
