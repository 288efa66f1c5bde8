/** A spreadsheet's cell that shows a figure. */
export interface ShownNumber {
  readonly value: number | string | null;
  readonly numFmt?: string;
}

/**
 * A figure as printed (`25.454`, `+1.056,5`, `63,2%`, or nothing) as a number, with the format that shows the same digits in
 * Vietnamese notation whatever the computer's own is. `signed`: a gain shows its plus.
 */
export function shownNumber(printed: string, signed: boolean): ShownNumber {
  if (printed === '') return { value: null };
  const percent = printed.endsWith('%');
  const plain = printed.replace(/[.+%]/g, '').replace(',', '.');
  // A spreadsheet keeps 15 digits and would show noughts for the rest: such a figure stays a text.
  if (plain.replace(/^-?[0.]*|\./g, '').length > 15) return { value: printed };
  const decimals = plain.split('.')[1]?.length ?? 0;
  const digits = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${percent ? '"%"' : ''}`;
  const forms = signed ? [`+${digits}`, `-${digits}`, digits] : [digits];
  return { value: Number(plain), numFmt: forms.map((form) => `${vietnamese}${form}`).join(';') };
}

/** The language tag of Vietnamese: a point between thousands and a decimal comma. */
const vietnamese = '[$-42A]';
