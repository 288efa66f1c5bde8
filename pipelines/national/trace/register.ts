import type { Catalogue } from '../../../schemas/catalogue';
import type { Locator } from '../../../schemas/cell';
import type { ProvinceId, SectorCode } from '../../../schemas/codes';
import type { Database } from '../../../schemas/database';
import { type Decimal, decimal, plain, zero } from '../../../schemas/decimal';
import type { Period } from '../../../schemas/period';
import { type Dimension, Quantity } from '../../../schemas/quantity';
import type { RegisterRow } from '../../../schemas/register';
import { daysOf, type Group, groupOf, type Kind, kinds } from '../../register/kinds';
import { countedOnce } from '../../register/same-rows';
import type { Fact, Leaf } from './leaf';

/**
 * The leaves of a figure that was counted or summed in a register, one for each row that entered. Null where it comes from
 * no register, is a mean (a rounded quotient), or its rows do not make it any more.
 */
export async function rowsOfRegister(
  database: Database,
  fact: Fact,
  own: Leaf,
  period: Period,
  catalogue: Catalogue,
): Promise<Leaf[] | null> {
  const [group, name] = fact.code.split('.') as [Group, string];
  const kind = kinds[group]?.find((each) => each.name === name);
  if (fact.form !== 'B02' || fact.province === null || kind === undefined || kind.mean !== null) return null;
  const rows = countedOnce(await rowsOf(database, fact.province, fact.submission));
  const entered = rows
    .filter((row) => row.type !== null && groupOf[row.type] === group && isWithin(row.sector, fact.sector, catalogue))
    .map((row) => ({ row, adds: addedBy(row, kind, period) }))
    .filter((each): each is { row: Row; adds: Decimal } => each.adds !== null);
  const sum = entered.reduce((total, { adds }) => total.plus(adds), zero);
  if (!sum.eq(decimal(fact.value_base))) return null;
  const factor = catalogue.indicators.get(fact.code)?.unit.factor ?? decimal('1');
  return entered.map(({ row, adds }) => ({
    ...own,
    ...placeOf(row.at, own),
    raw: row.name,
    value: plain(adds.div(factor)),
  }));
}

type Row = RegisterRow;

/** What a row adds to the figure, in base units; null where it does not enter. */
function addedBy(row: Row, kind: Kind, period: Period): Decimal | null {
  if (row.status === 'dissolved' && !kind.dissolved) return null;
  const said = kind.says(row, daysOf(period));
  if (said === null || said === false) return null;
  return decimal(said === true ? '1' : said.inBase());
}

/** The row's place, in the column that the figure was made of. */
function placeOf(at: Locator, own: Leaf): Pick<Leaf, 'sheet' | 'row' | 'column' | 'pointer'> {
  return 'pointer' in at
    ? { sheet: null, row: null, column: null, pointer: at.pointer }
    : { sheet: at.sheet ?? null, row: at.row, column: own.column, pointer: null };
}

function isWithin(sector: SectorCode | null, whole: SectorCode, catalogue: Catalogue): boolean {
  if (catalogue.sectors.get(whole)?.parent === null) return true;
  if (sector === null) return false;
  return sector === whole || isWithin(catalogue.sectors.get(sector)?.parent ?? null, whole, catalogue);
}

async function rowsOf(database: Database, province: ProvinceId, submission: string | null): Promise<Row[]> {
  const { rows } = await database.query<StoredRow>(
    `select locator, name, tax_code, type, sector, district, commune, founded_on, status, members, labour,
            charter_capital_dong, revenue_dong, profit_dong, labour_income_dong_per_year, hitech, value_chain,
            alliance_member, rating, unreadable
     from register_row
     where (province, submission) = ($1, $2)
     order by number`,
    [province, submission],
  );
  return rows.map(
    ({ locator, charter_capital_dong, revenue_dong, profit_dong, labour_income_dong_per_year, ...row }): Row => ({
      ...row,
      at: locator,
      members: amount(row.members, 'count'),
      labour: amount(row.labour, 'count'),
      charter_capital: amount(charter_capital_dong, 'money'),
      revenue: amount(revenue_dong, 'money'),
      profit: amount(profit_dong, 'money'),
      labour_income: amount(labour_income_dong_per_year, 'money_per_year'),
    }),
  );
}

type Amounts =
  | 'members'
  | 'labour'
  | 'charter_capital_dong'
  | 'revenue_dong'
  | 'profit_dong'
  | 'labour_income_dong_per_year';
type StoredRow = Omit<Row, 'at' | 'members' | 'labour' | 'charter_capital' | 'revenue' | 'profit' | 'labour_income'> & {
  readonly locator: Locator;
} & Readonly<Record<Amounts, string | null>>;

const amount = <D extends Dimension>(base: string | null, dimension: D) =>
  base === null ? null : Quantity.fromBase(decimal(base), dimension);
