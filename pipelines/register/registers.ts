import type { Catalogue } from '../../schemas/catalogue';
import type { Grid, Tree } from '../../schemas/cell';
import type { RegisterRow } from '../../schemas/register';
import type { HandInOptions, Prepared } from '../../schemas/submission';
import { refused, whose } from '../normalise/whose';
import { preambleOf } from '../understand/preamble';
import { isRegisterHeader, readHeader } from './header';
import { RegisterReader } from './reader';
import type { RegisterTable } from './table';
import { tablesInTree } from './tree';

/**
 * The registers (form B02) in a sheet or in JSON, each understood, with its rows in `register`; or refused. Null where there
 * is none.
 */
export function registersIn(part: Grid | Tree, options: HandInOptions, catalogue: Catalogue): Prepared[] | null {
  const tables = part.kind === 'grid' ? tableInGrid(part, catalogue) : tablesInTree(part, catalogue);
  const prepared = tables?.map((table) => ('sentence' in table ? table : prepare(table, options, catalogue)));
  return prepared?.map((each, index) => onlyOne(each, prepared.slice(0, index))) ?? null;
}

/** No preamble is longer; a long file of another form need not be searched to its end. */
const longestPreamble = 200;

function tableInGrid({ rows }: Grid, catalogue: Catalogue): RegisterTable[] | null {
  const index = rows.slice(0, longestPreamble).findIndex((row) => isRegisterHeader(row, catalogue));
  const header = rows[index];
  if (header === undefined) return null;
  const body = rows.slice(index + 1).map((cells) => ({ cells, at: cells[0]?.at }));
  return [{ preamble: preambleOf(rows.slice(0, index), catalogue), header, rows: body, findings: [] }];
}

function prepare(table: RegisterTable, options: HandInOptions, catalogue: Catalogue): Prepared {
  const own = whose(table.preamble, 'B02', options, catalogue);
  if ('sentence' in own) return own;
  const header = readHeader(table.header, table.preamble.unit, own.period, catalogue);
  const register: RegisterRow[] = [];
  const reader = new RegisterReader(header, own.period, catalogue, (row) => register.push(row));
  for (const { cells, at } of table.rows) reader.push(cells, at);
  const { rows, observations, findings } = reader.end();
  // An empty list would otherwise stand in the place of the one that was sent before it.
  if (rows === 0)
    return refused(table.preamble, options, 'danh sách không có HTX nào; hãy kiểm tra lại và gửi tệp đầy đủ');
  const all = [...table.findings, ...findings];
  return {
    kind: 'prepared',
    ...own,
    reading: null,
    earlier: 0,
    columns: [...header.columns.values()].map(({ header, role }) => ({ header: header.text, role })),
    rows,
    rowsLoaded: rows,
    observations,
    findings: all,
    register,
  };
}

/** A second register for the same province and period would silently replace the first. */
function onlyOne(each: Prepared, before: readonly Prepared[]): Prepared {
  const { province, period } = each;
  const second = before.some(
    (other) => other.kind === 'prepared' && other.province === province && other.period === period,
  );
  return each.kind === 'refused' || !second
    ? each
    : {
        kind: 'refused',
        province,
        period,
        sentence: 'tệp có hai danh sách của cùng một tỉnh cho cùng một kỳ; hãy gộp thành một danh sách',
      };
}
