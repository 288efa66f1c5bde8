import type { Catalogue } from '../../../schemas/catalogue';
import type { Cell, Refusal } from '../../../schemas/cell';
import { Ending } from '../../../schemas/ending';
import type { RegisterRow } from '../../../schemas/register';
import { cellsIn, type Rows } from '../../../schemas/rows';
import type { StreamedRegister } from '../../../schemas/streamed';
import type { HandInOptions, RefusedSubmission } from '../../../schemas/submission';
import { beginRegister, longestPreamble, registerHead } from '../begun';
import { withReading } from '../in-file';
import { Unmarked } from './unmarked';

/**
 * The register that a large table is, told by its first rows as that of a small one is, to be understood while it is read;
 * null where the table is none.
 */
export async function streamedRegister(
  rows: Rows,
  options: HandInOptions,
  catalogue: Catalogue,
): Promise<StreamedRegister | RefusedSubmission | null> {
  const beginning = (await rows.beginning(longestPreamble)).map(cellsIn);
  const found = registerHead(new Unmarked(beginning).of(beginning), catalogue);
  if (found === null) return null;
  const begin = (take: (row: RegisterRow) => void) => beginRegister(found.head, options, catalogue, take);
  const begun = begin(() => {});
  // That a file is cut off is said before what is wrong in it.
  if ('sentence' in begun) return (await unreadable(rows, options)) ?? begun;
  return {
    kind: 'streamed',
    province: begun.own.province,
    period: begun.own.period,
    form: 'B02',
    rows: () => understood(rows, { beginning, above: found.length, begin, options }),
  };
}

interface Begun {
  readonly beginning: readonly (readonly Cell[])[];
  /** How many rows stand above the first cooperative. */
  readonly above: number;
  readonly begin: (take: (row: RegisterRow) => void) => ReturnType<typeof beginRegister>;
  readonly options: HandInOptions;
}

async function* understood(
  rows: Rows,
  { beginning, above, begin, options }: Begun,
): ReturnType<StreamedRegister['rows']> {
  const taken: RegisterRow[] = [];
  const register = begin((row) => taken.push(row));
  if ('sentence' in register) return register;
  const unmarked = new Unmarked(beginning);
  const batches = new Ending(rows.batches());
  let left = above;
  for await (const batch of batches) {
    if (unmarked.clean) for (const row of batch.slice(left)) register.pushText(row);
    else for (const cells of unmarked.of(batch.map(cellsIn)).slice(left)) register.push(cells, cells[0]?.at);
    left = Math.max(0, left - batch.length);
    yield taken.splice(0);
  }
  if ('sentence' in batches.end) return refusedFile(batches.end, options);
  const prepared = register.end();
  // The first rows are kept back until enough of them were seen: those of a short register up to its end.
  yield taken;
  return withReading(prepared, batches.end);
}

async function unreadable(rows: Rows, options: HandInOptions): Promise<RefusedSubmission | null> {
  const batches = new Ending(rows.batches());
  for await (const _ of batches);
  return 'sentence' in batches.end ? refusedFile(batches.end, options) : null;
}

/** A file that cannot be read, with what was said of it when it was handed in. */
export const refusedFile = ({ sentence }: Refusal, { province, period }: HandInOptions): RefusedSubmission => ({
  kind: 'refused',
  province: province ?? null,
  period: period ?? null,
  sentence,
});
