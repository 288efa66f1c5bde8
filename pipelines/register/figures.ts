import type { Catalogue } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { FigureColumn, measured } from '../../schemas/register';
import { readFigure, type WrittenFigure } from './figure';
import type { Columns } from './header';
import { remembered } from './remembered';
import type { Sizes } from './sizes';

/** For each column of numbers how a cell in it is read; a column that the register has not has no cells. */
export type Figures = { readonly [Role in FigureColumn]: FigureReader<Role> };

type FigureReader<Role extends FigureColumn> = (cell: Cell) => WrittenFigure<(typeof measured)[Role]>;

/** For one register: of its numbers most come again in their column, and then mean the same. */
export function figuresOf(columns: Columns, sizes: Sizes, catalogue: Catalogue): Figures {
  const figure = <Role extends FigureColumn>(role: Role): FigureReader<Role> => {
    const column = columns.get(role);
    if (column === undefined) return () => ({ kind: 'none' });
    const typed = remembered((text) => readFigure({ text, literal: true }, column, role, sizes, catalogue));
    const written = remembered((text) => readFigure({ text, literal: false }, column, role, sizes, catalogue));
    return (cell) => (cell.literal ? typed : written)(cell.text);
  };
  return {
    members: figure('members'),
    labour: figure('labour'),
    charter_capital: figure('charter_capital'),
    revenue: figure('revenue'),
    profit: figure('profit'),
    labour_income: figure('labour_income'),
  };
}
