/**
 * Polluted CSV files made from clean tables, each with what a reader should make of it: the faults of the Pollock benchmark
 * (Vitagliano et al., VLDB 2023), one a file, and the weights that its authors counted them by in real files.
 */

interface PlainCell {
  readonly text: string;
  /** Whether its writer puts it into quotes always, or only where it must. */
  readonly quoted?: boolean;
}

export interface PlainTable {
  readonly title: string;
  readonly header: readonly PlainCell[];
  readonly rows: readonly (readonly PlainCell[])[];
}

export interface PollutedFile {
  /** The kind of fault, by which the scores are grouped. */
  readonly kind: string;
  readonly name: string;
  readonly weight: number;
  readonly text: string;
  /** The header's cells (or, without one, the first record's) and the records that should be read. */
  readonly clean: readonly (readonly string[])[];
}

/** How a row is written: a mark between any two cells that are its delimiters may be missing, doubled or another one. */
interface Row {
  readonly cells: readonly PlainCell[];
  /** What stands before each cell; the first is nearly always nothing. */
  readonly before: readonly string[];
  readonly end: string;
}

interface Marks {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly end: string;
}

const usual: Marks = { delimiter: ',', quote: '"', escape: '"', end: '\r\n' };

export function pollute(table: PlainTable): PollutedFile[] {
  const all = [table.header, ...table.rows];
  const width = table.header.length;
  const texts = (rows: readonly (readonly PlainCell[])[]) => rows.map((row) => row.map(({ text }) => text));
  const plain = (cells: readonly PlainCell[], marks = usual): Row => ({
    cells,
    before: cells.map((_, index) => (index === 0 ? '' : marks.delimiter)),
    end: marks.end,
  });
  const file = (
    kind: string,
    weight: number,
    rows: readonly Row[],
    clean: readonly (readonly string[])[],
    marks = usual,
  ) => ({
    kind,
    name: `${table.title}: ${kind}`,
    weight,
    text: rows.map((row) => write(row, marks)).join(''),
    clean,
  });
  const clean = texts(all);
  const rows = all.map((cells) => plain(cells));
  const without = (row: readonly PlainCell[]) => row.map(({ text }) => ({ text }));
  const second = (count: number) =>
    all.map((cells, index) => {
      const more = Array.from({ length: Math.max(0, count - width) }, () => ({ text: index === 0 ? 'col1' : '' }));
      return plain([...without(cells), ...more].slice(0, count));
    });
  const marked = (kind: string, weight: number, changes: Partial<Marks>) => {
    const marks = { ...usual, ...changes };
    return file(
      kind,
      weight,
      all.map((cells) => plain(cells, marks)),
      clean,
      marks,
    );
  };
  const joined = (times: number) => [
    table.header.map(({ text }) => Array(times).fill(text).join(' ')),
    ...clean.slice(1),
  ];
  const preamble = [['PREAMBLE', ...Array<string>(width - 1).fill('')], Array<string>(width).fill('')];

  const files: PollutedFile[] = [
    file('source', 1, rows, clean),
    file('no payload', 15, [], []),
    file('no trailing newline', 184, withEnd(rows, ''), clean),
    file('double trailing newline', 5, withEnd(rows, '\r\n\r\n'), clean),
    file('no header', 470, rows.slice(1), clean.slice(1)),
    file('header of two rows', 47, [rows[0] as Row, ...rows], joined(2)),
    file('header of three rows', 47, [rows[0] as Row, rows[0] as Row, ...rows], joined(3)),
    file('preamble', 282, [...preamble.map((cells) => plain(cells.map((text) => ({ text })))), ...rows], clean),
    file('two tables, second narrower', 188 / 3, [...rows, ...second(width - 1)], clean),
    file('two tables, same width', 188 / 3, [...rows, ...second(width)], clean),
    file('two tables, second wider', 188 / 3, [...rows, ...second(width + 1)], clean),
    file('header only', 3, rows.slice(0, 1), clean.slice(0, 1)),
    file('one data row', 4, rows.slice(0, 2), clean.slice(0, 2)),
    marked('line end CR', 7, { end: '\r' }),
    marked('line end LF', 1691, { end: '\n' }),
    marked('delimiter tab', 4, { delimiter: '\t' }),
    marked('delimiter ;', 834, { delimiter: ';' }),
    marked('delimiter space', 4, { delimiter: ' ' }),
    marked('delimiter comma and space', 101, { delimiter: ', ' }),
    marked("quote '", 11, { quote: "'" }),
    marked('escape \\', 1, { escape: '\\' }),
    marked('escape missing', 7, { escape: '' }),
  ];
  for (const [index, row] of rows.entries()) {
    const changed = (kind: string, weight: number, other: Row, expected = clean) =>
      files.push({
        ...file(
          kind,
          weight,
          rows.map((each, at) => (at === index ? other : each)),
          expected,
        ),
        name: `${table.title}: ${kind}, row ${index}`,
      });
    for (let column = 0; column < width; column += 1) {
      const before = (mark: string) => row.before.map((own, at) => (at === column ? mark : own));
      const doubled = column === 0 ? ',' : ',,';
      changed('one delimiter too many', 0.36775106082036774, { ...row, before: before(doubled) });
      if (column > 0) changed('one delimiter missing', 0.36775106082036774, { ...row, before: before('') });
      const cells = row.cells.map((cell, at) => (at === column ? { ...cell, text: cell.text, stray: true } : cell));
      const stray = clean.map((each, at) =>
        at === index ? each.map((text, place) => (place === column ? `"${text}` : text)) : each,
      );
      changed('stray quote', 7 / 756, { ...row, cells }, stray);
    }
    changed('one row by spaces', 1 / 7, { ...row, before: row.before.map((mark) => (mark === '' ? '' : ' ')) });
  }
  return files;
}

