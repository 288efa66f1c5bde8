import type { Catalogue } from '../../schemas/catalogue';
import type { RegisterRow } from '../../schemas/register';
import type { TextRow } from '../../schemas/rows';
import { isRowNumber } from './beside';
import { namesCompany } from './company';
import type { Header } from './header';
import { plainColumns, unusual } from './plain-columns';
import { isDash, type RowSetting } from './row-reading';
import { namesTotal } from './total-row';

/** Reads a row as `readRow` does where nothing is doubtful; null for one that has to be looked at cell by cell. */
export type PlainReader = (row: TextRow) => RegisterRow | null;

/**
 * Reads the rows of a settled register that stand below no heading and are written plainly, as nearly all are: their texts
 * come again, and are looked up. Null where no row can be such a one. Measured: 4 µs for all that is made of a row, where
 * cells took 12.
 */
export function plainReader(setting: RowSetting, header: Header, catalogue: Catalogue): PlainReader | null {
  if (!header.columns.has('type') || header.choices.length > 0) return null;
  const isOfTable = tableRows(header, catalogue);
  const of = plainColumns(setting, header.width);
  return ({ row, texts }) => {
    if (texts.length !== header.width || !isOfTable(texts)) return null;
    const tax_code = of.taxCode(texts);
    const type = of.type(texts);
    const sector = of.sector(texts);
    const district = of.district(texts);
    const commune = of.commune(texts);
    const founded_on = of.foundedOn(texts);
    const status = of.status(texts);
    const members = of.members(texts);
    const labour = of.labour(texts);
    const charter_capital = of.charterCapital(texts);
    const revenue = of.revenue(texts);
    const profit = of.profit(texts);
    const labour_income = of.labourIncome(texts);
    const hitech = of.hitech(texts);
    const value_chain = of.valueChain(texts);
    const alliance_member = of.allianceMember(texts);
    const rating = of.rating(texts);
    if (tax_code === unusual || type === unusual || sector === unusual || district === unusual) return null;
    if (commune === unusual || founded_on === unusual || status === unusual || members === unusual) return null;
    if (labour === unusual || charter_capital === unusual || revenue === unusual || profit === unusual) return null;
    if (labour_income === unusual || hitech === unusual || value_chain === unusual) return null;
    if (alliance_member === unusual || rating === unusual) return null;
    return {
      at: { row, column: 1 },
      name: of.name(texts),
      tax_code,
      type,
      sector,
      district,
      commune,
      founded_on,
      status,
      members,
      labour,
      charter_capital,
      revenue,
      profit,
      labour_income,
      hitech,
      value_chain,
      alliance_member,
      rating,
      unreadable: [],
    };
  };
}

/** Whether a row is neither blank nor a header, a total, a heading: it has a name, and a number where the list has numbers. */
function tableRows({ columns, printed }: Header, catalogue: Catalogue): (texts: readonly string[]) => boolean {
  const named = columns.get('name')?.index ?? 0;
  const numbered = columns.get('number')?.index;
  return (texts) => {
    const name = texts[named] as string;
    // Fewer letters may be the number of a column.
    if (isDash(name) || name.trim().length < 5 || namesCompany(name) || namesTotal(beginningOf(texts))) return false;
    if (numbered !== undefined) return isRowNumber(texts[numbered] as string);
    if (printed.size > 0 || catalogue.register.columnOf(name) === 'name') return false;
    return texts.some((text, index) => index !== named && isFilled(text));
  };
}

/** The first filled text, or the next where that is a number. */
function beginningOf(texts: readonly string[]): string {
  const first = texts.findIndex(isFilled);
  const text = texts[first] ?? '';
  return isRowNumber(text) ? (texts.find((each, index) => index > first && isFilled(each)) ?? '') : text;
}

const isFilled = (text: string) => text.trim() !== '';
