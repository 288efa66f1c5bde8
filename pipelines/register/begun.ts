import type { Catalogue } from '../../schemas/catalogue';
import type { Cell, Frame, Locator } from '../../schemas/cell';
import type { RegisterRow } from '../../schemas/register';
import type { TextRow } from '../../schemas/rows';
import type { HandInOptions, Prepared, PreparedSubmission, RefusedSubmission } from '../../schemas/submission';
import { refused, whose } from '../normalise/whose';
import { remarksOf } from '../understand/cell-doubt';
import { titleEnds } from '../understand/column';
import { preambleOf } from '../understand/preamble';
import { printedAs, readHeader } from './header';
import { headerRowsIn } from './header-rows';
import { RegisterReader } from './reader';
import type { RegisterTable } from './table';

/** What stands above a register's rows. */
export type RegisterHead = Omit<RegisterTable, 'rows'>;

/** A register of which the rows are being read. */
export interface BegunRegister {
  readonly own: Pick<PreparedSubmission, 'province' | 'period'>;
  /** A row as it stands in the file; `at`: where the row is, if not where its first cell is. */
  push(cells: readonly Cell[], at: Locator | undefined): void;
  /** The same of a row of a large CSV file. */
  pushText(row: TextRow): void;
  /** What all its rows come to, without the rows themselves. */
  end(): Prepared;
}

/** No preamble is longer; a long file of another form need not be searched to its end. */
export const longestPreamble = 200;

/**
 * The head of the register that these rows begin with, and how many of them it takes up; null where they begin none.
 * `frame`: what a sheet merges.
 */
export function registerHead(
  rows: readonly (readonly Cell[])[],
  catalogue: Catalogue,
  frame: Pick<Frame, 'merges'> = { merges: [] },
): { readonly head: RegisterHead; readonly length: number } | null {
  const found = headerRowsIn(rows.slice(0, longestPreamble), titleEnds(frame), catalogue);
  if (found === null) return null;
  const { first, last, names } = found;
  const printed = last > first ? rows.slice(first, last + 1) : [];
  const preamble = preambleOf(rows.slice(0, first), catalogue);
  const { merges } = frame;
  return { head: { preamble, header: names, printed, merges, remarks: null, findings: [] }, length: last + 1 };
}

/** Begins a register whose cooperatives go to `take`; refused where it cannot be said whose or of when it is. */
export function beginRegister(
  { preamble, header: names, printed, merges, remarks, findings: found }: RegisterHead,
  options: HandInOptions,
  catalogue: Catalogue,
  take: (row: RegisterRow) => void,
): BegunRegister | RefusedSubmission {
  const own = whose(preamble, 'B02', options, catalogue);
  if ('sentence' in own) return own;
  const header = readHeader(names, preamble.unit, own.period, catalogue);
  const sheet = { merges, remarkAt: remarks === null ? null : remarksOf({ remarks }) };
  const reader = new RegisterReader({ ...header, printed: printedAs(printed) }, own.period, catalogue, take, sheet);
  return {
    own,
    push: (cells, at) => reader.push(cells, at),
    pushText: (row) => reader.pushText(row),
    end: () => {
      const { rows, observations, findings } = reader.end();
      // An empty list would otherwise stand in the place of the one that was sent before it.
      if (rows === 0)
        return refused(preamble, options, 'danh sách không có HTX nào; hãy kiểm tra lại và gửi tệp đầy đủ');
      return {
        kind: 'prepared',
        ...own,
        reading: null,
        earlier: 0,
        columns: [...header.columns.values()].map(({ header, role }) => ({ header: header.text, role })),
        rows,
        rowsLoaded: rows,
        observations,
        findings: [...found, ...findings],
      };
    },
  };
}
