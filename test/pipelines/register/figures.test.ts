import * as fc from 'fast-check';
import { readFigure } from '../../../pipelines/register/figure';
import { figuresOf } from '../../../pipelines/register/figures';
import { readHeader } from '../../../pipelines/register/header';
import { Sizes } from '../../../pipelines/register/sizes';
import type { Cell } from '../../../schemas/cell';
import { quarter } from '../../../schemas/period';
import { type FigureColumn, measured } from '../../../schemas/register';
import { catalogue } from './written';

const cell = (text: string, literal = false): Cell => ({ text, literal, at: { row: 1, column: 1 } });
const header = ['Số thành viên', 'Số lao động', 'Vốn điều lệ (triệu đồng)', 'Doanh thu', 'Lợi nhuận (tỷ đồng)'];
const { columns } = readHeader(
  [...header, 'Thu nhập bình quân (triệu đồng/tháng)'].map((text) => cell(text)),
  null,
  quarter(2021, 2),
  catalogue,
);
const sizes = new Sizes(catalogue);
const roles = Object.keys(measured) as FigureColumn[];

/** All that is known of a reading, in words. */
function said(read: ReturnType<typeof readFigure>): unknown {
  if (read.kind === 'doubt') return [read.doubt.rule, read.doubt.says('ô này', 3)];
  if (read.kind === 'none') return read.kind;
  return { ...read, candidates: read.candidates.map(({ amount, notation }) => [amount.inBase(), notation]) };
}

test('a figure that comes again is what it was, in its own column and as it was typed or written', () => {
  const figures = figuresOf(columns, sizes, catalogue);
  const text = fc.oneof(
    fc.constantFrom('5', '34.357', '1.000,5', '-3', '5 tỷ', '5 con', '~40', '', '-', 'mười', '2 người'),
    fc.nat(30).map(String),
  );
  fc.assert(
    fc.property(text, fc.boolean(), fc.constantFrom(...roles), (text, literal, role) => {
      const column = columns.get(role);
      if (column === undefined) throw new Error(role);
      expect(said(figures[role](cell(text, literal)))).toEqual(
        said(readFigure({ text, literal }, column, role, sizes, catalogue)),
      );
    }),
    { numRuns: 2000 },
  );
});

test('a column that the register has not has no figures', () => {
  expect(figuresOf(new Map(), sizes, catalogue).members(cell('5'))).toEqual({ kind: 'none' });
});