const withEnd = (rows: readonly Row[], end: string) =>
  rows.map((row, index) => (index === rows.length - 1 ? { ...row, end } : row));

/**
 * A cell was put into quotes by the writer of the clean file, whose delimiter was a comma: a polluted delimiter or quote
 * changes the marks and nothing else, as files that went through search and replace do.
 */
function write({ cells, before, end }: Row, { quote, escape: escapedBy }: Marks): string {
  const line = cells.map((cell, index) => {
    const escaped = cell.text.split('"').join(`${escapedBy}"`);
    const stray = 'stray' in cell ? '"' : '';
    const needed = cell.quoted === true || /[,"\r\n]/.test(cell.text);
    return (before[index] ?? '') + (needed ? quote + stray + escaped + quote : stray + escaped);
  });
  return line.join('') + end;
}

/** Success, then precision, recall and F1 of header, records and cells: ten measures, added up. As Pollock's metrics.py has them. */
export function pollockScore(
  clean: readonly (readonly string[])[],
  loaded: readonly (readonly string[])[] | null,
): number {
  if (loaded === null) return 0;
  if (clean.length === 0) return 10;
  const records = (rows: readonly (readonly string[])[]) => rows.slice(1).map((row) => row.join(''));
  return (
    1 +
    threeMeasures(clean[0] ?? [], loaded[0] ?? []) +
    (clean.length > 1 ? threeMeasures(records(clean), records(loaded)) : 3) +
    threeMeasures(clean.flat(), loaded.flat())
  );
}

function threeMeasures(expected: readonly string[], got: readonly string[]): number {
  const left = new Map<string, number>();
  for (const each of expected) left.set(each, (left.get(each) ?? 0) + 1);
  let common = 0;
  for (const each of got) {
    const count = left.get(each) ?? 0;
    if (count > 0) {
      common += 1;
      left.set(each, count - 1);
    }
  }
  if (common === 0) return 0;
  const precision = common / expected.length;
  const recall = common / got.length;
  return precision + recall + (2 * precision * recall) / (precision + recall);
}
