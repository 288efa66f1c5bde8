import type { Catalogue } from '../../schemas/catalogue';
import type { SectorCode } from '../../schemas/codes';
import { readFoundingDate } from './founding-date';
import { remembered } from './remembered';
import { statusIn } from './status';
import { readYesNo } from './yes-no';

/** How the words, dates and marks in the cells of a register are read. */
export interface Words extends Pick<Catalogue, 'sectorOf'>, Pick<Catalogue['register'], CatalogueWord> {
  readonly yesNoOf: typeof readYesNo;
  readonly dateOf: typeof readFoundingDate;
  /** Whether one of the sectors is the other, or a part of it. */
  readonly sameBranch: (one: SectorCode, other: SectorCode) => boolean;
}

type CatalogueWord = 'typeOf' | 'statusOf' | 'ratingOf';

/** For one register: its words are few, and comparing each anew took a third of the time of reading it. */
export function wordsOf({ sectorOf, sectors, register: { typeOf, statusOf, ratingOf } }: Catalogue): Words {
  const isWithin = (part: SectorCode | null, whole: SectorCode): boolean =>
    part !== null && (part === whole || isWithin(sectors.get(part)?.parent ?? null, whole));
  return {
    sectorOf: remembered(sectorOf),
    typeOf: remembered(typeOf),
    statusOf: remembered((text) => statusIn(text, statusOf)),
    ratingOf: remembered(ratingOf),
    yesNoOf: remembered(readYesNo),
    dateOf: remembered(readFoundingDate),
    sameBranch: (one, other) => isWithin(one, other) || isWithin(other, one),
  };
}
