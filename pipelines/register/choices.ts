import type { Catalogue } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { RegisterColumn } from '../../schemas/register';
import { typeNamed } from './headings';
import { readYesNo } from './yes-no';

/** A word that a column of marks stands for: `Đang hoạt động` under `Tình trạng`; `title` is null where none says of what. */
export interface Choice {
  readonly role: 'type' | 'status' | 'rating';
  readonly title: string | null;
  readonly word: string;
}

/** Columns of which a row marks one, and where in the row what it chose is put. */
export interface Chosen {
  readonly role: RegisterColumn;
  readonly index: number;
  readonly words: readonly { readonly word: string; readonly index: number }[];
}

/** The choice that a header (`Tình trạng: Đang hoạt động`, `Giải thể`) names; null for any other. */
export function choiceIn(header: string, catalogue: Catalogue): Choice | null {
  const [, title = null, word = header] = /^([^:]{1,100}): (.{1,100})$/s.exec(header) ?? [];
  const { columnOf, statusOf, ratingOf } = catalogue.register;
  const meanings = {
    type: () => typeNamed(word, catalogue),
    status: () => statusOf(word),
    rating: () => ratingOf(word),
  };
  for (const role of ['type', 'status', 'rating'] as const)
    if ((title === null || columnOf(title) === role) && meanings[role]() !== null) return { role, title, word };
  return null;
}

/** The row with a cell more for each choice, which has the chosen word; of two marks in one choice no word is right. */
export function withChosen(cells: readonly Cell[], width: number, choices: readonly Chosen[]): readonly Cell[] {
  if (choices.length === 0) return cells;
  const [first] = cells;
  if (first === undefined) return cells;
  const none: Cell = { text: '', literal: false, at: first.at };
  const row = Array.from({ length: width }, (_, index) => cells[index] ?? none);
  const chosen = choices.map(({ words }): Cell => {
    const marked = words.flatMap(({ word, index }) => {
      const cell = row[index] ?? none;
      const mark = readYesNo(cell.text);
      return mark === null || mark === false ? [] : { word, cell };
    });
    const [only, other] = marked;
    if (only === undefined) return none;
    return { ...only.cell, text: other === undefined ? only.word : marked.map(({ cell }) => cell.text).join(', ') };
  });
  return [...row, ...chosen];
}
