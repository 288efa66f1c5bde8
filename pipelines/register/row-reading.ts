import type { Cell, Locator, Remark } from '../../schemas/cell';
import type { CooperativeType, RegisterColumn, RegisterRow } from '../../schemas/register';
import { excerpt } from '../../schemas/text';
import { isDitto } from './ditto';
import type { Doubt, Said } from './doubts';
import type { Evidence } from './evidence';
import type { Figures } from './figures';
import type { Columns } from './header';
import type { Under } from './headings';
import type { Days } from './kinds';
import type { Sizes } from './sizes';
import type { Words } from './words';

/** What is known of a register when its rows are read. */
export interface RowSetting {
  readonly columns: Columns;
  readonly evidence: Evidence;
  readonly figures: Figures;
  readonly words: Words;
  readonly sizes: Sizes;
  readonly days: Days;
  /** What the list is of, where its column of names says so: `Tên THT`. */
  readonly listed: CooperativeType | null;
  /** What a workbook's sheet remarks on a cell; null: there is no sheet. */
  readonly remarkAt: ((at: Locator) => Remark | undefined) | null;
}

/** A row being read: its cells by their columns, and what turned out to be doubtful or unreadable so far. */
export class RowReading {
  readonly doubts: Doubt[] = [];
  readonly unreadable: RegisterColumn[] = [];

  /** `under`: what the headings above it say; `before`: the row above it. */
  constructor(
    readonly cells: readonly Cell[],
    readonly at: Locator,
    readonly setting: RowSetting,
    readonly under: Under,
    readonly before: RegisterRow | null,
  ) {}

  /** Null where nothing is written, or a dash. */
  cell(role: RegisterColumn): Cell | null {
    const cell = this.cells[this.setting.columns.get(role)?.index ?? this.cells.length];
    return cell === undefined || isDash(cell.text) ? null : cell;
  }

  /** Whatever stands there. */
  written(role: RegisterColumn): Cell | undefined {
    return this.cells[this.setting.columns.get(role)?.index ?? this.cells.length];
  }

  text(role: RegisterColumn): string | null {
    return this.cell(role)?.text.trim() ?? null;
  }

  /** One of the column's own words, or that of the row above where the cell says so. */
  word<Role extends 'sector' | 'status'>(
    role: Role,
    meaningOf: (text: string) => RegisterRow[Role],
  ): RegisterRow[Role] {
    const cell = this.cell(role);
    if (cell === null) return null;
    return meaningOf(cell.text) ?? this.again(role, cell) ?? this.refuse(role, cell, unknown(role, this.nameOf(role)));
  }

  /** What the row above has in the column, where the cell is a ditto mark. */
  again<Role extends 'type' | 'sector' | 'district' | 'commune' | 'status' | 'founded_on' | 'rating'>(
    role: Role,
    cell: Cell,
  ): RegisterRow[Role] | null {
    return isDitto(cell.text) && this.before !== null ? this.before[role] : null;
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
    return `cột "${excerpt(this.setting.columns.get(role)?.header.text ?? '')}"`;
  }
}

/** Nothing, or what stands for nothing. */
export const isDash = (text: string) => !beginsPlainly(text) && /^[-–—.…\s]*$/.test(text);

/** With a digit or a letter of ASCII, as nearly all cells do: it is asked of every cell, and to look is faster than to match. */
function beginsPlainly(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 48 && first < 127;
}

/** A word that the column has not. */
export const unknown = (role: RegisterColumn, column: string): Said => ({
  rule: 'value.unknown',
  nature: 'held',
  said: 'each',
  says: (it) => `Không hiểu ${it} ở ${column}${choices[role] ?? ''}. Ô này chưa được nạp.`,
});

const choices: Partial<Record<RegisterColumn, string>> = {
  status: '; hãy ghi "đang hoạt động", "ngừng hoạt động" hoặc "giải thể"',
  rating: '; hãy ghi "tốt", "khá", "trung bình" hoặc "yếu"',
  sector: '; hãy ghi một lĩnh vực của biểu B01, ví dụ "nông nghiệp", "vận tải" hoặc "dịch vụ khác"',
};
