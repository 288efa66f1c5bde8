import { SectorCode } from '../../schemas/codes';
import type { RegisterRow } from '../../schemas/register';
import { figureIn } from './figure-in';
import { foundedOnIn } from './founding-date';
import type { RowReading } from './row-reading';
import { taxCodeIn } from './tax-code-in';
import { typeIn } from './type-in';
import { yesNoIn } from './yes-no';

const credit = SectorCode.parse('credit');

/** One cooperative, cell by cell; what cannot be read is null in it, and a doubt of the reading. */
export function readRow(reading: RowReading): RegisterRow {
  const { words } = reading.setting;
  const name = reading.text('name') ?? '';
  const type = typeIn(reading, name);
  const rating = reading.word('rating', words.ratingOf);
  return {
    at: reading.at,
    name,
    tax_code: taxCodeIn(reading),
    type,
    // A credit fund's sector needs no saying.
    sector: type === 'qtdnd' ? credit : reading.word('sector', words.sectorOf),
    district: reading.text('district'),
    commune: reading.text('commune'),
    founded_on: foundedOnIn(reading),
    status: reading.word('status', words.statusOf),
    members: figureIn(reading, 'members'),
    labour: figureIn(reading, 'labour'),
    charter_capital: figureIn(reading, 'charter_capital'),
    revenue: figureIn(reading, 'revenue'),
    profit: figureIn(reading, 'profit'),
    labour_income: figureIn(reading, 'labour_income'),
    hitech: yesNoIn(reading, 'hitech'),
    value_chain: yesNoIn(reading, 'value_chain'),
    alliance_member: yesNoIn(reading, 'alliance_member'),
    rating: rating === 'none' ? null : rating,
    unreadable: reading.unreadable,
  };
}

/** A row whose cells cannot be told apart: only its name is believed, and the type that it says. */
export function readNameOnly(reading: RowReading): RegisterRow {
  const { columns, words } = reading.setting;
  const name = reading.text('name') ?? '';
  const type = words.typeOf(name);
  const unreadable = [...columns.keys()].filter((role) => role !== 'name' && (role !== 'type' || type === null));
  return { ...nothing, at: reading.at, name, type, unreadable };
}

const nothing: Omit<RegisterRow, 'at' | 'name' | 'type' | 'unreadable'> = {
  tax_code: null,
  sector: null,
  district: null,
  commune: null,
  founded_on: null,
  status: null,
  members: null,
  labour: null,
  charter_capital: null,
  revenue: null,
  profit: null,
  labour_income: null,
  hitech: null,
  value_chain: null,
  alliance_member: null,
  rating: null,
};
