/**
 * How well slips in reports are found: made-up reports of 63 provinces in which every rule holds, with one slip planted in each.
 * The first seed is the one that costs were chosen by; the second was never looked at.
 */
import { performance } from 'node:perf_hooks';
import { loadCatalogue } from '../../config/catalogue';
import { prepare } from '../../pipelines/ingest';
import { noEarlier } from '../../pipelines/normalise/report';
import { locatorText, placeName } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import type { Earlier } from '../../schemas/submission';
import { readFile } from '../../sources/read';
import { Chance } from './duplicates-world';
import { earlierOf, twentyQuarters, yearBefore } from './findings-earlier';
import { consistentReport, type MadeCell, type MadeReport, written } from './findings-reports';
import { type SlipKind, slipped, slips } from './findings-slips';
import { unitBenchmark } from './findings-units';

const catalogue = loadCatalogue();
const provinces = [...catalogue.provinces.values()].filter(({ map }) => map === '63');
const each = 5;

interface Score {
  planted: number;
  found: number;
  located: number;
  proposed: number;
  exact: number;
  messages: number;
  /** Messages that do not name the cell. */
  elsewhere: number;
  /** Reports in which something is said of how numbers that read two ways were read. */
  misread: number;
}

async function main(): Promise<void> {
  for (const seed of [20_201, 77_003]) {
    const names = provinces.map(({ names: [first] }) => first?.name ?? '');
    for (const known of ['nothing', 'its figures of a year', 'those of twenty quarters'] as const) {
      const chance = new Chance(seed);
      const reports = Array.from({ length: each }, () => provinces.map((_, index) => consistentReport(chance, index)));
      const past = new Chance(seed + 1);
      const made = reports.flat().map((report) => ({
        report,
        earlier: earlierBy[known](report, past),
      }));
      await seeded(`seed ${seed}, reports before which the province had said ${known}`, made, chance);
    }
    console.log(`  ${await unitBenchmark(new Chance(seed), names, catalogue)}`);
  }
}

const earlierBy = {
  nothing: () => noEarlier,
  'its figures of a year': (report: MadeReport, past: Chance) => earlierOf(yearBefore(report, past), catalogue),
  'those of twenty quarters': (report: MadeReport, past: Chance) => twentyQuarters(report, past, catalogue),
};

interface Made {
  readonly report: MadeReport;
  readonly earlier: Earlier;
}

async function seeded(title: string, made: readonly Made[], chance: Chance): Promise<void> {
  const started = performance.now();
  const clean: Finding[] = [];
  for (const [index, one] of made.entries()) clean.push(...(await found(one, index)).findings);
  const time = (performance.now() - started) / each;
  console.log(`${title}: ${made.length} clean reports, ${clean.length} findings; ${time.toFixed(0)} ms for 63`);
  for (const { message } of clean.slice(0, 3)) console.log(`  ${message}`);
  const together = noScore();
  for (const kind of slips) {
    const score = await measured(kind, made, chance);
    report(kind, score);
    if (kind.startsWith('unit') || kind === 'rows shifted') continue;
    for (const name of Object.keys(together) as (keyof Score)[]) together[name] += score[name];
  }
  report('all of one cell', together);
}

const noScore = (): Score => ({
  ...{ planted: 0, found: 0, located: 0, proposed: 0, exact: 0 },
  ...{ messages: 0, elsewhere: 0, misread: 0 },
});

async function measured(kind: SlipKind, reports: readonly Made[], chance: Chance): Promise<Score> {
  const score = noScore();
  for (const [index, made] of reports.entries()) {
    const slip = slipped(kind, made.report, chance);
    if (slip === null) continue;
    const { findings, place, locator } = await found({ ...made, report: slip.report }, index, slip.is);
    score.planted += 1;
    score.messages += findings.length;
    const here = findings.filter(({ at }) => at !== null && locatorText(at) === locator);
    const decided = here.filter(({ rule }) => rule !== 'figures.contradicted');
    const naming = findings.filter(({ message }) => message.includes(place));
    if (naming.length > 0) score.found += 1;
    if (decided.length > 0) score.located += 1;
    if (findings.some(({ rule }) => rule.startsWith('notation.'))) score.misread += 1;
    score.elsewhere += findings.filter((one) => !naming.includes(one)).length;
    const proposal = decided[0]?.proposal;
    if (proposal) score.proposed += 1;
    if (proposal && isSame(proposal, slip.was)) score.exact += 1;
  }
  return score;
}

async function found(
  { report: made, earlier }: Made,
  index: number,
  cell?: MadeCell,
): Promise<{ findings: readonly Finding[]; place: string; locator: string }> {
  const { csv, at } = written(made, provinces[index % 63]?.names[0]?.name ?? '');
  const [only] = await prepare(Buffer.from(csv), {}, { catalogue, read: readFile, earlier: async () => earlier });
  if (only?.kind !== 'prepared') throw new Error(only?.kind);
  const locator = (cell && at.get(cell)) ?? '';
  const [row, column] = locator.match(/\d+/g)?.map(Number) ?? [];
  return {
    findings: only.findings.filter(({ nature }) => nature !== 'remark'),
    place: row && column ? `(${placeName({ row, column })})` : '',
    locator,
  };
}

function isSame({ value, unit }: { value: string; unit: string }, { number, unit: own }: MadeCell): boolean {
  const factor = (name: string) => Number(catalogue.unitOf(name)?.unit.factor.toFixed() ?? '1');
  return Math.abs(Number(value) * factor(unit) - Number(number) * factor(own)) < 1e-6 * factor(own);
}

function report(
  kind: SlipKind | 'all of one cell',
  { planted, found: all, located, proposed, exact, messages, elsewhere, misread }: Score,
): void {
  const share = (of: number, by: number) => (by === 0 ? '  -  ' : (of / by).toFixed(3));
  console.log(
    `  ${kind.padEnd(17)} ${String(planted).padStart(4)}  recall ${share(all, planted)}  precision ${share(messages - elsewhere, messages)}  located ${share(located, planted)}  proposed ${share(proposed, planted)}  of these exact ${share(exact, proposed)}  messages ${share(messages, planted)}  notation upset ${misread}`,
  );
}

void main();
