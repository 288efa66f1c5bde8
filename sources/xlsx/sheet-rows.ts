import type { Cell } from '../../schemas/cell';
import { limits } from './limits';
import { isHiddenRow } from './outline';
import { placeOf, referenceOf, rowNumber } from './reference';
import { broken, tooLarge } from './refusals';
import { RichText, written } from './rich-text';
import type { SharedStrings } from './shared-strings';
import type { Remark, XlsxRow } from './sheet';
import { type Shown, shownNumber } from './shown';
import type { Styles } from './styles';
import type { Attributes, Listener } from './xml';

/** What the cells of a sheet need of the workbook around it. */
export interface Surroundings {
  readonly sheet: string;
  readonly sharedStrings: SharedStrings;
  readonly styles: Styles;
  readonly date1904: boolean;
}

interface OpenRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: Cell[];
  readonly remarks: Remark[];
}

/** Hears a sheet's part and gathers its rows, as far as they are complete. */
export class RowListener implements Listener {
  private ready: XlsxRow[] = [];
  private depth = 0;
  private inData = false;
  private row: OpenRow | null = null;
  private rowsSoFar = 0;
  private column = 0;
  private inCell = false;
  private type: string | undefined;
  private style: string | undefined;
  private value = '';
  private inValue = false;
  private hasFormula = false;
  private readonly inline = new RichText();
  private inInline = false;
  private cellCount = 0;
  private blankCount = 0;
  private characters = 0;

  constructor(private readonly around: Surroundings) {}

  /** The rows that became complete since the last time. */
  take(): XlsxRow[] {
    const rows = this.ready;
    this.ready = [];
    return rows;
  }

  open(name: string, attributes: Attributes, depth: number): void {
    this.depth = depth;
    if (depth === 2) this.inData = name === 'sheetData';
    else if (!this.inData) return;
    else if (depth === 3) {
      if (name === 'row') this.openRow(attributes);
    } else if (depth === 4) {
      if (name === 'c' && this.row !== null) this.openCell(attributes.r, attributes.s, attributes.t, this.row.row);
    } else if (this.inInline) this.inline.open(name, attributes, depth - 5);
    else if (depth === 5 && this.inCell) {
      this.inValue = name === 'v';
      this.inInline = name === 'is';
      if (name === 'f') this.hasFormula = true;
    }
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
    else if (this.inInline) this.inline.text(text);
  }

  /** In a row and in no element of it: where a cell may stand. */
  get betweenCells(): boolean {
    return this.depth === 3 && this.row !== null;
  }

  /** A cell that holds nothing but a value. */
  cell(reference: string | undefined, style: string | undefined, type: string | undefined, value = ''): void {
    if (this.row === null) return;
    this.openCell(reference, style, type, this.row.row);
    this.value = value;
    this.closeCell(this.row);
  }

  close(depth: number): void {
    this.depth = depth - 1;
    if (depth === 5) {
      this.inValue = false;
      this.inInline = false;
    } else if (depth > 5 && this.inInline) this.inline.close();
    else if (depth === 4 && this.inCell && this.row !== null) this.closeCell(this.row);
    else if (depth === 3 && this.row !== null) {
      if (this.row.cells.length + this.row.remarks.length > 0) this.ready.push({ kind: 'row', ...this.row });
      this.row = null;
    }
  }

  private openRow(attributes: Attributes): void {
    const row = rowNumber(attributes.r, this.rowsSoFar);
    this.rowsSoFar = row;
    this.column = 0;
    this.row = { row, hidden: isHiddenRow(attributes), cells: [], remarks: [] };
  }

  private openCell(
    reference: string | undefined,
    style: string | undefined,
    type: string | undefined,
    row: number,
  ): void {
    if (reference === undefined) this.column += 1;
    else {
      const place = placeOf(reference);
      if (place.row !== row) throw broken(`ô ${reference} nằm trong dòng ${row}`);
      this.column = place.column;
    }
    if (this.column > limits.columns) throw tooLarge('quá nhiều cột');
    this.cellCount += 1;
    this.inCell = true;
    this.type = type;
    this.style = style;
    this.value = '';
    this.hasFormula = false;
  }

  private closeCell(row: OpenRow): void {
    this.inCell = false;
    const { text, literal, stored, remark } = this.content();
    const at = { sheet: this.around.sheet, row: row.row, column: this.column };
    if (remark !== undefined) row.remarks.push({ ...remark, at });
    this.characters += text.length;
    this.checkCounts();
    if (text === '') return;
    const cell = stored === undefined ? { text, literal, at } : { text, literal, at, stored };
    const { cells } = row;
    if (this.column <= cells.length) {
      replaceBlank(cells, cell, this.column);
      return;
    }
    this.blankCount += this.column - cells.length - 1;
    this.checkCounts();
    while (cells.length < this.column - 1)
      cells.push({ text: '', literal: false, at: { sheet: at.sheet, row: at.row, column: cells.length + 1 } });
    cells.push(cell);
  }

  private checkCounts(): void {
    const { cellCount, blankCount } = this;
    if (
      cellCount + blankCount > limits.cells ||
      (blankCount > limits.blanksFrom && blankCount > cellCount * limits.blanksPerCell)
    )
      throw tooLarge(`trang tính "${this.around.sheet.slice(0, 50)}" có quá nhiều ô`);
    if (this.characters > limits.sheetCharacters) throw tooLarge('quá nhiều chữ trong các ô');
  }

  private content(): Shown {
    const { value } = this;
    const plain = (text: string): Shown => ({ text, literal: false });
    switch (this.type) {
      case 's':
        return plain(value === '' ? '' : this.sharedString(value));
      case 'inlineStr':
        return plain(this.inline.take() || written(value));
      case 'str':
        return plain(written(value));
      case 'b':
        return plain(/^\s*(1|true)\s*$/.test(value) ? 'TRUE' : value === '' ? '' : 'FALSE');
      case 'e':
        return plain(written(value));
      case 'd':
        return plain(written(value.trim()).replace(/T00:00(:00(\.0+)?)?Z?$/, ''));
      case undefined:
      case 'n':
        if (value.trim() !== '')
          return shownNumber(value.trim(), this.around.styles.formatOf(this.style), this.around.date1904);
        return this.hasFormula ? { ...plain(''), remark: { kind: 'no_result', shown: '' } } : plain(this.inline.take());
      default:
        throw broken(`ô ${referenceOf(this.row?.row ?? 0, this.column)} có kiểu lạ`);
    }
  }

  private sharedString(number: string): string {
    const text = this.around.sharedStrings.get(Number(number));
    if (text === undefined) throw broken(`ô ${referenceOf(this.row?.row ?? 0, this.column)} không có nội dung`);
    return text;
  }
}

/** A cell that stands before others in its row, though written after them; one that is written twice has to say one thing. */
export function replaceBlank(cells: Cell[], cell: Cell, column: number): void {
  const before = cells[column - 1];
  if (before !== undefined && before.text !== '' && before.text !== cell.text) {
    const { row } = cell.at as { row: number };
    throw broken(`ô ${referenceOf(row, column)} được ghi hai lần với nội dung khác nhau`);
  }
  cells[column - 1] = cell;
}
