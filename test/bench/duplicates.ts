/**
 * `npm run bench:duplicates`: how well and how fast rows of registers are known to be one cooperative, on registers that were
 * made up and whose truth is known. The first seed is the one that thresholds were chosen by; the second was never looked at.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Measured } from './duplicates-measure';
import type { TrigramScore } from './duplicates-trigram';

const seeds = [20_260_101, 77_003_311];
const sizes = [
  { rows: 30_000, quarters: 4 },
  { rows: 120_000, quarters: 4 },
  { rows: 1_000_000, quarters: 8 },
];
/** Beyond this every name beside every other takes too long. */
const mostForTrigrams = 120_000;

function main(): void {
  const most = Number(process.env.ROWS ?? 1_000_000);
  for (const seed of seeds) {
    console.log(`\nseed ${seed}`);
    for (const { rows, quarters } of sizes.filter((size) => size.rows <= most)) {
      report(run<Measured>(seed, rows, quarters, 'resolve'));
      if (rows > mostForTrigrams) continue;
      const { threshold, precision, recall } = run<TrigramScore>(seed, rows, quarters, 'trigram');
      console.log(`  names by trigrams from ${threshold} up: precision ${share(precision)}, recall ${share(recall)}`);
    }
  }
}

function report({ rows, ms, tenths, memory, sure, withQueue, queue, queueRight }: Measured): void {
  console.log(
    `${rows} rows in ${(ms / 1000).toFixed(1)} s, ${((1000 * rows) / ms).toFixed(0)} rows/s, ${memory.toFixed(0)} MB`,
  );
  console.log(`  merged for sure: precision ${share(sure.precision)}, recall ${share(sure.recall)}`);
  console.log(
    `  and those in the queue that are right: precision ${share(withQueue.precision)}, recall ${share(withQueue.recall)}`,
  );
  console.log(
    `  queue: ${queue} pairs (${((1000 * queue) / rows).toFixed(1)} for 1000 rows), of which ${queueRight} are one`,
  );
  console.log(`  seconds for each tenth of the rows: ${tenths.map((each) => (each / 1000).toFixed(1)).join(' ')}`);
}

const share = (of: number) => of.toFixed(4);

function run<T>(seed: number, rows: number, quarters: number, way: string): T {
  const script = path.join(__dirname, 'duplicates-measure.js');
  const argv = ['--max-old-space-size=6144', script, seed, rows, quarters, way].map(String);
  return JSON.parse(execFileSync(process.execPath, argv, { maxBuffer: 1 << 26 }).toString());
}

main();
