import type { Cell, Locator } from '../../schemas/cell';
import type { RegisterColumn } from '../../schemas/register';
import { oneLine } from '../../schemas/text';
import type { Doubt, Said } from './doubts';
import type { Evidence } from './evidence';
import type { Figures } from './figures';
import type { Columns } from './header';
import type { Words } from './words';

/** What is known of a register when its rows are read. */
export interface RowSetting {
  readonly columns: Columns;
  readonly evidence: Evidence;
  readonly figures: Figures;
  readonly words: Words;
}

/** A row being read: its cells by their columns, and what turned out to be doubtful or unreadable so far. */
export class RowReading {
  readonly doubts: Doubt[] = [];
  readonly unreadable: RegisterColumn[] = [];

  constructor(
    readonly cells: readonly Cell[],
    readonly at: Locator,
    readonly setting: RowSetting,
  ) {}

  /** Null where nothing is written, or a dash. */
  cell(role: RegisterColumn): Cell | null {
    const cell = this.cells[this.setting.columns.get(role)?.index ?? this.cells.length];
    return cell === undefined || isDash(cell.text) ? null : cell;
  }

  text(role: RegisterColumn): string | null {
    return this.cell(role)?.text.trim() ?? null;
  }

  /** One of the column's own words. */
  word<T>(role: RegisterColumn, meaningOf: (text: string) => T | null): T | null {
    const cell = this.cell(role);
    if (cell === null) return null;
    return meaningOf(cell.text) ?? this.refuse(role, cell, unknown(this.nameOf(role)));
  }

  doubt(role: RegisterColumn, cell: Cell, said: Said): void {
    this.doubts.push({ ...said, role, cell });
  }

  /** The cell says something that nobody can read. */
  refuse(role: RegisterColumn, cell: Cell, said: Said): null {
    this.unreadable.push(role);
    this.doubt(role, cell, said);
    return null;
  }

  /** `cột "Vốn điều lệ (triệu đồng)"`. */
  nameOf(role: RegisterColumn): string {
    return `cột "${oneLine(this.setting.columns.get(role)?.header.text ?? '')}"`;
  }
}

const isDash = (text: string) => !beginsPlainly(text) && /^[-–—.…\s]*$/.test(text);

/** With a digit or a letter of ASCII, as nearly all cells do: it is asked of every cell, and to look is faster than to match. */
function beginsPlainly(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 48 && first < 127;
}

const unknown = (column: string): Said => ({
  rule: 'value.unknown',
  severity: 'error',
  said: 'each',
  says: (it) => `Không hiểu ${it} ở ${column}. Ô này chưa được nạp.`,
});
