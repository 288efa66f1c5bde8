import type { Catalogue } from '../../schemas/catalogue';
import type { Grid, Tree } from '../../schemas/cell';
import type { RegisterRow } from '../../schemas/register';
import type { HandInOptions, Prepared } from '../../schemas/submission';
import { beginRegister, registerHead } from './begun';
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

function tableInGrid({ rows, frame, remarks }: Grid, catalogue: Catalogue): RegisterTable[] | null {
  const found = registerHead(rows, catalogue, frame);
  if (found === null) return null;
  const seen = frame === undefined ? null : (remarks ?? []);
  return [
    { ...found.head, remarks: seen, rows: rows.slice(found.length).map((cells) => ({ cells, at: cells[0]?.at })) },
  ];
}

function prepare(table: RegisterTable, options: HandInOptions, catalogue: Catalogue): Prepared {
  const register: RegisterRow[] = [];
  const begun = beginRegister(table, options, catalogue, (row) => register.push(row));
  if ('sentence' in begun) return begun;
  for (const { cells, at } of table.rows) begun.push(cells, at);
  const prepared = begun.end();
  return prepared.kind === 'refused' ? prepared : { ...prepared, register };
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
