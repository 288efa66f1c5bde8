import path from 'node:path';
import { locatorText, placeName, type Reading } from '../../schemas/cell';
import { oneLine, storable } from '../../schemas/text';
import { annotatedCsv } from '../../sinks/exports/annotated/csv';
import { annotatedJson } from '../../sinks/exports/annotated/json';
import type { Doubtful } from '../../sinks/exports/annotated/wording';
import { annotatedWorkbook, lostInCopy } from '../../sinks/exports/annotated/workbook';
import {
  type FindingsOf,
  fileOf,
  type PlacedFinding,
  placedFindings,
  type ReportFile,
  reportFiles,
} from '../../sinks/warehouse/findings';
import { readGrid, recordsOf } from '../../sources/csv/grid';
import { TableFinder } from '../../sources/csv/index';
import { decodeAll } from '../../sources/encoding';
import { isWorkbook } from '../../sources/kind';
import { readWorkbook } from '../../sources/xlsx';
import type { Warehouse } from '../warehouse';
import { CommandError } from './error';

/** A report's own file with its doubtful cells marked, and how many findings there are in it. */
export interface Marked {
  readonly report: ReportFile;
  readonly content: Buffer;
  readonly findings: number;
  /** What kind of file the copy is. */
  readonly ending: '.csv' | '.json' | '.xlsx';
  /** What of the file could not be kept, in words for reporters. */
  readonly lost: readonly string[];
}

/**
 * Marks the file of the one report that is asked for, to be written to `out`. Throws a CommandError where there is none, or
 * more than one, or `out` ends as another kind of file does.
 */
export async function markedCopy({ pool }: Warehouse, asked: readonly FindingsOf[], out: string): Promise<Marked> {
  const found: ReportFile[] = [];
  for (const of of asked) found.push(...(await reportFiles(pool, of)));
  const [report, other] = found;
  if (report === undefined)
    throw new CommandError('--annotate: không có báo cáo nào như vậy đang được dùng; hãy xem `tonghop status`');
  if (other !== undefined) throw new CommandError(severalReports(found));
  const file = await fileOf(pool, report.submission);
  if (file === null)
    throw new CommandError(
      '--annotate: tệp quá lớn nên không đánh dấu được; hãy xem các điểm cần xem bằng --format html',
    );
  const ending = endingOf(file.bytes, file.reading);
  const asOther = path.extname(out).toLowerCase();
  if (asOther !== ending && otherKinds.includes(asOther))
    throw new CommandError(
      `--out ${oneLine(out)}: the copy is of the same kind as the report's file (${oneLine(report.file)}); let its name end in ${ending}`,
      2,
    );
  const all = await placedFindings(pool, { province: null, period: null, submission: report.submission });
  const open = all.filter(({ status }) => status === 'open');
  return {
    report,
    content: await marked(file.bytes, file.reading, open.flatMap(cellByCell)),
    findings: open.length,
    ending,
    lost: isWorkbook(file.bytes) ? lostInCopy(file.bytes) : [],
  };
}

/** A finding at its own cell, and a pointer to it at each other one that is wrong by the same cause. */
function cellByCell(finding: PlacedFinding): Doubtful[] {
  const { at, others, severity } = finding;
  if (at === null || others?.wrong !== 'all') return [finding];
  const message = `Cùng nguyên nhân với ${placeName(at)}.`;
  const elsewhere = others.cells.filter((cell) => cell.at === null || locatorText(cell.at) !== locatorText(at));
  return [finding, ...elsewhere.map((cell) => ({ ...cell, severity, message }))];
}

/** Programs open a file by its ending: a workbook named .csv shows as rubbish. Text under any other name is left alone. */
const otherKinds: readonly string[] = ['.csv', '.tsv', '.json', '.xlsx', '.xlsm', '.xls'];

function endingOf(bytes: Buffer, reading: Reading | null): Marked['ending'] {
  if (isWorkbook(bytes)) return '.xlsx';
  const decoded = decodeAll(bytes.subarray(0, 4096), reading?.font ?? reading?.encoding);
  return 'text' in decoded && isJson(decoded.text) ? '.json' : '.csv';
}

const isJson = (text: string) => /^\s*[[{]/.test(text);

function severalReports(found: readonly ReportFile[]): string {
  const some = found.slice(0, 5).map((each) => `${each.submission} (${each.province}, ${each.period}, ${each.form})`);
  const more = found.length > 5 ? ` and ${found.length - 5} more` : '';
  return `--annotate: ${found.length} reports stand for that: ${some.join(', ')}${more}; choose one by --province and --period, or by --submission`;
}

async function marked(bytes: Buffer, reading: Reading | null, findings: readonly Doubtful[]): Promise<Buffer> {
  if (isWorkbook(bytes)) return markedWorkbook(bytes, findings);
  // As it was decoded when it was taken in, whatever would be made of it today.
  const decoded = decodeAll(bytes, reading?.font ?? reading?.encoding);
  if ('sentence' in decoded) throw new CommandError(`--annotate: ${decoded.sentence}`);
  const text = storable(decoded.text);
  if (isJson(text)) return annotatedJson(text, findings);
  const grid = readGrid(text);
  if (grid.kind === 'refusal') throw new CommandError(`--annotate: ${grid.sentence}`);
  const read = recordsOf(text);
  if ('kind' in read) throw new CommandError(`--annotate: ${read.sentence}`);
  const { dialect, records } = read;
  const mended = new Set(grid.mended?.map(({ row }) => row));
  const rows = grid.rows.map((row) => row.map((cell) => cell.text));
  return annotatedCsv(
    {
      text,
      dialect,
      records: records.map(({ line }, index) => ({ cells: rows[index] ?? [], line, faulty: mended.has(index + 1) })),
      headers: headersOf(rows),
    },
    findings,
  );
}

async function markedWorkbook(bytes: Buffer, findings: readonly Doubtful[]): Promise<Buffer> {
  const workbook = await readWorkbook(bytes);
  if (workbook.kind === 'refusal') throw new CommandError(`--annotate: ${workbook.sentence}`);
  const headers = workbook.sheets.flatMap(({ sheet, rows }) => {
    const [header] = headersOf(rows.map((row) => row.map((cell) => cell.text)));
    return header === undefined ? [] : [[sheet, header] as const];
  });
  try {
    return await annotatedWorkbook(bytes, findings, new Map(headers));
  } catch (error) {
    const why = oneLine(error instanceof Error ? error.message : String(error));
    throw new CommandError(
      `--annotate: không đánh dấu được sổ tính này (${why}); hãy xem các điểm cần xem bằng --format html`,
    );
  }
}

/** The rows, counted from 1, that name the columns of the tables one below the other; of several for one table the last. */
function headersOf(rows: readonly (readonly string[])[]): number[] {
  const headers: number[] = [];
  for (let from = 0; from < rows.length; ) {
    const finder = new TableFinder();
    for (let at = from; at < rows.length && !finder.over; at += 1)
      finder.push({ cells: [...(rows[at] ?? [])], record: at + 1, line: at + 1, fault: null }, []);
    finder.end([]);
    const header = finder.shape.header.at(-1)?.record;
    if (header !== undefined) headers.push(header);
    const next = finder.left[0]?.record ?? rows.length + 1;
    from = Math.max(next - 1, from + 1);
  }
  return headers;
}
