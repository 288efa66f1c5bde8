/** `npm run bench:reading`: how fast registers are read beside csv-parse alone, in how much memory; and how numbers are settled. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { notationShares } from './notation-share';
import type { Measured } from './reading-measure';
import { writeCsv, writeXlsx } from './register-file';

const reports = 3000;

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tonghop-bench-'));
  try {
    const csv = path.join(folder, 'register.csv');
    await writeCsv(csv, Number(process.env.ROWS ?? 1_000_000));
    speeds('a register of form B02 as CSV', csv, ['csv-parse', 'csv read', 'csv understood'], 'csv-parse');
    const xlsx = path.join(folder, 'register.xlsx');
    await writeXlsx(xlsx, Number(process.env.ROWS ?? 1_000_000) / 5);
    speeds('the same as XLSX', xlsx, ['xlsx read', 'xlsx understood'], null);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await shares();
}

function speeds(title: string, file: string, ways: readonly string[], floor: string | null): void {
  const { size } = statSync(file);
  const measured = ways.map((what) => ({ what, ...measure(what, file) }));
  const base = measured.find(({ what }) => what === floor);
  console.log(`\n${title}: ${measured[0]?.rows} rows, ${(size / 1e6).toFixed(0)} MB`);
  for (const { what, rows, ms, memory } of measured) {
    const ratio = base === undefined ? '' : `${(base.ms / ms).toFixed(2)} × ${floor}`;
    console.log(
      `${what.padEnd(18)}${rate(size / 1e6, ms).padStart(7)} MB/s${rate(rows, ms).padStart(9)} rows/s${memory.toFixed(0).padStart(6)} MB at its highest  ${ratio}`,
    );
  }
}

function measure(what: string, file: string): Measured {
  return JSON.parse(
    execFileSync(process.execPath, [path.join(__dirname, 'reading-measure.js'), what, file]).toString(),
  );
}

const rate = (count: number, ms: number) => ((1000 * count) / ms).toFixed(count < 1e5 ? 1 : 0);

async function shares(): Promise<void> {
  const { numbers, settled, confirm, held, doubted, silent, examples } = await notationShares(reports);
  const line = (what: string, count: number) =>
    console.log(`${what.padEnd(52)}${String(count).padStart(6)}${((100 * count) / numbers).toFixed(1).padStart(7)} %`);
  console.log(`\n${numbers} numbers that read two ways, in ${reports} reports with slips, read as by a worker`);
  line('settled, and right', settled);
  line('loaded right, and said to be looked at', confirm);
  line('held and asked about', held);
  line('loaded wrong, and said to be looked at', doubted);
  line('silent misreads', silent);
  for (const example of examples) console.log(`\n${example}`);
  if (silent > 0) process.exitCode = 1;
}

void main();
