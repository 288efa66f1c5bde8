import { SectorCode } from '../../schemas/codes';
import type { RegisterRow } from '../../schemas/register';
import { company, namesCompany } from './company';
import { figureIn } from './figure-in';
import { foundedOnIn } from './founding-date';
import { groupOf } from './kinds';
import { placeIn } from './place-in';
import { ratingIn } from './rating-in';
import type { RowReading } from './row-reading';
import { sectorIn } from './sector-in';
import { taxCodeIn } from './tax-code-in';
import { typeIn } from './type-in';
import { yesNoIn } from './yes-no';

const credit = SectorCode.parse('credit');

/** One cooperative, cell by cell; what cannot be read is null in it, and a doubt of the reading. */
export function readRow(reading: RowReading): RegisterRow {
  const { words } = reading.setting;
  const name = reading.text('name') ?? '';
  const type = typeIn(reading, name);
  const group = groupOf[type ?? 'htx'];
  const named = reading.cell('name');
  if (named !== null && namesCompany(name)) reading.doubt('name', named, company);
  return {
    at: reading.at,
    name,
    tax_code: taxCodeIn(reading),
    type,
    // A credit fund's sector needs no saying.
    sector: type === 'qtdnd' ? credit : sectorIn(reading),
    district: placeIn(reading, 'district'),
    commune: placeIn(reading, 'commune'),
    founded_on: foundedOnIn(reading),
    status: reading.word('status', words.statusOf),
    members: figureIn(reading, 'members', group),
    labour: figureIn(reading, 'labour', group),
    charter_capital: figureIn(reading, 'charter_capital', group),
    revenue: figureIn(reading, 'revenue', group),
    profit: figureIn(reading, 'profit', group),
    labour_income: figureIn(reading, 'labour_income', group),
    hitech: yesNoIn(reading, 'hitech'),
    value_chain: yesNoIn(reading, 'value_chain'),
    alliance_member: yesNoIn(reading, 'alliance_member'),
    rating: ratingIn(reading),
    unreadable: reading.unreadable,
  };
}

/** A row whose cells cannot be told apart: only its name is believed, and the type that it or the list says. */
export function readNameOnly(reading: RowReading): RegisterRow {
  const { columns, words, listed } = reading.setting;
  const name = reading.text('name') ?? '';
  const type = words.typeOf(name) ?? reading.under.type ?? listed;
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
