import type { Field } from './field';
import { foundedOn } from './founded-on';
import { sector, type } from './kind';
import { marks } from './marks';
import { name } from './name';
import { place } from './place';
import { capital, members } from './size';
import { taxCode } from './tax-code';
import { works } from './works';

/** All that two rows are compared by, in the order in which it is explained. */
export const fields: readonly Field[] = [taxCode, name, marks, works, place, foundedOn, type, sector, members, capital];
