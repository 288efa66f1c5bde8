/** What a row's number makes it: a section (`II`), an indicator (`1`), or a row nested below one (`1.1`, `a)`, `-`, `+`). */
export interface Mark {
  readonly level: 'section' | 'indicator' | 'nested';
  /** Rows of one kind stand side by side: `#.#`, `a`, `-`. Sections are numbered by `I` or by `A`. */
  readonly kind: string;
}

/** The mark of a row, in its own column or before its label; null where it has none. */
export function markOf(number: string, label: string): Mark | null {
  // Whoever typed `1` into a sheet of decimals sent `1.0`; and no number is longer.
  const written = /^[(]?(.*?)(\.0)?[.)]*$/s.exec(number.trim().slice(0, 20))?.[1] ?? '';
  return read(written) ?? (written === '' ? read(before.exec(label)?.[1] ?? '') : null) ?? bulletOf(label);
}

/** `1.1. Nông nghiệp`, `a) Nông nghiệp`, `II. LIÊN HIỆP HTX`; a bare `1.` numbers what has no mark as well. */
const before = /^\s*(\d+(?:\.\d+)+|[a-hđ](?=[.)])|[IVX]+(?=[.)])|[A-H](?=[.)]))[.)]?\s/;

function read(mark: string): Mark | null {
  if (/^[IVX]+$/.test(mark)) return { level: 'section', kind: 'I' };
  if (/^[A-H]$/.test(mark)) return { level: 'section', kind: 'A' };
  if (/^\d+$/.test(mark)) return { level: 'indicator', kind: '1' };
  if (/^\d+(\.\d+)+$/.test(mark)) return { level: 'nested', kind: mark.replace(/\d+/g, '#') };
  if (/^[a-hđ]$/.test(mark)) return { level: 'nested', kind: 'a' };
  return /^[-+–•*]+$/.test(mark) ? { level: 'nested', kind: mark.replaceAll('–', '-') } : null;
}

/** Dashes of all lengths are one. */
const bulletOf = (label: string) => read(/^\s*([-+–•*]+)\s/.exec(label)?.[1] ?? '');

/** The label without its mark, and without `trong đó:` before it. */
export const withoutMark = (label: string): string =>
  label.replace(
    /^\s*([-+–•*]+|\d+(\.\d+)*[.)]|\d+(\.\d+)+(?=\s)|[a-hđ](\)|\.(?=\s))|[IVX]+[.)]|trong đó\s*:?)\s*/i,
    '',
  );
