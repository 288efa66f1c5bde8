import type { PlainTable, PollutedFile } from './pollution';

/** Faults that Pollock's list lacks and people's files have: other dialects, footnotes, comments, blank and repeated lines. */
export function polluteMore(table: PlainTable): PollutedFile[] {
  const clean: readonly (readonly string[])[] = [table.header, ...table.rows].map((row) => row.map(({ text }) => text));
  const width = table.header.length;
  const blank = ','.repeat(width - 1);
  const lines = clean.map((row) => line(row, ','));
  const middle = Math.ceil(lines.length / 2);
  const file = (kind: string, text: string, expected = clean): PollutedFile => ({
    kind,
    name: `${table.title}: ${kind}`,
    weight: 1,
    text,
    clean: expected,
  });
  const changed = (kind: string, rows: readonly string[], expected = clean) =>
    file(kind, rows.map((row) => `${row}\n`).join(''), expected);
  const inserted = (kind: string, at: number, ...extra: readonly string[]) =>
    changed(kind, [...lines.slice(0, at), ...extra, ...lines.slice(at)]);
  const named = (kind: string, header: readonly string[]) =>
    changed(kind, [line(header, ','), ...lines.slice(1)], [header, ...clean.slice(1)]);
  const notes = ['Source: the office', 'Figures are provisional', 'Printed on request'];
  const delimited = (texts: readonly string[]) => texts.map((text) => text + blank);
  const oneRecord = (kind: string, own: (row: readonly string[]) => { written: string; read?: readonly string[] }) =>
    lines.map((_, index) => {
      const { written, read } = own(clean[index] as string[]);
      const expected = read === undefined ? clean : clean.map((row, at) => (at === index ? read : row));
      return changed(kind, [...lines.slice(0, index), written, ...lines.slice(index + 1)], expected);
    });

  return [
    ...['|', '^', '~', ':', '||', '\t\t', ' | ', '; ', '\\t'].map((mark) =>
      changed(
        `delimiter ${JSON.stringify(mark)}`,
        clean.map((row) => line(row, mark)),
      ),
    ),
    changed('byte-order mark', [`\ufeff${lines[0]}`, ...lines.slice(1)]),
    changed(
      'quotes around all',
      clean.map((row) => row.map(quoted).join(',')),
    ),
    changed(
      'quotes around some',
      clean.map((row, at) =>
        row.map((cell, column) => ((at + column) % 3 ? minimal(cell, ',') : quoted(cell))).join(','),
      ),
    ),
    file('line ends LF CR', lines.map((row) => `${row}\n\r`).join('')),
    file('line ends CR CR LF', lines.map((row) => `${row}\r\r\n`).join('')),
    file('line ends mixed', lines.map((row, index) => row + ['\r\n', '\n', '\r'][index % 3]).join('')),
    changed(
      'delimiter at all ends',
      lines.map((row) => `${row},`),
    ),
    inserted('empty line first', 0, ''),
    inserted('empty lines after header', 1, '', ''),
    inserted('empty line in the middle', middle, ''),
    changed(
      'empty lines between',
      lines.flatMap((row) => [row, '']),
    ),
    inserted('blank record in the middle', middle, blank),
    inserted('blank records at the end', lines.length, blank, blank, blank),
    inserted('comments first', 0, '# made by the office', '# 3 of 4, as of May'),
    inserted('preamble', 0, ...notes),
    inserted('preamble and blank', 0, ...notes, ''),
    inserted('preamble with delimiters', 0, ...delimited(notes)),
    inserted('preamble with delimiters and blank', 0, ...delimited(notes), blank),
    inserted('preamble of keys and values', 0, 'Office,North', 'Printed by,Ann', ''),
    inserted('footnotes', lines.length, ...notes),
    inserted('footnotes after blank', lines.length, '', ...notes),
    inserted('footnotes with delimiters', lines.length, ...delimited(notes)),
    inserted('footnotes with delimiters after blank', lines.length, blank, ...delimited(notes)),
    inserted('header again', Math.max(2, middle), lines[0] as string),
    named('header with a nameless column', ['', ...(clean[0] as string[]).slice(1)]),
    named(
      'header of words and years',
      (clean[0] as string[]).map((name, column) => (column === 0 ? name : `${name} ${2020 + column}`)),
    ),
    named('header with a year', [...(clean[0] as string[]).slice(0, -1), '2023']),
    ...oneRecord('one row by ;', (row) => ({ written: line(row, ';') })),
    ...oneRecord('one row by tabs', (row) => ({ written: line(row, '\t') })),
    ...oneRecord('one row too long', (row) => ({ written: `${line(row, ',')},,extra` })),
    ...(width > 2 ? oneRecord('one row too short', shortened) : []),
    ...oneRecord('one row with spaces', (row) => ({ written: row.map(quoted).join(' , ') })),
  ];
}

function shortened(row: readonly string[]) {
  const rest = row.slice(0, -1);
  return { written: line(rest, ','), read: [...rest, ''] };
}

const line = (row: readonly string[], delimiter: string) => row.map((cell) => minimal(cell, delimiter)).join(delimiter);

const minimal = (cell: string, delimiter: string) =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? quoted(cell) : cell;

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
