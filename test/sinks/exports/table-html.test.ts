import { fileName } from '../../../sinks/exports/annex';
import { tableHtml } from '../../../sinks/exports/table-html';
import { published } from './published';

const figures = { 'VN htx.count all': ['25454', '-836', '96.8'], '24 htx.count all': ['409'] } as const;

test('one file that needs no other, with each area and who has not reported', () => {
  const page = tableHtml(published(figures, { areas: ['VN', '24', '79'], sample: true }));
  expect(page).not.toMatch(/\b(?:href|src|action)=|url\(|@import/);
  expect(page).toContain('<td class="number">25.454</td>');
  expect(page).toContain('<td class="number">-836</td>');
  expect([...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, name]) => name)).toEqual(['Cả nước', 'Bắc Giang']);
  expect(page).toContain('Đã có số liệu: 1/63 đơn vị. Chưa có số liệu (62): Hà Nội, ');
  expect(page).toContain('SỐ LIỆU MẪU');
  expect(tableHtml(published({}))).toContain('Chưa có số liệu.');
});

test('names are no markup', () => {
  const publication = published(figures, { sections: [{ id: 'I', label: '<b>HTX</b> & khác' }] });
  expect(tableHtml(publication)).toContain('&lt;b&gt;HTX&lt;/b&gt; &amp; khác');
});

test('a file is named by its period, map, area and edition', () => {
  expect(fileName(published({}), 'VN', 'xlsx')).toBe('bang-tong-hop-2021-Q2-63-tinh-du-thao.xlsx');
  expect(fileName(published({}, { period: '2013..2018', edition: 2 }), '8:TB', 'pdf')).toBe(
    'bang-tong-hop-2013-2018-63-tinh-8-TB-an-ban-2.pdf',
  );
});
