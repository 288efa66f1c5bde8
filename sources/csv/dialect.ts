/** How a CSV file separates and protects its cells. */
export interface Dialect {
  /** One character or several, as in `||` or `, `. */
  readonly delimiter: string;
  /** The quote, or the opening and the closing one, as in `“”`; null where the file has none. */
  readonly quote: string | null;
  /** What makes a quote within quotes text: the quote itself, doubled, or a backslash. */
  readonly escape: string | null;
  /** The line end that most lines have; the reader takes any. */
  readonly lineEnd: '\n' | '\r\n' | '\r';
}

/** The opening and the closing quote. */
export function quotesOf({ quote }: Dialect): { open: string | null; close: string | null } {
  return { open: quote?.[0] ?? null, close: quote?.at(-1) ?? null };
}
