import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadCatalogue } from '../../config/catalogue';
import type { Settings } from '../../config/settings';
import { largestRead } from '../../config/thresholds';
import type { Channel, HandInOptions } from '../../schemas/submission';
import { oneLine } from '../../schemas/text';
import { openFindings } from '../../sinks/warehouse/findings';
import { handIn, type IncomingFile, stillWaiting } from '../../sinks/warehouse/receipts';
import { failedReceipts, submissionsOf } from '../../sinks/warehouse/submissions';
import { fileOnDisk } from '../../sources/disk';
import type { Context } from '../context';
import { withSystem } from '../system';
import { failedText, lineText } from '../wording';
import { checkHandIn } from './arguments';
import { dryRun } from './dry-run';
import { type Progress, startProgress } from './progress';

export interface SubmitOptions extends HandInOptions {
  readonly dryRun?: boolean;
  readonly format?: 'text' | 'json';
}

/** Hands files in, waits until they are taken in, and says what became of each. Resolves to the exit status. */
export async function submit(files: readonly string[], options: SubmitOptions, settings: Settings): Promise<number> {
  checkHandIn(options, loadCatalogue());
  const opened = await Promise.all(files.map(readable));
  const read = opened.flatMap((each) => ('error' in each ? [] : [each]));
  // One wrong name costs the other files nothing.
  for (const each of opened) if ('error' in each) process.stderr.write(`tonghop: ${each.error}\n`);
  const unread = read.length < files.length;
  if (read.length === 0) return 1;
  const { province, period, encoding } = options;
  const handInOptions = Object.fromEntries(
    Object.entries({ province, period, encoding }).filter(([, value]) => value !== undefined),
  );
  if (options.dryRun) {
    const refused = await dryRun(read, { ...handInOptions, format: options.format ?? 'text' }, settings);
    return unread ? 1 : refused;
  }
  return withSystem(settings, async (context) => {
    const results = await handInAll(context, read, 'cli', handInOptions);
    if (options.format === 'json') process.stdout.write(`${JSON.stringify(results, null, 1)}\n`);
    else for (const result of results) process.stdout.write(`${result.text}\n`);
    // The lines are for scripts; what is wrong in the files goes beside them.
    for (const { file, findings } of results) {
      const whose = results.length > 1 ? `${oneLine(path.basename(file))}: ` : '';
      for (const finding of findings) process.stderr.write(`    ${whose}${oneLine(finding.message)}\n`);
    }
    return unread || results.some((result) => result.refused) ? 1 : 0;
  });
}

async function readable(name: string): Promise<IncomingFile | { error: string }> {
  try {
    const bytes = await fileOnDisk(name);
    if (bytes.size > largestRead)
      return { error: `${oneLine(name)}: it is larger than ${largestRead / 1024 / 1024} MB` };
    return { name, bytes };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' }[code ?? ''] ?? code;
    return { error: `${oneLine(name)}: ${why}` };
  }
}

export interface SubmitResult {
  readonly file: string;
  readonly receipt: number;
  readonly submission: string | null;
  readonly status: string;
  readonly refused: boolean;
  readonly text: string;
  readonly findings: readonly { readonly severity: string; readonly message: string }[];
}

/** Hands files in, in that order, and waits until all are taken in. */
export async function handInAll(
  context: Context,
  files: readonly IncomingFile[],
  channel: Channel,
  options: HandInOptions,
): Promise<SubmitResult[]> {
  const { warehouse, jobs, now } = context;
  const handedIn: { file: string; receipt: number; again: boolean }[] = [];
  const progress = startProgress(files, context);
  try {
    for (const { name, bytes } of files) {
      const { receipt, again } = await handIn(
        warehouse.pool,
        { name: path.basename(name), bytes, channel, options },
        now(),
      );
      handedIn.push({ file: name, receipt, again });
      await jobs.add('ingest', { receipt });
    }
    await untilTakenIn(
      context,
      handedIn.map(({ receipt }) => receipt),
      progress,
    );
  } finally {
    progress.stop();
  }
  const receipts = handedIn.map(({ receipt }) => receipt);
  const lines = await submissionsOf(warehouse.pool, receipts);
  const failed = await failedReceipts(warehouse.pool, receipts);
  const results: SubmitResult[] = [];
  for (const { file, receipt, again } of handedIn) {
    for (const line of lines.filter((each) => each.receipt === receipt)) {
      const findings =
        again || line.status !== 'loaded'
          ? []
          : await openFindings(warehouse.pool, { province: null, period: null, submission: line.submission });
      results.push({
        file,
        receipt,
        submission: line.submission,
        status: again ? 'same' : line.status,
        refused: line.status === 'refused',
        text: lineText(file, line, again, warehouse.catalogue),
        findings: findings.filter(({ severity }) => severity !== 'note'),
      });
    }
    if (failed.some((each) => each.receipt === receipt)) {
      results.push({
        file,
        receipt,
        submission: null,
        status: 'failed',
        refused: true,
        text: failedText(file, receipt),
        findings: [],
      });
    }
  }
  return results;
}

async function untilTakenIn(context: Context, receipts: readonly number[], progress: Progress): Promise<void> {
  for (;;) {
    const waiting = await stillWaiting(context.warehouse.pool, receipts);
    await progress.left(waiting.length);
    if (waiting.length === 0) break;
    await pause(30);
  }
}
