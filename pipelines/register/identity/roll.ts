import type { SubmissionId } from '../../../schemas/codes';
import { type RegisterOf, type RowId, rowId } from '../../../schemas/identity';

/** All rows numbered from 0 in the order in which they came in, and back to their ids. */
export class Roll {
  readonly #registers: { readonly first: number; readonly submission: SubmissionId; readonly rows: Int32Array }[] = [];
  readonly #numbers = new Map<string, ReadonlyMap<number, number>>();
  #length = 0;

  get registers(): number {
    return this.#registers.length;
  }

  get length(): number {
    return this.#length;
  }

  has(submission: SubmissionId): boolean {
    return this.#numbers.has(submission);
  }

  /** The number of its first row; the others follow in their order. */
  add({ submission, rows }: RegisterOf): number {
    const first = this.#length;
    this.#registers.push({ first, submission, rows: Int32Array.from(rows, ({ row }) => row) });
    this.#numbers.set(submission, new Map(rows.map(({ row }, index) => [row, first + index])));
    this.#length += rows.length;
    return first;
  }

  id(number: number): RowId {
    const { first, submission, rows } = this.#registerOf(number);
    return rowId(submission, rows[number - first] ?? 0);
  }

  /** Undefined where no such row came in. */
  number(id: RowId): number | undefined {
    const [submission = '', row] = id.split(':');
    return this.#numbers.get(submission)?.get(Number(row));
  }

  #registerOf(number: number) {
    let [low, high] = [0, this.#registers.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#registers[middle]?.first ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    const register = this.#registers[low];
    if (register === undefined) throw new Error(`there is no row ${number}`);
    return register;
  }
}
