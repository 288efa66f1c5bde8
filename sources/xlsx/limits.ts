/**
 * How much of a workbook is unpacked before it is refused. Excel's own ceilings where it has one; else well above the
 * largest register known (30.000 rows), and low enough that a refusal costs little. No logic.
 */
export const limits = {
  /** Parts in the zip: a workbook of 200 sheets with a drawing on each has 800. */
  entries: 2_000,
  /** Inflated bytes of one part: a sheet of 1.000.000 rows by 21 columns takes 870 MB. */
  partBytes: 1_000_000_000,
  totalBytes: 1_500_000_000,
  /** Inflated to packed. Sheets stay below 30 and empty formatted rows below 60; deflate itself ends at 1.032. */
  ratio: 100,
  /** Below this many inflated bytes no ratio is suspicious: a blank picture packs as well as a bomb. */
  ratioFrom: 16_000_000,
  sheets: 500,
  /** Elements within elements: a sheet needs 8, with extensions 15. */
  xmlDepth: 64,
  /** One tag or one text between two tags, in characters: 32.767 of a cell, each escaped at its longest, stay below. */
  xmlToken: 1_000_000,
  rows: 1_048_576,
  columns: 16_384,
  /** Cells of one sheet, the empty ones that are filled in between included. */
  cells: 25_000_000,
  /** Empty cells filled in for each written one, once there are more than `blanksFrom` of them. */
  blanksPerCell: 50,
  blanksFrom: 1_000_000,
  /** Cells of all sheets together where they are kept in memory: 30.000 rows by 25 columns, 250 MB with all around them. */
  keptCells: 750_000,
  keptRows: 2_100_000,
  /** Characters of all cells of one sheet: a text that is stored once may be shown a million times. */
  sheetCharacters: 500_000_000,
  cellCharacters: 32_767,
  /** Texts that the cells share stay in memory while the workbook is open. */
  sharedTexts: 2_000_000,
  sharedBytes: 100_000_000,
  /** Merged areas of all sheets; the hidden rows of all sheets are held to `rows`. */
  merges: 100_000,
  /** Excel takes 255; its own files hold a few more where characters are escaped. */
  formatCharacters: 1_000,
} as const;
