import type { Cell, Locator } from '../../schemas/cell';

/** A sheet as its frame says: everything but its cells. Rows and columns count from 1, as Excel shows them. */
export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  /** By hand or by a filter; those that hold nothing are among them. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** A row that holds something. Its cells begin at column 1 and end at the last that holds text, the gaps filled with `''`. */
export interface XlsxRow {
  readonly kind: 'row';
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
  readonly remarks: readonly Remark[];
}

/**
 * What a careful reader has to be told about a cell.
 * - `scaled`: its format shows thousands or millions of the value (`#,##0,`); the text is the value, and what its header
 *   says of the unit may be true of what is shown instead.
 * - `unshown`: its format shows none of the value's digits; the text is the value.
 * - `no_result`: a formula that was never calculated; the text is empty.
 */
export interface Remark {
  readonly kind: 'scaled' | 'unshown' | 'no_result';
  readonly at: Locator;
  /** What the sheet shows, with a point and no thousands marks. */
  readonly shown: string;
}
