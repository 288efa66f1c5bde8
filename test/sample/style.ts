/** The ways in which a province writes its report; they take turns with the province's number and the year. */
import type { Year } from './national';

export interface Style {
  turn: number;
  year: Year;
  layout: 'annex' | 'json' | 'flat';
  delimiter: string;
  bom: boolean;
  lineEnd: string;
  padded: boolean;
  decomposed: boolean;
  /** JSON: plain numbers instead of strings in Vietnamese notation. */
  plainNumbers: boolean;
  codes: boolean;
  thousands: string;
  twoDigits: boolean;
  moneyUnit: 'tỷ đồng' | 'triệu đồng' | 'nghìn đồng';
  unitInCell: 'no' | 'yes' | 'words';
  partsAsDashes: boolean;
  shares: boolean;
  nonAgri: boolean;
}

/** The n-th of the choices, starting again after the last. */
export function pick<T>(choices: readonly [T, ...T[]], n: number): T {
  return choices[n % choices.length] ?? choices[0];
}

const layouts = [
  ['annex', ';'],
  ['annex', ','],
  ['json', 'text'],
  ['annex', ';'],
  ['annex', '\t'],
  ['json', 'numbers'],
  ['annex', ';'],
  ['flat', ','],
  ['annex', ','],
  ['json', 'text'],
  ['annex', '\t'],
] as const;
const money = [
  ['tỷ đồng', 'no'],
  ['triệu đồng', 'no'],
  ['tỷ đồng', 'yes'],
  ['triệu đồng', 'yes'],
  ['tỷ đồng', 'words'],
  ['triệu đồng', 'no'],
  ['tỷ đồng', 'no'],
] as const;

export function styleOf(position: number, year: Year): Style {
  const turn = position + (year === 2020 ? 0 : 31);
  const [layout, variant] = pick(layouts, turn);
  const plainNumbers = layout === 'flat' || variant === 'numbers';
  const [moneyUnit, unitInCell] = turn % 29 === 4 ? (['nghìn đồng', 'no'] as const) : pick(money, turn);
  return {
    turn,
    year,
    layout,
    delimiter: layout === 'json' ? '' : variant,
    bom: turn % 5 < 2,
    lineEnd: turn % 4 === 0 ? '\r\n' : '\n',
    padded: turn % 3 > 0,
    decomposed: turn % 23 === 6,
    plainNumbers,
    codes: layout === 'flat' || (layout === 'json' && turn % 2 === 0),
    thousands: turn % 8 === 3 ? ' ' : '.',
    twoDigits: turn % 3 === 0,
    moneyUnit: layout === 'flat' ? 'triệu đồng' : moneyUnit,
    unitInCell: plainNumbers ? 'no' : unitInCell,
    partsAsDashes: turn % 4 > 1,
    shares: turn % 7 > 2,
    nonAgri: turn % 10 !== 7,
  };
}
