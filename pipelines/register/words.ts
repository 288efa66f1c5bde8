import type { Catalogue } from '../../schemas/catalogue';
import { readFoundingDate } from './founding-date';
import { remembered } from './remembered';
import { readYesNo } from './yes-no';

/** How the words, dates and marks in the cells of a register are read. */
export interface Words extends Pick<Catalogue, 'sectorOf'>, Pick<Catalogue['register'], CatalogueWord> {
  readonly yesNoOf: typeof readYesNo;
  readonly dateOf: typeof readFoundingDate;
}

type CatalogueWord = 'typeOf' | 'statusOf' | 'ratingOf';

/** For one register: its words are few, and comparing each anew took a third of the time of reading it. */
export function wordsOf({ sectorOf, register: { typeOf, statusOf, ratingOf } }: Catalogue): Words {
  return {
    sectorOf: remembered(sectorOf),
    typeOf: remembered(typeOf),
    statusOf: remembered(statusOf),
    ratingOf: remembered(ratingOf),
    yesNoOf: remembered(readYesNo),
    dateOf: remembered(readFoundingDate),
  };
}
