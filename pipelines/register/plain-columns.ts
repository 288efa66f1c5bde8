import type { Cell } from '../../schemas/cell';
import type { FigureColumn, RegisterColumn, RegisterRow, YesNoColumn } from '../../schemas/register';
import { figureIn } from './figure-in';
import { foundedOnIn } from './founding-date';
import { noHeading } from './headings';
import { placeIn } from './place-in';
import { ratingIn } from './rating-in';
import { remembered } from './remembered';
import { RowReading, type RowSetting } from './row-reading';
import { sectorIn } from './sector-in';
import { tenthDigit } from './tax-code';
import { yesNoIn } from './yes-no';

/** A text of which there is something to say, or which means something only in its row. */
export const unusual = Symbol('unusual');
type Plain<T> = (texts: readonly string[]) => T | typeof unusual;

/** For each column what a row of texts says in it, if its text says that by itself; else `unusual`. */
export function plainColumns(setting: RowSetting, width: number) {
  const indexOf = (role: RegisterColumn) => setting.columns.get(role)?.index ?? width;

  /** As it would be read in a row that has nothing else. */
  const alone = <T>(role: RegisterColumn, read: (reading: RowReading) => T | typeof unusual): Plain<T> => {
    const index = indexOf(role);
    const meaningOf = (text: string) => {
      const cells = Array.from(
        { length: width },
        (_, each): Cell => ({ text: each === index ? text : '', ...untyped }),
      );
      const reading = new RowReading(cells, untyped.at, setting, noHeading, null);
      const meaning = read(reading);
      return reading.doubts.length === 0 && reading.unreadable.length === 0 ? meaning : unusual;
    };
    const known = remembered(meaningOf);
    const blank = meaningOf('');
    return (texts) => {
      const text = texts[index] ?? '';
      return text === '' ? blank : known(text);
    };
  };
  const figure = <Role extends FigureColumn>(role: Role): Plain<RegisterRow[Role]> =>
    alone(role, (reading): RegisterRow[Role] => {
      // The group decides about doubts only: with none in any group the amount is the same in all.
      figureIn(reading, role, 'lh');
      figureIn(reading, role, 'tht');
      return figureIn(reading, role, 'htx') as RegisterRow[Role];
    });
  const yesNo = (role: YesNoColumn) => alone(role, (reading) => yesNoIn(reading, role));

  const name = indexOf('name');
  const taxCode = indexOf('tax_code');
  return {
    name: (texts: readonly string[]) => (texts[name] ?? '').trim(),
    taxCode: (texts: readonly string[]) => plainTaxCode(texts[taxCode] ?? ''),
    type: alone('type', (reading) => {
      const cell = reading.cell('type');
      const type = cell && setting.words.typeOf(cell.text);
      // A credit fund's sector is not read.
      return type === null || type === 'qtdnd' ? unusual : type;
    }),
    sector: alone('sector', sectorIn),
    district: alone('district', (reading) => placeIn(reading, 'district')),
    commune: alone('commune', (reading) => placeIn(reading, 'commune')),
    foundedOn: alone('founded_on', foundedOnIn),
    status: alone('status', (reading) => reading.word('status', setting.words.statusOf)),
    members: figure('members'),
    labour: figure('labour'),
    charterCapital: figure('charter_capital'),
    revenue: figure('revenue'),
    profit: figure('profit'),
    labourIncome: figure('labour_income'),
    hitech: yesNo('hitech'),
    valueChain: yesNo('value_chain'),
    allianceMember: yesNo('alliance_member'),
    rating: alone('rating', ratingIn),
  };
}

const untyped = { literal: false, at: { row: 0, column: 1 } } as const;

/** All are different, so none is remembered. */
function plainTaxCode(text: string): string | null | typeof unusual {
  if (text === '') return null;
  return /^\d{10}$/.test(text) && tenthDigit(text) === text[9] ? text : unusual;
}
