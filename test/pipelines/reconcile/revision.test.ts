import { loadCatalogue } from '../../../config/catalogue';
import { revisionFindings } from '../../../pipelines/reconcile/revision';
import { decimal } from '../../../schemas/decimal';
import { Quantity } from '../../../schemas/quantity';
import type { ReportedFigure, ReportedFile } from '../../../schemas/submission';

const catalogue = loadCatalogue();
const codes = [...catalogue.indicators.values()].filter(({ unit }) => unit?.dimension === 'count').slice(0, 30);

function file(name: string, value: string, raw = value, documentNumber: string | null = '21/BC'): ReportedFile {
  const figures = codes.map(({ code, unit }, index) => ({
    code,
    sector: 'all',
    measure: 'actual',
    amount: Quantity.of(decimal(value), unit as NonNullable<typeof unit>),
    raw,
    unit: unit?.name ?? '',
    at: { row: index + 2, column: 5 },
  }));
  return { submission: '1-1', file: name, documentNumber, figures: figures as unknown as ReportedFigure[] };
}

test('of many figures that differ the first are findings of their own, the others one that counts them', () => {
  const found = revisionFindings([file('a.csv', '1')], file('b.csv', '2'), catalogue);
  expect(found).toHaveLength(21);
  expect(found[20]).toMatchObject({ rule: 'revision.differs', code: null, at: null });
  expect(found[20]?.message).toMatch(/còn ghi khác nhau 10 số nữa: .*dòng 22, cột 5.* và 5 số khác\./);
  expect(revisionFindings([file('a.csv', '1')], file('b.csv', '1'), catalogue)).toEqual([]);
});

test('what people typed is cut, however long', () => {
  const long = 'ệ'.repeat(10_000);
  const differing = revisionFindings([file(long, '1', long, long)], file(long, '2', long, long), catalogue);
  const left = revisionFindings([file(long, '1', long)], { ...file('b.csv', '1'), figures: [] }, catalogue);
  expect(left).toHaveLength(1);
  for (const { message } of [...differing, ...left]) expect(message.length).toBeLessThan(1500);
});

test('figures that the report before had left out are still missing, and said with the file that had them', () => {
  const first = { ...file('a.csv', '1'), submission: '1-1' };
  const second = { ...first, submission: '2-1', file: 'b.csv', figures: first.figures.slice(2) };
  const third = { ...second, submission: '3-1', file: 'c.csv', figures: second.figures.slice(1) };
  expect(revisionFindings([second, first], third, catalogue).map(({ message }) => message.slice(0, 90))).toEqual([
    expect.stringContaining('thay báo cáo 2-1 (tệp "b.csv") nhưng không còn 1 số'),
    expect.stringContaining('cũng như báo cáo ngay trước nó, không có 2 số mà báo cáo 1-1'),
  ]);
  expect(revisionFindings([second, first], first, catalogue)).toEqual([]);
});
