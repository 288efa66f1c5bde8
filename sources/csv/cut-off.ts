import { type Refusal, refusal } from '../../schemas/cell';
import { oneLine } from '../../schemas/text';
import type { Dialect } from './dialect';
import type { CsvRecord } from './records';
import { usualWidth } from './sniff';

/** Tells of the records of a file, one after the other, whether it ends, and its lines end, where they were meant to. */
export class CutOff {
  /** How many records have so many cells, and which of them is the first, counted from 0. */
  readonly #widths = new Map<number, { count: number; readonly first: number }>();
  #records = 0;
  #last: CsvRecord | null = null;
  #tooLong: number | null = null;

  add(record: CsvRecord): void {
    const { length } = record.cells;
    const width = this.#widths.get(length);
    if (width === undefined) this.#widths.set(length, { count: 1, first: this.#records });
    else width.count += 1;
    this.#records += 1;
    this.#last = record;
    if (record.fault === 'too long') this.#tooLong ??= record.record;
  }

  /** Why the file is refused, once all its records were seen; `lineEnded`: the text ends with a line end. */
  refusal(lineEnded: boolean, { delimiter }: Dialect): Refusal | null {
    const last = this.#last;
    if (last === null) return null;
    if (this.#tooLong !== null)
      return refusal(
        `dòng ${this.#tooLong} dài hơn một triệu ký tự, không thể là một dòng của bảng số liệu; hãy mở tệp bằng Excel, kiểm tra dòng này rồi xuất lại và gửi lại`,
      );
    if (last.fault === 'cut off')
      return refusal(
        'tệp bị cắt giữa chừng (một ô mở dấu ngoặc kép mà không đóng); hãy xuất lại tệp đầy đủ và gửi lại',
      );
    if (lineEnded || !this.#isShort(last)) return null;
    const rest = oneLine(last.cells.join(delimiter)).slice(0, 60);
    return refusal(`tệp bị cắt giữa chừng ở dòng ${last.record} ("${rest}"); hãy xuất lại tệp đầy đủ và gửi lại`);
  }

  /** It is the only record of the table that is too short. */
  #isShort(last: CsvRecord): boolean {
    const usual = usualWidth([...this.#widths].map(([width, { count }]) => [width, count]));
    const { count, first } = this.#widths.get(usual) ?? { count: 0, first: 0 };
    const table = this.#records - 1 - first;
    return last.cells.length < usual && table > 1 && count === table;
  }
}
