import type { Cell } from '../../schemas/cell';
import type { RegisterRow } from '../../schemas/register';
import type { Doubt } from './doubts';
import { FirstPlaces, type Line, lineName } from './repeats';

/** With a tax code, or with so many of these said, a row is of one cooperative alone. */
const telling = 3;

/**
 * The rows that a register has had: one that comes again, the same in all that it says, was entered twice and counts once,
 * unless it says so little that it may be another's.
 */
export class SameRows {
  readonly #places = new FirstPlaces();

  /** Where the same row stood before, and whether this one counts all the same; null where it comes for the first time. */
  see(row: RegisterRow): { readonly before: Line; readonly counts: boolean } | null {
    const before = row.name === '' ? null : this.#places.see(hashOf(said(row)), row.at);
    return before === null ? null : { before, counts: !isTelling(row) };
  }
}

/** The rows that count. */
export function countedOnce<Row extends RegisterRow>(rows: readonly Row[]): Row[] {
  const same = new SameRows();
  return rows.filter((row) => same.see(row)?.counts ?? true);
}

/** A row that stands in the register a second time. */
export const enteredTwice = (before: Line, counts: boolean, cell: Cell): Doubt => ({
  rule: 'row.twice',
  nature: 'doubt',
  role: 'name',
  cell,
  said: 'each',
  says: (it) =>
    counts
      ? `Dòng của ${it} giống hệt ${lineName(before)}, nhưng không đủ thông tin để biết là một đơn vị, nên cả hai dòng được tính. Hãy xóa một dòng nếu bị nhập hai lần, hoặc ghi thêm mã số thuế, địa chỉ.`
      : `Dòng của ${it} giống hệt ${lineName(before)} nên chỉ được tính một lần. Nếu là hai đơn vị khác nhau, hãy ghi mã số thuế hoặc địa chỉ của từng đơn vị.`,
});

function isTelling({
  tax_code,
  district,
  commune,
  founded_on,
  members,
  labour,
  charter_capital,
}: RegisterRow): boolean {
  if (tax_code !== null) return true;
  let given = 0;
  for (const each of [district, commune, founded_on, members, labour, charter_capital]) if (each !== null) given += 1;
  return given >= telling;
}

/** All that a row says, as one text. */
export function said(row: RegisterRow): string {
  const { members, labour, charter_capital, revenue, profit, labour_income } = row;
  let amounts = '';
  for (const each of [members, labour, charter_capital, revenue, profit, labour_income])
    amounts += `${each === null ? '' : each.inBase()}\t`;
  const marks = `${row.hitech}\t${row.value_chain}\t${row.alliance_member}\t${row.rating}\t${row.unreadable}`;
  return `${row.name}\t${row.tax_code}\t${row.type}\t${row.sector}\t${row.district}\t${row.commune}\t${row.founded_on}\t${row.status}\t${amounts}${marks}`;
}

/** 53 bits of a text: among a million rows two that differ have one hash once in eighteen thousand registers. */
function hashOf(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
